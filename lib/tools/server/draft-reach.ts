import "server-only";
import type { OperationBinding } from "#lib/catalog/operation.ts";
import type { CurrentOperation } from "#lib/catalog/server/callable-operation.ts";
import { mayTrySources } from "#lib/catalog/server/draft-sources.ts";
import { contentOfEntry } from "#lib/catalog/server/tool-content.ts";
import { AppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";

type Remote = Extract<OperationBinding, { kind: "http" | "mcp" }>;

async function servedBindings(entry: CurrentOperation["entry"]): Promise<readonly OperationBinding[]> {
  return (await contentOfEntry(entry)).operations.map(({ binding }) => binding);
}

async function requireKnownServer(entry: CurrentOperation["entry"], binding: Remote): Promise<void> {
  const origin = new URL(binding.serverUrl).origin;
  const names = new Set(binding.security.map(({ secretName }) => secretName));
  const served = (await servedBindings(entry)).filter((one) => one.kind === "http" || one.kind === "mcp");
  const bound = served.filter(({ security }) => security.some(({ secretName }) => names.has(secretName)));
  if (bound.length === 0 || bound.some(({ serverUrl }) => new URL(serverUrl).origin === origin)) return;
  throw new AppError(
    "refused-by-policy",
    `The draft would send a credential of the published tool to ${new URL(origin).host}, which it was not kept for.`,
    { mend: "Keep the credential for the new server under another name, and use that one in the draft." },
  );
}

/**
 * What a draft may reach before anybody has reviewed it: sources that the viewer could read anyway, and credentials
 * that serve only at the servers that they were kept for.
 */
export async function requireDraftReach(
  viewer: Viewer,
  entry: CurrentOperation["entry"],
  binding: OperationBinding,
): Promise<void> {
  if (binding.kind === "knowledge" && !(await mayTrySources(viewer, entry, binding.sourceIds)))
    throw new AppError("refused-by-policy", "This draft answers from a source that you may not read.", {
      mend: "Choose a source of your own, or one that a tool answers from that you may use.",
    });
  if ((binding.kind === "http" || binding.kind === "mcp") && binding.security.length > 0)
    await requireKnownServer(entry, binding);
}
