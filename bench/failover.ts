/**
 * Asks a chat a thousand times while the first of its three models fails in every way, over real HTTP to a scripted model
 * server, on a database of its own. Prints one JSON object.
 *
 *   node --conditions=react-server bench/failover.ts [--runs 1000] [--clients 4]
 *
 * Each fault has an equal part of the runs: in four fifths of it the model misbehaves, in the last fifth it is healthy
 * again. Times are shortened: a first word within 1.5 s, a pause of 300 ms up to 2.4 s after failures (a hundredth).
 */
import { parseArgs } from "node:util";
import "./failover/settings.ts";
import type { Misbehaviour } from "#e2e/model-script.ts";
import { misbehaviours } from "#e2e/model-script.ts";
import { db } from "#lib/db/client.ts";
import { standardBreaker } from "#lib/models/breaker.ts";
import { forgetHealth } from "#lib/models/server/model-health.ts";
import type { ModelLimits } from "#lib/models/server/model-limits.ts";
import { makeCompany } from "#lib/runs/testing/company.ts";
import { makeThreeModels } from "#lib/runs/testing/three-models.ts";
import { type MeasuredRun, measureRun, scriptAnswers } from "./failover/measure-block.ts";
import { percentile } from "./search/measures.ts";
import { openScratchDatabase } from "./search/scratch-database.ts";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "1000" }, clients: { type: "string", default: "4" } },
});

const refusing = [
  "refuses-key",
  "rate-limited",
  "rate-limited-silently",
  "fails",
  "resets",
  "cuts-at-once",
  "nonsense",
  "web-page",
  "empty",
  "huge-chunk",
] as const satisfies readonly Misbehaviour[];
const silent = ["hangs", "hangs-after-headers"] as const satisfies readonly Misbehaviour[];
const midway = ["hangs-midway", "cuts-midway", "drips"] as const satisfies readonly Misbehaviour[];
const faults: readonly Misbehaviour[] = [...refusing, ...silent, ...midway];

const limits: Partial<ModelLimits> = {
  firstTokenMs: 1_500,
  idleMs: 1_000,
  longestAnswer: 40_000,
  breaker: { ...standardBreaker, pauseMs: 300, longestPauseMs: 2_400 },
};

const close = await openScratchDatabase(undefined);
const company = await makeCompany();
try {
  const three = await makeThreeModels(company, misbehaviours);
  scriptAnswers(company);
  const runs: MeasuredRun[] = [];
  const healthy: number[] = [];
  const perFault = Math.ceil(Number(values.runs) / faults.length);

  const ask = async (fault: Misbehaviour, count: number, into: (run: MeasuredRun) => void) => {
    let left = count;
    const own = { ...limits, ...(fault === "drips" ? { wholeMs: 3_000 } : {}) };
    const client = async () => {
      while (left > 0) {
        left -= 1;
        into(await measureRun(company, fault, three.aliasOf(fault), own));
      }
    };
    await Promise.all(Array.from({ length: Number(values.clients) }, client));
  };

  company.models.heal("rejects");
  await ask("rejects", 40, () => undefined);
  await ask("rejects", 60, (run) => healthy.push(run.firstTextMs));
  const before = await db().auditEvent.count({ where: { type: "model.called" } });
  for (const fault of faults) {
    forgetHealth([three.idOf("second"), three.idOf("third")]);
    const ill = Math.round(perFault * 0.8);
    await ask(fault, ill, (run) => runs.push(run));
    company.models.heal(fault);
    // The longest pause, and a little.
    await new Promise((later) => setTimeout(later, 2_500));
    await ask(fault, perFault - ill, (run) => runs.push(run));
    console.error(
      `${fault}: ${runs.filter((run) => run.fault === fault && run.end !== "lost").length} of ${perFault}`,
    );
  }

  const calls = await db().auditEvent.findMany({
    where: { type: "model.called" },
    orderBy: { id: "asc" },
    select: { details: true },
    skip: before,
  });
  const attempts = calls.map(({ details }) => (details as { attempts: number }).attempts);
  const requests = attempts.reduce((sum, count) => sum + count, 0);
  const repeats = requests - attempts.length;
  const count = (end: MeasuredRun["end"]) => runs.filter((run) => run.end === end).length;
  const base = percentile(healthy, 0.5);
  const added = (some: readonly MeasuredRun[]) => {
    const times = some.map((run) => run.firstTextMs - base).filter(Number.isFinite);
    return {
      runs: times.length,
      p50_ms: Math.round(percentile(times, 0.5)),
      p99_ms: Math.round(percentile(times, 0.99)),
    };
  };
  const isRefusing = ({ fault }: MeasuredRun) => refusing.some((one) => one === fault);
  const answered = runs.length - count("lost");
  console.log(
    JSON.stringify(
      {
        runs: runs.length,
        clients: Number(values.clients),
        answered_share: answered / runs.length,
        answered_by_first: count("first"),
        answered_by_next: count("next"),
        kept_and_continued: count("continued"),
        lost: count("lost"),
        requests,
        repeats,
        repeat_share: Math.round((repeats / requests) * 10_000) / 10_000,
        breaker_openings: await db().auditEvent.count({ where: { type: "model.paused" } }),
        breaker_closings: await db().auditEvent.count({ where: { type: "model.resumed" } }),
        first_text_healthy: { p50_ms: Math.round(base), p99_ms: Math.round(percentile(healthy, 0.99)) },
        added_when_first_refuses: added(
          runs.filter((run) => isRefusing(run) && run.end === "next" && !run.isPassedOver),
        ),
        added_when_breaker_open: added(runs.filter((run) => run.isPassedOver)),
      },
      null,
      2,
    ),
  );
} finally {
  await company.close();
  await close();
}
