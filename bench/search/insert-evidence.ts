import { db } from "#lib/db/client.ts";

export type EvidencePerTool = { readonly calls: number; readonly probes: number; readonly ratings: number };

/**
 * Gives every generated tool calls, probes, ratings and compliance reviews, and has its docs verified. `people` are
 * taken in turn, so there are at least as many as `ratings`.
 */
export async function insertEvidence(
  people: readonly string[],
  { calls, probes, ratings }: EvidencePerTool,
): Promise<void> {
  const ids = [...people];
  await db().$executeRaw`
    INSERT INTO usage_record (id, occurred_at, kind, channel, person_id, team_id, tool_id, outcome, duration_ms)
    SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(md5(t.id::text || n), 1, 3)
        || '8' || substr(md5(n || t.id::text), 1, 15))::uuid,
      at, 'tool', 'form', p.id, p.team_id, t.id,
      CASE WHEN n % (5 + abs(hashtext(t.slug)) % 60) = 0 THEN 'failed' ELSE 'succeeded' END,
      60 + abs(hashtext(t.slug || n)) % 400
    FROM tool t CROSS JOIN generate_series(1, ${calls}::int) n
    CROSS JOIN LATERAL (SELECT now() - n * interval '11 hours' AS at) w
    JOIN person p ON p.id = (${ids}::uuid[])[1 + (n + abs(hashtext(t.slug))) % ${ids.length}::int]
    WHERE t.slug ~ '^tool-[0-9]+$'`;
  await db().$executeRaw`
    INSERT INTO tool_probe (id, tool_id, occurred_at, outcome, duration_ms)
    SELECT (overlay(overlay(md5(t.id::text || n) PLACING '7' FROM 13 FOR 1) PLACING '8' FROM 17 FOR 1))::uuid, t.id, now() - n * interval '1 hour', 'succeeded', 40
    FROM tool t CROSS JOIN generate_series(1, ${probes}::int) n WHERE t.slug ~ '^tool-[0-9]+$'`;
  await db().$executeRaw`
    INSERT INTO tool_rating (id, tool_id, person_id, team_id, major, version, stars, rated_at)
    SELECT (overlay(overlay(md5('rating' || t.id::text || n) PLACING '7' FROM 13 FOR 1) PLACING '8' FROM 17 FOR 1))::uuid, t.id, p.id, p.team_id, 1, '1.0.0',
      5 - abs(hashtext(t.slug || n)) % 8 / 2, now() - n * interval '9 days'
    FROM tool t CROSS JOIN generate_series(1, ${ratings}::int) n
    JOIN person p ON p.id = (${ids}::uuid[])[1 + (n + abs(hashtext(t.slug))) % ${ids.length}::int]
    WHERE t.slug ~ '^tool-[0-9]+$'`;
  await db().$executeRaw`
    INSERT INTO tool_review (id, tool_id, kind, reviewer, outcome, reviewed_at, expires_at)
    SELECT (overlay(overlay(md5(review || t.id::text) PLACING '7' FROM 13 FOR 1) PLACING '8' FROM 17 FOR 1))::uuid, t.id, review, 'Reviewer', 'passed', now() - interval '40 days',
      now() + interval '90 days'
    FROM tool t CROSS JOIN unnest(ARRAY['security', 'privacy']) review WHERE t.slug ~ '^tool-[0-9]+$'`;
  await db().$executeRaw`
    INSERT INTO docs_verification (id, tool_id, version, verified_by_id, verified_by, verified_at)
    SELECT (overlay(overlay(md5('docs' || t.id::text) PLACING '7' FROM 13 FOR 1) PLACING '8' FROM 17 FOR 1))::uuid, t.id, '1.0.0', (${ids}::uuid[])[1], 'Reader',
      now() - interval '100 days'
    FROM tool t WHERE t.slug ~ '^tool-[0-9]+$'`;
  await db().$executeRaw`ANALYZE`;
}
