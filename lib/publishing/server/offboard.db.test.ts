import { beforeEach, describe, expect, test } from "vitest";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { viewerOfSession } from "#lib/identity/server/load-viewer.ts";
import { reactivatePerson } from "#lib/identity/server/reactivate-person.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { healthQuerySchema } from "#lib/publishing/handover/health.ts";
import { offerToolBySlug } from "#lib/publishing/server/hand-over-tool.ts";
import { deactivateAndHandOn, previewOffboarding } from "#lib/publishing/server/offboard.ts";
import { ownershipHealth } from "#lib/publishing/server/ownership-health.ts";
import { previewReassignment, reassignTools } from "#lib/publishing/server/reassign-tools.ts";

const reason = "Left the company today.";

testDatabase();
let admin: Viewer;
let ana: Viewer;
let ben: Viewer;
let cem: Viewer;
let lead: Viewer;
let team: { domainId: string; teamId: string };
let other: { domainId: string; teamId: string };
let count = 0;

async function tool(name: string, ownerId: string, deputyId: string | null = null) {
  const made = await makeTool({ name: `${name} ${count}`, ...team, ownerId });
  await db().ownership.update({ where: { toolId: made.id }, data: { deputyId } });
  return made;
}
const fresh = async (viewer: Viewer): Promise<Viewer> => {
  const found = await viewerOfSession(viewer.sessionId);
  if (!found) throw new Error("The session has ended.");
  return found;
};
const hands = (toolId: string) =>
  db().ownership.findUniqueOrThrow({ where: { toolId }, select: { ownerId: true, deputyId: true } });
const newsOf = async (viewer: Viewer) =>
  (
    await db().notification.findMany({
      where: { personId: viewer.id },
      orderBy: { title: "asc" },
      select: { title: true },
    })
  ).map(({ title }) => title);
const eventsOf = async (targetId: string) =>
  (
    await db().auditEvent.findMany({ where: { targetId }, orderBy: { id: "asc" }, select: { type: true } })
  ).map(({ type }) => type);
const leave = (fingerprint?: string, person = ana) =>
  deactivateAndHandOn(admin, { personId: person.id, reason, fingerprint });

beforeEach(async () => {
  count += 1;
  await db().roleAssignment.deleteMany();
  team = await makeTeam(`Support ${count}`);
  other = await makeTeam(`Field ${count}`);
  admin = await makeViewer({ name: "Ada", roles: ["admin"] });
  ana = await makeViewer({ name: "Ana", teamId: team.teamId });
  ben = await makeViewer({ name: "Ben", teamId: team.teamId });
  cem = await makeViewer({ name: "Cem", teamId: other.teamId });
  lead = await makeViewer({ name: "Lea" });
  await db().domain.update({ where: { id: team.domainId }, data: { leadId: lead.id } });
  lead = await fresh(lead);
});

describe("a person who leaves", () => {
  test("hands tools to their deputies and leaves the rest to the lead, exactly as it was shown", async () => {
    const shared = await tool("Shared", ana.id, ben.id);
    const lone = await tool("Lone", ana.id);
    const stood = await tool("Stood", ben.id, ana.id);
    const { steps, fingerprint } = await previewOffboarding(admin, ana.id);
    expect(steps.map(({ kind, name, to }) => [kind, name, to])).toEqual([
      ["orphaned", `Lone ${count}`, "Lea"],
      ["owner-to-deputy", `Shared ${count}`, "Ben"],
      ["deputy-removed", `Stood ${count}`, "Ben"],
    ]);
    await leave(fingerprint);
    expect(await hands(shared.id)).toEqual({ ownerId: ben.id, deputyId: null });
    expect(await hands(lone.id)).toEqual({ ownerId: ana.id, deputyId: null });
    expect(await hands(stood.id)).toEqual({ ownerId: ben.id, deputyId: null });
    expect(await newsOf(ben)).toEqual([
      `Ana is no longer the deputy of Stood ${count}`,
      `You own Shared ${count} now`,
    ]);
    const named = { personId: ben.id, toolId: shared.id };
    expect(await db().notification.findMany({ where: named })).toMatchObject([{ kind: "owner-named" }]);
    expect(await newsOf(lead)).toEqual([`Lone ${count} has nobody who answers for it`]);
    expect(await eventsOf(lone.id)).toEqual(["tool.orphaned"]);
    expect(await eventsOf(shared.id)).toEqual(["tool.ownership-changed"]);
    expect(await viewerOfSession(ana.sessionId)).toBeNull();
    expect((await getToolPage(ben, lone.slug)).isUnowned).toBe(true);
    const health = await ownershipHealth(lead, healthQuerySchema.parse({ state: "orphan" }));
    expect(health.rows.map(({ slug }) => slug)).toEqual([lone.slug]);
  });

  test("is not deactivated when what was shown no longer holds: nothing is half done", async () => {
    const shared = await tool("Shared", ana.id, ben.id);
    const { fingerprint } = await previewOffboarding(admin, ana.id);
    await tool("Newer", ana.id);
    await expect(leave(fingerprint)).rejects.toMatchObject({ code: "conflict" });
    expect(await hands(shared.id)).toEqual({ ownerId: ana.id, deputyId: ben.id });
    expect((await db().person.findUniqueOrThrow({ where: { id: ana.id } })).isActive).toBe(true);
    expect(await newsOf(ben)).toEqual([]);
    await leave((await previewOffboarding(admin, ana.id)).fingerprint);
  });

  test("who is the only administrator keeps everything", async () => {
    const own = await tool("Own", admin.id, ben.id);
    const deputy = await makeViewer({ name: "Second" });
    await expect(
      deactivateAndHandOn({ ...admin, id: deputy.id }, { personId: admin.id, reason }),
    ).rejects.toMatchObject({ code: "conflict" });
    expect(await hands(own.id)).toEqual({ ownerId: admin.id, deputyId: ben.id });
  });

  test("ends the offers to them, stays in those of others, and leaves drafts and releases where they are", async () => {
    const gift = await tool("Gift", ben.id);
    const wish = await tool("Wish", ben.id);
    const mine = await tool("Mine", cem.id);
    await db().ownership.update({ where: { toolId: mine.id }, data: { teamId: other.teamId } });
    const to = { teamId: team.teamId, ownerId: ana.id, deputyId: null, reason: "She knows it best of all." };
    const gifted = await offerToolBySlug(await fresh(ben), gift.slug, to);
    const wished = await offerToolBySlug(await fresh(cem), mine.slug, {
      ...to,
      ownerId: ben.id,
      deputyId: ana.id,
    });
    await db().toolDraft.create({ data: { toolId: wish.id, words: {}, updatedById: ana.id } });
    const { steps } = await previewOffboarding(admin, ana.id);
    expect(steps.map(({ kind, to: goes }) => [kind, goes])).toEqual([
      ["offer-received", "Ben"],
      ["offer-deputy", null],
      ["draft-kept", "Ben"],
    ]);
    await leave();
    expect(await db().ownershipTransfer.findUniqueOrThrow({ where: { id: gifted } })).toMatchObject({
      status: "withdrawn",
      openFor: null,
    });
    expect(await db().ownershipTransfer.findUniqueOrThrow({ where: { id: wished } })).toMatchObject({
      status: "offered",
      toDeputyId: null,
    });
    expect(await db().toolDraft.count({ where: { toolId: wish.id } })).toBe(1);
  });

  test("leaves a domain to its other leads, or to the administrators", async () => {
    const { steps } = await previewOffboarding(admin, lead.id);
    expect(steps).toMatchObject([{ kind: "lead-lost", to: "Ada" }]);
    await leave(undefined, lead);
    expect(await newsOf(admin)).toEqual([`Support ${count} domain has no lead`]);
  });

  test("comes back to the tools that nobody took over", async () => {
    const shared = await tool("Shared", ana.id, ben.id);
    const lone = await tool("Lone", ana.id);
    await leave();
    await reactivatePerson(admin, { personId: ana.id, reason });
    expect(await hands(lone.id)).toMatchObject({ ownerId: ana.id });
    expect(await hands(shared.id)).toMatchObject({ ownerId: ben.id });
  });

  test("is looked at and deactivated by administrators only", async () => {
    await expect(previewOffboarding(lead, ana.id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(deactivateAndHandOn(ben, { personId: ana.id, reason })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("handing over many tools", () => {
  const to = () => ({ teamId: other.teamId, ownerId: cem.id, deputyId: null });

  test("assigns orphans, offers the others, and says of each what became of it", async () => {
    const lone = await tool("Lone", ana.id);
    await leave();
    const held = await tool("Held", ben.id);
    const offered = await tool("Offered", ben.id);
    await offerToolBySlug(lead, offered.slug, { ...to(), reason: "First come, first served." });
    const toolIds = [lone.id, held.id, offered.id];
    const plan = await previewReassignment(lead, { toolIds, ...to() });
    expect(plan.map(({ way, problem }) => [way, problem])).toEqual([
      ["assign", null],
      ["offer", null],
      [null, "It is offered to somebody already."],
    ]);
    expect(await hands(lone.id)).toMatchObject({ ownerId: ana.id });
    const results = await reassignTools(lead, {
      ...to(),
      reason: "The field takes all of it.",
      tools: [
        { toolId: lone.id, way: "assign" },
        { toolId: held.id, way: "assign" },
        { toolId: offered.id, way: "offer" },
        { toolId: held.id, way: "offer" },
      ],
    });
    expect(results.map(({ name, outcome }) => [name, outcome])).toEqual([
      [`Lone ${count}`, "assigned"],
      [`Held ${count}`, "offered"],
      [`Offered ${count}`, "not-done"],
    ]);
    expect(await hands(lone.id)).toMatchObject({ ownerId: cem.id });
    expect(await hands(held.id)).toMatchObject({ ownerId: ben.id });
  });

  test("leaves a tool alone that got an owner since the preview", async () => {
    const lone = await tool("Lone", ben.id);
    const [result] = await reassignTools(lead, {
      ...to(),
      reason: "It had no owner before.",
      tools: [{ toolId: lone.id, way: "assign" }],
    });
    expect(result).toMatchObject({ outcome: "not-done" });
    expect(await hands(lone.id)).toMatchObject({ ownerId: ben.id });
  });

  test("reaches the tools of one's own domains only, and checks the receivers first", async () => {
    const foreign = await makeTool({ name: `Foreign ${count}`, ...other, ownerId: cem.id });
    const [plan] = await previewReassignment(lead, { toolIds: [foreign.id], ...to() });
    expect(plan).toMatchObject({ way: null, problem: "This tool was not found." });
    await expect(
      previewReassignment(lead, { toolIds: [foreign.id], ...to(), ownerId: ben.id }),
    ).rejects.toMatchObject({ code: "invalid-input", fields: [{ path: "ownerId" }] });
    await expect(previewReassignment(ben, { toolIds: [foreign.id], ...to() })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await previewReassignment(admin, { toolIds: [foreign.id], ...to() }))[0]?.problem).toBe(
      "Cem owns it already.",
    );
  });

  test("is seen by leads for their own domains and by administrators for all", async () => {
    const mine = await tool("Mine", ben.id);
    const foreign = await makeTool({ name: `Foreign ${count}`, ...other, ownerId: cem.id });
    const all = healthQuerySchema.parse({ state: "all", q: `${count}` });
    const slugs = async (viewer: Viewer) => (await ownershipHealth(viewer, all)).rows.map(({ slug }) => slug);
    expect(await slugs(lead)).toEqual([mine.slug]);
    expect(await slugs(admin)).toEqual(expect.arrayContaining([mine.slug, foreign.slug]));
    await expect(ownershipHealth(ben, all)).rejects.toMatchObject({ code: "forbidden" });
  });
});
