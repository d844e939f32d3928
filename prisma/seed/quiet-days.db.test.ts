import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startDemoServices } from "#demo/services/start-services.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { seedDemoCompany } from "./main.ts";
import { plannedRatings } from "./rating-plan.ts";

testDatabase();

test("a company founded in the first minutes of a Saturday has all its opinions, each after a use", async () => {
  const [today, token] = ["2026-11-21", "token of the seed's tests"];
  const dataDir = mkdtempSync(join(tmpdir(), "northmere-quiet-"));
  const services = await startDemoServices({ port: 0, dataDir, day: today, token });
  try {
    await seedDemoCompany({
      servicesUrl: services.url,
      token,
      today,
      now: new Date("2026-11-21T00:02:00Z"),
    });
  } finally {
    await services.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
  const ratings = await db().toolRating.findMany();
  expect(ratings).toHaveLength(Object.values(plannedRatings).flat().length);
  for (const { toolId, personId, ratedAt } of ratings) {
    const uses = await db().usageRecord.count({
      where: { kind: "tool", toolId, personId, occurredAt: { lte: ratedAt } },
    });
    expect(uses).toBeGreaterThan(0);
  }
}, 300_000);
