"use client";

import type { ReactNode } from "react";
import { DraftConflicts } from "#components/publishing/draft/draft-conflicts.tsx";
import type { DraftEditor } from "#components/publishing/draft/use-draft-content.ts";
import { SaveStatus } from "#components/publishing/save-status.tsx";

/** Whether what is typed is kept, always in view, and what has to be chosen before it can be. */
export function DraftBar({ editor, children }: { editor: DraftEditor; children?: ReactNode }) {
  return (
    <>
      <DraftConflicts editor={editor} />
      <div className="layer-head sticky top-0 -mx-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b bg-canvas px-2 py-2 max-md:top-12 max-md:-mx-4 max-md:px-4">
        <SaveStatus editor={editor} />
        <div className="flex flex-wrap gap-2">{children}</div>
      </div>
    </>
  );
}
