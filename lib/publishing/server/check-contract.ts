import "server-only";
import { type ServedTool, unsafeServedTool } from "#lib/catalog/server/unsafe-served-tool.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { isAppError } from "#lib/errors.ts";
import {
  recordContractFailing,
  recordContractRecovered,
  tellOfFailing,
  tellOfMany,
} from "#lib/publishing/server/contract-events.ts";
import {
  type ContractRow,
  contractById,
  contractsOf,
  documentOf,
  keepLook,
} from "#lib/publishing/server/contract-repository.ts";
import { listingOf, type Reading, readSource } from "#lib/publishing/server/read-source.ts";
import {
  afterFailure,
  type ContractState,
  contractStateSchema,
} from "#lib/publishing/watch/contract-state.ts";
import {
  type Judgement,
  judgeOperations,
  type Listing,
  operationsFrom,
} from "#lib/publishing/watch/judge-operations.ts";
import { reviewedDefinition } from "#lib/tools/reviewed-definition.ts";
import { endSuspension } from "#lib/tools/server/end-suspension.ts";
import { pinnedHash } from "#lib/tools/server/pinned-hash.ts";
import { suspendServed, tellOwners } from "#lib/tools/server/suspend-operation.ts";
import type { FoundChange } from "#lib/tools/suspension.ts";

/** What a look at one source did. */
export type ContractCheck = {
  readonly contractId: string;
  readonly state: ContractState;
  /** Operations that were stopped or whose suspension ended. */
  readonly suspended: readonly string[];
  readonly returned: readonly string[];
};

/** Beyond so many operations of one look, one message tells of all. */
const mostMessages = 3;
/** The longest transaction of a look that finds a thousand operations changed, in milliseconds. */
const longestKeeping = 60_000;

const nothing: Listing = { find: () => undefined };

/** What the document listed when it was read last; nothing when that cannot be read any more. */
async function listedBefore(row: ContractRow): Promise<Listing> {
  const document = await documentOf(row.id);
  if (document === null) return nothing;
  try {
    return listingOf(document, row.address ?? undefined);
  } catch (error) {
    if (isAppError(error)) return nothing;
    throw error;
  }
}

async function applyJudgements(
  tool: ServedTool,
  judgements: readonly Judgement[],
): Promise<Pick<ContractCheck, "suspended" | "returned">> {
  const suspended: { readonly operation: string; readonly found: FoundChange }[] = [];
  const returned: string[] = [];
  for (const { operation, verdict, listed } of judgements) {
    if (verdict === "same") {
      if (await endSuspension(tool, operation, "returned")) returned.push(operation);
      continue;
    }
    const reviewed = tool.operations.find(({ name }) => name === operation);
    if (!reviewed) continue;
    const found: FoundChange = {
      reason: verdict,
      before: reviewedDefinition(reviewed),
      after: listed?.definition ?? null,
      afterHash: listed?.hash ?? null,
      foundBy: "watch",
    };
    if ((await suspendServed(tool, operation, found)) !== "known") suspended.push({ operation, found });
  }
  if (suspended.length > mostMessages) await tellOfMany(tool, suspended.length);
  else for (const { operation, found } of suspended) await tellOwners(tool, operation, found);
  return { suspended: suspended.map(({ operation }) => operation), returned };
}

async function keepReading(
  row: ContractRow,
  reading: Extract<Reading, { state: "read" }>,
  several: { readonly before: Listing } | null,
): Promise<ContractCheck | null> {
  return transaction(
    async () => {
      // A release may have come out while the other side was asked.
      const tool = await unsafeServedTool(row.toolId);
      if (!tool) return null;
      const operations = tool.operations.map((operation) => ({ ...operation, hash: pinnedHash(operation) }));
      const own = operationsFrom(row, operations, several && { ...several, now: reading.listing });
      const judgements = judgeOperations(own, reading.listing);
      const state = judgements.every(({ verdict }) => verdict === "same") ? "unchanged" : "changed";
      const { document } = reading;
      const looked = {
        state,
        message: "",
        checkedAt: now(),
        ...(document === undefined ? {} : { document }),
      };
      if (!(await keepLook(row, looked))) return null;
      if (contractStateSchema.parse(row.state) === "failing") await recordContractRecovered(tool, row);
      return { contractId: row.id, state, ...(await applyJudgements(tool, judgements)) };
    },
    { timeout: longestKeeping },
  );
}

async function keepFailure(
  row: ContractRow,
  message: string,
  isAsked: boolean,
): Promise<ContractCheck | null> {
  return transaction(async () => {
    const tool = await unsafeServedTool(row.toolId);
    const before = contractStateSchema.parse(row.state);
    const state = afterFailure(before, isAsked);
    if (!tool || !(await keepLook(row, { state, message, checkedAt: now() }))) return null;
    if (state === "failing" && before !== "failing") await recordContractFailing(tool, row, message);
    if (state === "failing" && !isAsked) await tellOfFailing(tool, row, message);
    return { contractId: row.id, state, suspended: [], returned: [] };
  });
}

/**
 * Looks at the source of a tool's operations and compares each with its reviewed definition: what differs or is gone is
 * suspended, what came back may be called again. A source that cannot be read, or answers nonsense, suspends nothing.
 * Of several looks at once the first that is done counts; null for the others, and for a source that cannot be read
 * again. `isAsked` says that a person asked for it.
 */
export async function checkContract(
  contractId: string,
  signal: AbortSignal,
  isAsked = false,
): Promise<ContractCheck | null> {
  const row = await contractById(contractId);
  const tool = row && (await unsafeServedTool(row.toolId));
  if (!tool || row.address === null) return null;
  const ownHosts = tool.operations.flatMap(({ binding }) =>
    "serverUrl" in binding ? new URL(binding.serverUrl).host : [],
  );
  const reading = await readSource({ ...row, address: row.address, ownHosts }, signal);
  if (reading.state === "failing") return keepFailure(row, reading.message, isAsked);
  const documents = (await contractsOf(row.toolId)).filter(({ kind }) => kind === "openapi");
  const isOneOfSeveral = row.kind === "openapi" && documents.length > 1;
  return keepReading(row, reading, isOneOfSeveral ? { before: await listedBefore(row) } : null);
}
