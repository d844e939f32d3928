import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import { type AppError, isAppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { applyToolFile } from "#lib/publishing/server/apply-tool-file.ts";
import { exportTool } from "#lib/publishing/server/export-tool.ts";
import { keepSecret } from "#lib/publishing/server/keep-secret.ts";
import { saveDraft } from "#lib/publishing/server/save-draft.ts";
import { requireDraftTool, storedDraft } from "#lib/publishing/server/tool-draft.ts";
import type { AppliedFile } from "#lib/publishing/tool-file/apply.ts";
import { readToolFile, type ToolFileProblem } from "#lib/publishing/tool-file/read-tool-file.ts";

testDatabase();
const origin = "https://weft.example.com";
const operation = `
  - name: getBooking
    title: Show a booking
    description: Looks up one booking.
    inputSchema: { type: object, properties: { id: { type: string } }, required: [id] }
    annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false }
    exampleRequests: [Show booking B-12]
    binding:
      kind: http
      serverUrl: https://rooms.example.com
      method: GET
      path: /bookings/{id}
      parameters:
        - { name: id, in: path, style: simple, explode: false, required: true, property: id }
      security: [{ scheme: bearer, secretName: rooms-token }]
`;
let team: { teamId: string; domainId: string };
let owner: Viewer;
let stranger: Viewer;
let slug: string;
let named = 0;

beforeAll(async () => {
  team = await makeTeam("Workplace");
  owner = await makeViewer({ name: "Olga Owner", teamId: team.teamId });
  stranger = await makeViewer({ name: "Sten Stranger", teamId: (await makeTeam("Other")).teamId });
});
beforeEach(() => {
  named += 1;
  slug = `desk-${"abcdefghjkmnpqrtuvwxyz"[named % 22]}${"qkzjx"[named % 5]}-${named}`;
});

const fileOf = (
  more: Partial<Record<"slug" | "team" | "kind" | "tags" | "people" | "operations", string>> = {},
) =>
  `apiVersion: weft.tool/v1
slug: ${more.slug ?? slug}
kind: ${more.kind ?? "http"}
name: ${more.slug ?? slug}
purpose: Finds and books meeting rooms in both offices.
owner: { domain: ${team.domainId}, team: ${more.team ?? team.teamId}${more.people ?? ""} }
tags: [${more.tags ?? "rooms"}]
operations:${more.operations ?? operation}`;

const check = (viewer: Viewer, file: string) =>
  applyToolFile(viewer, { file, mode: "check", overDraft: false });
const apply = (viewer: Viewer, file: string, overDraft = false) =>
  applyToolFile(viewer, { file, mode: "draft", overDraft });

async function problemsOf(run: Promise<AppliedFile>): Promise<readonly ToolFileProblem[]> {
  const error = await run.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!isAppError(error)) throw new Error("The file was taken.", { cause: error });
  expect(error.code).toBe("invalid-input");
  return (error.details?.problems ?? []) as readonly ToolFileProblem[];
}
const refusalOf = async (run: Promise<AppliedFile>): Promise<AppError> => {
  const error = await run.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!isAppError(error)) throw new Error("It was not refused.", { cause: error });
  return error;
};
const draftOf = async (viewer: Viewer) => storedDraft(await requireDraftTool(viewer, slug));

describe("a tool's file that is applied", () => {
  it("makes a draft that only its maker sees, after a check that makes nothing", async () => {
    const before = await db().tool.count();
    const checked = await check(owner, fileOf());
    expect(checked).toMatchObject({ slug, outcome: "created", isWritten: false, notes: [] });
    expect(checked.changes.operations.added).toEqual(["getBooking"]);
    expect(await db().tool.count()).toBe(before);

    const made = await apply(owner, fileOf());
    expect(made).toMatchObject({ outcome: "created", isWritten: true, href: `/owner/${slug}/edit` });
    expect(made.secrets).toEqual([{ name: "rooms-token", isKept: false }]);
    const tool = await db().tool.findUniqueOrThrow({ where: { slug }, include: { ownership: true } });
    expect(tool).toMatchObject({ lifecycle: "draft", audience: "only-me", currentVersionId: null });
    expect(tool.ownership).toMatchObject({ ownerId: owner.id, teamId: team.teamId });
    expect(await db().toolVersion.count({ where: { toolId: tool.id } })).toBe(0);
  });

  it("comes out as it went in", async () => {
    await apply(owner, fileOf());
    const text = await exportTool(owner, slug, origin);
    const [there, back] = [readToolFile(fileOf()).file, readToolFile(text).file];
    expect(back).toEqual({ ...there, owner: { ...there?.owner, productOwner: owner.email } });
    expect(text).not.toContain("version:");
    expect(await apply(owner, text)).toMatchObject({ outcome: "unchanged", isWritten: false });
  });

  it("changes an existing tool's draft, says what, and leaves what is published", async () => {
    await apply(owner, fileOf());
    const second = operation.replace("getBooking", "listBookings");
    const changed = fileOf({
      tags: "rooms, booking",
      operations: operation.replace("one booking", "a booking") + second.slice(1),
    });
    expect(await check(owner, changed)).toMatchObject({
      outcome: "changed",
      isWritten: false,
      changes: {
        words: ["tags"],
        settings: [],
        operations: { added: ["listBookings"], changed: ["getBooking"], removed: [] },
      },
      replaces: { by: "Olga Owner", isMine: true, needsOverDraft: false },
    });
    await apply(owner, changed);
    expect((await draftOf(owner))?.content.words.tags).toEqual(["rooms", "booking"]);
    expect((await apply(owner, fileOf())).changes.operations.removed).toEqual(["listBookings"]);
  });

  it("does not replace a draft that somebody else is writing, unless that is asked for", async () => {
    await makeTool({ name: slug, ...team, ownerId: owner.id });
    const colleague = await makeViewer({ name: "Carl Colleague", teamId: team.teamId });
    const theirs = await requireDraftTool(colleague, slug);
    const words = { ...(theirs.published?.words ?? (await fail())), tags: ["typed by Carl"] };
    await saveDraft(colleague, slug, { words, revision: 0 });

    expect((await check(owner, fileOf())).replaces).toMatchObject({
      by: "Carl Colleague",
      needsOverDraft: true,
    });
    const refusal = await refusalOf(apply(owner, fileOf()));
    expect([refusal.code, refusal.message]).toEqual(["conflict", expect.stringContaining("Carl Colleague")]);
    expect((await draftOf(owner))?.content.words.tags).toEqual(["typed by Carl"]);
    await apply(owner, fileOf(), true);
    expect((await draftOf(owner))?.content.words.tags).toEqual(["rooms"]);
    expect((await db().tool.findUniqueOrThrow({ where: { slug } })).lifecycle).toBe("published");
  });

  it("is refused for a tool that somebody may not edit, and for one they cannot see nothing is told", async () => {
    await makeTool({ name: slug, ...team, ownerId: owner.id });
    expect((await refusalOf(apply(stranger, fileOf()))).code).toBe("refused-by-policy");
    await db().tool.update({ where: { slug }, data: { audience: "only-me" } });
    const [problem] = await problemsOf(apply(stranger, fileOf({ team: team.teamId })));
    expect(problem).toMatchObject({ line: 2, path: "slug", message: expect.stringContaining("taken") });
  });

  it("tells at their lines a look-alike address, another kind and an unknown source", async () => {
    await apply(owner, fileOf());
    const alike = slug.replace("desk", "d-esk");
    expect(await problemsOf(check(owner, fileOf({ slug: alike })))).toMatchObject([
      { line: 4, path: "name" },
    ]);
    const agent = fileOf({ kind: "link", operations: " []\nlink: https://elsewhere.example.com" });
    expect(await problemsOf(check(owner, agent))).toMatchObject([{ line: 3, path: "kind" }]);
    const knowledge = operation
      .slice(0, operation.indexOf("    binding:"))
      .concat("    binding: { kind: knowledge, sources: [no-such-source], maxPassages: 4 }\n");
    const file = fileOf({ slug: `${slug}x`, kind: "knowledge", operations: knowledge });
    expect(await problemsOf(check(owner, file))).toMatchObject([
      { path: "operations.0.binding.sources.0", message: expect.stringContaining("no-such-source") },
    ]);
  });

  it("answers from a source of one's own team, and not from one that cannot be read", async () => {
    const knowledge = (source: string) =>
      operation
        .slice(0, operation.indexOf("    binding:"))
        .concat(`    binding: { kind: knowledge, sources: [${source}], maxPassages: 4 }\n`);
    const sources = [
      { id: newId(), slug: `own-${slug}`, name: "Own", ...team },
      {
        id: newId(),
        slug: `other-${slug}`,
        name: "Other",
        teamId: stranger.teamId ?? "",
        domainId: stranger.domainId ?? "",
      },
    ];
    await db().knowledgeSource.createMany({ data: sources });
    const file = (source: string) => fileOf({ kind: "knowledge", operations: knowledge(source) });
    expect(await problemsOf(check(owner, file(`other-${slug}`)))).toHaveLength(1);
    await apply(owner, file(`own-${slug}`));
    expect((await draftOf(owner))?.content.operations[0]?.binding).toMatchObject({
      sourceIds: [sources[0]?.id],
    });
    expect(await exportTool(owner, slug, origin)).toContain(`own-${slug}`);
  });

  it("tells what it cannot do: other owners, and a successor", async () => {
    const people = ", productOwner: somebody@example.com, deputy: other@example.com";
    const fresh = await check(owner, fileOf({ team: "no-such-team", people }));
    expect(fresh.notes.map(({ path, line }) => [path, line])).toEqual([
      ["owner.team", 6],
      ["owner.productOwner", 6],
      ["owner.deputy", 6],
    ]);
    await apply(owner, fileOf());
    const again = await check(owner, `${fileOf({ people })}\nsuccessor: ticket-desk\n`);
    expect(again.notes.map(({ path }) => path)).toEqual(["owner.productOwner", "owner.deputy", "successor"]);
    expect(again.notes[0]?.message).toContain(owner.email);
    const own = await check(owner, fileOf({ people: `, productOwner: ${owner.email.toUpperCase()}` }));
    expect(own.notes).toEqual([]);
  });

  it("says which secrets are kept already, and never what they are", async () => {
    await apply(owner, fileOf());
    await keepSecret(owner, slug, "rooms-token", "s3cret-value");
    const answer = await check(owner, fileOf());
    expect(answer.secrets).toEqual([{ name: "rooms-token", isKept: true }]);
    expect(JSON.stringify(answer) + (await exportTool(owner, slug, origin))).not.toContain("s3cret-value");
  });

  it("keeps the reviewed definition of an operation that still calls the same, and drops it otherwise", async () => {
    await apply(owner, fileOf());
    const draft = await draftOf(owner);
    const operations = draft?.content.operations.map((one) => ({ ...one, contract: { promised: 1 } })) ?? [];
    await saveDraft(owner, slug, { operations, revision: draft?.revision ?? 0 });
    await apply(owner, fileOf({ operations: operation.replace("Show a booking", "Show one") }));
    expect((await draftOf(owner))?.content.operations[0]?.contract).toEqual({ promised: 1 });
    await apply(owner, fileOf({ operations: operation.replace("/bookings/{id}", "/v2/bookings/{id}") }));
    expect((await draftOf(owner))?.content.operations[0]?.contract).toBeUndefined();
  });

  it("that is sent twice at once makes one tool", async () => {
    const results = await Promise.allSettled([apply(owner, fileOf()), apply(owner, fileOf())]);
    expect(results.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
    expect(await db().tool.count({ where: { slug } })).toBe(1);
    for (const result of results)
      if (result.status === "rejected") expect(isAppError(result.reason)).toBe(true);
  });

  it("is refused to somebody who is in no team", async () => {
    expect((await refusalOf(apply(await makeViewer(), fileOf()))).code).toBe("forbidden");
  });
});

describe("a draft that is not finished", () => {
  it("makes no file, and says what is missing", async () => {
    await apply(owner, fileOf());
    const draft = await draftOf(owner);
    if (!draft) throw new Error("There is no draft.");
    await saveDraft(owner, slug, {
      words: { ...draft.content.words, purpose: "" },
      revision: draft.revision,
    });
    const refusal = await exportTool(owner, slug, origin).then(
      () => null,
      (error: unknown) => error,
    );
    expect(isAppError(refusal) && refusal.fields.map(({ path }) => path)).toEqual(["purpose"]);
  });
});

function fail(): never {
  throw new Error("The tool has no published words.");
}
