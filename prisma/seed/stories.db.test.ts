import { describe, expect, test } from "vitest";
import { addDays, dayOf, daysBetween, weekdayOf } from "#demo/company/days.ts";
import { people } from "#demo/company/organisation.ts";
import { trailOverview } from "#lib/audit/server/trail-overview.ts";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { offersToMe } from "#lib/ownership/server/offers.ts";
import { healthQuerySchema } from "#lib/publishing/handover/health.ts";
import { handoverView } from "#lib/publishing/server/handover-view.ts";
import { ownershipHealth } from "#lib/publishing/server/ownership-health.ts";
import { assistantPartSchema } from "#lib/runs/schema.ts";
import { seededCompany } from "./testing/seeded-company.ts";

testDatabase();
const company = seededCompany();

const emailOf = (id: string) => people.find((person) => person.id === id)?.email ?? id;
const pageFor = async (person: string, slug: string) =>
  getToolPage(await company.viewer(emailOf(person)), slug);
/** Days of the calendar between a moment and the day of seeding, whatever the hour. */
const daysSince = (moment: string | Date) =>
  daysBetween(dayOf(new Date(moment).toISOString()), company.today);

describe("tools", () => {
  test("the security review of the much-used Ticket Desk expired 12 days ago", async () => {
    const page = await pageFor("ruth-calloway", "ticket-desk");
    const review = page.reviews.find(({ kind }) => kind === "security");
    expect(review?.isExpired).toBe(true);
    expect(daysSince(review?.expiresAt ?? "")).toBe(12);
    expect(page.usage.calls).toBeGreaterThan(800);
    expect(page.usage.people).toBeGreaterThan(50);
  });

  test("Leave Check is new, has few users and has never failed", async () => {
    const { usage, versions } = await pageFor("alison-redfern", "leave-check");
    expect(versions.map(({ version }) => version)).toEqual(["1.0.0"]);
    expect(usage.people).toBeLessThan(15);
    expect(usage.calls).toBeGreaterThan(30);
    expect(usage.successShare).toBe(1);
  });

  test("nobody answers for Planned Works since its owner left 41 days ago", async () => {
    const page = await pageFor("henrique-valadares", "planned-works");
    const owner = await db().person.findUniqueOrThrow({ where: { email: emailOf("nuno-barbosa") } });
    expect(page.isUnowned).toBe(true);
    expect(owner.isActive).toBe(false);
    expect(daysSince(owner.deactivatedAt ?? "")).toBeGreaterThanOrEqual(41);
  });

  test("Ticket Lookup is deprecated in favour of Ticket Desk, and a question led to Ticket Desk 2.3", async () => {
    const lookup = await pageFor("ruth-calloway", "ticket-lookup");
    expect([lookup.lifecycle, lookup.successor?.slug]).toEqual(["deprecated", "ticket-desk"]);
    const desk = await pageFor("ruth-calloway", "ticket-desk");
    expect(desk.version).toBe("2.3.0");
    expect(desk.versions[0]?.releaseNotes).toContain("Kofi Asante");
    expect(desk.questions.find(({ askedBy }) => askedBy === "Kofi Asante")?.answer).toContain("2.3");
  });

  test("a tool is offered to the product owner of the network tools, and one has an owner who forgot it", async () => {
    const viewer = await company.viewer(emailOf("tiago-moreira"));
    expect(await offersToMe(viewer)).toMatchObject([
      { tool: { slug: "shift-handover" }, offeredBy: "Callum Ridley" },
    ]);
    expect((await handoverView(viewer, "shift-handover")).may).toMatchObject({ answer: true });
    const health = await ownershipHealth(
      await company.viewer(emailOf("daniel-okafor")),
      healthQuerySchema.parse({}),
    );
    expect(health.rows.map(({ slug, states }) => [slug, ...states])).toEqual([
      ["planned-works", "orphan", "due"],
      ["api-index", "unconfirmed"],
      ["ticket-lookup", "no-deputy"],
      ["shift-handover", "offered"],
    ]);
  });

  test("a question to the product owner of the network tools waits since six days", async () => {
    const { questions, owner } = await pageFor("tiago-moreira", "runbook-finder");
    const waiting = questions.filter(({ answer }) => answer === null);
    expect(owner?.name).toBe("Tiago Moreira");
    expect(waiting.map(({ askedAt }) => daysSince(askedAt))).toEqual([6]);
  });

  test("everybody finds Salary Bands; only Pay and Benefits may use it", async () => {
    expect((await pageFor("amelia-hart", "salary-bands")).access).toMatchObject({
      allowed: false,
      contact: "Margarida Teles in #pay",
    });
    expect((await pageFor("nigel-hathersage", "salary-bands")).access.allowed).toBe(true);
  });
});

describe("the outage of the ticket service", () => {
  test("took 45 minutes and 212 calls, with a public note", async () => {
    const { incidents } = await pageFor("ruth-calloway", "ticket-desk");
    const [incident] = incidents;
    const from = new Date(incident?.startedAt ?? 0);
    const to = new Date(incident?.endedAt ?? 0);
    expect((to.getTime() - from.getTime()) / 60_000).toBe(45);
    expect(incident?.publicNote).toContain("10:31");
    expect(incident?.failedCalls).toBe(212);
    const failed = await db().usageRecord.groupBy({
      by: ["toolId"],
      where: {
        occurredAt: { gte: from, lte: to },
        outcome: { in: ["failed", "timed-out"] },
        channel: { in: ["chat", "form"] },
      },
      _count: true,
    });
    const desk = await db().tool.findUniqueOrThrow({ where: { slug: "ticket-desk" } });
    const held = await db().toolCall.count({
      where: { toolId: desk.id, status: "failed", createdAt: { gte: from, lte: to } },
    });
    expect(failed.find(({ toolId }) => toolId === desk.id)?._count).toBe(212 + held);
  });

  test("the tool was blocked and unblocked, and those who tried were told why", async () => {
    const events = await db().auditEvent.findMany({
      where: { type: { in: ["tool.blocked", "tool.unblocked"] } },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ type, actorName }) => [type, actorName])).toEqual([
      ["tool.blocked", "Daniel Okafor"],
      ["tool.unblocked", "Daniel Okafor"],
    ]);
    const [blocked, unblocked] = events;
    const between = { gte: blocked?.occurredAt ?? new Date(), lte: unblocked?.occurredAt ?? new Date() };
    const refused = await db().auditEvent.findMany({
      where: { type: "policy.refused", occurredAt: between },
    });
    expect(refused.length).toBe(14);
    expect(refused[0]?.reason).toContain(blocked?.reason ?? "?");
    expect((await db().tool.findUniqueOrThrow({ where: { slug: "ticket-desk" } })).blockedAt).toBeNull();
  });
});

describe("the trail", () => {
  test("five people were refused salary bands, one of them 14 times in a night", async () => {
    const salary = await db().tool.findUniqueOrThrow({ where: { slug: "salary-bands" } });
    const refused = await db().auditEvent.groupBy({
      by: ["actorName"],
      where: { type: "policy.refused", targetId: salary.id },
      _count: true,
    });
    expect(refused.map(({ _count }) => _count).sort((a, b) => b - a)).toEqual([14, 2, 1, 1, 1]);
    const auditor = await company.viewer(emailOf("ines-carvalho"));
    const { bursts } = await trailOverview(auditor);
    expect(bursts[0]).toMatchObject({
      times: 14,
      actor: { name: "Marcus Thorne" },
      target: { name: "Salary Bands" },
    });
  });

  test("a rule was changed on a Friday and changed back on the Monday, with reasons", async () => {
    const [friday, monday, ...more] = await db().auditEvent.findMany({
      where: { type: "rule.changed" },
      orderBy: { id: "asc" },
    });
    const day = (event: typeof friday) => event?.occurredAt.toISOString().slice(0, 10) ?? "";
    expect(more).toEqual([]);
    expect([weekdayOf(day(friday)), weekdayOf(day(monday))]).toEqual([5, 1]);
    expect(addDays(day(friday), 3)).toBe(day(monday));
    expect([friday?.reason, monday?.reason].every((reason) => (reason?.length ?? 0) > 20)).toBe(true);
    const rule = await db().policyRule.findUniqueOrThrow({ where: { id: friday?.targetId ?? "" } });
    expect([rule.revision, rule.subjectIds.length]).toEqual([3, 5]);
  });

  test("nobody used a tool that the rules did not let them use", async () => {
    const [odd] = await db().$queryRaw<{ sales: number; salary: number; lab: number }[]>`
      SELECT
        count(*) FILTER (WHERE t.slug LIKE 'ticket-%' AND d.slug = 'sales')::int AS sales,
        count(*) FILTER (WHERE t.slug = 'salary-bands' AND m.slug <> 'pay-and-benefits')::int AS salary,
        count(*) FILTER (WHERE t.slug = 'lab-procedures' AND d.slug <> 'research-and-development')::int AS lab
      FROM usage_record u JOIN tool t ON t.id = u.tool_id JOIN person p ON p.id = u.person_id
        JOIN team m ON m.id = p.team_id JOIN domain d ON d.id = m.domain_id
      WHERE u.outcome <> 'refused'`;
    expect(odd).toEqual({ sales: 0, salary: 0, lab: 0 });
  });

  test("a conversation was read with a reason, a session ended with its person's account, the trail was exported", async () => {
    const [read] = await db().auditEvent.findMany({ where: { type: "conversation.read" } });
    expect(read).toMatchObject({ actorName: "Daniel Okafor", outcome: "succeeded" });
    expect(read?.reason).toContain("Marcus Thorne");
    const gemma = await db().person.findUniqueOrThrow({ where: { email: emailOf("gemma-pratt") } });
    const session = await db().session.findFirstOrThrow({
      where: { personId: gemma.id, endedReason: "deactivated" },
    });
    const last = await db().auditEvent.findMany({ where: { targetId: gemma.id }, orderBy: { id: "asc" } });
    expect(last.map(({ type }) => type).slice(-4)).toEqual([
      "session.started",
      "person.deactivated",
      "session.ended",
      "session.refused",
    ]);
    expect(session.endedAt).toEqual(gemma.deactivatedAt);
    expect(await db().auditEvent.count({ where: { type: "audit.exported" } })).toBeGreaterThanOrEqual(4);
  });
});

describe("conversations", () => {
  test("30 of six people, nine of them the first employee's, one of 60 turns, all at rest", async () => {
    const conversations = await db().conversation.findMany({
      select: { person: { select: { email: true } }, _count: { select: { messages: true } } },
    });
    const perPerson = Map.groupBy(conversations, ({ person }) => person.email);
    expect(perPerson.size).toBe(6);
    expect(perPerson.get(emailOf("amelia-hart"))).toHaveLength(9);
    expect(Math.max(...conversations.map(({ _count }) => _count.messages))).toBe(120);
    const states = await db().run.groupBy({ by: ["status"], _count: true });
    expect(states.map(({ status }) => status)).toEqual(["completed"]);
  });

  test("one ticket was opened after Run, one change was declined, and the outage is in a thread", async () => {
    const amelia = await db().person.findUniqueOrThrow({ where: { email: emailOf("amelia-hart") } });
    const calls = await db().toolCall.findMany({
      where: { personId: amelia.id },
      select: { operationName: true, status: true, error: true },
    });
    const count = (operation: string, status: string) =>
      calls.filter((call) => call.operationName === operation && call.status === status).length;
    expect([count("createTicket", "succeeded"), count("updateTicket", "declined")]).toEqual([1, 1]);
    expect(JSON.stringify(calls.filter(({ status }) => status === "failed"))).toContain(
      "no more connections",
    );
    const states = await db().approval.groupBy({
      by: ["state"],
      where: { personId: amelia.id },
      _count: true,
    });
    expect(states.map(({ state, _count }) => [state, _count]).sort()).toEqual([
      ["approved", 1],
      ["declined", 1],
    ]);
  });

  test("no answer is generated: calls, quotes, fixed sentences and notices only", async () => {
    const runs = await db().run.findMany({ select: { parts: true } });
    const kinds = new Set(
      runs.flatMap(({ parts }) =>
        assistantPartSchema
          .array()
          .parse(parts)
          .map(({ type }) => type),
      ),
    );
    expect(kinds.has("markdown")).toBe(false);
    expect(await db().auditEvent.count({ where: { type: { startsWith: "model." } } })).toBe(0);
  });
});
