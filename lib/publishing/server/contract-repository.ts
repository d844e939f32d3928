import "server-only";
import { db } from "#lib/db/client.ts";

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

/** Where the operations of a tool come from. */
export async function contractsOf(toolId: string) {
  return db().toolContract.findMany({
    where: { toolId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: columns,
  });
}
export type ContractRow = Awaited<ReturnType<typeof contractsOf>>[number];

export async function contractById(id: string): Promise<ContractRow | null> {
  return db().toolContract.findUnique({ where: { id }, select: columns });
}

export async function documentOf(id: string): Promise<string | null> {
  const row = await db().toolContract.findUnique({ where: { id }, select: { document: true } });
  return row?.document ?? null;
}

/** Every source that can be read again behind a tool that serves, the one that waits longest first. */
export async function contractsToWatch(): Promise<string[]> {
  const rows = await db().toolContract.findMany({
    where: {
      address: { not: null },
      tool: { currentVersionId: { not: null }, lifecycle: { notIn: ["retired"] } },
    },
    orderBy: [{ checkedAt: { sort: "asc", nulls: "first" } }, { id: "asc" }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

type Looked = {
  readonly state: string;
  readonly message: string;
  readonly checkedAt: Date;
  readonly document?: string;
};

/** Keeps what a look gave, unless another one was kept since `row` was read; false then. */
export async function keepLook(row: ContractRow, looked: Looked): Promise<boolean> {
  const { count } = await db().toolContract.updateMany({
    where: { id: row.id, checkedAt: row.checkedAt, state: row.state },
    data: looked,
  });
  return count === 1;
}
