import { beforeAll, expect, test } from "vitest";
import { listDocsImages } from "#lib/catalog/server/docs-images.ts";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { isAppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { importDocs } from "#lib/publishing/server/import-docs.ts";
import { readZip } from "#lib/publishing/server/read-zip.ts";
import { makeZip } from "#lib/publishing/testing/make-zip.ts";

testDatabase();
let owner: Viewer;
let colleague: Viewer;
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

beforeAll(async () => {
  const team = await makeTeam("Support");
  owner = await makeViewer({ teamId: team.teamId });
  colleague = await makeViewer({ teamId: (await makeTeam("People")).teamId });
  await makeTool({ name: "Ticket Desk", ...team, ownerId: owner.id });
});

const archive = (files: Record<string, string | Uint8Array>) =>
  readZip(makeZip(Object.entries(files).map(([path, content]) => ({ path, content }))));
const refusalOf = (run: Promise<unknown>) =>
  run.then(
    () => "taken",
    (error: unknown) => (isAppError(error) ? error.code : "failed"),
  );

test("a folder becomes docs with its images, and the draft stays as it is", async () => {
  const found = await importDocs(
    owner,
    "ticket-desk",
    archive({
      "handbook/.DS_Store": "x",
      "handbook/README.md":
        "# Tickets\n\n![Form](img/The%20Form.PNG) ![Fake](img/fake.png) ![Gone](img/gone.png)\n",
      "handbook/2-close.md": "Close it. [Back](README.md)\n",
      "handbook/img/The Form.PNG": pixel,
      "handbook/img/fake.png": "<svg onload=alert(1)>",
      "handbook/img/unused.png": pixel,
      "handbook/minutes.docx": "x",
      "handbook/latin.md": Buffer.from([0x23, 0x20, 0xe4, 0xff]),
    }),
  );
  expect(found.docs).toBe(
    "# Tickets\n\n![Form](image:the-form.png) ![Fake](img/fake.png) ![Gone](img/gone.png)\n\n# Close\n\nClose it. [Back](page:tickets)\n",
  );
  expect(found.pages).toEqual(["Tickets", "Close"]);
  expect(found.images.map(({ name }) => name)).toEqual(["the-form.png"]);
  expect(found.problems.map(({ path, line }) => [path, line])).toEqual([
    ["latin.md", null],
    ["minutes.docx", null],
    ["img/fake.png", null],
    ["README.md", 3],
    ["README.md", 3],
  ]);
  expect((await listDocsImages(owner, "ticket-desk")).map(({ name }) => name)).toEqual(["the-form.png"]);
  expect(await db().toolDraft.count()).toBe(0);
  expect(await db().auditEvent.count({ where: { type: "docs.image-added" } })).toBe(1);
});

test("the same folder a second time stores nothing anew", async () => {
  const files = () => archive({ "a.md": "![Form](form.png)", "form.png": pixel });
  const [first, second] = [
    await importDocs(owner, "ticket-desk", files()),
    await importDocs(owner, "ticket-desk", files()),
  ];
  expect(second).toEqual(first);
  expect(await db().docsImage.count()).toBe(1);
});

test("what cannot be docs is refused, and so is whoever may not edit", async () => {
  const one = () => archive({ "a.md": "x" });
  const large = archive(
    Object.fromEntries(Array.from({ length: 3 }, (_, at) => [`${at}.md`, "word ".repeat(80_000)])),
  );
  const cases: (() => Promise<unknown>)[] = [
    () => importDocs(owner, "ticket-desk", archive({ "a.txt": "x" })),
    () => importDocs(owner, "ticket-desk", []),
    () => importDocs(owner, "ticket-desk", large),
    () => importDocs(colleague, "ticket-desk", one()),
    () => importDocs(owner, "no-such-tool", one()),
  ];
  const codes: string[] = [];
  for (const run of cases) codes.push(await refusalOf(run()));
  expect(codes).toEqual(["invalid-input", "invalid-input", "too-large", "refused-by-policy", "not-found"]);
});

test("a page that is too long is left out, and told", async () => {
  const files = archive({ "a.md": "x", "b.md": "word ".repeat(110_000) });
  const { pages, problems } = await importDocs(owner, "ticket-desk", files);
  expect(pages).toEqual(["A"]);
  expect(problems).toEqual([{ path: "b.md", line: null, message: "A page holds at most 512 KB." }]);
});
