import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { viewerOfSession } from "#lib/identity/server/load-viewer.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import type { DraftContent } from "#lib/publishing/draft-content.ts";
import { answerRelease, withdrawRelease } from "#lib/publishing/server/answer-release.ts";
import { createTool } from "#lib/publishing/server/create-tool.ts";
import { draftOverview } from "#lib/publishing/server/draft-overview.ts";
import { getDraft } from "#lib/publishing/server/get-draft.ts";
import { previewRelease } from "#lib/publishing/server/preview-release.ts";
import { publishDraft } from "#lib/publishing/server/publish-draft.ts";
import { listApprovals, requireRequest } from "#lib/publishing/server/release-requests.ts";
import { saveDraft } from "#lib/publishing/server/save-draft.ts";

let team: { domainId: string; teamId: string };
let owner: Viewer;
let colleague: Viewer;
let lead: Viewer;
let auditor: Viewer;
let admin: Viewer;
let stranger: Viewer;
let count = 0;

testDatabase();
beforeAll(async () => {
  team = await makeTeam("Support");
  const elsewhere = await makeTeam("Audit");
  owner = await makeViewer({ name: "Olga", teamId: team.teamId });
  colleague = await makeViewer({ name: "Cem", teamId: team.teamId });
  const plainLead = await makeViewer({ name: "Lea", teamId: elsewhere.teamId });
  await db().domain.update({ where: { id: team.domainId }, data: { leadId: plainLead.id } });
  lead = (await viewerOfSession(plainLead.sessionId)) ?? plainLead;
  auditor = await makeViewer({ name: "Aud", teamId: elsewhere.teamId, roles: ["auditor"] });
  admin = await makeViewer({ name: "Ada", teamId: elsewhere.teamId, roles: ["admin"] });
  stranger = await makeViewer({ name: "Eve", teamId: elsewhere.teamId });
});
beforeEach(() => {
  count += 1;
});

const operation = {
  name: "greet",
  title: "Greet",
  description: "Writes a greeting.",
  inputSchema: { type: "object", properties: { name: { type: "string" } }, required: ["name"] },
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  binding: { kind: "prompt", instructions: "Greet {{name}}.", modelAlias: "standard" },
  exampleRequests: ["Greet Ana", "Say hello to Bo", "A greeting for Cy"],
};
const names = [
  "Maple",
  "Quartz",
  "Tundra",
  "Velvet",
  "Zephyr",
  "Harbor",
  "Kestrel",
  "Juniper",
  "Oyster",
  "Pebble",
];

async function begin(change: Partial<DraftContent["settings"]> = {}) {
  const name = `${names[count % names.length]} ${"abcdefgh"[Math.floor(count / names.length)]}${count}x`;
  const tool = await createTool(owner, { name, kind: "prompt" });
  const { settings } = await draftOverview(owner, tool.slug);
  const { published } = await getDraft(owner, tool.slug);
  const saved = await saveDraft(owner, tool.slug, {
    words: { ...published.words, purpose: "Writes greetings for visitors." },
    settings: { ...settings, audience: "everyone", ...change },
    operations: [operation],
    revision: tool.revision,
  });
  return { ...tool, revision: saved.revision };
}

async function handIn(tool: { slug: string; revision: number }, viewer = owner) {
  const released = await publishDraft(viewer, tool.slug, {
    revision: tool.revision,
    notes: "First version.",
    step: "minor",
  });
  if (!released.requestId) throw new Error("it was published at once");
  return released.requestId;
}

const approve = (viewer: Viewer, id: string) => answerRelease(viewer, id, { outcome: "approved", note: "" });
const lifecycleOf = async (slug: string) =>
  (await db().tool.findUniqueOrThrow({ where: { slug } })).lifecycle;

describe("a new tool", () => {
  test("is seen by its maker alone until it is published", async () => {
    const tool = await begin();
    await expect(getToolPage(stranger, tool.slug)).rejects.toMatchObject({ code: "not-found" });
    await expect(getToolPage(colleague, tool.slug)).rejects.toMatchObject({ code: "not-found" });
    expect((await getToolPage(owner, tool.slug)).lifecycle).toBe("draft");
  });

  test("for oneself or the team is published at once", async () => {
    for (const audience of ["only-me", "team"] as const) {
      count += 1;
      const tool = await begin({ audience, riskTier: "high" });
      const released = await publishDraft(owner, tool.slug, { ...tool, notes: "First.", step: "patch" });
      expect(released).toMatchObject({ outcome: "published", version: "1.0.0" });
      expect(await lifecycleOf(tool.slug)).toBe("published");
      await expect(getToolPage(stranger, tool.slug)).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("for everyone waits for the lead, who publishes exactly what was handed in", async () => {
    const tool = await begin();
    const id = await handIn(tool);
    expect(await lifecycleOf(tool.slug)).toBe("in-review");
    await expect(getToolPage(stranger, tool.slug)).rejects.toMatchObject({ code: "not-found" });
    const { published, draft } = await getDraft(owner, tool.slug);
    const later = { ...(draft?.words ?? published.words), purpose: "Edited after it was handed in." };
    await saveDraft(owner, tool.slug, { words: later, revision: tool.revision });
    await expect(approve(lead, id)).resolves.toEqual({ status: "published", waitsFor: [] });
    const page = await getToolPage(stranger, tool.slug);
    expect(page).toMatchObject({
      version: "1.0.0",
      lifecycle: "published",
      needsModel: true,
      words: { purpose: "Writes greetings for visitors." },
    });
    expect((await getDraft(owner, tool.slug)).draft?.words.purpose).toBe("Edited after it was handed in.");
    expect((await getDraft(owner, tool.slug)).isOutdated).toBe(false);
  });
});

describe("who approves", () => {
  test("nobody but the lead or an administrator", async () => {
    const tool = await begin();
    const id = await handIn(tool);
    await expect(approve(stranger, id)).rejects.toMatchObject({ code: "not-found" });
    await expect(approve(auditor, id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(approve(owner, id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(approve(admin, id)).resolves.toMatchObject({ status: "published" });
  });

  test("never the one who handed it in or edited it, the lead included", async () => {
    const tool = await begin();
    const { draft, published } = await getDraft(lead, tool.slug).catch(() => getDraft(owner, tool.slug));
    await saveDraft(owner, tool.slug, { words: draft?.words ?? published.words, revision: tool.revision });
    await db().ownership.update({ where: { toolId: tool.id }, data: { deputyId: lead.id } });
    const own = await getDraft(lead, tool.slug);
    const saved = await saveDraft(lead, tool.slug, {
      words: { ...own.published.words, purpose: "The lead wrote this purpose." },
      revision: own.draft?.revision ?? 0,
    });
    const id = await handIn({ ...tool, revision: saved.revision });
    await expect(approve(lead, id)).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining("own change"),
    });
    expect((await listApprovals(lead)).waiting.map((one) => one.id)).not.toContain(id);
    await expect(approve(admin, id)).resolves.toMatchObject({ status: "published" });
  });

  test("lead and security reviewer of high risk, each once and two different people", async () => {
    const tool = await begin({ riskTier: "high" });
    const id = await handIn(tool);
    await expect(approve(admin, id)).resolves.toEqual({
      status: "in-review",
      waitsFor: ["security-reviewer"],
    });
    await expect(approve(admin, id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(approve(lead, id)).rejects.toMatchObject({ code: "forbidden" });
    expect(await lifecycleOf(tool.slug)).toBe("in-review");
    await expect(approve(auditor, id)).resolves.toMatchObject({ status: "published" });
    const { view } = await requireRequest(owner, id);
    expect(view.approvals.map(({ answer }) => answer?.by.name)).toEqual(["Ada", "Aud"]);
  });

  test("once: of two leads at once one is told", async () => {
    const tool = await begin();
    const id = await handIn(tool);
    const both = await Promise.allSettled([approve(lead, id), approve(admin, id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().toolVersion.count({ where: { toolId: tool.id } })).toBe(1);
  });
});

describe("a request", () => {
  test("that is returned needs a reason, and gives the draft back", async () => {
    const tool = await begin();
    const id = await handIn(tool);
    const back = (note: string) => answerRelease(lead, id, { outcome: "returned", note });
    await expect(back("")).rejects.toMatchObject({ fields: [{ path: "note" }] });
    await expect(back("Say for whom it is.")).resolves.toMatchObject({ status: "returned" });
    expect(await lifecycleOf(tool.slug)).toBe("draft");
    await expect(approve(admin, id)).rejects.toMatchObject({ code: "conflict" });
    expect((await getDraft(owner, tool.slug)).draft?.revision).toBe(tool.revision);
    const news = await db().notification.findMany({ where: { personId: owner.id, toolId: tool.id } });
    expect(news.map(({ kind, body }) => [kind, body])).toEqual([
      ["release-decided", "Lea writes: Say for whom it is."],
    ]);
    await expect(handIn(tool)).resolves.toEqual(expect.any(String));
  });

  test("is one at a time, and can be withdrawn by its people only", async () => {
    const tool = await begin();
    const id = await handIn(tool);
    await expect(handIn(tool)).rejects.toMatchObject({ code: "conflict" });
    await expect(withdrawRelease(stranger, id)).rejects.toMatchObject({ code: "not-found" });
    await withdrawRelease(owner, id);
    await expect(withdrawRelease(owner, id)).rejects.toMatchObject({ code: "conflict" });
    expect(await lifecycleOf(tool.slug)).toBe("draft");
  });

  test("that another version overtook is not published over it", async () => {
    const existing = await makeTool({
      name: `Overtaken ${count}x`,
      ...team,
      ownerId: owner.id,
      kind: "prompt",
    });
    const { settings } = await draftOverview(owner, existing.slug);
    const { revision } = await saveDraft(owner, existing.slug, {
      settings: { ...settings, riskTier: "medium" },
      operations: [operation],
      revision: 0,
    });
    const id = await handIn({ slug: existing.slug, revision });
    const other = await db().toolVersion.create({
      data: {
        id: crypto.randomUUID(),
        toolId: existing.id,
        version: "9.0.0",
        words: {},
        publishedAt: new Date(),
      },
    });
    await db().tool.update({ where: { id: existing.id }, data: { currentVersionId: other.id } });
    await expect(approve(lead, id)).rejects.toMatchObject({ code: "conflict" });
    expect((await requireRequest(lead, id)).view.status).toBe("in-review");
    await answerRelease(lead, id, { outcome: "returned", note: "Overtaken." });
  });

  test("tells those who can answer, and nobody else", async () => {
    const tool = await begin({ riskTier: "high" });
    await handIn(tool);
    const news = await db().notification.findMany({ where: { toolId: tool.id, kind: "release-requested" } });
    const told = news.map(({ personId }) => personId);
    expect(told).toEqual(expect.arrayContaining([lead.id, auditor.id, admin.id]));
    for (const person of [owner, colleague, stranger]) expect(told).not.toContain(person.id);
  });
});

describe("checks", () => {
  test("say what is missing, beside its field, and stop the release", async () => {
    count += 1;
    const tool = await createTool(owner, { name: `Incomplete ${count}x`, kind: "prompt" });
    const preview = await previewRelease(owner, tool.slug, null);
    const failed = preview.checks.filter(({ state }) => state === "failed").map(({ id }) => id);
    expect(failed).toEqual(expect.arrayContaining(["words", "operations"]));
    expect(preview).toMatchObject({ isFirst: true, next: { patch: "1.0.0" }, approvals: [] });
    const early = () => publishDraft(owner, tool.slug, { ...tool, notes: "Too early.", step: "patch" });
    await expect(early()).rejects.toMatchObject({
      code: "invalid-input",
      fields: expect.arrayContaining([expect.objectContaining({ path: "words.purpose" })]),
    });
    expect(await lifecycleOf(tool.slug)).toBe("draft");
  });

  test("find a change that breaks callers, and ask for a major version", async () => {
    const tool = await begin({ audience: "team" });
    await publishDraft(owner, tool.slug, { ...tool, notes: "First.", step: "patch" });
    const broken = { ...operation, inputSchema: { type: "object", properties: {} } };
    const { revision } = await saveDraft(owner, tool.slug, {
      operationEdits: [{ name: "greet", operation: broken }],
      revision: 0,
    });
    const release = (step: "minor" | "major") =>
      publishDraft(owner, tool.slug, { revision, notes: "No more names.", step });
    expect(await previewRelease(owner, tool.slug, null)).toMatchObject({ step: "major" });
    await expect(release("minor")).rejects.toMatchObject({ fields: [{ path: "greet" }] });
    await expect(release("major")).resolves.toMatchObject({ version: "2.0.0", outcome: "published" });
  });

  test("find a risk that is said to be lower than it is", async () => {
    const tool = await begin({ dataClass: "restricted", riskTier: "low" });
    await expect(handIn(tool)).rejects.toMatchObject({ fields: [{ path: "settings.riskTier" }] });
  });
});

describe("names and addresses", () => {
  test("that are taken or look like another tool's are refused, whatever the case or script", async () => {
    await makeTool({ name: "Travel Booker", ...team, ownerId: owner.id });
    const make = (name: string, slug?: string) =>
      createTool(owner, { name, kind: "link", ...(slug ? { slug } : {}) });
    await expect(make("travel BOOKER")).rejects.toMatchObject({ code: "invalid-input" });
    await expect(make("Тravel Вооker")).rejects.toMatchObject({ code: "invalid-input" });
    await expect(make("Something else", "travel-b00ker")).rejects.toMatchObject({
      fields: [{ path: "slug" }],
    });
    await expect(make("日本語")).rejects.toMatchObject({ fields: [{ path: "slug" }] });
    await expect(make("Compare")).rejects.toMatchObject({ fields: [{ path: "slug" }] });
  });

  test("of two people who begin the same tool at once, one gets it", async () => {
    const make = (viewer: Viewer) => createTool(viewer, { name: "Twin Finder", kind: "link" });
    const both = await Promise.allSettled([make(owner), make(colleague)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("nobody without a team begins a tool", async () => {
    const alone = await makeViewer({ name: "Sol" });
    await expect(createTool(alone, { name: "Lonely", kind: "link" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
