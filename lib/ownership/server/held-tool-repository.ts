import "server-only";
import { db } from "#lib/db/client.ts";
import { storableText } from "#lib/storable.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const person = { select: { id: true, name: true, isActive: true } } as const;
const named = { select: { id: true, slug: true, name: true } } as const;

const heldColumns = {
  id: true,
  slug: true,
  name: true,
  kind: true,
  lifecycle: true,
  audience: true,
  domainId: true,
  createdAt: true,
  domain: named,
  ownership: {
    select: { team: named, owner: person, deputy: person, confirmedAt: true },
  },
} as const satisfies Prisma.ToolSelect;
type HeldRow = Prisma.ToolGetPayload<{ select: typeof heldColumns }>;

/** A tool with who it is with, whoever asks; nothing of what it says or does. */
export type HeldTool = Omit<HeldRow, "ownership"> & {
  readonly team: { readonly id: string; readonly slug: string; readonly name: string } | null;
  readonly owner: { readonly id: string; readonly name: string; readonly isActive: boolean } | null;
  readonly deputy: { readonly id: string; readonly name: string; readonly isActive: boolean } | null;
  readonly confirmedAt: Date | null;
};

function toHeld({ ownership, ...row }: HeldRow): HeldTool {
  const { team = null, owner = null, deputy = null, confirmedAt = null } = ownership ?? {};
  return { ...row, team, owner, deputy, confirmedAt };
}

export async function heldTools(where: Prisma.ToolWhereInput): Promise<HeldTool[]> {
  const rows = await db().tool.findMany({
    where,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: heldColumns,
  });
  return rows.map(toHeld);
}

export async function heldTool(where: { id: string } | { slug: string }): Promise<HeldTool | null> {
  // The database refuses to compare with what it cannot hold.
  if ("slug" in where && storableText(where.slug) !== where.slug) return null;
  const row = await db().tool.findUnique({ where, select: heldColumns });
  return row && toHeld(row);
}

export type NewHands = {
  readonly teamId: string;
  readonly ownerId: string;
  readonly deputyId: string | null;
  readonly domainId: string;
  /** Null leaves the last confirmation as it is. */
  readonly confirmedAt: Date | null;
};

/** Gives a tool to a team and its people; it moves to the team's domain. */
export async function setHands(toolId: string, to: NewHands): Promise<void> {
  const { domainId, confirmedAt, ...hands } = to;
  const data = { ...hands, ...(confirmedAt ? { confirmedAt, confirmedById: to.ownerId } : {}) };
  await db().ownership.upsert({
    where: { toolId },
    create: { toolId, ...data },
    update: data,
    select: { toolId: true },
  });
  await db().tool.update({ where: { id: toolId }, data: { domainId }, select: { id: true } });
}

/** Changes who is deputy as long as nobody else did so, or took the tool over, since it was read. */
export async function setDeputy(
  toolId: string,
  before: { readonly ownerId: string | null; readonly deputyId: string | null },
  deputyId: string | null,
): Promise<boolean> {
  return (await db().ownership.updateMany({ where: { toolId, ...before }, data: { deputyId } })).count === 1;
}

/** Makes the deputy the owner, if both are still who they were. */
export async function promoteDeputy(toolId: string, ownerId: string, deputyId: string): Promise<boolean> {
  const where = { toolId, ownerId, deputyId };
  const data = { ownerId: deputyId, deputyId: null };
  return (await db().ownership.updateMany({ where, data })).count === 1;
}

/** Has whoever else would change who this tool is with wait until the transaction of the moment ends. */
export async function lockTool(id: string): Promise<void> {
  await db().$queryRaw`SELECT id FROM tool WHERE id = ${id}::uuid FOR UPDATE`;
}

/** What a tool is for, as it stands published, else in its draft. */
export async function purposeOf(toolId: string): Promise<string> {
  const rows = await db().$queryRaw<{ purpose: string | null }[]>`
    SELECT coalesce(v.words ->> 'purpose', d.words ->> 'purpose') AS purpose
    FROM tool t
    LEFT JOIN tool_version v ON v.id = t.current_version_id
    LEFT JOIN tool_draft d ON d.tool_id = t.id
    WHERE t.id = ${toolId}::uuid`;
  return rows[0]?.purpose ?? "";
}
