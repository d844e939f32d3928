import "server-only";
import { type EntryRow, entryColumns } from "#lib/catalog/server/repository.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** What tells whether a tool is still as it was read: it differs after any change of its rows. */
export type EntryMark = { readonly id: string; readonly mark: string };

/**
 * The marks of some tools, or of all. `xmin` is the transaction that wrote a row; of the rows that many tools share
 * only what the index holds of them counts.
 */
export async function entryMarks(ids: readonly string[] | null): Promise<EntryMark[]> {
  const only = ids ? Prisma.sql`WHERE t.id = ANY(${[...ids]}::uuid[])` : Prisma.empty;
  const ofOperations = ids
    ? Prisma.sql`WHERE version_id IN (SELECT current_version_id FROM tool WHERE id = ANY(${[...ids]}::uuid[]))`
    : Prisma.empty;
  return db().$queryRaw<EntryMark[]>`
    SELECT t.id, concat_ws(' ', t.xmin, v.xmin, o.xmin, op.last, op.count, owner.is_active, deputy.is_active,
      owner.name, deputy.name, d.slug, d.name, team.slug, team.name, s.slug, s.name) AS mark
    FROM tool t
    JOIN domain d ON d.id = t.domain_id
    LEFT JOIN tool_version v ON v.id = t.current_version_id
    LEFT JOIN tool s ON s.id = t.successor_id
    LEFT JOIN ownership o ON o.tool_id = t.id
    LEFT JOIN team ON team.id = o.team_id
    LEFT JOIN person owner ON owner.id = o.owner_id
    LEFT JOIN person deputy ON deputy.id = o.deputy_id
    LEFT JOIN (
      SELECT version_id, max(xmin::text::bigint) AS last, count(*) AS count FROM tool_operation ${ofOperations}
      GROUP BY version_id
    ) op ON op.version_id = t.current_version_id
    ${only}`;
}

export async function entriesByIds(ids: readonly string[]): Promise<EntryRow[]> {
  return db().tool.findMany({ where: { id: { in: [...ids] } }, select: entryColumns });
}

type InputWordsRow = { readonly toolId: string; readonly words: string };

/** Names and descriptions of the inputs of the tools' current operations, by tool. */
export async function inputWordsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db().$queryRaw<InputWordsRow[]>`
    SELECT t.id AS "toolId", string_agg(concat_ws(' ', input.key,
      CASE WHEN json_typeof(input.value) = 'object' THEN input.value ->> 'description' END), E'\n') AS words
    FROM tool t
    JOIN tool_operation o ON o.version_id = t.current_version_id
    CROSS JOIN LATERAL json_each(CASE WHEN json_typeof(o.input_schema -> 'properties') = 'object'
      THEN o.input_schema -> 'properties' ELSE '{}'::json END) AS input
    WHERE t.id = ANY(${[...ids]}::uuid[])
    GROUP BY t.id`;
  return new Map(rows.map(({ toolId, words }) => [toolId, words]));
}
