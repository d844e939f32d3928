import "server-only";
import { lowerBound } from "#lib/db/uuid.ts";

/** Append-heavy tables, partitioned by month through their uuid v7 key. */
export const partitionedTables = ["audit_event", "usage_record", "run_event"] as const;

/** Runs SQL outside or inside a transaction and returns its rows. */
export type RunSql = (sql: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;

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

export type Month = { readonly name: string; readonly from: Date; readonly to: Date };

/** The month of a time and the following ones, in UTC. */
export function monthsFrom(time: Date, ahead: number): Month[] {
  return Array.from({ length: ahead + 1 }, (_, step) => {
    const from = new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth() + step, 1));
    const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1));
    return { name: `${from.getUTCFullYear()}_${String(from.getUTCMonth() + 1).padStart(2, "0")}`, from, to };
  });
}
