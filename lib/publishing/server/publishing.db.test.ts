import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import type { DraftWords } from "#lib/publishing/schema.ts";
import { answerAboutTool } from "#lib/publishing/server/answer-about-tool.ts";
import { confirmTool } from "#lib/publishing/server/confirm-tool.ts";
import { discardDraft } from "#lib/publishing/server/discard-draft.ts";
import { getDraft } from "#lib/publishing/server/get-draft.ts";
import { getInsights } from "#lib/publishing/server/get-insights.ts";
import { myTools } from "#lib/publishing/server/my-tools.ts";
import { publishDraft, releaseContent } from "#lib/publishing/server/publish-draft.ts";
import { saveDraft } from "#lib/publishing/server/save-draft.ts";
import { requireDraftTool, storedDraft } from "#lib/publishing/server/tool-draft.ts";
import { findCallableOperation } from "#lib/tools/server/find-operation.ts";

let owner: Viewer;
let colleague: Viewer;
let stranger: Viewer;
let team: { domainId: string; teamId: string };
let tool: { id: string; slug: string; versionId: string };
let count = 0;

testDatabase();
beforeAll(async () => {
  team = await makeTeam("Support");
  owner = await makeViewer({ name: "Olga", teamId: team.teamId, roles: ["employee", "owner"] });
  colleague = await makeViewer({ name: "Cem", teamId: team.teamId, roles: ["employee", "owner"] });
  stranger = await makeViewer({ name: "Eve", roles: ["employee", "admin"] });
});
beforeEach(async () => {
  count += 1;
  tool = await makeTool({
    name: `Desk ${count}`,
    ...team,
    ownerId: owner.id,
    version: "1.2.3",
    purpose: "Finds tickets of customers.",
    operations: [
      {
        name: "send",
        inputSchema: { type: "object", properties: { note: { type: "string" } } },
        binding: { kind: "link", url: "https://desk.example" },
        exampleRequests: ["Send it"],
      },
    ],
  });
});

async function wordsWith(change: Partial<DraftWords>): Promise<DraftWords> {
  return { ...(await getDraft(owner, tool.slug)).published.words, ...change };
}
const begin = async (change: Partial<DraftWords>, viewer = owner) =>
  saveDraft(viewer, tool.slug, { words: await wordsWith(change), revision: 0 });
const release = (revision: number, viewer = owner) =>
  publishDraft(viewer, tool.slug, { revision, notes: "Said better.", step: "patch" });
const eventsOf = (type: string) =>
  db().auditEvent.findMany({ where: { type, targetId: tool.id }, orderBy: { id: "asc" } });
const conflict = { code: "conflict" };

describe("a draft", () => {
  test("is kept while the published words go on serving", async () => {
    await begin({ purpose: "Draft purpose, long enough.", name: "D" });
    expect((await getDraft(colleague, tool.slug)).draft).toMatchObject({
      words: { name: "D", purpose: "Draft purpose, long enough." },
      updatedBy: "Olga",
    });
    expect((await getToolPage(stranger, tool.slug)).words.purpose).toBe("Finds tickets of customers.");
  });

  test("of a revision that is gone is a conflict and overwrites nothing", async () => {
    const first = await begin({ limits: ["Mine"] });
    const second = await saveDraft(colleague, tool.slug, {
      words: await wordsWith({ limits: ["Theirs"] }),
      revision: first.revision,
    });
    for (const revision of [first.revision, 0]) {
      const late = saveDraft(owner, tool.slug, { words: await wordsWith({ limits: ["Late"] }), revision });
      await expect(late).rejects.toMatchObject(conflict);
    }
    const { draft } = await getDraft(owner, tool.slug);
    expect(draft).toMatchObject({ revision: second.revision, words: { limits: ["Theirs"] } });
  });

  test("begun by two at once is a conflict for one of them", async () => {
    const words = await wordsWith({ limits: ["x"] });
    const both = await Promise.allSettled(
      [owner, colleague].map((viewer) => saveDraft(viewer, tool.slug, { words, revision: 0 })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: conflict });
  });

  test("that was discarded does not come back through an old revision", async () => {
    const old = await begin({ limits: ["old"] });
    await discardDraft(owner, tool.slug, old);
    const fresh = await begin({ limits: ["new"] }, colleague);
    expect(fresh.revision).not.toBe(old.revision);
    await expect(discardDraft(owner, tool.slug, old)).rejects.toMatchObject(conflict);
    await expect(release(old.revision)).rejects.toMatchObject(conflict);
    expect(await eventsOf("tool.draft-discarded")).toHaveLength(1);
  });

  test("writes to the trail who began to edit, not each save", async () => {
    const first = await begin({ limits: ["1"] });
    const words = await wordsWith({ limits: ["2"] });
    const second = await saveDraft(owner, tool.slug, { words, revision: first.revision });
    await saveDraft(colleague, tool.slug, { words, revision: second.revision });
    expect((await eventsOf("tool.draft-saved")).map(({ actorName }) => actorName)).toEqual(["Olga", "Cem"]);
  });
});

describe("publishing", () => {
  test("makes a new version with the old one's operations and leaves the old one as it was", async () => {
    const before = await db().toolVersion.findUniqueOrThrow({ where: { id: tool.versionId } });
    const { revision } = await begin({ name: "Better desk", purpose: "Finds and creates tickets. " });
    const released = await publishDraft(owner, tool.slug, { revision, notes: "More.", step: "minor" });
    expect(released).toEqual({
      slug: tool.slug,
      name: "Better desk",
      version: "1.3.0",
      outcome: "published",
      requestId: null,
    });
    expect(await db().toolVersion.findUniqueOrThrow({ where: { id: tool.versionId } })).toEqual(before);
    const page = await getToolPage(stranger, tool.slug);
    expect(page).toMatchObject({
      name: "Better desk",
      version: "1.3.0",
      words: { purpose: "Finds and creates tickets." },
    });
    expect(page.versions.map(({ version, isCurrent }) => [version, isCurrent])).toEqual([
      ["1.3.0", true],
      ["1.2.3", false],
    ]);
    const operation = await findCallableOperation(stranger, { id: tool.id }, "send", { channel: "form" });
    expect(operation).toMatchObject({ name: "send", inputSchema: { type: "object" } });
    expect(operation.versionId).not.toBe(tool.versionId);
    expect((await getDraft(owner, tool.slug)).draft).toBeNull();
  });

  test("writes what changed, before and after, with the reason", async () => {
    const { revision } = await begin({ limits: ["At most 10 a day"] });
    await release(revision);
    const [event] = await eventsOf("tool.published");
    expect(event).toMatchObject({
      actorName: "Olga",
      reason: "Said better.",
      changes: {
        before: { version: "1.2.3", words: { limits: [] } },
        after: { version: "1.2.4", words: { limits: ["At most 10 a day"] } },
      },
      details: { version: "1.2.4" },
    });
  });

  test("twice at once succeeds once", async () => {
    const { revision } = await begin({ limits: ["Once"] });
    const both = await Promise.allSettled([release(revision), release(revision, colleague)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: conflict });
    expect(await db().toolVersion.count({ where: { toolId: tool.id } })).toBe(2);
    expect(await eventsOf("tool.published")).toHaveLength(1);
  });

  test("never gives a number twice, also when an older version serves", async () => {
    const { revision } = await begin({ limits: ["Never"] });
    await db().toolVersion.create({
      data: { id: newId(), toolId: tool.id, version: "1.4.0", words: {}, publishedAt: new Date() },
    });
    await expect(release(revision)).resolves.toMatchObject({ version: "1.4.1" });
  });

  test("leaves everything as it was when another version came to serve meanwhile", async () => {
    const { revision } = await begin({ limits: ["Never"] });
    const draft = await requireDraftTool(owner, tool.slug);
    const content = (await storedDraft(draft))?.content;
    if (!content) throw new Error("there is a draft");
    const other = await db().toolVersion.create({
      data: { id: newId(), toolId: tool.id, version: "1.2.9", words: {}, publishedAt: new Date() },
    });
    await db().tool.update({ where: { id: tool.id }, data: { currentVersionId: other.id } });
    const late = () =>
      releaseContent(owner, draft, content, { notes: "Too late.", step: "patch", draftRevision: revision });
    await expect(late()).rejects.toMatchObject(conflict);
    expect(await db().toolDraft.count({ where: { toolId: tool.id, revision } })).toBe(1);
    expect(await db().toolVersion.count({ where: { toolId: tool.id } })).toBe(2);
    expect(await eventsOf("tool.published")).toEqual([]);
  });

  test("refuses what is incomplete, unchanged or leads nowhere", async () => {
    const first = await begin({ name: "", useInstead: [{ text: "Ask", slug: "no-such-tool" }] });
    await expect(release(first.revision)).rejects.toMatchObject({
      code: "invalid-input",
      fields: expect.arrayContaining([
        expect.objectContaining({ path: "words.name" }),
        expect.objectContaining({ path: "words.useInstead" }),
      ]),
    });
    const second = await saveDraft(owner, tool.slug, { words: await wordsWith({}), ...first });
    await expect(release(second.revision)).rejects.toMatchObject(conflict);
  });
});

describe("rights", () => {
  test("somebody else is refused, with an event, and an administrator is somebody else", async () => {
    const { revision } = await begin({ limits: ["x"] });
    const words = await wordsWith({ limits: ["y"] });
    const refused = { code: "refused-by-policy" };
    await expect(getDraft(stranger, tool.slug)).rejects.toMatchObject(refused);
    await expect(saveDraft(stranger, tool.slug, { words, revision })).rejects.toMatchObject(refused);
    await expect(release(revision, stranger)).rejects.toMatchObject(refused);
    await expect(discardDraft(stranger, tool.slug, { revision })).rejects.toMatchObject(refused);
    await expect(getInsights(stranger, tool.slug)).rejects.toMatchObject(refused);
    expect(await eventsOf("policy.refused")).toHaveLength(5);
  });

  test("a tool that may not be found is not found", async () => {
    await db().tool.update({ where: { id: tool.id }, data: { audience: "team" } });
    await expect(getDraft(stranger, tool.slug)).rejects.toMatchObject({ code: "not-found" });
    await expect(confirmTool(stranger, tool.slug)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("what an owner sees to", () => {
  const ask = async () => {
    const id = newId();
    const asked = { id, toolId: tool.id, askedById: stranger.id, text: "May I?", askedAt: new Date() };
    await db().toolQuestion.create({ data: asked });
    return id;
  };

  test("a question is answered once, and the trail does not hold the words", async () => {
    const id = await ask();
    expect((await myTools(owner)).find(({ card }) => card.id === tool.id)).toMatchObject({
      tie: "owner",
      openQuestions: 1,
    });
    await answerAboutTool(colleague, tool.slug, id, "You may.");
    await expect(answerAboutTool(owner, tool.slug, id, "No.")).rejects.toMatchObject(conflict);
    const [event, ...others] = await eventsOf("question.answered");
    expect(event).toMatchObject({ actorName: "Cem", details: { questionId: id, characters: 8 } });
    expect(others).toEqual([]);
    expect((await getToolPage(stranger, tool.slug)).questions[0]).toMatchObject({ answer: "You may." });
  });

  test("a question is answered only under its own tool and by those who may edit it", async () => {
    const id = await ask();
    const { slug } = await makeTool({ name: `Other ${count}`, ...team, ownerId: owner.id });
    await expect(answerAboutTool(owner, slug, id, "Yes.")).rejects.toMatchObject({ code: "not-found" });
    await expect(answerAboutTool(stranger, tool.slug, id, "Yes.")).rejects.toMatchObject({
      code: "refused-by-policy",
    });
  });

  test("the owner confirms, a colleague of the team does not", async () => {
    await expect(confirmTool(colleague, tool.slug)).rejects.toMatchObject({ code: "forbidden" });
    const { confirmedAt } = await confirmTool(owner, tool.slug);
    expect((await getInsights(owner, tool.slug)).tool.lastConfirmedAt).toBe(confirmedAt);
    expect(await eventsOf("tool.ownership-confirmed")).toMatchObject([
      { changes: { before: { confirmedAt: null }, after: { confirmedAt } } },
    ]);
  });
});
