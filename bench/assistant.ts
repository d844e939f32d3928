/**
 * Measures the embedded offline assistant on the written set of requests against the demo company.
 *
 *   node --conditions=react-server bench/assistant.ts [--all] [--set FILE]
 *
 * Prints right answers per class, values that nobody named, writes without confirmation, and every wrong answer.
 */
import { parseArgs } from "node:util";
import { openDemoWorld } from "./assistant/demo-world.ts";
import { readMeasuredRequests } from "./assistant/measured-requests.ts";
import { runRequest } from "./assistant/run-requests.ts";

const { values } = parseArgs({
  options: { all: { type: "boolean", default: false }, set: { type: "string" } },
});
const world = await openDemoWorld();
const { now, timeZone, requests } = readMeasuredRequests(values.set);
const outcomes = requests.map((request) => runRequest(world, request, now, timeZone));

for (const outcome of outcomes) {
  if (outcome.isRight && !values.all) continue;
  console.log(
    outcome.isRight ? "right" : "WRONG",
    outcome.request.id,
    JSON.stringify(outcome.request.text),
    "\n     ",
    outcome.note,
  );
}
const kinds = ["quote", "call", "follow-up", "decline", "out-of-scope"] as const;
console.table(
  Object.fromEntries(
    [...kinds, "all" as const].map((kind) => {
      const own = outcomes.filter(({ request }) => kind === "all" || request.kind === kind);
      const right = own.filter(({ isRight }) => isRight).length;
      return [kind, { requests: own.length, right, share: `${((100 * right) / own.length).toFixed(1)} %` }];
    }),
  ),
);
const invented = outcomes.filter((outcome) => outcome.invented.length > 0);
console.log(
  `values that nobody named: ${invented.length}`,
  invented.map(({ request, invented: list }) => `${request.id} ${list.join(" ")}`),
);
console.log(
  `writes without confirmation: ${outcomes.filter(({ unconfirmedWrite }) => unconfirmedWrite).length}`,
);
const times = outcomes.map(({ milliseconds }) => milliseconds).sort((left, right) => left - right);
console.log(
  `p50 ${times[Math.floor(times.length / 2)]?.toFixed(1)} ms, p95 ${times[Math.floor(times.length * 0.95)]?.toFixed(1)} ms`,
);
