import type { Page } from "@playwright/test";
import { callApi, freshName, makeDraft, promptOperation } from "./fixtures/drafts.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./fixtures/looks.ts";
import { expect, test } from "./fixtures.ts";

test.use({ who: "owner" });

const nameField = (page: Page) => page.getByRole("textbox", { name: /^Name/ });
const file = (page: Page) => page.getByRole("textbox", { name: /^Text of the file/ });

async function make(page: Page, place: string): Promise<string> {
  await page.getByRole("button", { name: "Make the draft" }).click();
  await expect(page).toHaveURL(new RegExp(`/owner/[a-z0-9-]+/${place}$`), { timeout: 30_000 });
  return page.url().split("/owner/")[1]?.split("/")[0] ?? "";
}

/** Pastes a text into the wizard and has it read. */
async function read(page: Page, text: string): Promise<void> {
  await file(page).fill(text);
  await page.getByRole("button", { name: "Read it" }).click();
}

test("a template becomes a draft with its operation, its words and its limits", async ({ page }) => {
  test.setTimeout(150_000);
  await page.goto("/catalog/new");
  await page.getByRole("link", { name: /^A template/ }).click();
  await expect(page.getByRole("button", { name: /^Use this template/ })).toHaveCount(8);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Use this template: Research" }).click();
  await expect(page).toHaveURL(/template=research/);
  await page.goBack();
  await page.getByRole("button", { name: "Use this template: House style" }).click();
  const name = freshName("Tone Keeper");
  await nameField(page).fill(name);
  await page.getByRole("textbox", { name: "Purpose" }).fill("Keeps the tone of the house.");
  const slug = await make(page, "operations");
  await expect(page.getByRole("textbox", { name: "Title", exact: true })).toHaveValue(
    "Rewrite in house style",
  );
  await expect(page.getByRole("textbox", { name: "Instructions" })).toHaveValue(/\S{20}|\w+ \w+ \w+/);
  const draft = await callApi(page, "GET", `/api/tools/${slug}/draft`);
  expect(draft).toMatchObject({ draft: { words: { name, purpose: "Keeps the tone of the house." } } });
  const overview = await callApi(page, "GET", `/api/tools/${slug}/draft/overview`);
  expect(overview).toMatchObject({ settings: { audience: "only-me" }, operations: [{ problems: [] }] });
});

test("a tool is copied: all of one's own, of another's only its page", async ({ page, openAs, problems }) => {
  test.setTimeout(150_000);
  // The browser's own line about an address that is taken.
  problems.allow(/422/);
  const original = await makeDraft(page, freshName("Original Letter"), "prompt", {
    settings: { audience: "everyone", supportChannel: "#letters" },
    operations: [promptOperation("Answer in two lines.", { text: { type: "string", title: "Text" } })],
    purpose: "Answers letters in two lines.",
  });
  const copyOf = async (window: Page, words: string, option: RegExp) => {
    await window.goto("/catalog/new?kind=clone");
    await window.getByRole("combobox", { name: /^Which tool/ }).fill(words);
    await window.getByRole("option", { name: option }).click();
  };

  await test.step("its owner takes over all but who may use it", async () => {
    await copyOf(page, original.name, new RegExp(`^${original.name}`));
    await expect(nameField(page)).toHaveValue(`Copy of ${original.name}`);
    await nameField(page).fill(freshName("Second Letter"));
    await page.getByRole("button", { name: "Change the address" }).click();
    await page.getByRole("textbox", { name: "Address" }).fill(original.slug);
    await page.getByRole("button", { name: "Make the draft" }).click();
    await expect(page.getByText(/is taken/).first()).toBeVisible();
    const free = `${original.slug}-again`;
    await page.getByRole("textbox", { name: "Address" }).fill(free);
    expect(await make(page, "edit")).toBe(free);
    await expect(page.getByRole("textbox", { name: "Purpose" })).toHaveValue("Answers letters in two lines.");
    await page.goto(`/owner/${free}/operations`);
    await expect(page.getByRole("textbox", { name: "Instructions" })).toHaveValue("Answer in two lines.");
    expect(await callApi(page, "GET", `/api/tools/${free}/draft/overview`)).toMatchObject({
      settings: { audience: "only-me", supportChannel: "#letters" },
    });
  });

  await test.step("somebody else gets the words, is told so, and finds nobody's draft among the choices", async () => {
    const stranger = await openAs("sales");
    await stranger.goto("/catalog/new?kind=clone");
    await stranger.getByRole("combobox", { name: /^Which tool/ }).fill(original.name);
    await expect(stranger.getByText("No tool of that name")).toBeVisible();
    await copyOf(stranger, "Travel and Expenses Guide", /^Travel and Expenses Guide/);
    await nameField(stranger).fill(freshName("Travel Notes"));
    const slug = await make(stranger, "edit");
    await expect(stranger.getByText("Only the page was copied", { exact: false })).toBeVisible();
    const overview = await callApi(stranger, "GET", `/api/tools/${slug}/draft/overview`);
    expect(overview.operations).toEqual([]);
  });
});

const toolFile = (slug: string, name: string) => `apiVersion: weft.tool/v1
slug: ${slug}
kind: prompt
name: ${name}
purpose: "<img src=x onerror=alert(1)> Finds a plainer word."
owner: { domain: network-operations, team: operations-centre }
audience: only-me
operations:
  - name: replace
    title: Find a plainer word
    description: Gives a plainer word and says what gets lost.
    inputSchema: { type: object, properties: { word: { type: string } }, required: [word] }
    annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false }
    exampleRequests: [What is a plainer word for synergy?]
    binding: { kind: prompt, instructions: Give one plainer word., modelAlias: default }
`;

const bomb = `apiVersion: weft.tool/v1\na: &a [x, x]\n${Array.from(
  { length: 40 },
  (_, at) => `b${at}: &b${at} [${at === 0 ? "*a, *a" : `*b${at - 1}, *b${at - 1}`}]`,
).join("\n")}\n`;

test("a file is read, or refused in words that say where it is wrong", async ({ page, problems }) => {
  test.setTimeout(180_000);
  // The browser's own line about a refused file.
  problems.allow(/422/);
  const name = freshName("Plain Words");
  const slug = name.toLowerCase().replaceAll(" ", "-");
  const good = toolFile(slug, name);
  await page.goto("/catalog/new");
  await page.getByRole("link", { name: /^A file/ }).click();
  await expect(page.getByRole("button", { name: "Read it" })).toBeDisabled();

  await test.step("what cannot be read", async () => {
    for (const [text, words] of [
      [good.replace("kind: prompt\nname", "kind: promt\nname"), /^Line 3: /],
      [good.replace("owner:", "ownr:"), /There is no field “ownr” here/],
      [`${good}  broken: [`, /Line \d+: .*not YAML/],
      [bomb, /Line 2: .*anchors and aliases are not read/],
      [`${good}__proto__: { isAdmin: true }\n`, /“__proto__” is not a name that a field may have/],
      ["Dear colleague, please make me a tool.", /none of the files that a tool can begin from/],
    ] as const) {
      await read(page, text);
      await expect(page.getByText(words).first()).toBeVisible();
      await expect(page.getByRole("button", { name: /^Make the draft of/ })).toHaveCount(0);
    }
    await expectAccessible(page);
    await page.getByLabel("Choose a file").setInputFiles({
      name: "large.yaml",
      mimeType: "application/yaml",
      buffer: Buffer.alloc(5 * 1024 * 1024 + 1, "a"),
    });
    await expect(page.getByText("The file is larger than 5 MB.")).toBeVisible();
    await page.getByLabel("Choose a file").setInputFiles({
      name: "picture.yaml",
      mimeType: "application/yaml",
      buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe]),
    });
    await expect(page.getByText("The file is not text.")).toBeVisible();
  });

  await test.step("a whole tool is shown before it is made, and its texts stay texts", async () => {
    await page.getByLabel("Choose a file").setInputFiles({
      name: "tool.yaml",
      mimeType: "application/yaml",
      buffer: Buffer.from(good),
    });
    await expect(page.getByText("1 tool in it")).toBeVisible();
    const purpose = page.getByText("<img src=x onerror=alert(1)> Finds a plainer word.", { exact: true });
    await expect(purpose).toBeVisible();
    await page.getByRole("button", { name: `Make the draft of ${name}` }).click();
    await expect(page).toHaveURL(`/owner/${slug}/edit`, { timeout: 30_000 });
    await expect(page.getByRole("textbox", { name: "Purpose" })).toHaveValue(/^<img src=x/);
    await expect(page.locator("img[src='x']")).toHaveCount(0);
  });
});

const backstage = (name: string) => `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: room-service
  title: ${name}
  description: Books rooms in both offices.
  tags: [rooms]
  links: [{ url: "https://rooms.example.com", title: Rooms }, { url: "javascript:alert(1)", title: Evil }]
spec: { type: service, lifecycle: production, owner: workplace, providesApis: [rooms-api] }
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: rooms-api, title: ${name} Bookings, description: Rooms over HTTP. }
spec:
  type: openapi
  lifecycle: production
  owner: workplace
  definition: |
    openapi: 3.1.0
    info: { title: Bookings, version: "1" }
    servers: [{ url: "https://rooms.example.com" }]
    paths:
      /bookings:
        get: { operationId: listBookings, summary: List bookings, responses: { "200": { description: ok } } }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: workplace }
spec: { type: team, children: [] }
`;

test("an entry of Backstage and a server.json begin a tool with what they say", async ({ page }) => {
  test.setTimeout(180_000);
  const name = freshName("Room Desk");

  await test.step("of several entries one is chosen, and its API is connected at once", async () => {
    await page.goto("/catalog/new?kind=file");
    await read(page, backstage(name));
    await expect(page.getByText("2 tools in it")).toBeVisible();
    await expect(page.getByText("Group “workplace”: no tool is made of it.")).toBeVisible();
    await page.getByRole("button", { name: `Begin with ${name} Bookings` }).click();
    await expect(nameField(page)).toHaveValue(`${name} Bookings`);
    await expect(page.getByText("Backstage names “workplace” as the owner", { exact: false })).toBeVisible();
    const slug = await make(page, "operations");
    const source = page.getByRole("region", { name: "Bookings" });
    await source.getByRole("button", { name: "Choose operations" }).click();
    await source.getByRole("checkbox", { name: "Select List bookings" }).check();
    await source.getByRole("button", { name: "Take over 1 operation" }).click();
    await expect(page.getByRole("list", { name: "Operations of the draft" })).toContainText("List bookings");
    const { operations } = await callApi(page, "GET", `/api/tools/${slug}/draft/overview`);
    expect(operations).toMatchObject([{ problems: [] }]);
  });

  await test.step("a component becomes a link to its page; no other kind of link is taken", async () => {
    await page.goto("/catalog/new?kind=file");
    await read(page, backstage(name));
    await page.getByRole("button", { name: `Begin with ${name}`, exact: true }).click();
    await make(page, "settings");
    await expect(page.getByRole("textbox", { name: "Address" })).toHaveValue("https://rooms.example.com");
    await page.getByRole("link", { name: "Words", exact: true }).click();
    await expect(page.getByRole("textbox", { name: "Docs", exact: true })).toHaveValue(
      "# Links\n\n- [Rooms](<https://rooms.example.com>)\n",
    );
  });

  await test.step("a server.json says which key is needed, and the address is at hand", async () => {
    await page.goto("/catalog/new?kind=file");
    const address = "https://sites.example.com/mcp";
    const headers = [{ name: "X-Key", description: "Key of the site", isRequired: true, isSecret: true }];
    await read(
      page,
      JSON.stringify({
        $schema: "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",
        name: "com.example/sites",
        title: `${name} Sites`,
        description: "Knows the sites.",
        version: "2.0.0",
        packages: [{ registryType: "npm", identifier: "sites", version: "2.0.0" }],
        remotes: [{ type: "streamable-http", url: address, headers }],
      }),
    );
    await expect(nameField(page)).toHaveValue(`${name} Sites`);
    await expect(page.getByText(address)).toBeVisible();
    await expect(
      page.getByText("It needs the header X-Key (Key of the site)", { exact: false }),
    ).toBeVisible();
    await expect(page.getByText("Weft never starts a program", { exact: false })).toBeVisible();
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await make(page, "operations");
    await expect(page.getByRole("heading", { name: "Connect an MCP server" })).toBeVisible();
  });
});
