import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { APIRequestContext, Page } from "@playwright/test";
import { makeZip } from "#lib/publishing/testing/make-zip.ts";
import { expect, test } from "./fixtures.ts";

const url = process.env.WEFT_E2E_URL ?? "";
const script = join(import.meta.dirname, "../scripts/weft.mjs");
const letters = () =>
  crypto
    .randomUUID()
    .replace(/[^a-f]/g, "")
    .padEnd(8, "k")
    .slice(0, 8);

/** A tool file that nobody else has. */
function newFile(): { slug: string; name: string; text: string } {
  const id = letters();
  const name = `Phrase ${id}`;
  const slug = `phrase-${id}`;
  const text = `apiVersion: weft.tool/v1
slug: ${slug}
kind: prompt
name: ${name}
purpose: Finds a plainer word for one that nobody outside the company knows.
owner: { domain: customer-service, team: service-quality }
audience: team
tags: [writing]
docs: |
  # Plain words
  Ask for one word at a time.
operations:
  - name: replace
    title: Find a plainer word
    description: Gives a plainer word and says what gets lost.
    inputSchema: { type: object, properties: { word: { type: string } }, required: [word] }
    annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false }
    exampleInput: { word: synergy }
    exampleRequests: [What is a plainer word for synergy?]
    binding:
      kind: prompt
      instructions: Give one plainer word, and in one sentence what it does not say.
      modelAlias: default
`;
  return { slug, name, text };
}

async function keyOf(request: APIRequestContext): Promise<{ id: string; token: string }> {
  const data = { name: "Command line", scopes: ["tools:read", "tools:apply"], days: 30 };
  const answer = await request.post("/api/keys", { data, headers: { origin: url } });
  expect(answer.status(), await answer.text()).toBe(201);
  const { key, token } = (await answer.json()) as { key: { id: string }; token: string };
  return { id: key.id, token };
}

function weft(key: string, words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, WEFT_URL: url, WEFT_ACCESS_KEY: key };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...words], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

const docsField = (page: Page) => page.getByRole("textbox", { name: "Docs", exact: true });

test.describe("a tool's file", () => {
  test.use({ who: "owner" });
  let folder: string;
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "weft-e2e-file-"));
  });
  test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("is checked and applied from the command line, edited in the portal, and comes out again", async ({
    page,
  }) => {
    const { id, token: key } = await keyOf(page.request);
    const { slug, name, text } = newFile();
    const path = join(folder, "tool.yaml");

    writeFileSync(path, text.replace("kind: prompt\nname", "kind: promt\nname"));
    const wrong = await weft(key, ["tools", "apply", path, "--check"]);
    expect(wrong).toMatchObject({ code: 1, out: "" });
    expect(wrong.err).toContain(`${path}:3:7: `);

    writeFileSync(path, text);
    const checked = await weft(key, ["tools", "apply", path, "--check"]);
    expect(checked.out).toContain(`${slug}: would be a new tool`);
    expect((await page.request.get(`/api/tools/${slug}`)).status()).toBe(404);

    const applied = await weft(key, ["tools", "apply", path]);
    expect(applied).toMatchObject({ code: 0 });
    expect(applied.out).toContain(`${url}/owner/${slug}/edit`);

    await page.goto(`/owner/${slug}/edit`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
    await expect(docsField(page)).toHaveValue("# Plain words\nAsk for one word at a time.\n");

    const out = join(folder, "out.yaml");
    expect(await weft(key, ["tools", "export", slug, "--output", out])).toMatchObject({ code: 0, err: "" });
    const exported = readFileSync(out, "utf8");
    expect(exported.split("\n")[0]).toBe(
      `# yaml-language-server: $schema=${url}/api/schemas/weft.tool.v1.json`,
    );
    expect((await weft(key, ["tools", "apply", out])).out).toContain(`${slug}: nothing differs`);

    writeFileSync(path, exported.replace("- writing", "- plain words"));
    expect((await weft(key, ["tools", "apply", path])).out).toContain("words: tags");
    expect((await weft(key, ["tools", "list", name])).out).toContain(slug);
    await page.request.delete(`/api/keys/${id}`, { headers: { origin: url } });
    expect(await weft(key, ["tools", "list"])).toMatchObject({
      code: 1,
      err: expect.stringContaining("revoked"),
    });
  });

  test("takes its docs from an archive, after showing what they would be", async ({ page, problems }) => {
    problems.allow(/422 .*docs\/import/);
    const { token: key } = await keyOf(page.request);
    const { slug, text } = newFile();
    const path = join(folder, "tool.yaml");
    writeFileSync(path, text);
    expect(await weft(key, ["tools", "apply", path])).toMatchObject({ code: 0 });
    await page.goto(`/owner/${slug}/edit`);
    await expect(docsField(page)).toHaveValue(/Plain words/);

    const image = readFileSync(join(import.meta.dirname, "../docs/images/catalog.png"));
    const archive = makeZip([
      { path: "guide/2-more.md", content: "# More\n\n[Back](README.md) and [gone](gone.md)\n" },
      { path: "guide/README.md", content: "# Begin here\n\n![The catalog](img/catalog.png)\n" },
      {
        path: "guide/img/catalog.png",
        content: image.length < 2_000_000 ? image : image.subarray(0, 2_000_000),
      },
    ]);
    const file = { name: "guide.zip", mimeType: "application/zip", buffer: Buffer.from(archive) };
    await page.getByLabel("ZIP archive of docs").setInputFiles(file);
    const dialog = page.getByRole("dialog", { name: "Import these docs?" });
    await expect(dialog.getByRole("listitem").first()).toHaveText("Begin here");
    await expect(dialog).toContainText("2-more.md, line 3: “gone.md” is not among the files.");
    const behind = page.getByRole("textbox", { name: "Docs", exact: true, includeHidden: true });
    await expect(behind).toHaveValue(/Plain words/);
    await dialog.getByRole("button", { name: "Put in the place of the present docs" }).click();
    await expect(docsField(page)).toHaveValue(
      "# Begin here\n\n![The catalog](image:catalog.png)\n\n# More\n\n[Back](page:begin-here) and [gone](gone.md)\n",
    );
    await expect(page.getByText("2 pages are in the draft.")).toBeVisible();

    const bomb = makeZip([{ path: "a.md", content: "x", lies: { size: 100_000_000 } }]);
    await page
      .getByLabel("ZIP archive of docs")
      .setInputFiles({ name: "bomb.zip", mimeType: "application/zip", buffer: Buffer.from(bomb) });
    await expect(page.getByText(/unpacks to more than 60 MB/)).toBeVisible();
  });

  test("of a stranger's tool is refused, and so is a file for it", async ({ page, openAs }) => {
    const { token: key } = await keyOf(page.request);
    const { slug, text } = newFile();
    const path = join(folder, "tool.yaml");
    writeFileSync(path, text);
    expect(await weft(key, ["tools", "apply", path])).toMatchObject({ code: 0 });

    const other = await openAs("sales");
    const { token: theirs } = await keyOf(other.request);
    const refused = await weft(theirs, ["tools", "apply", path]);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining(`${path}:2:7: `) });
    expect(refused.err).toContain("taken");
    expect((await weft(theirs, ["tools", "export", slug])).code).toBe(1);
    expect((await weft(theirs, ["tools", "export", "ticket-desk"])).code).toBe(1);
  });
});
