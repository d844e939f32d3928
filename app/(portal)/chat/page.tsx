import type { Metadata } from "next";
import { ChatWorkspace } from "#components/chat/workspace.tsx";
import { requireUsableTool } from "#lib/catalog/server/require-usable-tool.ts";
import { listStarters } from "#lib/chat/server/list-starters.ts";
import { isAppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { listChatModels } from "#lib/models/server/list-aliases.ts";

export const metadata: Metadata = { title: "Chat" };

async function toolOf(viewer: Viewer, slug: string | undefined) {
  if (!slug) return null;
  try {
    return await requireUsableTool(viewer, slug);
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

export default async function NewChatPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const viewer = await requireViewer();
  const query = await searchParams;
  const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
  const [tool, starters, models] = await Promise.all([
    toolOf(viewer, one(query.tool)),
    listStarters(viewer),
    listChatModels(viewer),
  ]);
  return (
    <ChatWorkspace
      key={`new-${tool?.slug ?? ""}-${one(query.ask) ?? ""}`}
      conversationId={null}
      starters={starters}
      tool={tool ? { slug: tool.slug, name: tool.name } : null}
      ask={(one(query.ask) ?? "").slice(0, 2000)}
      models={models}
    />
  );
}
