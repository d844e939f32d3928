import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export type ProbedRow = { tool_id: string; slug: string; needs_model: boolean; bindings: unknown[] };

/** The tools that may be called, with how each of their operations is carried out. */
export async function toolsToProbe(): Promise<ProbedRow[]> {
  return db().$queryRaw<ProbedRow[]>`
    SELECT t.id AS tool_id, t.slug, t.needs_model, jsonb_agg(o.binding) AS bindings
    FROM tool t JOIN tool_operation o ON o.version_id = t.current_version_id
    WHERE t.lifecycle IN ('published', 'deprecated') AND t.blocked_at IS NULL
    GROUP BY t.id ORDER BY t.slug`;
}

/** Which of these knowledge sources hold a document. */
export async function sourcesWithDocuments(ids: readonly string[]): Promise<Set<string>> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT s.id FROM knowledge_source s
    WHERE s.id::text = ANY(${[...ids]}) AND EXISTS (SELECT 1 FROM document d WHERE d.source_id = s.id)`;
  return new Set(rows.map(({ id }) => id));
}

export async function insertProbes(data: Prisma.ToolProbeCreateManyInput[]): Promise<void> {
  await db().toolProbe.createMany({ data });
}

/** Deletes probes that no window looks at any more. */
export async function deleteProbesBefore(moment: Date): Promise<void> {
  await db().toolProbe.deleteMany({ where: { occurredAt: { lt: moment } } });
}
