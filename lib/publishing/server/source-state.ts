import "server-only";
import { hashJson } from "#lib/canonical-hash.ts";
import { type OperationDefinition, securityRequirementSchema } from "#lib/catalog/operation.ts";
import { isAppError, notFound } from "#lib/errors.ts";
import type { DraftOperation } from "#lib/publishing/draft-content.ts";
import {
  listingOfSource,
  offeredFromContract,
  offeredFromMcp,
} from "#lib/publishing/server/source-listing.ts";
import { fingerprintsOf, type SourceRow, sourceRows } from "#lib/publishing/server/source-repository.ts";
import { type DraftTool, publishedContent, storedDraft } from "#lib/publishing/server/tool-draft.ts";
import type { Before } from "#lib/publishing/sources/choose-operations.ts";
import { keyOfBinding, type SourceListing } from "#lib/publishing/sources/offered.ts";
import { isFromSource } from "#lib/publishing/sources/own-operations.ts";
import { schemeSecretName } from "#lib/publishing/sources/secret-names.ts";
import { isJsonObject } from "#lib/tools/json-object.ts";
import { readMcpTools } from "#lib/tools/server/discover-mcp-tools.ts";

/** A source beside the draft of its tool. */
export type SourceState = {
  readonly row: SourceRow;
  readonly listing: SourceListing;
  readonly draft: readonly DraftOperation[];
  readonly revision: number;
  /** Operations of the draft that come from this source. */
  readonly own: readonly DraftOperation[];
  readonly isOwn: (operation: DraftOperation) => boolean;
  /** The document's own server as its operations name it. */
  readonly standardServer: string | undefined;
  /** The server that the owner chose instead. */
  readonly chosenServer: string | undefined;
  readonly before: (operation: DraftOperation) => Before | null;
  readonly secretNameOf: (name: string) => string;
};

const hashOf = (operation: DraftOperation): string | null => {
  if (operation.binding.kind === "mcp") return String(operation.binding.definitionHash);
  return operation.contract === undefined || operation.contract === null
    ? null
    : hashJson(operation.contract);
};

/** Whether an operation was chosen from another definition than the one that its source lists now. */
export function isOutdated(operation: DraftOperation, hash: string): boolean {
  return hashOf(operation) !== hash;
}

function secretNamesIn(operations: readonly DraftOperation[]): string[] {
  return operations.flatMap(({ binding }) => {
    const security = securityRequirementSchema.array().safeParse(binding.security);
    return security.success ? security.data.map(({ secretName }) => secretName) : [];
  });
}

/** What an operation was made of, read from the definition that is kept with it. */
function readBefore(row: SourceRow, operation: DraftOperation): Before | null {
  const { contract, binding } = operation;
  if (!isJsonObject(contract)) return null;
  try {
    if (binding.kind === "mcp") {
      const security = securityRequirementSchema.array().parse(row.security);
      const [read] = readMcpTools([contract], { serverUrl: String(binding.serverUrl), security });
      return read ? offeredFromMcp(contract, read) : null;
    }
    return offeredFromContract(contract, row.address) ?? null;
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

const serverOf = (definition: OperationDefinition | undefined) =>
  definition?.binding.kind === "http" ? definition.binding.serverUrl : undefined;

function stateOf(
  row: SourceRow,
  listings: ReadonlyMap<string, SourceListing>,
  rows: readonly SourceRow[],
  draft: readonly DraftOperation[],
  revision: number,
): SourceState {
  const listing = listings.get(row.id);
  if (!listing) throw notFound("The source");
  const others = rows
    .filter((other) => other.id !== row.id && other.kind === row.kind)
    .map((other) => listings.get(other.id) ?? null);
  const isOwn = (operation: DraftOperation) =>
    isFromSource(row, operation, others.length > 0 ? hashOf(operation) : null, listing, others);
  const own = draft.filter(isOwn);
  const known = new Map<DraftOperation, Before | null>();
  const before = (operation: DraftOperation) => {
    const listed = listing.byKey.get(keyOfBinding(operation.binding) ?? "");
    if (listed && !isOutdated(operation, listed.hash)) return listed;
    const found = known.get(operation) ?? readBefore(row, operation);
    known.set(operation, found);
    return found;
  };
  const standardServer =
    row.kind === "mcp"
      ? (row.address ?? undefined)
      : listing.servers.find(({ url }) => url !== undefined)?.url;
  const moved = own.slice(0, 20).find((operation) => {
    const at = serverOf(before(operation)?.definition);
    return at !== undefined && operation.binding.serverUrl !== at;
  });
  const chosenServer = row.kind === "mcp" || !moved ? undefined : String(moved.binding.serverUrl);
  const foreign = [
    ...secretNamesIn(draft.filter((operation) => !own.includes(operation))),
    ...rows
      .filter((other) => other.id !== row.id)
      .flatMap(({ security }) => securityRequirementSchema.array().safeParse(security).data ?? [])
      .map(({ secretName }) => secretName),
  ];
  const taken = new Set(foreign);
  const server = chosenServer ?? standardServer;
  return {
    row,
    listing,
    draft,
    revision,
    own,
    isOwn,
    standardServer,
    chosenServer,
    before,
    secretNameOf: (name) => (row.kind === "mcp" ? name : schemeSecretName(name, taken, server)),
  };
}

/** All sources of a tool, each beside the draft. */
export async function sourceStates(tool: DraftTool): Promise<SourceState[]> {
  const [rows, fingerprints, stored] = await Promise.all([
    sourceRows(tool.id),
    fingerprintsOf(tool.id),
    storedDraft(tool),
  ]);
  const { operations } = stored?.content ?? (await publishedContent(tool));
  const listings = new Map<string, SourceListing>();
  for (const row of rows) {
    listings.set(row.id, await listingOfSource(row, fingerprints.get(row.id) ?? ""));
  }
  return rows.map((row) => stateOf(row, listings, rows, operations, stored?.revision ?? 0));
}

/** One source of a tool beside the draft; one of another tool is not found. */
export async function sourceState(tool: DraftTool, id: string): Promise<SourceState> {
  const state = (await sourceStates(tool)).find(({ row }) => row.id === id);
  if (!state) throw notFound("The source");
  return state;
}
