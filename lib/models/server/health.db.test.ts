import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { asSampleAt } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeViewer } from "#lib/identity/testing/make-people.ts";
import { providerChangeSchema } from "#lib/models/administration.ts";
import { changeProvider } from "#lib/models/server/change-providers.ts";
import { probeProviders } from "#lib/models/server/health-job.ts";
import { ensureEmbeddedProvider } from "#lib/models/server/prepare-models.ts";
import { providerHealth } from "#lib/models/server/provider-health.ts";
import { makeProvider } from "#lib/models/testing/make-provider.ts";
import { startVendor } from "#lib/models/testing/vendor-server.ts";

vi.hoisted(() => {
  process.env.WEFT_EGRESS_ALLOW = "127.0.0.1";
  process.env.WEFT_KEY = "44".repeat(32);
});

testDatabase();
let admin: Viewer;
let status = 200;
let vendor: Awaited<ReturnType<typeof startVendor>>;
const at = (days: number) => new Date(Date.now() - days * 86_400_000);
const lookAt = (days: number) => asSampleAt(() => at(days), probeProviders);

beforeAll(async () => {
  vendor = await startVendor(() => ({ status, parts: ['{"data":[{"id":"writer"}]}'] }));
  admin = await makeViewer({ name: "Adele Admin", roles: ["admin"] });
  await ensureEmbeddedProvider();
});
afterAll(() => vendor.close());

it("looks at servers that are switched on, keeps 30 days, and tells when a state changes", async () => {
  const one = await makeProvider(admin, { slug: "one", baseUrl: `${vendor.address}/v1` }, {});
  const off = await makeProvider(admin, { slug: "off", baseUrl: `${vendor.address}/off` }, {});
  await changeProvider(
    admin,
    off.id,
    providerChangeSchema.parse({
      name: "Off",
      baseUrl: off.baseUrl,
      dataClassCeiling: "public",
      isActive: false,
    }),
  );
  await lookAt(31);
  await lookAt(2);
  status = 500;
  await lookAt(2);
  await lookAt(1);
  status = 200;
  await lookAt(0);

  expect(vendor.requests.map(({ path }) => path)).toEqual(Array(5).fill("/v1/models"));
  const days = (await providerHealth(admin)).get(one.id) ?? [];
  expect(days).toHaveLength(30);
  expect(days.slice(-3)).toMatchObject([
    { looks: 2, connected: 1 },
    { looks: 1, connected: 0, p50Ms: null },
    { looks: 1, connected: 1 },
  ]);
  expect(days.slice(0, -3).every(({ looks }) => looks === 0)).toBe(true);
  expect(await db().providerProbe.count({ where: { providerId: one.id } })).toBe(4);
  expect(await db().providerProbe.count({ where: { providerId: { not: one.id } } })).toBe(0);

  const changes = await db().auditEvent.findMany({
    where: { type: "provider.state-changed" },
    orderBy: { id: "asc" },
    select: { outcome: true, targetId: true, actorKind: true },
  });
  const about = { targetId: one.id, actorKind: "system" };
  expect(changes).toEqual([
    { outcome: "failed", ...about },
    { outcome: "succeeded", ...about },
  ]);
});

it("shows the strip to administrators only", async () => {
  const other = await makeViewer({ roles: ["auditor"] });
  await expect(providerHealth(other)).rejects.toMatchObject({ code: "forbidden" });
});
