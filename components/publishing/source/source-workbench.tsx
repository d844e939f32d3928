"use client";

import { DraftBar } from "#components/publishing/draft/draft-bar.tsx";
import { useDraftContent } from "#components/publishing/draft/use-draft-content.ts";
import { useRefresh } from "#components/publishing/draft/use-refresh.ts";
import { HttpSource } from "#components/publishing/source/http-source.tsx";
import { McpSource } from "#components/publishing/source/mcp-source.tsx";
import type { DraftOverview } from "#lib/publishing/draft-content.ts";

/** The operations part of a tool whose operations stand on somebody else's server, with its own autosave. */
export function SourceWorkbench({ overview }: { overview: DraftOverview }) {
  const editor = useDraftContent(overview, [], useRefresh());
  const Source = overview.kind === "mcp" ? McpSource : HttpSource;
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <DraftBar editor={editor} />
      <Source editor={editor} />
    </div>
  );
}
