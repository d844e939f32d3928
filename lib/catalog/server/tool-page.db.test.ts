import { beforeAll, describe, expect, test } from "vitest";
import { askAboutTool } from "#lib/catalog/server/ask-about-tool.ts";
import { domainCounts, domainOffer } from "#lib/catalog/server/domain-offer.ts";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";
import { listConcerns } from "#lib/catalog/server/list-concerns.ts";
import { operationSchema } from "#lib/catalog/server/operation-schema.ts";
import { recentChanges } from "#lib/catalog/server/recent-changes.ts";
import { starterTools } from "#lib/catalog/server/starter-tools.ts";
import { toolActivity } from "#lib/catalog/server/tool-activity.ts";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makePerson, makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";

testDatabase();
const daysAgo = (days: number) => new Date(now().getTime() - days * 86_400_000);
let domainId: string;
let member: Viewer;
let stranger: Viewer;
let owner: Viewer;

beforeAll(async () => {
  const support = await makeTeam("Support");
  const other = await makeTeam("Elsewhere");
  domainId = support.domainId;
  member = await makeViewer({ teamId: support.teamId });
  stranger = await makeViewer({ teamId: other.teamId });
  const person = await makePerson({ name: "Olga Owner", teamId: support.teamId });
  const tool = await makeTool({
    name: "Ticket Desk",
    ...support,
    ownerId: person.id,
    useInstead: [
      { text: "For prices", slug: "price-list" },
      { text: "For pay", slug: "salary-bands" },
    ],
    operations: [
      {
        name: "find",
        inputSchema: { type: "object", properties: { text: { type: "string" } } },
        binding: {
          kind: "http",
          serverUrl: "https://tickets.example.com/secret-base",
          method: "GET",
          path: "/tickets",
          parameters: [],
          security: [{ scheme: "bearer", secretName: "key" }],
        },
      },
    ],
  });
  await makeTool({ name: "Price List", domainId: other.domainId, teamId: other.teamId });
  await makeTool({ name: "Salary Bands", domainId: other.domainId, teamId: other.teamId, audience: "team" });
  await db().toolReview.create({
    data: {
      id: newId(),
      toolId: tool.id,
      kind: "security",
      reviewer: "R",
      outcome: "passed",
      reviewedAt: daysAgo(400),
      expiresAt: daysAgo(12),
    },
  });
  await db().toolIncident.create({
    data: {
      id: newId(),
      toolId: tool.id,
      title: "Down",
      publicNote: "",
      startedAt: daysAgo(3),
      endedAt: daysAgo(2),
    },
  });
  owner = await makeViewer({ teamId: support.teamId });
  await db().ownership.update({
    where: { toolId: tool.id },
    data: { deputyId: owner.id, confirmedAt: daysAgo(200) },
  });
});

describe("a tool's page", () => {
  test("is not found for those who may not find the tool, and names no such tool to them", async () => {
    await expect(getToolPage(member, "salary-bands")).rejects.toMatchObject({ code: "not-found" });
    expect((await getToolPage(member, "ticket-desk")).related).toEqual([
      { slug: "price-list", name: "Price List" },
    ]);
    expect((await getToolPage(stranger, "ticket-desk")).related.map(({ name }) => name)).toEqual([
      "Price List",
      "Salary Bands",
    ]);
  });

  test("shows how an operation is reached, and no address or secret", async () => {
    const page = await getToolPage(member, "ticket-desk");
    expect(page.operations[0]).toMatchObject({ name: "find", route: "GET /tickets" });
    expect(JSON.stringify(page)).not.toMatch(/secret-base|secretName|tickets\.example\.com/);
  });

  test("tells an overdue confirmation from one that holds, and an expired review", async () => {
    const page = await getToolPage(member, "ticket-desk");
    expect(page.ownerConfirmedAt).toBeNull();
    expect(page.lastConfirmedAt).not.toBeNull();
    expect(page.reviews).toMatchObject([{ kind: "security", isExpired: true }]);
    expect(page.canEdit).toBe(false);
    expect((await getToolPage(owner, "ticket-desk")).canEdit).toBe(true);
  });

  test("gives an operation's schema as a file, and none for what does not exist", async () => {
    expect(await operationSchema(member, "ticket-desk", "find", "input")).toMatchObject({ type: "object" });
    for (const [name, part] of [
      ["find", "output"],
      ["lose", "input"],
    ] as const) {
      await expect(operationSchema(member, "ticket-desk", name, part)).rejects.toMatchObject({
        code: "not-found",
      });
    }
  });

  test("shows activity only to those who answer for the tool, and to auditors", async () => {
    await expect(toolActivity(member, "ticket-desk")).rejects.toMatchObject({ code: "forbidden" });
    expect((await toolActivity(owner, "ticket-desk")).daily).toHaveLength(28);
    const auditor = await makeViewer({ roles: ["auditor"] });
    expect((await toolActivity(auditor, "ticket-desk")).failures).toEqual([]);
  });
});

describe("a question to the owner", () => {
  test("is kept with its event, which holds no words of it", async () => {
    const { id } = await askAboutTool(member, "ticket-desk", "May I use it for refunds as well?");
    expect((await getToolPage(stranger, "ticket-desk")).questions).toMatchObject([
      { id, text: "May I use it for refunds as well?", askedBy: member.name, answer: null },
    ]);
    const events = await db().auditEvent.findMany({
      where: { type: "question.asked" },
      select: { actorId: true, targetName: true, details: true },
    });
    expect(events).toEqual([
      { actorId: member.id, targetName: "Ticket Desk", details: { questionId: id, characters: 33 } },
    ]);
  });

  test("is refused about a tool one may not find, and after ten within an hour", async () => {
    await expect(askAboutTool(member, "salary-bands", "What does she earn?")).rejects.toMatchObject({
      code: "not-found",
    });
    for (let count = 0; count < 10; count += 1)
      await askAboutTool(stranger, "price-list", `Question number ${count}`);
    await expect(askAboutTool(stranger, "price-list", "One more question")).rejects.toMatchObject({
      code: "too-many-requests",
    });
    expect(await db().toolQuestion.count({ where: { askedById: stranger.id } })).toBe(10);
  });
});

describe("what needs attention", () => {
  test("comes from owners, reviews and confirmations, within the scope and what one may find", async () => {
    const kinds = async (viewer: Viewer) =>
      (await listConcerns(viewer, { of: "everything" })).map(({ kind, tool }) => `${kind} ${tool.slug}`);
    expect(await kinds(member)).toEqual([
      "unowned price-list",
      "review-expired ticket-desk",
      "unconfirmed ticket-desk",
    ]);
    expect(await kinds(stranger)).toContain("unowned salary-bands");
    expect((await listConcerns(owner, { of: "mine" })).every(({ tool }) => tool.slug === "ticket-desk")).toBe(
      true,
    );
  });

  test("is counted per domain", async () => {
    expect((await domainCounts(member)).get(domainId)).toEqual({ tools: 1, working: 1, concerns: 1 });
    const { cards, concerns } = await domainOffer(member, domainId);
    expect(cards.map(({ name }) => name)).toEqual(["Ticket Desk"]);
    expect(concerns).toHaveLength(2);
  });
});

describe("home", () => {
  test("tells what changed within a week among the tools one may find, newest first", async () => {
    const changes = await recentChanges(member, 10);
    expect(changes.map(({ kind, tool }) => `${kind} ${tool.slug}`)).toEqual([
      "first-published price-list",
      "first-published ticket-desk",
      "outage-ended ticket-desk",
    ]);
    expect(await recentChanges(member, 1)).toHaveLength(1);
  });

  test("begins with working tools of one's own domain", async () => {
    const { cards, ownDomainCount } = await starterTools(stranger, 6);
    expect(cards.map(({ name }) => name)).toEqual(["Price List", "Salary Bands", "Ticket Desk"]);
    expect(ownDomainCount).toBe(2);
    expect((await starterTools(member, 1)).cards.map(({ name }) => name)).toEqual(["Ticket Desk"]);
  });
});
