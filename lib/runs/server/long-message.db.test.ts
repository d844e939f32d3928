import { afterAll, beforeAll, expect, it } from "vitest";
import { longestMessage } from "#lib/chat/schema.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import { type Company, makeCompany } from "#lib/runs/testing/company.ts";
import { askAndWait } from "#lib/runs/testing/turns.ts";

testDatabase();
let company: Company;

beforeAll(async () => {
  company = await makeCompany();
  await db().provider.updateMany({ data: { isActive: false } });
  const providerId = newId();
  const embedded = {
    slug: "weft",
    name: "Embedded assistant",
    type: "embedded",
    dataClassCeiling: "restricted",
  };
  await db().provider.create({ data: { id: providerId, ...embedded } });
  const capabilities = { tools: true, generates: false };
  const model = {
    id: newId(),
    providerId,
    name: "extractive",
    displayName: "Embedded assistant",
    capabilities,
  };
  await db().model.create({ data: model });
});
afterAll(() => company.close());

it.each(["tickets of customer 4711 on 3 May for Anna Berg ", "x", "a.b@example.com ", "(((", "2026-05-03 "])(
  "the offline assistant does not keep everybody waiting for the longest message: %s",
  async (words) => {
    const text = words.repeat(longestMessage / words.length).trim();
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 10);
    const { run } = await askAndWait(company.amelia, text);
    clearInterval(watch);
    expect(run.status).toBe("completed");
    // Read whole, these kept the process busy for 8 to 20 seconds.
    expect(longest).toBeLessThan(3_000);
  },
);
