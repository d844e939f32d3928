import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { listConversations } from "#lib/chat/server/list-conversations.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { viewerOfSession } from "#lib/identity/server/load-viewer.ts";
import { makePerson, makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { offersToMe } from "#lib/ownership/server/offers.ts";
import { watchOwnership } from "#lib/ownership/server/ownership-jobs.ts";
import { getDraft } from "#lib/publishing/server/get-draft.ts";
import {
  answerOfferOfTool,
  assignToolBySlug,
  nameDeputyOfTool,
  offerToolBySlug,
  withdrawOfferOfTool,
} from "#lib/publishing/server/hand-over-tool.ts";
import { handoverView } from "#lib/publishing/server/handover-view.ts";

const dayMs = 86_400_000;
const reason = "Field teams use it more than we do.";

testDatabase();
let owner: Viewer;
let colleague: Viewer;
let receiver: Viewer;
let receiversColleague: Viewer;
let lead: Viewer;
let admin: Viewer;
let stranger: Viewer;
let from: { domainId: string; teamId: string };
let to: { domainId: string; teamId: string };
let tool: { id: string; slug: string };
let count = 0;

const again = async (viewer: Viewer): Promise<Viewer> => {
  const fresh = await viewerOfSession(viewer.sessionId);
  if (!fresh) throw new Error("The session has ended.");
  return fresh;
};

beforeAll(async () => {
  from = await makeTeam("Support");
  to = await makeTeam("Field");
  owner = await makeViewer({ name: "Olga", teamId: from.teamId });
  colleague = await makeViewer({ name: "Cem", teamId: from.teamId });
  receiver = await makeViewer({ name: "Rui", teamId: to.teamId });
  receiversColleague = await makeViewer({ name: "Dee", teamId: to.teamId });
  lead = await makeViewer({ name: "Lea" });
  await db().domain.update({ where: { id: from.domainId }, data: { leadId: lead.id } });
  lead = await again(lead);
  admin = await makeViewer({ name: "Ada", roles: ["admin"] });
  stranger = await makeViewer({ name: "Eve" });
});

beforeEach(async () => {
  count += 1;
  tool = await makeTool({
    name: `Desk ${count}`,
    ...from,
    ownerId: owner.id,
    purpose: "Finds tickets.",
    audience: "team",
  });
  await db().tool.update({ where: { id: tool.id }, data: { createdById: owner.id } });
  owner = await again(owner);
  receiver = await again(receiver);
});

const input = (more: object = {}) => ({
  teamId: to.teamId,
  ownerId: receiver.id,
  deputyId: null,
  reason,
  ...more,
});
const offer = (more: object = {}, viewer = owner) => offerToolBySlug(viewer, tool.slug, input(more));
const accept = (id: string, viewer = receiver) =>
  answerOfferOfTool(viewer, id, { answer: "accept", note: "Gladly." });
const hands = () =>
  db().tool.findUniqueOrThrow({
    where: { id: tool.id },
    select: {
      domainId: true,
      ownership: { select: { teamId: true, ownerId: true, deputyId: true, confirmedAt: true } },
    },
  });
const newsOf = async (viewer: Viewer) =>
  (
    await db().notification.findMany({
      where: { personId: viewer.id, toolId: tool.id },
      orderBy: { id: "asc" },
      select: { kind: true },
    })
  ).map(({ kind }) => kind);
const eventsOf = async () =>
  (
    await db().auditEvent.findMany({
      where: { targetId: tool.id },
      orderBy: { id: "asc" },
      select: { type: true },
    })
  ).map(({ type }) => type);

describe("an offer", () => {
  test("changes nothing until it is accepted, and then everything at once", async () => {
    const before = await hands();
    const id = await offer({ deputyId: receiversColleague.id });
    expect(await hands()).toEqual(before);
    expect(await newsOf(receiver)).toEqual(["transfer-offered"]);
    expect(await offersToMe(receiver)).toMatchObject([{ id, tool: { slug: tool.slug }, offeredBy: "Olga" }]);
    await accept(id);
    expect(await hands()).toMatchObject({
      domainId: to.domainId,
      ownership: { teamId: to.teamId, ownerId: receiver.id, deputyId: receiversColleague.id },
    });
    expect((await hands()).ownership?.confirmedAt?.getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect(await eventsOf()).toEqual(["transfer.offered", "transfer.accepted", "tool.ownership-changed"]);
    expect(await newsOf(owner)).toEqual(["transfer-answered"]);
    expect(await newsOf(receiversColleague)).toEqual(["deputy-named"]);
    expect(await offersToMe(receiver)).toEqual([]);
  });

  test("takes every right from whoever handed over, the maker too, and gives it to the receiver", async () => {
    await getDraft(owner, tool.slug);
    await accept(await offer());
    for (const viewer of [await again(owner), await again(colleague)]) {
      await expect(getDraft(viewer, tool.slug)).rejects.toMatchObject({ code: "not-found" });
      await expect(handoverView(viewer, tool.slug)).rejects.toMatchObject({ code: "not-found" });
    }
    expect((await getDraft(await again(receiver), tool.slug)).slug).toBe(tool.slug);
  });

  test("never makes anybody's conversation readable for the receiver", async () => {
    await db().conversation.create({
      data: { id: newId(), personId: colleague.id, title: "Salaries", toolId: tool.id },
    });
    await accept(await offer());
    const seen = await listConversations(await again(receiver), { limit: 30 });
    expect(seen.conversations).toEqual([]);
  });

  test("is answered once: of two answers at a time one is a conflict", async () => {
    const id = await offer();
    const answers = await Promise.allSettled([
      accept(id),
      answerOfferOfTool(receiver, id, { answer: "decline", note: "No time." }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(accept(id)).rejects.toMatchObject({ code: "conflict" });
    const isMoved = (await hands()).ownership?.ownerId === receiver.id;
    const { status } = await db().ownershipTransfer.findUniqueOrThrow({ where: { id } });
    expect(isMoved).toBe(status === "accepted");
  });

  test("is the only one of its tool", async () => {
    const offers = await Promise.allSettled([offer(), offer({ ownerId: receiversColleague.id })]);
    expect(offers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(offers.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "conflict" },
    });
  });

  test("declined leaves the tool where it is and tells the owner why", async () => {
    const before = await hands();
    const id = await offer();
    await answerOfferOfTool(receiver, id, { answer: "decline", note: "We have no time." });
    expect(await hands()).toEqual(before);
    expect(await newsOf(owner)).toEqual(["transfer-answered"]);
    const view = await handoverView(owner, tool.slug);
    expect(view).toMatchObject({ offer: null, history: [{ status: "declined", note: "We have no time." }] });
    await offer();
  });

  test("can be taken back until it is answered, by the owner, who made it, the lead and administrators", async () => {
    for (const viewer of [owner, lead, admin]) {
      await withdrawOfferOfTool(viewer, await offer({}, lead), "");
    }
    const id = await offer();
    for (const viewer of [stranger, receiver, colleague]) {
      await expect(withdrawOfferOfTool(viewer, id, "")).rejects.toMatchObject({ code: "not-found" });
    }
    await accept(id);
    await expect(withdrawOfferOfTool(admin, id, "")).rejects.toMatchObject({ code: "conflict" });
  });

  test("runs out after 30 days, is over from then on, and makes room for another", async () => {
    const id = await offer();
    const offeredAt = new Date(Date.now() - 30 * dayMs);
    await db().ownershipTransfer.update({ where: { id }, data: { offeredAt } });
    await expect(accept(id)).rejects.toMatchObject({ code: "conflict" });
    expect((await offersToMe(receiver)).map((one) => one.id)).not.toContain(id);
    expect((await handoverView(owner, tool.slug)).offer).toBeNull();
    const second = await offer();
    await db().ownershipTransfer.update({ where: { id: second }, data: { offeredAt } });
    await watchOwnership.handler({}, { id: "1", attempt: 1, signal: new AbortController().signal });
    expect(await db().ownershipTransfer.findUniqueOrThrow({ where: { id: second } })).toMatchObject({
      status: "expired",
      openFor: null,
    });
    expect(await eventsOf()).toEqual([
      "transfer.offered",
      "transfer.expired",
      "transfer.offered",
      "transfer.expired",
    ]);
  });

  test("goes only to active people of the receiving team, and never to those who have it", async () => {
    const left = await makePerson({ name: "Left", teamId: to.teamId });
    await db().person.update({ where: { id: left.id }, data: { isActive: false } });
    const wrong: [object, string][] = [
      [{ ownerId: left.id }, "ownerId"],
      [{ ownerId: stranger.id }, "ownerId"],
      [{ ownerId: newId() }, "ownerId"],
      [{ teamId: newId() }, "teamId"],
      [{ deputyId: left.id }, "deputyId"],
      [{ deputyId: colleague.id }, "deputyId"],
      [{ deputyId: receiver.id }, "deputyId"],
      [{ teamId: from.teamId, ownerId: owner.id }, "ownerId"],
    ];
    for (const [more, path] of wrong) {
      await expect(offer(more)).rejects.toMatchObject({ code: "invalid-input", fields: [{ path }] });
    }
  });

  test("is made by the owner, the lead and administrators only", async () => {
    await expect(offer({}, colleague)).rejects.toMatchObject({ code: "forbidden" });
    await expect(offer({}, stranger)).rejects.toMatchObject({ code: "not-found" });
    await expect(offer({}, receiver)).rejects.toMatchObject({ code: "not-found" });
    await withdrawOfferOfTool(lead, await offer({}, lead), "");
    await withdrawOfferOfTool(admin, await offer({}, admin), "");
  });

  test("is accepted by its receiver only, and only in the team that it was made to", async () => {
    const id = await offer();
    for (const viewer of [owner, admin, receiversColleague, stranger]) {
      await expect(accept(id, viewer)).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(accept(id, { ...receiver, teamId: from.teamId })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await hands()).ownership?.ownerId).toBe(owner.id);
    await accept(id);
  });

  test("comes without a deputy who left meanwhile", async () => {
    const passing = await makePerson({ name: "Passing", teamId: to.teamId });
    const id = await offer({ deputyId: passing.id });
    await db().person.update({ where: { id: passing.id }, data: { isActive: false } });
    await accept(id);
    expect((await hands()).ownership).toMatchObject({ ownerId: receiver.id, deputyId: null });
  });

  test("shows its receiver the tool's name, purpose and owner, and nothing of its past", async () => {
    await withdrawOfferOfTool(owner, await offer({ ownerId: receiversColleague.id }), "");
    await expect(handoverView(receiver, tool.slug)).rejects.toMatchObject({ code: "not-found" });
    await offer();
    expect(await handoverView(receiver, tool.slug)).toMatchObject({
      tool: { name: `Desk ${count}`, purpose: "Finds tickets." },
      owner: { name: "Olga", isActive: true },
      offer: { status: "offered", reason, to: { owner: { name: "Rui" } } },
      history: [],
      may: { answer: true, edit: false, withdraw: false, offer: false, nameDeputy: false },
    });
  });
});

describe("a deputy", () => {
  test("is named and removed by the owner, and told", async () => {
    await nameDeputyOfTool(owner, tool.slug, colleague.id);
    expect((await hands()).ownership?.deputyId).toBe(colleague.id);
    await nameDeputyOfTool(owner, tool.slug, null);
    expect((await hands()).ownership?.deputyId).toBeNull();
    expect(await newsOf(colleague)).toEqual(["deputy-named", "deputy-named"]);
    expect(await eventsOf()).toEqual(["tool.deputy-changed", "tool.deputy-changed"]);
  });

  test("steps down, and names nobody", async () => {
    await nameDeputyOfTool(owner, tool.slug, colleague.id);
    const deputy = await again(colleague);
    await expect(nameDeputyOfTool(deputy, tool.slug, receiver.id)).rejects.toMatchObject({
      code: "forbidden",
    });
    await nameDeputyOfTool(deputy, tool.slug, null);
    expect((await hands()).ownership?.deputyId).toBeNull();
    expect(await newsOf(owner)).toEqual(["deputy-named"]);
  });

  test("belongs to the owning team and is active", async () => {
    const left = await makePerson({ teamId: from.teamId });
    await db().person.update({ where: { id: left.id }, data: { isActive: false } });
    for (const id of [left.id, receiver.id, owner.id, newId()]) {
      await expect(nameDeputyOfTool(owner, tool.slug, id)).rejects.toMatchObject({
        code: "invalid-input",
        fields: [{ path: "personId" }],
      });
    }
    await expect(nameDeputyOfTool(lead, tool.slug, colleague.id)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("a tool that nobody answers for", () => {
  beforeEach(async () => {
    const gone = await makePerson({ name: "Gone", teamId: from.teamId });
    await db().person.update({
      where: { id: gone.id },
      data: { isActive: false, deactivatedAt: new Date() },
    });
    await db().ownership.update({ where: { toolId: tool.id }, data: { ownerId: gone.id } });
  });

  test("is given to an owner at once by the lead or an administrator, and by nobody else", async () => {
    await expect(assignToolBySlug(colleague, tool.slug, input())).rejects.toMatchObject({
      code: "forbidden",
    });
    await assignToolBySlug(lead, tool.slug, input());
    expect(await hands()).toMatchObject({
      domainId: to.domainId,
      ownership: { ownerId: receiver.id, confirmedAt: null },
    });
    expect(await newsOf(receiver)).toEqual(["owner-named"]);
    await expect(assignToolBySlug(admin, tool.slug, input())).rejects.toMatchObject({ code: "conflict" });
  });

  test("is given away once, and its open offer ends", async () => {
    const id = await offer({}, lead);
    const both = await Promise.allSettled([
      assignToolBySlug(lead, tool.slug, input()),
      assignToolBySlug(admin, tool.slug, input({ ownerId: receiversColleague.id })),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().ownershipTransfer.findUniqueOrThrow({ where: { id } })).toMatchObject({
      openFor: null,
    });
  });

  test("breaks no page, with an owner who left or with nobody at all", async () => {
    expect(await handoverView(lead, tool.slug)).toMatchObject({
      isOrphan: true,
      owner: { name: "Gone", isActive: false },
      may: { assign: true, offer: false },
    });
    await db().ownership.delete({ where: { toolId: tool.id } });
    expect(await handoverView(admin, tool.slug)).toMatchObject({
      isOrphan: true,
      owner: null,
      tool: { team: null },
    });
    await assignToolBySlug(admin, tool.slug, input());
    expect((await hands()).ownership?.ownerId).toBe(receiver.id);
  });
});
