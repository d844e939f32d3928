import { beforeAll, expect, test } from "vitest";
import { addDocsImage, listDocsImages } from "#lib/catalog/server/docs-images.ts";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { isAppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { viewerOfSession } from "#lib/identity/server/load-viewer.ts";
import { startSession } from "#lib/identity/server/start-session.ts";
import { makePerson, makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { cloneTool } from "#lib/publishing/server/clone-tool.ts";
import { keepSecret } from "#lib/publishing/server/keep-secret.ts";
import { requireDraftTool, storedDraft } from "#lib/publishing/server/tool-draft.ts";

testDatabase();
let owner: Viewer;
let colleague: Viewer;

const pixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

beforeAll(async () => {
  const team = await makeTeam("Support");
  const person = await makePerson({ name: "Olga", teamId: team.teamId });
  colleague = await makeViewer({ teamId: (await makeTeam("People")).teamId });
  const { id } = await makeTool({
    name: "Ticket Desk",
    ...team,
    ownerId: person.id,
    docs: "# Guide\n\n![Form](image:form.png) and ![Gone](image:gone.png)\n",
    tags: ["tickets"],
    operations: [
      {
        name: "find",
        binding: {
          kind: "http",
          serverUrl: "https://tickets.example.com",
          method: "GET",
          path: "/tickets",
          parameters: [],
          security: [{ scheme: "bearer", secretName: "ticket-key" }],
        },
        exampleRequests: ["Find my tickets"],
      },
    ],
  });
  await db().tool.update({
    where: { id },
    data: { embedOrigins: ["https://intranet.example.com"], sloSuccess: 0.99 },
  });
  const viewer = await viewerOfSession(await startSession(person, "demo"));
  if (!viewer) throw new Error("A new session has no viewer.");
  owner = viewer;
  await addDocsImage(owner, "ticket-desk", { name: "form.png", data: pixel });
  await keepSecret(owner, "ticket-desk", "ticket-key", "s3cret");
});

const draftOf = async (viewer: Viewer, slug: string) => storedDraft(await requireDraftTool(viewer, slug));

test("whoever may edit a tool takes over all of it but secrets, owners and who may see it", async () => {
  const cloned = await cloneTool(owner, "ticket-desk", { name: "Complaint Box" });
  expect(cloned).toMatchObject({ slug: "complaint-box", copied: "all", missingImages: 1 });
  const tool = await db().tool.findUniqueOrThrow({ where: { id: cloned.id }, include: { ownership: true } });
  expect(tool).toMatchObject({ lifecycle: "draft", audience: "only-me", kind: "http" });
  expect(tool.ownership?.ownerId).toBe(owner.id);
  const draft = await draftOf(owner, "complaint-box");
  expect(draft?.content).toMatchObject({
    words: { name: "Complaint Box", tags: ["tickets"] },
    settings: { audience: "only-me", embedOrigins: [], sloSuccess: 0.99 },
    operations: [{ name: "find", exampleRequests: ["Find my tickets"] }],
  });
  expect((await listDocsImages(owner, "complaint-box")).map(({ name }) => name)).toEqual(["form.png"]);
  expect(await db().secret.count({ where: { scopeId: cloned.id } })).toBe(0);
});

test("others take over the page only, and are told so", async () => {
  const cloned = await cloneTool(colleague, "ticket-desk", { name: "Request Tray", slug: "request-tray" });
  expect(cloned.copied).toBe("words");
  const draft = await draftOf(colleague, "request-tray");
  expect(draft?.content).toMatchObject({
    words: { tags: ["tickets"] },
    operations: [],
    settings: { sloSuccess: null },
  });
  expect(JSON.stringify(draft)).not.toContain("tickets.example.com");
});

test("what cannot be found is not cloned, and a name that looks like another's is refused", async () => {
  const refusals: string[] = [];
  for (const [viewer, slug, name] of [
    [owner, "no-such-tool", "Something Else"],
    [owner, "ticket-desk", "Ticket-Desk"],
    [await makeViewer(), "ticket-desk", "Without a Team"],
  ] as const)
    refusals.push(
      await cloneTool(viewer, slug, { name }).then(
        () => "cloned",
        (error: unknown) => (isAppError(error) ? error.code : "failed"),
      ),
    );
  expect(refusals).toEqual(["not-found", "invalid-input", "forbidden"]);
});

test("a draft of one's own is cloned as it is written", async () => {
  const again = await cloneTool(owner, "complaint-box", { name: "Suggestion Jar" });
  expect(again).toMatchObject({ copied: "all" });
  expect((await draftOf(owner, "suggestion-jar"))?.content.operations).toHaveLength(1);
});
