import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays } from "#demo/company/days.ts";
import { type DemoServices, startDemoServices } from "#demo/services/start-services.ts";
import { planOrganisation } from "../organisation.ts";
import { seedTime } from "../seed-time.ts";
import { readServiceOperations, type ServiceOperations } from "../tool-operations.ts";
import { planTools } from "../tools.ts";
import { outage } from "./outage.ts";
import { makeHistory } from "./seed-trail.ts";

const token = "token of the history's test";
const dataDir = mkdtempSync(join(tmpdir(), "northmere-history-"));
let services: DemoServices;
let operations: ServiceOperations;

beforeAll(async () => {
  services = await startDemoServices({ port: 0, dataDir, token });
  operations = await readServiceOperations(services.url, token);
});
afterAll(async () => {
  await services.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function historyOf(day: string, clock = "16:00") {
  const time = seedTime(day, new Date(`${day}T${clock}:00Z`));
  const organisation = planOrganisation(time);
  return { time, ...makeHistory({ organisation, tools: planTools(time), services: operations }) };
}

test("two seedings of one day make the same history", () => {
  const { time: _first, ...first } = historyOf("2027-02-10");
  const { time: _second, ...second } = historyOf("2027-02-10");
  expect(first).toEqual(second);
});

// A whole week, one day of it across the change of clocks, and a seeding just after midnight.
const days = Array.from({ length: 7 }, (_, index) => [addDays("2027-03-26", index), "16:00"]);

describe.each([...days, ["2027-01-01", "00:10"]])("seeded on %s at %s", (day, clock) => {
  test("has the stories, ordinary days, and nothing that has not happened yet", () => {
    const { time, events, usage, sessions } = historyOf(day ?? "", clock);
    expect(events.length).toBeGreaterThan(8000);
    expect(events.length).toBeLessThan(10_500);
    expect(events.filter(({ at }) => at > time.until)).toEqual([]);
    expect(usage.filter(({ at }) => at > time.until)).toEqual([]);
    expect(sessions.filter(({ lastSeenAt, startedAt }) => lastSeenAt < startedAt)).toEqual([]);

    const from = time.at(outage.daysAgo, outage.startedAt);
    const to = new Date(from.getTime() + outage.minutes * 60_000);
    const desk = planTools(time).find(({ slug }) => slug === "ticket-desk");
    const failed = usage.filter(
      ({ at, toolId, outcome }) => toolId === desk?.toolId && outcome === "failed" && at >= from && at <= to,
    );
    expect(failed).toHaveLength(outage.failedCalls);
    const requests = Map.groupBy(events, ({ input }) => input.callId);
    requests.delete(undefined);
    for (const [callId, one] of requests) {
      const order = one.toSorted((a, b) => a.at.getTime() - b.at.getTime()).map(({ input }) => input.type);
      expect([callId, order.indexOf("tool.called")]).toEqual([
        callId,
        order.includes("tool.called") ? order.length - 1 : -1,
      ]);
    }
  });
});
