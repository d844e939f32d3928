import "server-only";
import { isConfirmed } from "#lib/catalog/concerns.ts";
import { noWords } from "#lib/catalog/no-words.ts";
import type { Readiness, ToolCard, ToolWords } from "#lib/catalog/schema.ts";
import { lifecycleSchema, toolKindSchema, toolWordsSchema } from "#lib/catalog/schema.ts";
import type { EntryRow } from "#lib/catalog/server/repository.ts";
import { now } from "#lib/clock.ts";
import { dataClassSchema } from "#lib/data-class.ts";
import { log } from "#lib/log.ts";
import type { Decision, ToolFacts } from "#lib/policy/schema.ts";
import { noUsage, type ToolUsage } from "#lib/telemetry/schema.ts";
import type { TrustRating } from "#lib/trust/mark.ts";

/** What policy decides on. */
export function factsOf(row: EntryRow): ToolFacts {
  return {
    kind: "tool",
    id: row.id,
    name: row.name,
    domainId: row.domain.id,
    teamId: row.ownership?.team.id ?? null,
    ownerId: row.ownership?.owner?.id ?? null,
    deputyId: row.ownership?.deputy?.id ?? null,
    createdById: row.createdById,
    audience: row.audience,
    lifecycle: row.lifecycle,
    isBlocked: row.blockedAt !== null,
    blockedReason: row.blockedReason,
    successorName: row.successor?.name ?? null,
    dataClass: dataClassSchema.parse(row.dataClass),
  };
}

const readWords = new WeakMap<EntryRow, ToolWords>();

function readWordsOf({ id, name, currentVersion }: EntryRow): ToolWords {
  if (!currentVersion) return { ...noWords, name, purpose: `${name} has no published version yet.` };
  const read = toolWordsSchema.safeParse(currentVersion.words);
  if (read.success) return read.data;
  // One entry must not take all others with it.
  log.warn(
    { toolId: id, version: currentVersion.version, first: read.error.issues[0]?.path.join(".") },
    "the words of a tool cannot be read",
  );
  return {
    ...noWords,
    name,
    purpose: `The words of ${name} cannot be read. Its owner can publish it again.`,
  };
}

/** The words of a tool; read once for a row, however often they are asked for. */
export function wordsOf(row: EntryRow): ToolWords {
  const known = readWords.get(row);
  if (known) return known;
  const words = readWordsOf(row);
  readWords.set(row, words);
  return words;
}

/** A confirmation that still holds. */
function holding(confirmedAt: Date | null): string | null {
  return confirmedAt && isConfirmed(confirmedAt, now()) ? confirmedAt.toISOString() : null;
}

/** One fact that helps to choose now. */
export function readinessOf(row: EntryRow, access: Pick<Decision, "allowed">, hasModel: boolean): Readiness {
  if (row.blockedAt) return { state: "blocked", label: "Blocked by an administrator" };
  if (row.lifecycle === "retired") return { state: "retired", label: "Retired" };
  if (!access.allowed) return { state: "no-access", label: "Not open to you" };
  if (row.kind === "link") return { state: "opens-elsewhere", label: "Opens elsewhere" };
  if (row.needsModel && !hasModel) return { state: "needs-model", label: "Needs a model" };
  return { state: "works-now", label: "Works now" };
}

export function toCard(
  row: EntryRow,
  access: Decision,
  hasModel: boolean,
  usage: ToolUsage | undefined,
  trust: TrustRating | undefined,
): ToolCard {
  const words = wordsOf(row);
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    kind: toolKindSchema.parse(row.kind),
    purpose: words.purpose,
    domain: row.domain,
    team: row.ownership?.team ?? null,
    lifecycle: lifecycleSchema.parse(row.lifecycle),
    dataClass: dataClassSchema.parse(row.dataClass),
    tags: words.tags,
    version: row.currentVersion?.version ?? null,
    readiness: readinessOf(row, access, hasModel),
    successor: row.successor,
    ownerConfirmedAt: holding(row.ownership?.confirmedAt ?? null),
    isUnowned: !row.ownership?.owner?.isActive && !row.ownership?.deputy?.isActive,
    usage: usage ?? noUsage,
    trust: trust ?? null,
  };
}
