import { deflateSync } from "node:zlib";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { mostImageBytes } from "#lib/catalog/docs/image-file.ts";
import { docsFeedbackSummary, giveDocsFeedback, myDocsFeedback } from "#lib/catalog/server/docs-feedback.ts";
import { addDocsImage, docsImage, listDocsImages, removeDocsImage } from "#lib/catalog/server/docs-images.ts";
import { docsProblems, findInDocs, readDocs } from "#lib/catalog/server/read-docs.ts";
import { searchCatalog } from "#lib/catalog/server/search-catalog.ts";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";

testDatabase();
let team: { domainId: string; teamId: string };
let owner: Viewer;
let user: Viewer;
let other: Viewer;
let tool: { id: string; slug: string; versionId: string };
let count = 0;

const docs = `Read this first.

# Finding tickets

## By site

| Site | Code |
| ---- | ---- |
| Bristol | BRG-07 |

See [limits](page:limits), [nothing](page:gone) and [a tool](/catalog/no-such-tool).

![](image:none.png)

# Limits

At most 100 tickets.`;
const simpleBinding = {
  kind: "http",
  serverUrl: "https://t.example.com",
  method: "GET",
  path: "/x",
  parameters: [],
  security: [],
};

beforeAll(async () => {
  team = await makeTeam("Support");
  const away = await makeTeam("Elsewhere");
  owner = await makeViewer({ name: "Olga", teamId: team.teamId, roles: ["employee", "owner"] });
  user = await makeViewer({ name: "Ulf", teamId: away.teamId });
  other = await makeViewer({ name: "Eve", teamId: away.teamId });
});
beforeEach(async () => {
  count += 1;
  tool = await makeTool({
    name: `Desk ${count}`,
    ...team,
    ownerId: owner.id,
    version: "2.0.0",
    docs,
    operations: [{ name: "find", title: "Find tickets", binding: simpleBinding }],
  });
});

const hide = () => db().tool.update({ where: { id: tool.id }, data: { audience: "team" } });
const eventsOf = (type: string) =>
  db().auditEvent.findMany({ where: { type, targetId: tool.id }, orderBy: { id: "asc" } });
const notFound = { code: "not-found" };

async function publish(version: string, text: string): Promise<void> {
  const id = newId();
  const { words } = await db().toolVersion.findUniqueOrThrow({ where: { id: tool.versionId } });
  const fresh = { ...(words as object), docs: text };
  await db().toolVersion.create({ data: { id, toolId: tool.id, version, words: fresh, publishedAt: now() } });
  await db().tool.update({ where: { id: tool.id }, data: { currentVersionId: id } });
}

describe("reading", () => {
  test("begins with the page that bears the tool's name, and knows the others and the reference", async () => {
    const reading = await readDocs(user, tool.slug, {});
    expect(reading).toMatchObject({
      version: "2.0.0",
      isCurrent: true,
      missingPage: null,
      hasReference: true,
    });
    expect(reading.page?.title).toBe(`Desk ${count}`);
    expect(reading.pages.map(({ slug }) => slug)).toEqual([tool.slug, "finding-tickets", "limits"]);
    expect((await readDocs(user, tool.slug, { page: "limits" })).page?.text).toContain("At most 100");
    expect((await readDocs(user, tool.slug, { page: "reference" })).reference).toMatchObject([
      { name: "find", route: "GET /x" },
    ]);
  });

  test("an older version stays as it was; a page or version that is not there is told", async () => {
    await publish("2.1.0", "# New\n\nAll new.");
    expect((await readDocs(user, tool.slug, {})).page?.title).toBe("New");
    const old = await readDocs(user, tool.slug, { version: "2.0.0", page: "limits" });
    expect(old).toMatchObject({ version: "2.0.0", isCurrent: false, currentVersion: "2.1.0" });
    expect(old.page?.title).toBe("Limits");
    expect(await readDocs(user, tool.slug, { page: "limits" })).toMatchObject({
      missingPage: "limits",
      page: null,
    });
    expect(await readDocs(user, tool.slug, { version: "9.9" })).toMatchObject({
      missingVersion: "9.9",
      version: "2.1.0",
      page: { title: "New" },
    });
  });

  test("a tool without docs or without a release has no page", async () => {
    const bare = await makeTool({ name: `Bare ${count}`, ...team });
    expect(await readDocs(user, bare.slug, {})).toMatchObject({ pages: [], page: null, hasReference: false });
    await db().tool.update({ where: { id: bare.id }, data: { currentVersionId: null } });
    expect(await readDocs(user, bare.slug, {})).toMatchObject({ version: null, pages: [] });
    await expect(findInDocs(user, bare.slug, { q: "x" })).rejects.toMatchObject(notFound);
  });

  test("300 pages are read and searched within a moment", async () => {
    const text = "Tickets of a site are found by its code, and by the number of the customer. ".repeat(36);
    const pages = Array.from({ length: 300 }, (_, at) => `# Page ${at}\n\n## Part\n\n${text} marker${at}x\n`);
    await publish("3.0.0", pages.join("\n"));
    const timed = async <Value>(work: () => Promise<Value>): Promise<readonly [Value, number]> => {
      const began = performance.now();
      return [await work(), performance.now() - began];
    };
    const reading = await readDocs(user, tool.slug, { page: "page-299" });
    expect(reading.pages).toHaveLength(300);
    await findInDocs(user, tool.slug, { q: "tickets" });
    const [found, toFind] = await timed(() => findInDocs(user, tool.slug, { q: "marker217x" }));
    expect(found.hits[0]?.page).toBe("page-217");
    expect(toFind).toBeLessThan(500);
  });

  test("what leads nowhere is told with its line; a tool that the reader may not find counts as gone", async () => {
    const problems = await docsProblems(owner, tool.slug, "2.0.0");
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual([
      ["no-page", 11],
      ["no-tool", 11],
      ["no-image", 13],
    ]);
  });
});

test("who may not find the tool finds none of it", async () => {
  await addDocsImage(owner, tool.slug, { name: "a.png", data: png(1) });
  await hide();
  for (const call of [
    () => readDocs(user, tool.slug, {}),
    () => findInDocs(user, tool.slug, { q: "tickets" }),
    () => docsProblems(user, tool.slug, "2.0.0"),
    () => listDocsImages(user, tool.slug),
    () => docsImage(user, tool.slug, "a.png"),
    () => addDocsImage(user, tool.slug, { name: "b.png", data: png(2) }),
    () => removeDocsImage(user, tool.slug, "a.png"),
    () => giveDocsFeedback(user, tool.slug, { page: "limits", version: "2.0.0", isHelpful: true, text: "" }),
    () => myDocsFeedback(user, tool.slug, { page: "limits", version: "2.0.0" }),
    () => docsFeedbackSummary(user, tool.slug),
  ]) {
    await expect(call()).rejects.toMatchObject(notFound);
  }
});

test("the catalog finds a section and says in plain words what it holds, and where", async () => {
  const { hits } = await searchCatalog(user, { q: "BRG-07 Bristol" });
  const hit = hits.find(({ slug }) => slug === tool.slug);
  expect(hit?.docsMatch).toMatchObject({
    heading: "Finding tickets › By site",
    page: "finding-tickets",
    section: "by-site",
  });
  expect(hit?.docsMatch?.excerpt).not.toMatch(/[|[\]]|--/);
  expect(hit?.docsMatch?.excerpt).toContain("Bristol · BRG-07");
});

/** A small PNG; each number gives other bytes. */
function png(seed: number): string {
  const head = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  const size = Buffer.alloc(17);
  size.writeUInt32BE(40, 0);
  size.writeUInt32BE(30, 4);
  return Buffer.concat([head, size, deflateSync(Buffer.alloc(50, seed))]).toString("base64");
}

describe("images", () => {
  test("are known by their bytes, keep a plain name, and come back as they were", async () => {
    const added = await addDocsImage(owner, tool.slug, { name: "Übersicht (1).SVG", data: png(1) });
    expect(added).toMatchObject({ name: "ubersicht-1.png", mediaType: "image/png", width: 40, height: 30 });
    const image = await docsImage(user, tool.slug, added.name);
    expect(Buffer.from(image.bytes).toString("base64")).toBe(png(1));
    expect(await listDocsImages(user, tool.slug)).toHaveLength(1);
    expect(await eventsOf("docs.image-added")).toMatchObject([{ actorName: "Olga" }]);
  });

  test("other bytes of the same name get another one; the same bytes are the image that is there", async () => {
    const first = await addDocsImage(owner, tool.slug, { name: "map.png", data: png(1) });
    expect((await addDocsImage(owner, tool.slug, { name: "map.png", data: png(2) })).name).toBe("map-2.png");
    expect(await addDocsImage(owner, tool.slug, { name: "again.png", data: png(1) })).toEqual(first);
    expect(await eventsOf("docs.image-added")).toHaveLength(2);
  });

  test("SVG, text, cut files and too large ones are refused", async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const large = Buffer.concat([Buffer.from(png(1), "base64"), Buffer.alloc(mostImageBytes)]);
    for (const bytes of [svg, Buffer.from("x".repeat(100)), Buffer.from("89504e47", "hex"), large]) {
      const upload = addDocsImage(owner, tool.slug, { name: "x.png", data: bytes.toString("base64") });
      await expect(upload).rejects.toMatchObject({ code: "invalid-input" });
    }
    expect(await listDocsImages(user, tool.slug)).toEqual([]);
  });

  test("are added and removed by those who may edit the tool", async () => {
    await addDocsImage(owner, tool.slug, { name: "a.png", data: png(1) });
    const refused = { code: "refused-by-policy" };
    await expect(addDocsImage(user, tool.slug, { name: "b.png", data: png(2) })).rejects.toMatchObject(
      refused,
    );
    await expect(removeDocsImage(user, tool.slug, "a.png")).rejects.toMatchObject(refused);
    await removeDocsImage(owner, tool.slug, "a.png");
    await expect(removeDocsImage(owner, tool.slug, "a.png")).rejects.toMatchObject(notFound);
    await expect(docsImage(user, tool.slug, "a.png")).rejects.toMatchObject(notFound);
    expect(await eventsOf("docs.image-removed")).toHaveLength(1);
  });
});

describe("was this page helpful", () => {
  const say = (viewer: Viewer, isHelpful: boolean, text = "", page = "limits") =>
    giveDocsFeedback(viewer, tool.slug, { page, version: "2.0.0", isHelpful, text });

  test("is answered once, and can be changed; the trail keeps no words", async () => {
    await say(user, false, "Nothing about pages of a list");
    expect(await myDocsFeedback(user, tool.slug, { page: "limits", version: "2.0.0" })).toMatchObject({
      isHelpful: false,
      text: "Nothing about pages of a list",
    });
    await say(user, true, "ignored after a Yes");
    await say(user, true);
    expect(await db().docsFeedback.findMany({ where: { toolId: tool.id } })).toMatchObject([
      { isHelpful: true, text: "" },
    ]);
    expect(await eventsOf("docs.feedback-given")).toHaveLength(1);
    const changed = await eventsOf("docs.feedback-changed");
    expect(changed).toMatchObject([
      { changes: { before: { isHelpful: false }, after: { isHelpful: true } } },
    ]);
    expect(JSON.stringify(changed)).not.toContain("pages of a list");
  });

  test("two answers at once leave one", async () => {
    await Promise.all([say(user, true), say(user, false, "Hm")]);
    expect(await db().docsFeedback.count({ where: { toolId: tool.id } })).toBe(1);
  });

  test("only about what is there", async () => {
    await expect(say(user, true, "", "gone")).rejects.toMatchObject(notFound);
    await expect(
      giveDocsFeedback(user, tool.slug, { page: "limits", version: "1.0.0", isHelpful: true, text: "" }),
    ).rejects.toMatchObject(notFound);
    await say(user, true, "", "reference");
  });

  test("is summed up for those who may edit, least helpful first", async () => {
    await say(user, false, "<b>Too short</b>");
    await say(other, true);
    await say(other, true, "", "finding-tickets");
    expect(await docsFeedbackSummary(owner, tool.slug)).toMatchObject([
      {
        page: "limits",
        helpful: 1,
        total: 2,
        comments: [{ text: "<b>Too short</b>", by: "Ulf", version: "2.0.0" }],
      },
      { page: "finding-tickets", helpful: 1, total: 1, comments: [] },
    ]);
    await expect(docsFeedbackSummary(user, tool.slug)).rejects.toMatchObject({ code: "refused-by-policy" });
  });
});
