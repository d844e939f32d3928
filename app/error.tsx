"use client";

import { PageError } from "#components/layout/page-error.tsx";

export default function RootError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main>
      <PageError error={error} retry={retry} />
    </main>
  );
}
