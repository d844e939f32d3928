import "server-only";
import { db } from "#lib/db/client.ts";
import type { ToolClause } from "#lib/policy/visible-tools.ts";
import { storableText } from "#lib/storable.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const named = { select: { id: true, slug: true, name: true } } as const;

export const entryColumns = {
  id: true,
  slug: true,
  name: true,
  kind: true,
  audience: true,
  lifecycle: true,
  riskTier: true,
  dataClass: true,
  modelAlias: true,
  needsModel: true,
  linkUrl: true,
  supportChannel: true,
  createdById: true,
  createdAt: true,
  updatedAt: true,
  deprecatedAt: true,
  retiresAt: true,
  blockedAt: true,
  blockedReason: true,
  sloSuccess: true,
  sloP95Ms: true,
  embedOrigins: true,
  domain: named,
  successor: { select: { slug: true, name: true } },
  ownership: {
    select: {
      confirmedAt: true,
      team: { select: { id: true, slug: true, name: true } },
      owner: { select: { id: true, name: true, isActive: true } },
      deputy: { select: { id: true, name: true, isActive: true } },
    },
  },
  currentVersion: {
    select: {
      id: true,
      version: true,
      words: true,
      publishedAt: true,
      operations: { select: { name: true, title: true, description: true, exampleRequests: true } },
    },
  },
} as const satisfies Prisma.ToolSelect;

export type EntryRow = Prisma.ToolGetPayload<{ select: typeof entryColumns }>;

export async function allEntries(): Promise<EntryRow[]> {
  return db().tool.findMany({ orderBy: { name: "asc" }, select: entryColumns });
}

export async function entryBySlug(slug: string, clause: ToolClause): Promise<EntryRow | null> {
  // The database refuses to compare with what it cannot hold.
  if (storableText(slug) !== slug) return null;
  return db().tool.findFirst({ where: { AND: [{ slug }, clause] }, select: entryColumns });
}

/** Reads past any rule: only for work on behalf of the portal itself, never for an answer to a person. */
export async function unsafeEntry(where: { id: string } | { slug: string }): Promise<EntryRow | null> {
  return db().tool.findUnique({ where, select: entryColumns });
}

export async function namesBySlug(slugs: readonly string[], clause: ToolClause) {
  return db().tool.findMany({
    where: { AND: [{ slug: { in: [...slugs] } }, clause] },
    orderBy: { name: "asc" },
    select: { slug: true, name: true },
  });
}

export async function visibleIds(clause: ToolClause): Promise<Set<string>> {
  const rows = await db().tool.findMany({ where: clause, select: { id: true } });
  return new Set(rows.map((row) => row.id));
}

export const operationColumns = {
  id: true,
  versionId: true,
  name: true,
  title: true,
  description: true,
  inputSchema: true,
  outputSchema: true,
  annotations: true,
  binding: true,
  exampleInput: true,
  exampleRequests: true,
} as const satisfies Prisma.ToolOperationSelect;

export type OperationRow = Prisma.ToolOperationGetPayload<{ select: typeof operationColumns }>;

export async function operationsOfVersion(versionId: string): Promise<OperationRow[]> {
  return db().toolOperation.findMany({
    where: { versionId },
    orderBy: { position: "asc" },
    select: operationColumns,
  });
}

/** The operations of a version with what their owner keeps besides, which callers have no need of. */
export async function contentOfVersion(versionId: string) {
  return db().toolOperation.findMany({
    where: { versionId },
    orderBy: { position: "asc" },
    select: { ...operationColumns, contract: true },
  });
}

export type ContentRow = Awaited<ReturnType<typeof contentOfVersion>>[number];

export async function currentOperations(): Promise<(OperationRow & { toolId: string })[]> {
  const rows = await db().toolOperation.findMany({
    where: { version: { currentOf: { isNot: null } } },
    orderBy: [{ versionId: "asc" }, { position: "asc" }],
    select: { ...operationColumns, version: { select: { toolId: true } } },
  });
  return rows.map(({ version, ...row }) => ({ ...row, toolId: version.toolId }));
}

export async function operationTitles(versionIds: readonly string[]) {
  return db().toolOperation.findMany({
    where: { versionId: { in: [...versionIds] } },
    select: { versionId: true, name: true, title: true },
  });
}

export async function pageParts(toolId: string) {
  const [versions, incidents, reviews, questions] = await Promise.all([
    db().toolVersion.findMany({
      where: { toolId },
      orderBy: { publishedAt: "desc" },
      select: {
        id: true,
        version: true,
        publishedAt: true,
        publishedBy: true,
        releaseNotes: true,
        source: true,
      },
    }),
    db().toolIncident.findMany({ where: { toolId }, orderBy: { startedAt: "desc" }, take: 10 }),
    db().toolReview.findMany({ where: { toolId }, orderBy: { reviewedAt: "desc" }, take: 10 }),
    db().toolQuestion.findMany({
      where: { toolId },
      orderBy: { askedAt: "desc" },
      take: 50,
      select: {
        id: true,
        text: true,
        askedAt: true,
        answer: true,
        answeredAt: true,
        askedBy: { select: { name: true } },
      },
    }),
  ]);
  return { versions, incidents, reviews, questions };
}

type Block = { readonly at: Date; readonly reason: string; readonly byId: string };

/** Blocks a tool, or lets go of its block with null; false when it was so already. */
export async function setBlocked(id: string, block: Block | null): Promise<boolean> {
  const { count } = await db().tool.updateMany({
    where: { id, blockedAt: block ? null : { not: null } },
    data: {
      blockedAt: block?.at ?? null,
      blockedReason: block?.reason ?? null,
      blockedById: block?.byId ?? null,
    },
  });
  return count === 1;
}

export async function blockedEntries() {
  return db().tool.findMany({
    where: { blockedAt: { not: null } },
    orderBy: { blockedAt: "desc" },
    select: { id: true, slug: true, name: true, blockedAt: true, blockedReason: true },
  });
}

export async function insertSearch(data: Prisma.SearchRecordCreateInput): Promise<void> {
  await db().searchRecord.create({ data, select: { id: true } });
}

export type FailedSearch = { query: string; times: number; last: Date };

export async function searchesWithoutResult(since: Date, limit: number): Promise<FailedSearch[]> {
  return db().$queryRaw<FailedSearch[]>`
    SELECT normalized AS query, count(*)::int AS times, max(occurred_at) AS last
    FROM search_record WHERE results = 0 AND occurred_at >= ${since} AND normalized <> ''
    GROUP BY normalized ORDER BY times DESC, last DESC LIMIT ${limit}`;
}

export async function versionsByNumber(toolId: string, versions: readonly string[]) {
  return db().toolVersion.findMany({
    where: { toolId, version: { in: [...versions] } },
    select: {
      version: true,
      words: true,
      settings: true,
      operations: {
        orderBy: { position: "asc" },
        select: {
          name: true,
          title: true,
          description: true,
          inputSchema: true,
          outputSchema: true,
          annotations: true,
        },
      },
    },
  });
}

export async function versionById(id: string) {
  return db().toolVersion.findUnique({
    where: { id },
    select: { version: true, words: true, settings: true },
  });
}
