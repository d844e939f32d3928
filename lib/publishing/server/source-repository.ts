import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const columns = {
  id: true,
  toolId: true,
  kind: true,
  address: true,
  security: true,
  state: true,
  message: true,
  checkedAt: true,
} as const;

/** Holds other changes to the sources of a tool back until the transaction ends. */
export async function lockSourcesOf(toolId: string): Promise<void> {
  await db().$queryRaw`SELECT id FROM tool WHERE id = ${toolId}::uuid FOR UPDATE`;
}

export async function sourceRows(toolId: string) {
  return db().toolContract.findMany({
    where: { toolId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: columns,
  });
}
export type SourceRow = Awaited<ReturnType<typeof sourceRows>>[number];

export async function sourceRow(toolId: string, id: string): Promise<SourceRow | null> {
  return db().toolContract.findFirst({ where: { id, toolId }, select: columns });
}

/** SHA-256 of each source's text, by its id; made by the database, so that megabytes stay where they are. */
export async function fingerprintsOf(toolId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db().$queryRaw<{ id: string; fingerprint: string }[]>`
    SELECT id::text, encode(sha256(convert_to(coalesce(document, ''), 'UTF8')), 'hex') AS fingerprint
    FROM tool_contract WHERE tool_id = ${toolId}::uuid`;
  return new Map(rows.map(({ id, fingerprint }) => [id, fingerprint]));
}

export async function sourceText(id: string): Promise<string> {
  const row = await db().toolContract.findUnique({ where: { id }, select: { document: true } });
  return row?.document ?? "";
}

export async function insertSource(data: Prisma.ToolContractUncheckedCreateInput): Promise<void> {
  await db().toolContract.create({ data, select: { id: true } });
}

/** False when somebody removed it meanwhile. */
export async function updateSource(
  toolId: string,
  id: string,
  data: Prisma.ToolContractUncheckedUpdateManyInput,
): Promise<boolean> {
  const { count } = await db().toolContract.updateMany({ where: { id, toolId }, data });
  return count === 1;
}

export async function deleteSource(toolId: string, id: string): Promise<boolean> {
  const { count } = await db().toolContract.deleteMany({ where: { id, toolId } });
  return count === 1;
}
