import { describe, expect, test } from "vitest";
import { people } from "#demo/company/organisation.ts";
import { signInPeople } from "#demo/company/sign-in-people.ts";
import { plannedTools } from "#demo/tools/all-tools.ts";
import { buildEvent } from "#lib/audit/server/build-event.ts";
import { leafHash } from "#lib/audit/server/canonical-event.ts";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";
import { searchCatalog } from "#lib/catalog/server/search-catalog.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { timeOf } from "#lib/db/uuid.ts";
import { isAppError } from "#lib/errors.ts";
import { demoSignInPeopleSchema, demoSignInSetting } from "#lib/identity/sign-in.ts";
import { routeRequest } from "#lib/routing/server/route-request.ts";
import { seedDemoCompany } from "./main.ts";
import { searchesWithoutResult } from "./searches.ts";
import { changedOperation } from "./service-sources.ts";
import { seededCompany } from "./testing/seeded-company.ts";

testDatabase();
const company = seededCompany();

const emailOf = (id: string) => people.find((person) => person.id === id)?.email ?? id;
const amelia = () => company.viewer(emailOf("amelia-hart"));

describe("what was written", () => {
  test("counts", () => {
    expect(company.report.counts).toMatchObject({
      domains: 7,
      teams: 22,
      people: 412,
      tools: 24,
      conversations: 30,
    });
    expect(company.report.counts.events).toBeGreaterThan(8500);
    expect(company.report.counts.events).toBeLessThan(10_500);
  });

  test("the people offered on the sign-in page exist and are active", async () => {
    const setting = await db().setting.findUniqueOrThrow({ where: { key: demoSignInSetting } });
    const offered = demoSignInPeopleSchema.parse(setting.value).map(({ email }) => email);
    expect(offered).toEqual(signInPeople.map(({ person }) => person.email));
    expect(await db().person.count({ where: { email: { in: offered }, isActive: true } })).toBe(6);
  });

  test("everything of the past is marked as sample data", async () => {
    const live = { where: { source: "live" } };
    const counts = await Promise.all([
      db().person.count(live),
      db().toolVersion.count(live),
      db().auditEvent.count({
        where: { source: "live", occurredAt: { lt: new Date(Date.now() - 3_600_000) } },
      }),
      db().usageRecord.count(live),
      db().conversation.count(live),
      db().message.count(live),
      db().run.count(live),
      db().toolCall.count(live),
      db().toolQuestion.count(live),
      db().toolIncident.count(live),
      db().toolReview.count(live),
      db().searchRecord.count(live),
    ]);
    expect(counts).toEqual(counts.map(() => 0));
  });

  test("nothing lies in the future, and ids hold the time of their event", async () => {
    const events = await db().auditEvent.findMany({ select: { id: true, occurredAt: true } });
    const late = events.filter(({ occurredAt }) => occurredAt.getTime() > Date.now());
    const astray = events.filter(({ id, occurredAt }) => timeOf(id).getTime() !== occurredAt.getTime());
    expect([late, astray]).toEqual([[], []]);
  });

  test("the canonical bytes are those of the row, and the leaf hash is theirs", async () => {
    const rows = await db().auditEvent.findMany({ where: { source: "sample" } });
    for (const row of rows) {
      const actor =
        row.actorKind === "person"
          ? { kind: "person" as const, id: row.actorId ?? "", name: row.actorName }
          : { kind: row.actorKind as "system" | "anonymous", name: row.actorName };
      const built = buildEvent(
        {
          type: row.type,
          actor,
          ...(row.targetKind
            ? { target: { kind: row.targetKind, id: row.targetId ?? "", name: row.targetName ?? "" } }
            : {}),
          domainId: row.domainId,
          outcome: row.outcome as "succeeded",
          ...(row.reason === null ? {} : { reason: row.reason }),
          ruleIds: row.ruleIds,
          ...(row.conversationId ? { conversationId: row.conversationId } : {}),
          ...(row.runId ? { runId: row.runId } : {}),
          ...(row.callId ? { callId: row.callId } : {}),
          ...(row.changes ? { changes: row.changes as { before: unknown; after: unknown } } : {}),
          ...(row.details ? { details: row.details as Record<string, unknown> } : {}),
        },
        {
          id: row.id,
          occurredAt: row.occurredAt,
          source: "sample",
          requestId: row.requestId,
          ip: row.sourceIp,
          client: row.sourceClient,
        },
      );
      if (!Buffer.from(row.canonical).equals(Buffer.from(built.canonical))) {
        expect(Buffer.from(row.canonical).toString()).toBe(Buffer.from(built.canonical).toString());
      }
      if (!Buffer.from(row.leafHash).equals(Buffer.from(leafHash(row.canonical)))) throw new Error(row.id);
    }
    expect(rows.length).toBeGreaterThan(8500);
  });

  test("every person, tool and domain that the trail names exists", async () => {
    const [lost] = await db().$queryRaw<{ actors: number; tools: number; domains: number; usage: number }[]>`
      SELECT
        (SELECT count(*)::int FROM audit_event e WHERE actor_id IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = e.actor_id AND p.name = e.actor_name)) AS actors,
        (SELECT count(*)::int FROM audit_event e WHERE target_kind = 'tool'
          AND NOT EXISTS (SELECT 1 FROM tool t WHERE t.id::text = e.target_id)) AS tools,
        (SELECT count(*)::int FROM audit_event e WHERE domain_id IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM domain d WHERE d.id = e.domain_id)) AS domains,
        (SELECT count(*)::int FROM usage_record u WHERE version_id IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM tool_version v WHERE v.id = u.version_id AND v.tool_id = u.tool_id)) AS usage`;
    expect(lost).toEqual({ actors: 0, tools: 0, domains: 0, usage: 0 });
  });

  test("each finished call stands once in the trail with its intent, and once in the ledger", async () => {
    const [odd] = await db().$queryRaw<{ intents: number; outcomes: number; ledger: number }[]>`
      WITH calls AS (
        SELECT call_id, count(*) FILTER (WHERE type = 'tool.call-started') AS started,
          count(*) FILTER (WHERE type = 'tool.called') AS called
        FROM audit_event WHERE call_id IS NOT NULL AND type LIKE 'tool.call%' GROUP BY call_id)
      SELECT count(*) FILTER (WHERE started <> 1)::int AS intents, count(*) FILTER (WHERE called <> 1)::int AS outcomes,
        (SELECT count(*)::int FROM calls c WHERE
          (SELECT count(*) FROM usage_record u WHERE u.call_id = c.call_id) <> 1) AS ledger
      FROM calls`;
    expect(odd).toEqual({ intents: 0, outcomes: 0, ledger: 0 });
  });
});

test("a database that holds anything is refused and stays as it is", async () => {
  const before = await db().auditEvent.count();
  const { servicesUrl, token } = company;
  const refused = await seedDemoCompany({ servicesUrl, token }).catch((error: unknown) => error);
  expect(isAppError(refused) && refused.code).toBe("conflict");
  expect(await db().auditEvent.count()).toBe(before);
  expect(await db().tool.count()).toBe(24);
});

describe("the catalog", () => {
  test("18 tools and more work now, with no model and no internet", async () => {
    const { hits, total } = await searchCatalog(await company.viewer(emailOf("margarida-teles")), {});
    const working = hits.filter(({ readiness }) => readiness.state === "works-now");
    expect(total).toBeGreaterThanOrEqual(23);
    const kinds = plannedTools.filter(({ making }) => !["prompt", "link"].includes(making.kind));
    expect(kinds.length).toBeGreaterThanOrEqual(18);
    expect(working.length).toBeGreaterThanOrEqual(15);
    expect(hits.filter(({ readiness }) => readiness.state === "needs-model").length).toBeGreaterThanOrEqual(
      4,
    );
  });

  test("every page opens for those who answer for the tool, and every use in 28 days is counted", async () => {
    for (const tool of plannedTools) {
      const owner = tool.deputy ?? (tool.slug === "planned-works" ? "henrique-valadares" : tool.owner);
      const page = await getToolPage(await company.viewer(emailOf(owner)), tool.slug);
      expect(page.versions.length).toBe(tool.versions.length);
      expect(page.words.docs.length).toBeGreaterThan(300);
      if (!["prompt", "link"].includes(tool.making.kind))
        expect(page.usage.calls, tool.slug).toBeGreaterThan(0);
    }
  });

  test("each example request leads to its operation, for somebody who may use the tool", async () => {
    const missed: string[] = [];
    for (const tool of plannedTools) {
      if (tool.making.kind === "link") continue;
      const user = tool.slug === "planned-works" ? "duarte-seixas" : tool.owner;
      const viewer = await company.viewer(emailOf(user));
      const operations =
        "operations" in tool.making
          ? Object.entries(tool.making.operations).map(([name, { exampleRequests }]) => ({
              name,
              exampleRequests,
            }))
          : [tool.making.operation];
      for (const { name, exampleRequests } of operations) {
        // It is suspended, and offered to nobody.
        if (name === changedOperation) continue;
        for (const text of exampleRequests) {
          const { candidates } = await routeRequest(viewer, {
            text,
            dataClass: "internal",
            mentions: [],
            toolId: null,
          });
          const isFound = candidates.some(
            ({ toolSlug, operationName }) => toolSlug === tool.slug && operationName === name,
          );
          if (!isFound) missed.push(`${tool.slug} ${name}: ${text}`);
        }
      }
    }
    expect(missed).toEqual([]);
  });

  test("what people searched for in vain is not there", async () => {
    const viewer = await amelia();
    const vain = await db().searchRecord.groupBy({
      by: ["normalized"],
      where: { results: 0, source: "sample" },
      _count: true,
    });
    expect(vain.find(({ normalized }) => normalized === "vpn mac")?._count).toBe(17);
    for (const { query } of searchesWithoutResult) {
      expect([query, (await searchCatalog(viewer, { q: query })).total]).toEqual([query, 0]);
    }
  });
});
