"use client";

import type { DraftEditor } from "#components/publishing/draft/use-draft-content.ts";
import { SourceWorkspace } from "#components/publishing/source/source-workspace.tsx";

/** Operations of an MCP tool: the servers behind it, and what was taken over from them. */
export function McpSource({ editor }: { editor: DraftEditor }) {
  return <SourceWorkspace editor={editor} kind="mcp" />;
}
