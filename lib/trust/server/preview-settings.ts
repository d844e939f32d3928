import "server-only";
import { setImmediate as pause } from "node:timers/promises";
import { now } from "#lib/clock.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import { visibleTools } from "#lib/policy/visible-tools.ts";
import type { TrustFacts } from "#lib/trust/facts.ts";
import { catalogPrior } from "#lib/trust/people.ts";
import { countMoves, largestMoves, type Move, moveOf, type SettingsPreview } from "#lib/trust/preview.ts";
import type { RatingResult } from "#lib/trust/schema.ts";
import { namesOfVisible } from "#lib/trust/server/evidence-repository.ts";
import { gatherFacts } from "#lib/trust/server/gather-facts.ts";
import { resultsBefore } from "#lib/trust/server/rate-tools.ts";
import { settingsInForce } from "#lib/trust/server/trust-settings.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";

const movesShown = 10;
/** Tools compared in one go before other work has its turn. */
const atOnce = 200;

type Facts = ReadonlyMap<string, TrustFacts>;

/** The facts as other settings would gather them; the database is asked again only for another window. */
async function factsFor(
  next: TrustSettings,
  known: { facts: Facts; settings: TrustSettings; at: Date; before: ReadonlyMap<string, RatingResult> },
): Promise<Facts> {
  if (next.reliability.windowDays !== known.settings.reliability.windowDays) {
    return gatherFacts({ toolIds: null, at: known.at }, next, known.before);
  }
  const prior = catalogPrior([...known.facts.values()], next);
  return new Map([...known.facts].map(([id, facts]) => [id, { ...facts, prior }]));
}

/** What other settings would do to all tools on the evidence of now. Nothing is stored. */
export async function previewSettings(viewer: Viewer, next: TrustSettings): Promise<SettingsPreview> {
  requirePermission(viewer, "policy:write");
  const started = performance.now();
  const at = now();
  const { settings } = await settingsInForce();
  const before = new Map([...(await resultsBefore(null, at))].map(([id, { rating }]) => [id, rating]));
  const facts = await gatherFacts({ toolIds: null, at }, settings, before);
  const nextFacts = await factsFor(next, { facts, settings, at, before });
  const moves: Move[] = [];
  for (const [id, known] of facts) {
    if (moves.length % atOnce === atOnce - 1) await pause();
    const of = { facts: known, nextFacts: nextFacts.get(id) ?? known, before: before.get(id) ?? null };
    moves.push(moveOf(id, of, settings, next));
  }
  const largest = largestMoves(moves);
  const clause = visibleTools("discover", subjectOf(viewer), await loadRules());
  const names = await namesOfVisible(
    largest.map(({ toolId }) => toolId),
    clause,
  );
  const shown = largest.flatMap(({ toolId, before: stood, after }) => {
    const tool = names.get(toolId);
    return tool ? [{ ...tool, before: stood, after }] : [];
  });
  return {
    ...countMoves(moves),
    moves: shown.slice(0, movesShown),
    tookMs: Math.round(performance.now() - started),
  };
}
