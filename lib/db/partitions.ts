import "server-only";
import type { Engine } from "#lib/db/engine.ts";
import { lowerBound } from "#lib/db/uuid.ts";

/** Append-heavy tables, partitioned by month through their uuid v7 key. */
export const partitionedTables = ["audit_event", "usage_record", "run_event"] as const;

/** The name of the partition that nothing else takes. */
function defaultPartition(table: string): string {
  return `${table}_default`;
}

/**
 * Turns the plain CREATE TABLE of the named tables, as the migration engine writes it, into a partitioned one with a
 * default partition. A uuid key alone then stays the primary key.
 */
export function partitionNewTables(sql: string, tables: readonly string[]): string {
  return sql.replace(/CREATE TABLE "(\w+)" \(\n[\s\S]*?\n\);/g, (statement: string, table: string) =>
    tables.includes(table)
      ? `${statement.slice(0, -1)} PARTITION BY RANGE ("id");\nCREATE TABLE "${defaultPartition(table)}" PARTITION OF "${table}" DEFAULT;`
      : statement,
  );
}

type Month = { readonly name: string; readonly from: Date; readonly to: Date };

function monthsAround(time: Date, back: number, ahead: number): Month[] {
  return Array.from({ length: back + 1 + ahead }, (_, step) => {
    const from = new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth() + step - back, 1));
    const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1));
    return { name: `${from.getUTCFullYear()}_${String(from.getUTCMonth() + 1).padStart(2, "0")}`, from, to };
  });
}

export type PartitionOptions = {
  readonly monthsBack?: number;
  readonly monthsAhead?: number;
  readonly now?: Date;
  readonly tables?: readonly string[];
};

/** Any number that nothing else on the server locks; two processes that make the same partition wait on it. */
const partitionLock = 7_395_610_214;

/**
 * Makes the monthly partitions around now that are missing, and returns their names. Rows that waited in the default
 * partition move into the new one. Needs the right to change the schema; tables that do not exist yet are left out.
 */
export async function ensurePartitions(
  database: Pick<Engine, "query" | "execute">,
  { monthsBack = 2, monthsAhead = 3, now = new Date(), tables = partitionedTables }: PartitionOptions = {},
): Promise<string[]> {
  const found = await database.query(
    `SELECT parent.relname AS parent, child.relname AS child
       FROM pg_class parent
       LEFT JOIN pg_inherits ON inhparent = parent.oid
       LEFT JOIN pg_class child ON child.oid = inhrelid
      WHERE parent.relkind = 'p' AND parent.relnamespace = current_schema()::regnamespace`,
  );
  const existing = new Set(found.map(({ child }) => child));
  const parents = new Set(found.map(({ parent }) => parent));
  const made: string[] = [];
  for (const table of tables.filter((name) => parents.has(name))) {
    for (const month of monthsAround(now, monthsBack, monthsAhead)) {
      const partition = `${table}_${month.name}`;
      if (existing.has(partition)) continue;
      await createPartition(database, table, partition, month);
      made.push(partition);
    }
  }
  return made;
}

async function createPartition(
  database: Pick<Engine, "query" | "execute">,
  table: string,
  partition: string,
  { from, to }: Month,
): Promise<void> {
  const lock = `SELECT pg_advisory_xact_lock(${partitionLock});`;
  const [low, high] = [`'${lowerBound(from)}'`, `'${lowerBound(to)}'`];
  const create = `CREATE TABLE IF NOT EXISTS "${partition}" PARTITION OF "${table}" FOR VALUES FROM (${low}) TO (${high});`;
  const rest = defaultPartition(table);
  const waiting = await database.query(
    `SELECT 1 FROM "${rest}" WHERE id >= ${low}::uuid AND id < ${high}::uuid LIMIT 1`,
  );
  if (waiting.length === 0) {
    await database.execute(`${lock} ${create}`);
    return;
  }
  // Detached, the default partition is free of the parent's triggers, which may forbid to delete.
  await database.execute(`${lock}
    ALTER TABLE "${table}" DETACH PARTITION "${rest}";
    ${create}
    INSERT INTO "${partition}" SELECT * FROM "${rest}" WHERE id >= ${low}::uuid AND id < ${high}::uuid;
    DELETE FROM "${rest}" WHERE id >= ${low}::uuid AND id < ${high}::uuid;
    ALTER TABLE "${table}" ATTACH PARTITION "${rest}" DEFAULT;`);
}
