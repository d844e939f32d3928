import { beforeAll, describe, expect, it } from "vitest";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { recordUsage } from "#lib/telemetry/server/record-usage.ts";
import type { RatingResult } from "#lib/trust/schema.ts";
import { changeSettings, readSettings } from "#lib/trust/server/change-settings.ts";
import { openDispute, settleDispute } from "#lib/trust/server/disputes.ts";
import { endExemption, grantExemption } from "#lib/trust/server/exemptions.ts";
import { thinOldResults } from "#lib/trust/server/keep-results.ts";
import { listOpenMatters } from "#lib/trust/server/list-open-matters.ts";
import { previewSettings } from "#lib/trust/server/preview-settings.ts";
import { rateAllTools } from "#lib/trust/server/rate-tools.ts";
import { settingsProgress } from "#lib/trust/server/settings-progress.ts";
import { unsafeTrustSummary } from "#lib/trust/server/unsafe-trust-summary.ts";
import { standardSettings } from "#lib/trust/settings.ts";

testDatabase();
const dayMs = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs);
const reason = "Somebody has a reason for it.";
const stricter = { ...standardSettings, gates: { ...standardSettings.gates, withoutEvaluation: 40 } };

let admin: Viewer;
let other: Viewer;
let auditor: Viewer;
let lead: Viewer;
let tool: { id: string; slug: string };
let hidden: { id: string; slug: string };

beforeAll(async () => {
  const [team, sales] = [await makeTeam("Field"), await makeTeam("Sales")];
  const owner = await makeViewer({ name: "Olga Owner", teamId: team.teamId, roles: ["owner"] });
  admin = await makeViewer({ name: "Adele Admin", teamId: sales.teamId, roles: ["admin"] });
  other = await makeViewer({ name: "Abel Admin", teamId: sales.teamId, roles: ["admin"] });
  auditor = await makeViewer({ name: "Anton Auditor", teamId: sales.teamId, roles: ["auditor"] });
  lead = await makeViewer({ name: "Lena Lead", teamId: sales.teamId });
  tool = await makeTool({ name: "Site Notes", ...team, ownerId: owner.id });
  hidden = await makeTool({ name: "Own Notes", ...team, ownerId: owner.id, audience: "only-me" });
  for (const { id } of [tool, hidden]) {
    await db().ownership.update({ where: { toolId: id }, data: { confirmedAt: daysAgo(3) } });
    const review = {
      toolId: id,
      version: "1.0.0",
      kind: "security",
      outcome: "passed",
      checklist: [],
      note: "",
    };
    await db().toolReview.create({
      data: { ...review, id: newId(), reviewer: "Anton", reviewedAt: daysAgo(2), expiresAt: daysAgo(-90) },
    });
    for (let at = 0; at < 70; at += 1) {
      const call = { kind: "tool", channel: "form", outcome: "succeeded", durationMs: 10 } as const;
      await recordUsage({ ...call, personId: admin.id, teamId: sales.teamId, toolId: id });
    }
  }
  await rateAllTools();
});

describe("a preview", () => {
  it("is for those who may change the settings", async () => {
    for (const viewer of [auditor, lead]) {
      await expect(previewSettings(viewer, stricter)).rejects.toMatchObject({ code: "forbidden" });
      await expect(settingsProgress(viewer)).rejects.toMatchObject({ code: "forbidden" });
      await expect(listOpenMatters(viewer)).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it("counts every tool, names those that the administrator may find, and stores nothing", async () => {
    const stored = await db().trustResult.count();
    const preview = await previewSettings(admin, stricter);
    expect(preview).toMatchObject({ tools: 2, numbers: { up: 0, down: 2, gained: 0, lost: 0 } });
    expect(preview.bands.down).toBe(2);
    const names = preview.moves.map(({ slug, after }) => [slug, after.score]);
    expect(names).toEqual([[tool.slug, 40]]);
    expect(await db().trustResult.count()).toBe(stored);
    expect((await readSettings()).id).toBeNull();
    const narrow = { ...standardSettings.reliability, windowDays: 1 };
    expect((await previewSettings(admin, { ...standardSettings, reliability: narrow })).numbers.lost).toBe(0);
    expect((await previewSettings(admin, standardSettings)).moves).toEqual([]);
  });

  it("foretells what the nightly results then say", async () => {
    const preview = await previewSettings(admin, stricter);
    const { id } = await changeSettings(admin, { settings: stricter, reason, basedOn: null });
    expect(await settingsProgress(admin)).toEqual({ tools: 2, rated: 0 });
    await rateAllTools("settings");
    expect(await settingsProgress(admin)).toEqual({ tools: 2, rated: 2 });
    const summary = await unsafeTrustSummary(tool.id);
    const foretold = preview.moves.find(({ slug }) => slug === tool.slug);
    expect(summary).toMatchObject({ score: foretold?.after.score, settingsVersion: id });
    expect(summary?.components.compliance).toBe(1);
  });
});

describe("a version", () => {
  it("is not put over one that somebody saved meanwhile", async () => {
    const seen = await readSettings();
    const theirs = { ...seen.settings, confidence: 2 };
    await changeSettings(other, { settings: theirs, reason, basedOn: seen.id });
    const mine = { settings: { ...seen.settings, weakestLink: 0.3 }, reason, basedOn: seen.id };
    await expect(changeSettings(admin, mine)).rejects.toMatchObject({ code: "conflict" });
    const now = await readSettings();
    expect(now.settings).toMatchObject({ confidence: 2, weakestLink: 0.25 });
    expect(now.history[0]).toMatchObject({ setBy: "Abel Admin", settings: { confidence: 2 } });
  });

  it("is restored as a new one, and the ones between stay", async () => {
    const { id, history } = await readSettings();
    const first = history.at(-1);
    if (!first) throw new Error("There is no version.");
    const restored = await changeSettings(admin, { settings: first.settings, reason, basedOn: id });
    expect(restored.settings).toEqual(first.settings);
    expect(restored.id).not.toBe(first.id);
    expect(restored.history.map((version) => version.id)).toEqual([
      restored.id,
      ...history.map((version) => version.id),
    ]);
    const events = await db().auditEvent.count({ where: { type: "trust.settings-changed" } });
    expect(events).toBe(history.length + 1);
  });
});

it("open disputes and living exemptions are listed until they are settled or end", async () => {
  const dispute = await openDispute(auditor, tool.slug, { component: "compliance", text: reason });
  const grant = { gate: "review-expired", reason, expiresAt: daysAgo(-5).toISOString() } as const;
  const exemption = await grantExemption(admin, tool.slug, grant);
  expect(await listOpenMatters(admin)).toMatchObject({
    disputes: [{ id: dispute.id, openedBy: "Anton Auditor", tool: { slug: tool.slug, name: "Site Notes" } }],
    exemptions: [{ id: exemption.id, gate: "review-expired", tool: { slug: tool.slug } }],
    hasMore: { disputes: false, exemptions: false },
  });
  await settleDispute(admin, dispute.id, { outcome: "rejected", settlement: reason });
  await endExemption(admin, exemption.id, reason);
  expect(await listOpenMatters(admin)).toMatchObject({ disputes: [], exemptions: [] });
});

describe("old results", () => {
  const gate = { kind: "deprecated", cap: null, exempt: null } as const;
  const keep = async (
    ages: readonly number[],
    change: (age: number) => { band?: string; gated?: boolean },
  ) => {
    await db().trustResult.deleteMany({});
    const newest = (await db().tool.findFirstOrThrow({ where: { id: tool.id }, select: { id: true } })).id;
    await db().trustResult.createMany({
      data: ages.map((age) => {
        const { band = "good", gated = false } = change(age);
        const rating = { gates: gated ? [gate] : [] } as Partial<RatingResult>;
        const stored = { cause: "nightly", isNightly: true, score: 70, evidenceStrength: 0.5 };
        return { ...stored, id: newId(), toolId: newest, computedAt: daysAgo(age), band, rating };
      }),
    });
    await thinOldResults();
    const rows = await db().trustResult.findMany({ orderBy: { computedAt: "asc" } });
    return rows.map(({ computedAt }) => Math.round((Date.now() - computedAt.getTime()) / dayMs));
  };
  const nights = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, at) => from - at);

  it("stay whole for 35 days, then one of each week", async () => {
    const kept = await keep(nights(80, 0), () => ({}));
    expect(kept.filter((age) => age < 35)).toEqual(nights(34, 0));
    const aged = kept.filter((age) => age >= 35);
    expect(aged[0]).toBe(80);
    const weeks = new Set(aged.map((age) => Math.floor((daysAgo(age).getTime() / dayMs + 3) / 7)));
    expect(weeks.size).toBe(aged.length);
    expect(aged.length).toBeGreaterThanOrEqual(7);
    expect(await thinOldResults()).toBe(0);
  });

  it("go after two years, except the first, the newest and what changed a band or a gate", async () => {
    const kept = await keep(nights(800, 780), (age) => ({
      band: age <= 795 ? "trusted" : "good",
      gated: age <= 790 && age > 785,
    }));
    expect(kept).toEqual([800, 795, 790, 785, 780]);
    expect(await thinOldResults()).toBe(0);
  });
});
