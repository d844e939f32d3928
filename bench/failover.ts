/**
 * Asks a chat a thousand times while the first of its three models fails in every way, over real HTTP to a scripted model
 * server, on a database of its own. Prints one JSON object.
 *
 *   node --conditions=react-server bench/failover.ts [--runs 1000] [--clients 2]
 *
 * Each fault has an equal part of the runs: in four fifths of it the model misbehaves, in the last fifth it is healthy
 * again; beside every second one a healthy model is asked, so that the times can be compared. Times are shortened: a first word within 1.5 s, a pause of 300 ms up to 2.4 s after failures (a hundredth).
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
  options: { runs: { type: "string", default: "1000" }, clients: { type: "string", default: "2" } },
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

  // A model that misbehaves by its name, healed: what is measured beside the others, at the same load.
  const well = "rejects";
  company.models.heal(well);
  const askWell = async () => (await measureRun(company, well, three.aliasOf(well), limits)).firstTextMs;

  const ask = async (fault: Misbehaviour, count: number) => {
    let left = count;
    const own = { ...limits, ...(fault === "drips" ? { wholeMs: 3_000 } : {}) };
    const client = async () => {
      while (left > 0) {
        left -= 1;
        runs.push(await measureRun(company, fault, three.aliasOf(fault), own));
        if (left % 2 === 0) healthy.push(await askWell());
      }
    };
    await Promise.all(Array.from({ length: Number(values.clients) }, client));
  };

  for (let round = 0; round < 40; round += 1) await askWell();
  for (const fault of faults) {
    forgetHealth([three.idOf("second"), three.idOf("third")]);
    const ill = Math.round(perFault * 0.8);
    await ask(fault, ill);
    company.models.heal(fault);
    // The longest pause, and a little.
    await new Promise((later) => setTimeout(later, 2_500));
    await ask(fault, perFault - ill);
    console.error(
      `${fault}: ${runs.filter((run) => run.fault === fault && run.end !== "lost").length} of ${perFault}`,
    );
  }

  const calls = await db().auditEvent.findMany({
    where: { type: "model.called" },
    orderBy: { id: "asc" },
    select: { details: true },
  });
  const attempts = calls.map(({ details }) => (details as { attempts: number }).attempts);
  const requests = attempts.reduce((sum, count) => sum + count, 0);
  const repeats = requests - attempts.length;
  const count = (end: MeasuredRun["end"]) => runs.filter((run) => run.end === end).length;
  const spread = (times: readonly number[]) => ({
    p50_ms: Math.round(percentile(times, 0.5)),
    p99_ms: Math.round(percentile(times, 0.99)),
  });
  const usual = spread(healthy);
  const firstText = (some: readonly MeasuredRun[]) => {
    const own = spread(some.map((run) => run.firstTextMs).filter(Number.isFinite));
    const added = { added_p50_ms: own.p50_ms - usual.p50_ms, added_p99_ms: own.p99_ms - usual.p99_ms };
    return { runs: some.length, ...own, ...added };
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
        first_text_healthy: { runs: healthy.length, ...usual },
        first_text_when_first_refuses: firstText(
          runs.filter((run) => isRefusing(run) && run.end === "next" && !run.isPassedOver),
        ),
        first_text_when_breaker_open: firstText(runs.filter((run) => run.isPassedOver)),
      },
      null,
      2,
    ),
  );
} finally {
  await company.close();
  await close();
}
