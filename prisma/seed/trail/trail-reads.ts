import type { SeededRandom } from "#demo/company/seeded-random.ts";
import type { SeededOrganisation, SeededPerson } from "../organisation.ts";
import { actorOf, type SampleHistory } from "./sample-history.ts";
import { isDayOff, workingMoment } from "./working-time.ts";

const filters = [
  { type: "policy.refused" },
  { type: "tool.published" },
  { type: "role." },
  { outcome: "failed" },
  { type: "session.refused" },
] as const;

/** The auditor's weekly look at the trail, and the export at the end of each month. */
export function addOrdinaryReads(
  history: SampleHistory,
  organisation: SeededOrganisation,
  auditor: SeededPerson,
  random: SeededRandom,
): void {
  const { time } = organisation;
  for (let daysAgo = 90; daysAgo >= 1; daysAgo -= 1) {
    if (isDayOff(auditor, time, daysAgo) || !random.chance(0.24)) continue;
    const at = workingMoment(auditor, time, daysAgo, random);
    if (at >= time.until) continue;
    history.events.push({
      at,
      from: auditor,
      request: `weekly look ${daysAgo}`,
      input: {
        type: "audit.read",
        actor: actorOf(auditor),
        details: { filter: random.pick(filters), matches: random.between(2, 180) },
      },
    });
  }
  for (const daysAgo of [81, 51, 20]) {
    history.events.push({
      at: time.at(daysAgo, "16:20"),
      from: auditor,
      request: `monthly export ${daysAgo}`,
      input: {
        type: "audit.exported",
        actor: actorOf(auditor),
        details: { filter: {}, events: random.between(2400, 3400), format: "ndjson" },
      },
    });
  }
}
