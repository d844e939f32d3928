import "server-only";
import { securityRequirementSchema } from "#lib/catalog/operation.ts";
import { transaction } from "#lib/db/transaction.ts";
import { invalidInput, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { readRow, requireSourceTool } from "#lib/publishing/server/connect-source.ts";
import { recordSource } from "#lib/publishing/server/source-events.ts";
import { readListing } from "#lib/publishing/server/source-listing.ts";
import { readDocumentAt, readMcpServer, type SourceReading } from "#lib/publishing/server/source-reading.ts";
import { type SourceRow, updateSource } from "#lib/publishing/server/source-repository.ts";
import { sourceState } from "#lib/publishing/server/source-state.ts";
import { viewSource } from "#lib/publishing/server/source-view.ts";
import { requireDraftTool } from "#lib/publishing/server/tool-draft.ts";
import type { SourceAnswer } from "#lib/publishing/sources/schema.ts";
import { readSecret } from "#lib/secrets/secret-store.ts";

const mostTitles = 50;

async function readAgain(
  toolId: string,
  row: SourceRow,
  text: string | undefined,
  signal: AbortSignal,
): Promise<SourceReading> {
  const security = securityRequirementSchema.array().parse(row.security);
  if (row.kind === "mcp") {
    const secrets: Record<string, string> = {};
    for (const { secretName } of security) {
      secrets[secretName] = (await readSecret("tool", toolId, secretName)) ?? "";
    }
    return readMcpServer(row.address ?? "", security, secrets, signal);
  }
  if (text !== undefined) return { state: "connected", text, listing: readListing(row, text) };
  if (row.address === null) {
    throw invalidInput("text", "This document was pasted. Paste the new one, or choose its file.");
  }
  return readDocumentAt(row.address, signal);
}

/**
 * Reads a source again, or from a newer text, and says what is new in it. The draft stays as it is until its owner
 * chooses again; when the other side cannot be read, what was read before stays too.
 */
export async function refreshSource(
  viewer: Viewer,
  slug: string,
  id: string,
  { text }: { readonly text?: string | undefined },
  signal: AbortSignal,
): Promise<SourceAnswer> {
  const found = await requireDraftTool(viewer, slug);
  const { row, listing: before } = await sourceState(found, id);
  const tool = await requireSourceTool(viewer, slug, row.kind);
  if (text !== undefined && row.kind === "mcp") {
    throw invalidInput("text", "An MCP server is asked at its address; it takes no document.");
  }
  const reading = await readAgain(tool.id, row, text, signal);
  if (reading.state !== "connected") {
    return { ...reading, source: await viewSource(viewer, slug, id), added: { count: 0, titles: [] } };
  }
  const { listing } = reading;
  await transaction(async () => {
    if (!(await updateSource(tool.id, id, readRow(reading.text)))) throw notFound("The source");
    await recordSource("contract.refreshed", viewer, tool, row, {
      operations: listing.operations.length,
      fingerprint: listing.fingerprint,
    });
  });
  const added = listing.operations.filter(({ key }) => !before.byKey.has(key));
  return {
    state: "connected",
    message: "",
    mend: "",
    source: await viewSource(viewer, slug, id),
    added: { count: added.length, titles: added.slice(0, mostTitles).map(({ texts }) => texts.title) },
  };
}
