import type { Metadata } from "next";
import { PageNotFound } from "#components/layout/page-not-found.tsx";
import { shell } from "#lib/messages/en/shell.ts";

export const metadata: Metadata = { title: shell.notFoundTitle };

export default function NotFound() {
  return <PageNotFound />;
}
