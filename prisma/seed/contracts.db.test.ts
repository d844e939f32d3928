import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "#demo/company/days.ts";
import { startDemoServices } from "#demo/services/start-services.ts";
import { hashJson } from "#lib/canonical-hash.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { createEgress } from "#lib/http/egress.ts";
import { replaceProcessEgress } from "#lib/http/egress-of-process.ts";
import { contractsView } from "#lib/publishing/server/contracts-view.ts";
import { checkContracts } from "#lib/publishing/server/watch-contracts.ts";
import { hashMcpTool } from "#lib/tools/server/hash-mcp-tool.ts";
import { changedOperation, readServiceSources } from "./service-sources.ts";
import { seededCompany } from "./testing/seeded-company.ts";

testDatabase();
const company = seededCompany();

const egress = createEgress({ allowPrivate: ["127.0.0.1", "localhost"] });
let putBack: () => void;
beforeAll(() => {
  putBack = replaceProcessEgress(egress);
});
afterAll(async () => {
  putBack();
  await egress.close();
});

test("the watch finds the sources of the demo tools as they are seeded", async () => {
  const rows = await db().toolContract.findMany({
    select: { id: true, state: true, tool: { select: { slug: true } } },
  });
  expect(rows.length).toBeGreaterThanOrEqual(7);
  const checks = await checkContracts(
    rows.map(({ id }) => id),
    AbortSignal.timeout(60_000),
  );
  expect(checks).toHaveLength(rows.length);
  for (const { id, state, tool } of rows) {
    const check = checks.find(({ contractId }) => contractId === id);
    expect(check, tool.slug).toMatchObject({ state, suspended: [], returned: [] });
  }
});

test("the owner of Network Inventory sees what the supplier hid in the search for spare parts", async () => {
  const view = await contractsView(
    await company.viewer("tiago.moreira@northmere.example"),
    "network-inventory",
  );
  expect(view.operations.unpinned).toEqual([]);
  expect(view.suspensions).toMatchObject([
    {
      operationName: changedOperation,
      source: "sample",
      diff: { step: "minor", hidden: { unseen: 34, lookalikes: 1 } },
      proposal: { isPossible: true, version: "1.3.0" },
    },
  ]);
});

test("what the services promise does not depend on the day", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "northmere-later-"));
  const day = addDays(company.today, 37);
  const later = await startDemoServices({ port: 0, dataDir, day, token: company.token });
  const hashesAt = async (url: string) => {
    const sources = await readServiceSources(url, company.token);
    return [...sources].flatMap(([service, { kind, operations }]) =>
      [...operations].map(([name, { contract }]) => {
        const text = JSON.stringify(contract).replaceAll(url, "http://services");
        const same = JSON.parse(text);
        return `${service} ${name} ${kind === "mcp" ? hashMcpTool(same) : hashJson(same)}`;
      }),
    );
  };
  try {
    expect(await hashesAt(later.url)).toEqual(await hashesAt(company.servicesUrl));
  } finally {
    await later.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
