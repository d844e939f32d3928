import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";
import { serviceLevel } from "#lib/catalog/server/service-level.ts";
import { toolTimeline } from "#lib/catalog/server/tool-timeline.ts";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { forgetClosedDays } from "#lib/telemetry/server/service-history.ts";

testDatabase();
const dayMs = 86_400_000;
const noonAgo = (days: number) => {
  const noon = new Date(now().getTime() - days * dayMs);
  noon.setUTCHours(12, 0, 0, 0);
  return noon;
};
const dayAgo = (days: number) => noonAgo(days).toISOString().slice(0, 10);

let tool: { id: string; slug: string };
let link: { id: string; slug: string };
let member: Viewer;
let owner: Viewer;
let lead: Viewer;
let auditor: Viewer;

type Call = { outcome: string; at: Date; tokens?: number; durationMs?: number; kind?: string };

async function calls(toolId: string, count: number, call: Call) {
  await db().usageRecord.createMany({
    data: Array.from({ length: count }, () => ({
      id: newId(call.at),
      occurredAt: call.at,
      kind: call.kind ?? "tool",
      channel: "chat",
      toolId,
      outcome: call.outcome,
      durationMs: call.durationMs ?? 100,
      tokensIn: call.tokens ?? 0,
    })),
  });
}

beforeAll(async () => {
  const team = await makeTeam("Support");
  const elsewhere = await makeTeam("Elsewhere");
  member = await makeViewer({ teamId: team.teamId });
  owner = await makeViewer({ teamId: team.teamId, roles: ["owner"] });
  auditor = await makeViewer({ teamId: elsewhere.teamId, roles: ["auditor"] });
  lead = { ...(await makeViewer({ teamId: elsewhere.teamId })), leadOf: [team.domainId] };
  tool = await makeTool({ name: "Ticket Desk", ...team, ownerId: owner.id });
  link = await makeTool({ name: "Outside", ...team, kind: "link" });
  await db().tool.update({ where: { id: tool.id }, data: { sloSuccess: 0.9, sloP95Ms: 500 } });
});
beforeEach(forgetClosedDays);

describe("the service level", () => {
  test("counts the calls that say something, by day of the portal, and forgets what is older", async () => {
    await calls(tool.id, 40, { outcome: "succeeded", at: noonAgo(3) });
    await calls(tool.id, 2, { outcome: "failed", at: noonAgo(3) });
    await calls(tool.id, 1, { outcome: "timed-out", at: noonAgo(3) });
    await calls(tool.id, 5, { outcome: "refused", at: noonAgo(3) });
    await calls(tool.id, 5, { outcome: "stopped", at: noonAgo(3) });
    await calls(tool.id, 7, { outcome: "succeeded", at: noonAgo(3), kind: "model" });
    await calls(tool.id, 4, { outcome: "failed", at: noonAgo(60) });
    await calls(tool.id, 9, { outcome: "failed", at: noonAgo(120) });
    const page = await getToolPage(member, tool.slug);
    expect(page.usage).toMatchObject({ windowDays: 28, calls: 53, judgedCalls: 43, goodCalls: 40 });
    expect(page.usage.successShare).toBeCloseTo(40 / 43);
    const level = await serviceLevel(page);
    const days = level?.history.days ?? [];
    expect(days).toHaveLength(90);
    expect(days.at(-1)?.day).toBe(dayAgo(0));
    expect(days.find(({ day }) => day === dayAgo(3))).toMatchObject({ judged: 43, good: 40 });
    expect(days.find(({ day }) => day === dayAgo(60))).toMatchObject({ judged: 4, good: 0 });
    expect(days.reduce((sum, { judged }) => sum + judged, 0)).toBe(47);
    expect(level?.history).toMatchObject({ timeZone: "UTC", hasSample: false });
  });

  test("keeps closed days, and sees what happens today at once", async () => {
    const judged = async () => {
      const level = await serviceLevel(await getToolPage(member, tool.slug));
      return level?.history.days.at(-1)?.judged;
    };
    const before = (await judged()) ?? 0;
    await calls(tool.id, 3, { outcome: "succeeded", at: now() });
    expect(await judged()).toBe(before + 3);
  });

  test("marks each day of an incident and counts probes apart", async () => {
    const probe = { toolId: tool.id, durationMs: 5, occurredAt: noonAgo(1) };
    await db().toolProbe.createMany({
      data: ["succeeded", "succeeded", "failed"].map((outcome) => ({ id: newId(), outcome, ...probe })),
    });
    await db().toolIncident.create({
      data: {
        id: newId(),
        toolId: tool.id,
        title: "Down",
        publicNote: "Too many connections.",
        startedAt: noonAgo(5),
        endedAt: noonAgo(4),
      },
    });
    const level = await serviceLevel(await getToolPage(member, tool.slug));
    expect(level?.incidentsByDay).toEqual({ [dayAgo(5)]: ["Down"], [dayAgo(4)]: ["Down"] });
    expect(level?.probes).toMatchObject({ total: 3, answered: 2, everyMinutes: 60 });
  });

  test("is not measured of a tool that runs elsewhere", async () => {
    expect(await serviceLevel(await getToolPage(member, link.slug))).toBeNull();
  });

  test("tokens of a use are a mean and a p95 of the uses that called a model", async () => {
    expect((await getToolPage(member, tool.slug)).usage.tokensPerUse).toBeNull();
    for (const tokens of [100, 200, 600]) {
      await calls(tool.id, 1, { outcome: "succeeded", at: noonAgo(2), tokens });
    }
    const { tokensPerUse } = (await getToolPage(member, tool.slug)).usage;
    expect(tokensPerUse).toMatchObject({ uses: 3, mean: 300 });
    expect(tokensPerUse?.p95).toBeCloseTo(560);
  });
});

describe("the timeline of a tool", () => {
  const all = { kind: "all", limit: 50 } as const;
  const target = () => ({ kind: "tool", id: tool.id, name: "Ticket Desk" });
  const nina = { kind: "person", id: newId(), name: "Nina Caller" } as const;

  beforeAll(async () => {
    const secret = "the IBAN GB29NWBK60161331926819";
    await recordEvent({
      type: "tool.published",
      actor: nina,
      target: target(),
      details: { version: "1.0.0" },
    });
    await recordEvent({ type: "tool.call-started", actor: nina, target: target(), outcome: "intended" });
    await recordEvent({
      type: "tool.called",
      actor: nina,
      target: target(),
      outcome: "failed",
      reason: `No such ticket: ${secret}`,
      conversationId: newId(),
      details: { operation: "find", argumentsHash: "abc" },
    });
    await recordEvent({
      type: "policy.refused",
      actor: nina,
      target: target(),
      outcome: "refused",
      reason: "Only people of Support may use it.",
    });
    await recordEvent({ type: "favourite.added", actor: nina, target: target() });
  });

  test("is for those who may edit it, the lead of its domain, auditors; others are refused or find nothing", async () => {
    await expect(toolTimeline(member, tool.slug, all)).rejects.toMatchObject({ code: "forbidden" });
    await expect(toolTimeline(member, "no-such-tool", all)).rejects.toMatchObject({ code: "not-found" });
    for (const viewer of [owner, lead, auditor]) {
      expect((await toolTimeline(viewer, tool.slug, all)).events).toHaveLength(2);
    }
  });

  test("tells an owner what happened, and not who used the tool or what they typed", async () => {
    const { events } = await toolTimeline(owner, tool.slug, all);
    expect(events.map(({ sentence }) => sentence)).toEqual([
      "Somebody was refused Ticket Desk.",
      "Nina Caller published version 1.0.0 of Ticket Desk.",
    ]);
    expect(events[0]?.reason).toBe("Only people of Support may use it.");
    const called = await toolTimeline(owner, tool.slug, { kind: "calls", limit: 50 });
    expect(called.events).toMatchObject([
      { sentence: "Somebody called find of Ticket Desk, and it failed.", reason: null },
    ]);
    const kept = JSON.stringify([events, called]);
    expect(kept).not.toContain("IBAN");
    expect(kept).not.toMatch(/argumentsHash|conversation|sourceIp/);
  });

  test("tells an auditor who it was and why it failed", async () => {
    const { events } = await toolTimeline(auditor, tool.slug, { kind: "calls", limit: 5 });
    expect(events.map(({ sentence }) => sentence)).toEqual([
      "Nina Caller called find of Ticket Desk, and it failed.",
    ]);
    expect(events[0]?.reason).toContain("IBAN");
  });

  test("is narrowed by kind and read page by page, and each reading is in the trail once", async () => {
    const kinds = async (kind: "changes" | "refusals" | "trust") =>
      (await toolTimeline(owner, tool.slug, { kind, limit: 5 })).events.map(({ type }) => type);
    expect(await kinds("changes")).toEqual(["tool.published"]);
    expect(await kinds("refusals")).toEqual(["policy.refused"]);
    expect(await kinds("trust")).toEqual([]);
    const reads = () => db().auditEvent.count({ where: { type: "audit.read", actorId: owner.id } });
    const before = await reads();
    const first = await toolTimeline(owner, tool.slug, { kind: "all", limit: 1 });
    const second = await toolTimeline(owner, tool.slug, {
      kind: "all",
      limit: 1,
      before: first.nextCursor ?? "",
    });
    expect([...first.events, ...second.events].map(({ type }) => type)).toEqual([
      "policy.refused",
      "tool.published",
    ]);
    expect(second.nextCursor).toBeNull();
    expect(await reads()).toBe(before + 1);
  });
});
