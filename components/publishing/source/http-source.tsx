"use client";

import type { DraftEditor } from "#components/publishing/draft/use-draft-content.ts";
import { SourceWorkspace } from "#components/publishing/source/source-workspace.tsx";

/** Operations of an HTTP tool: the OpenAPI documents behind it, and what was taken over from them. */
export function HttpSource({ editor }: { editor: DraftEditor }) {
  return <SourceWorkspace editor={editor} kind="openapi" />;
}
