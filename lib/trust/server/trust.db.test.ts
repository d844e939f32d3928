import { beforeAll, describe, expect, it, vi } from "vitest";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { asSampleAt } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makePerson, makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { recordUsage } from "#lib/telemetry/server/record-usage.ts";
import { checklistFor } from "#lib/trust/review-checklist.ts";
import { changeSettings, readSettings } from "#lib/trust/server/change-settings.ts";
import { currentRatings, forgetRatings } from "#lib/trust/server/current-ratings.ts";
import { openDispute, settleDispute } from "#lib/trust/server/disputes.ts";
import { endExemption, grantExemption } from "#lib/trust/server/exemptions.ts";
import { rateAllTools, rateTool } from "#lib/trust/server/rate-tools.ts";
import { recordReview, verifyDocs } from "#lib/trust/server/record-review.ts";
import { trustOfTool } from "#lib/trust/server/trust-of-tool.ts";
import { standardSettings } from "#lib/trust/settings.ts";

const mode = vi.hoisted(() => ({ isDemo: false }));
vi.mock("#lib/env.ts", async (load) => {
  const real = await load<typeof import("#lib/env.ts")>();
  return { ...real, env: () => ({ ...real.env(), ...mode }) };
});

testDatabase();
const dayMs = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs);
const because = "It is so, and somebody looked at it.";

let team: { domainId: string; teamId: string };
let other: { domainId: string; teamId: string };
let owner: Viewer;
let admin: Viewer;
let auditor: Viewer;
let employee: Viewer;
let tool: { id: string; slug: string };

const callsBy = async (person: Viewer, good: number, failed = 0) => {
  for (let at = 0; at < good + failed; at += 1) {
    await recordUsage({
      kind: "tool",
      channel: "form",
      personId: person.id,
      teamId: person.teamId,
      toolId: tool.id,
      outcome: at < good ? "succeeded" : "failed",
      durationMs: 100,
    });
  }
};
const review = (kind: "security" | "privacy", outcome: "passed" | "failed" = "passed") => ({
  kind,
  outcome,
  note: "",
  checklist: checklistFor(kind, "medium").map(({ id }) => ({ id, answer: "met" as const })),
});
const rated = async () => {
  await rateTool(tool.id, "review-recorded");
  return trustOfTool(employee, tool.slug);
};
const results = () => db().trustResult.count({ where: { toolId: tool.id } });

beforeAll(async () => {
  [team, other] = [await makeTeam("Field"), await makeTeam("Sales")];
  owner = await makeViewer({ name: "Olga Owner", teamId: team.teamId, roles: ["owner", "auditor"] });
  const deputy = await makePerson({ teamId: team.teamId });
  admin = await makeViewer({ name: "Adele Admin", teamId: other.teamId, roles: ["admin"] });
  auditor = await makeViewer({ name: "Anton Auditor", teamId: other.teamId, roles: ["auditor"] });
  employee = await makeViewer({ name: "Ewa Employee", teamId: other.teamId });
  tool = await makeTool({ name: "Site Notes", ...team, ownerId: owner.id });
  await db().tool.update({ where: { id: tool.id }, data: { riskTier: "medium", supportChannel: "#field" } });
  await db().ownership.update({
    where: { toolId: tool.id },
    data: { deputyId: deputy.id, confirmedAt: daysAgo(3) },
  });
});

describe("a tool", () => {
  it("is not yet rated until three components have evidence", async () => {
    expect(await trustOfTool(employee, tool.slug)).toMatchObject({ rating: null, mark: { score: null } });
    const { mark, rating } = await rated();
    expect([mark.score, mark.band, mark.gate?.words]).toEqual([null, null, "Not yet rated"]);
    expect(rating?.components.ownership).toMatchObject({ maintainers: 2, isConfirmed: true });
  });

  it("counts calls by others, and those of its own team apart", async () => {
    await callsBy(owner, 7);
    await callsBy(employee, 59, 1);
    const { rating } = await rated();
    expect(rating?.components.reliability).toMatchObject({ good: 59, valid: 60, ownCalls: 7, needed: 60 });
    expect(rating?.components.reliability.value).toBe(1);
  });

  it("is reviewed by nobody of its own team, whatever their roles are", async () => {
    await expect(recordReview(owner, tool.slug, review("security"))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(recordReview(employee, tool.slug, review("security"))).rejects.toMatchObject({
      code: "forbidden",
    });
    const half = { ...review("security"), checklist: review("security").checklist.slice(1) };
    await expect(recordReview(auditor, tool.slug, half)).rejects.toMatchObject({ code: "invalid-input" });
  });

  it("gets its number with the reviews that its risk tier asks for, and is told what moved it", async () => {
    await recordReview(auditor, tool.slug, review("security"));
    await recordReview(admin, tool.slug, review("privacy"));
    const told = await rated();
    expect(told.rating?.components.compliance.value).toBe(1);
    expect([told.mark.score, told.mark.band]).toEqual([expect.any(Number), expect.any(String)]);
    expect(told.history.at(-1)?.moved).toMatchObject({
      components: [{ component: "compliance", from: null, to: 1 }],
      gatesGone: ["not-yet-rated"],
    });
    const [first] = await db().toolReview.findMany({ where: { toolId: tool.id, kind: "security" } });
    expect(first).toMatchObject({ reviewerId: auditor.id, version: "1.0.0" });
    expect(first?.checklist).toHaveLength(5);
  });

  it("keeps a result only when something is different, except at night", async () => {
    const before = await results();
    await rateTool(tool.id, "probe");
    expect(await results()).toBe(before);
    await rateAllTools();
    expect(await results()).toBe(before + 1);
  });

  it("tells what would raise it, each carried out on its facts", async () => {
    // At 79 only an evaluation helps.
    const { raises, mark } = await trustOfTool(employee, tool.slug);
    expect([mark.score, raises.map(({ kind }) => kind)]).toEqual([79, ["evaluate"]]);
    const confirmedAt = daysAgo(400);
    await db().ownership.update({ where: { toolId: tool.id }, data: { confirmedAt } });
    const lower = await rated();
    expect(lower.raises.map(({ kind }) => kind)).toEqual(["evaluate", "confirm", "verify-docs"]);
    await db().ownership.update({ where: { toolId: tool.id }, data: { confirmedAt: daysAgo(3) } });
    await verifyDocs(owner, tool.slug);
    const after = await rated();
    expect(after.rating?.components.freshness).toMatchObject({ value: 1, docsVerifiedBy: "Olga Owner" });
  });

  it("is held at 64 by an expired review until an exemption or a new one", async () => {
    await db().toolReview.updateMany({ where: { kind: "privacy" }, data: { expiresAt: daysAgo(1) } });
    const held = await rated();
    expect([held.mark.score, held.mark.gate?.at]).toEqual([64, 64]);
    const grant = { gate: "review-expired", reason: because, expiresAt: daysAgo(-5).toISOString() } as const;
    await expect(grantExemption(auditor, tool.slug, grant)).rejects.toMatchObject({ code: "forbidden" });
    const late = { ...grant, expiresAt: daysAgo(-100).toISOString() };
    await expect(grantExemption(admin, tool.slug, late)).rejects.toMatchObject({ code: "invalid-input" });
    const { id } = await grantExemption(admin, tool.slug, grant);
    await expect(grantExemption(admin, tool.slug, grant)).rejects.toMatchObject({ code: "conflict" });
    const free = await rated();
    expect(free.mark.score).toBeGreaterThan(64);
    expect(free.exemptions).toMatchObject([{ id, grantedBy: "Adele Admin" }]);
    await endExemption(admin, id, because);
    expect((await rated()).mark.score).toBe(64);
    await recordReview(admin, tool.slug, review("privacy"));
    expect((await rated()).mark.score).toBeGreaterThan(64);
  });

  it("is not found by those who may not find it", async () => {
    const hidden = await makeTool({ name: "Hidden Notes", ...team, audience: "team" });
    await expect(trustOfTool(employee, hidden.slug)).rejects.toMatchObject({ code: "not-found" });
    await expect(recordReview(auditor, hidden.slug, review("security"))).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("sample evidence", () => {
  it("has no part in a rating outside demo mode", async () => {
    const before = (await rated()).rating?.components;
    await asSampleAt(
      () => daysAgo(1),
      () => callsBy(employee, 5, 20),
    );
    await db().toolProbe.create({
      data: {
        id: newId(),
        toolId: tool.id,
        occurredAt: daysAgo(1),
        outcome: "failed",
        durationMs: 1,
        source: "sample",
      },
    });
    await db().toolRating.create({
      data: {
        id: newId(),
        toolId: tool.id,
        personId: employee.id,
        teamId: other.teamId,
        major: 1,
        version: "1.0.0",
        stars: 1,
        ratedAt: daysAgo(1),
        source: "sample",
      },
    });
    expect((await rated()).rating?.components).toEqual(before);
    const count = await results();
    mode.isDemo = true;
    const demo = (await rated()).rating;
    expect(demo).toMatchObject({
      hasSample: true,
      components: { reliability: { valid: 85, probesValid: 1 } },
    });
    mode.isDemo = false;
    expect(await results()).toBe(count + 1);
    expect((await trustOfTool(employee, tool.slug)).rating?.components).toEqual(before);
  });
});

describe("ratings by people", () => {
  it("count when they are by others, and are told apart when not", async () => {
    const rate = (person: Viewer, stars: number) =>
      db().toolRating.create({
        data: {
          id: newId(),
          toolId: tool.id,
          personId: person.id,
          teamId: person.teamId,
          major: 1,
          version: "1.0.0",
          stars,
          ratedAt: daysAgo(0.5),
        },
      });
    const before = (await rated()).rating?.components.people.value ?? 1;
    await rate(admin, 5);
    await rate(owner, 5);
    const people = (await rated()).rating?.components.people;
    expect(people).toMatchObject({ counted: 1, excluded: [{ reason: "own-team", count: 1 }], average: null });
    expect(people?.value).toBeGreaterThan(before);
  });
});

describe("a dispute", () => {
  it("is opened by anybody, once, and settled by a reviewer who did not open it", async () => {
    const { id } = await openDispute(auditor, tool.slug, { component: "reliability", text: because });
    await expect(
      openDispute(auditor, tool.slug, { component: "reliability", text: because }),
    ).rejects.toMatchObject({ code: "conflict" });
    const settlement = { outcome: "rejected", settlement: because } as const;
    for (const viewer of [owner, employee, auditor]) {
      await expect(settleDispute(viewer, id, settlement)).rejects.toMatchObject({ code: "forbidden" });
    }
    await settleDispute(admin, id, settlement);
    await expect(settleDispute(admin, id, settlement)).rejects.toMatchObject({ code: "conflict" });
    expect((await trustOfTool(employee, tool.slug)).disputes).toMatchObject([
      { id, outcome: "rejected", settledBy: "Adele Admin" },
    ]);
  });
});

describe("the marks in memory", () => {
  it("are those of the newest results, and follow a change", async () => {
    forgetRatings();
    const first = (await currentRatings([tool.id])).get(tool.id);
    expect(first?.score).toBe((await trustOfTool(employee, tool.slug)).mark.score);
    await db().tool.update({ where: { id: tool.id }, data: { blockedAt: new Date() } });
    await rateTool(tool.id, "blocked");
    await expect.poll(async () => (await currentRatings([tool.id])).get(tool.id)?.score).toBeNull();
    await db().tool.update({ where: { id: tool.id }, data: { blockedAt: null } });
    await rateTool(tool.id, "blocked");
    await expect
      .poll(async () => (await currentRatings()).get(tool.id)?.score)
      .toBeCloseTo(first?.score ?? 0, 3);
    expect((await currentRatings([newId()])).size).toBe(0);
  });
});

describe("the settings", () => {
  const stricter = { ...standardSettings, weakestLink: 0.5 };

  it("are changed by administrators, with a reason, and kept in every version", async () => {
    const input = { settings: stricter, reason: because, basedOn: null };
    await expect(changeSettings(auditor, input)).rejects.toMatchObject({ code: "forbidden" });
    const { id, history } = await changeSettings(admin, input);
    expect(history).toMatchObject([{ id, setBy: "Adele Admin", reason: because }]);
    await expect(changeSettings(admin, input)).rejects.toMatchObject({ code: "conflict" });
    await expect(changeSettings(admin, { ...input, basedOn: id })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await readSettings()).settings.weakestLink).toBe(0.5);
    await rateAllTools("settings");
    const point = (await trustOfTool(employee, tool.slug)).history.at(-1);
    expect(point).toMatchObject({ cause: "settings", moved: { hasNewSettings: true } });
  });

  it("and every change is in the trail", async () => {
    const types = await db().auditEvent.groupBy({
      by: ["type"],
      where: { OR: [{ targetId: tool.id }, { type: { startsWith: "trust." } }] },
    });
    expect(types.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        "docs.verified",
        "review.recorded",
        "trust.dispute-settled",
        "trust.disputed",
        "trust.exempted",
        "trust.exemption-ended",
        "trust.settings-changed",
      ]),
    );
  });
});
