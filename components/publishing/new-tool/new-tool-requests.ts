import { saveContent } from "#components/publishing/draft/content-requests.ts";
import { starterOperation } from "#components/publishing/kinds/starter-operation.ts";
import { connectSource } from "#components/publishing/source/source-requests.ts";
import { api } from "#lib/http/api-client.ts";
import { ApiError } from "#lib/http/api-error.ts";
import { type DraftOperation, type DraftSettings, emptyContent } from "#lib/publishing/draft-content.ts";
import { createdToolSchema, type NewToolInput } from "#lib/publishing/new-tool.ts";
import type { DraftWords } from "#lib/publishing/schema.ts";
import type { ConnectSource } from "#lib/publishing/sources/schema.ts";
import { type CloneToolInput, clonedToolSchema } from "#lib/publishing/start-from/clone.ts";
import { foundStartsSchema, type Start } from "#lib/publishing/start-from/start.ts";
import { appliedFileSchema } from "#lib/publishing/tool-file/apply.ts";

export type NewContent = {
  readonly words: Partial<DraftWords>;
  readonly settings: Partial<DraftSettings>;
  /** Without them, the kind's first operation. */
  readonly operations?: readonly DraftOperation[];
};

/**
 * Makes a tool and writes what is known of it into its draft. The tool is there even when that did not work: `isWhole` is
 * false then.
 */
export async function makeTool(input: NewToolInput, content: NewContent) {
  const created = await api("/api/tools", { method: "POST", body: input, response: createdToolSchema });
  const empty = emptyContent(created.name);
  const starter = starterOperation(input.kind, created.name);
  try {
    await saveContent(created.slug, {
      words: { ...empty.words, ...content.words, name: created.name },
      settings: { ...empty.settings, ...content.settings, audience: "only-me" },
      operations: [...(content.operations ?? (starter ? [starter] : []))],
      revision: created.revision,
    });
    return { ...created, isWhole: true };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { ...created, isWhole: false };
  }
}

export function readStart(text: string) {
  return api("/api/tools/start/read", { method: "POST", body: { text }, response: foundStartsSchema });
}

export function applyFile(file: string) {
  return api("/api/tools/apply", {
    method: "POST",
    body: { file, mode: "draft" },
    response: appliedFileSchema,
  });
}

export function cloneTool(slug: string, input: CloneToolInput) {
  return api(`/api/tools/${encodeURIComponent(slug)}/clone`, {
    method: "POST",
    body: input,
    response: clonedToolSchema,
  });
}

/** How to connect what a start was read from; null where somebody has to say more, such as a key. */
function connectionOf({ kind, sourceDocument, sourceAddress, security }: Start): ConnectSource | null {
  if (kind === "http" && sourceDocument !== null) return { kind: "openapi", text: sourceDocument };
  if (sourceAddress === null) return null;
  if (kind === "http") return { kind: "openapi", address: sourceAddress };
  const isOpen = kind === "mcp" && security.length === 0;
  return isOpen ? { kind: "mcp", address: sourceAddress, signIn: { type: "none" } } : null;
}

/** Connects what a start was read from, so that only the choice of operations is left. False when that failed. */
export async function connectStart(slug: string, start: Start): Promise<boolean> {
  const connection = connectionOf(start);
  if (!connection) return true;
  try {
    await connectSource(slug, connection);
    return true;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return false;
  }
}
