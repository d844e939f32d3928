import "server-only";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** Sample evidence counts in demo mode only. */
const counted = (): Prisma.Sql => (env().isDemo ? Prisma.empty : Prisma.sql`AND u.source = 'live'`);

export type FiguresRow = {
  model_id: string;
  calls: number;
  judged: number;
  failed: number;
  p50: number | null;
  p95: number | null;
  first_p50: number | null;
  first_p95: number | null;
  tokens_in: number;
  tokens_out: number;
  tokens_cached: number;
  without_price: number;
  has_sample: boolean;
};

/** Calls of each model since a moment. What a person stopped says nothing about the model, so it is not judged. */
export async function figuresByModel(since: Date): Promise<FiguresRow[]> {
  return db().$queryRaw<FiguresRow[]>`
    SELECT u.model_id,
      count(*)::int AS calls,
      count(*) FILTER (WHERE u.outcome IN ('succeeded', 'failed', 'timed-out'))::int AS judged,
      count(*) FILTER (WHERE u.outcome IN ('failed', 'timed-out'))::int AS failed,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY u.duration_ms) FILTER (WHERE u.outcome = 'succeeded') AS p50,
      percentile_cont(0.95) WITHIN GROUP (ORDER BY u.duration_ms) FILTER (WHERE u.outcome = 'succeeded') AS p95,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY u.first_token_ms) AS first_p50,
      percentile_cont(0.95) WITHIN GROUP (ORDER BY u.first_token_ms) AS first_p95,
      coalesce(sum(u.tokens_in), 0)::float8 AS tokens_in,
      coalesce(sum(u.tokens_out), 0)::float8 AS tokens_out,
      coalesce(sum(u.tokens_cached), 0)::float8 AS tokens_cached,
      count(*) FILTER (WHERE u.price_id IS NULL AND u.tokens_in + u.tokens_out > 0)::int AS without_price,
      bool_or(u.source = 'sample') AS has_sample
    FROM usage_record u
    WHERE u.kind = 'model' AND u.model_id IS NOT NULL AND u.occurred_at >= ${since} ${counted()}
    GROUP BY u.model_id`;
}

export type CostRow = { model_id: string; currency: string; amount: number };

/** What the calls of each model cost since a moment, each at the price that it was made at; see `costOf`. */
export async function costByModel(since: Date): Promise<CostRow[]> {
  return db().$queryRaw<CostRow[]>`
    SELECT u.model_id, p.currency,
      (sum((u.tokens_in - least(u.tokens_cached, u.tokens_in)) * p.input_per_million
        + least(u.tokens_cached, u.tokens_in) * coalesce(p.cached_input_per_million, p.input_per_million)
        + u.tokens_out * p.output_per_million) / 1000000)::float8 AS amount
    FROM usage_record u
    JOIN model_price p ON p.id = u.price_id
    WHERE u.kind = 'model' AND u.occurred_at >= ${since} ${counted()}
    GROUP BY u.model_id, p.currency ORDER BY p.currency`;
}
