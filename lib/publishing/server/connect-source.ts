import "server-only";
import { sha256Hex } from "#lib/canonical-hash.ts";
import { type SecurityRequirement, securityRequirementSchema } from "#lib/catalog/operation.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { recordSource } from "#lib/publishing/server/source-events.ts";
import { readListing } from "#lib/publishing/server/source-listing.ts";
import {
  readDocumentAt,
  readMcpServer,
  requirementOf,
  type SourceReading,
} from "#lib/publishing/server/source-reading.ts";
import {
  fingerprintsOf,
  insertSource,
  lockSourcesOf,
  type SourceRow,
  sourceRows,
  updateSource,
} from "#lib/publishing/server/source-repository.ts";
import { viewSource } from "#lib/publishing/server/source-view.ts";
import { type DraftTool, requireDraftTool } from "#lib/publishing/server/tool-draft.ts";
import type { ConnectSource, SourceAnswer } from "#lib/publishing/sources/schema.ts";
import { freeSecretName } from "#lib/publishing/sources/secret-names.ts";
import { secretFields, storeSecret } from "#lib/secrets/secret-store.ts";

const mostSources = 5;
const nothingAdded = { count: 0, titles: [] };

const requirementsOf = (row: SourceRow) => securityRequirementSchema.array().parse(row.security);

/** The kind of source that a kind of tool has, and whether its draft is open. */
export async function requireSourceTool(viewer: Viewer, slug: string, kind: string): Promise<DraftTool> {
  const tool = await requireDraftTool(viewer, slug);
  const wanted = tool.kind === "http" ? "openapi" : tool.kind;
  if (wanted !== kind) {
    throw new AppError("invalid-input", `A tool of the kind ${tool.kind} has no such source.`, {
      fields: [{ path: "kind", message: `cannot be ${kind} for this tool.` }],
      mend: "Make a new tool from it.",
    });
  }
  if (tool.lifecycle === "retired") {
    throw new AppError("conflict", `${tool.name} is retired, so its draft is closed.`, {
      mend: "Clone it to begin a new tool with the same content.",
    });
  }
  return tool;
}

async function readNew(
  input: ConnectSource,
  secretName: string,
  signal: AbortSignal,
): Promise<{
  readonly reading: SourceReading;
  readonly security: readonly SecurityRequirement[];
  readonly value: string;
}> {
  if (input.kind === "mcp") {
    const { security, value } = requirementOf(input.signIn, secretName);
    const reading = await readMcpServer(input.address, security, { [secretName]: value }, signal);
    return { reading, security, value };
  }
  const own = { security: [], value: "" };
  if ("address" in input) return { ...own, reading: await readDocumentAt(input.address, signal) };
  const { text } = input;
  const listing = readListing({ kind: "openapi", address: null, security: [] }, text);
  return { ...own, reading: { state: "connected", text, listing } };
}

async function sameSource(
  tool: DraftTool,
  input: ConnectSource,
  rows: readonly SourceRow[],
): Promise<SourceRow | undefined> {
  if ("address" in input) {
    return rows.find(({ kind, address }) => kind === input.kind && address === input.address);
  }
  const fingerprints = await fingerprintsOf(tool.id);
  const fingerprint = sha256Hex(input.text);
  return rows.find(({ id, address }) => address === null && fingerprints.get(id) === fingerprint);
}

/** What a row holds after a look that went well. Whether its operations still fit is for the watch to say. */
export function readRow(text: string) {
  return { document: text, state: "unchecked", message: "", checkedAt: now() };
}

/**
 * Connects an OpenAPI document or an MCP server to a tool. The other side is asked first; only a source that could be
 * read is kept, with its credential sealed. The same one again, as by two clicks at once, is read anew and not doubled.
 * @throws AppError `invalid-input` for a pasted document that cannot be used; failures of the other side are the answer
 */
export async function connectSource(
  viewer: Viewer,
  slug: string,
  input: ConnectSource,
  signal: AbortSignal,
): Promise<SourceAnswer> {
  const tool = await requireSourceTool(viewer, slug, input.kind);
  const draftName = freeSecretName("address" in input ? input.address : "", new Set());
  const { reading, security, value } = await readNew(input, draftName, signal);
  if (reading.state !== "connected") return { ...reading, source: null, added: nothingAdded };
  const { text, listing } = reading;
  const id = await transaction(async () => {
    await lockSourcesOf(tool.id);
    const rows = await sourceRows(tool.id);
    const same = await sameSource(tool, input, rows);
    if (!same && rows.length >= mostSources) {
      throw new AppError("conflict", `A tool has at most ${mostSources} sources.`, {
        mend: "Remove one that is no longer needed, or make another tool.",
      });
    }
    const [ownSecret] = same ? requirementsOf(same) : [];
    const taken = new Set([
      ...((await secretFields("tool", [tool.id])).get(tool.id) ?? []),
      ...rows.flatMap(requirementsOf).map(({ secretName }) => secretName),
    ]);
    const secretName =
      ownSecret?.secretName ?? freeSecretName("address" in input ? input.address : "", taken);
    const requirements = security.map((one) => ({ ...one, secretName }));
    if (value !== "" || ownSecret) await storeSecret("tool", tool.id, secretName, value);
    const sourceId = same?.id ?? newId();
    const row = { ...readRow(text), security: requirements };
    if (same) await updateSource(tool.id, same.id, row);
    else {
      await insertSource({
        id: sourceId,
        toolId: tool.id,
        kind: input.kind,
        address: "address" in input ? input.address : null,
        createdById: viewer.id,
        createdAt: now(),
        ...row,
      });
    }
    await recordSource(
      same ? "contract.refreshed" : "contract.connected",
      viewer,
      tool,
      { id: sourceId, kind: input.kind, address: "address" in input ? input.address : null },
      { operations: listing.operations.length, fingerprint: listing.fingerprint },
    );
    return sourceId;
  });
  const source = await viewSource(viewer, slug, id);
  return { state: "connected", message: "", mend: "", source, added: nothingAdded };
}
