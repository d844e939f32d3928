import type { Metadata } from "next";
import { PageNotFound } from "#components/layout/page-not-found.tsx";
import { shell } from "#lib/messages/en/shell.ts";

export const metadata: Metadata = { title: shell.notFoundTitle };

/** For addresses that lead nowhere; inside the portal the frame stays and its own not-found page is shown. */
export default function NotFound() {
  return (
    <main>
      <PageNotFound />
    </main>
  );
}
