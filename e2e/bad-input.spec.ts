import type { APIRequestContext, Page } from "@playwright/test";
import { expectNoSidewaysScroll, look, widths } from "./fixtures/looks.ts";
import { expect, test } from "./fixtures.ts";

test.use({ who: "employee" });

const slug = "shift-handover";
const draft = `/api/tools/${slug}/draft`;
const headers = { origin: process.env.WEFT_E2E_URL ?? "" };
const markup = `<img src=x onerror="document.title='taken over'"><script>document.title='taken over'</script>`;
const long = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(4);
const line = `${markup} \u202Edesrever\u202C zero\u200Bwidth 👩‍👩‍👧‍👦 ${long}`;
const name = `<b>Handover</b> \u202Eeman\u202C ${long}`.slice(0, 80);

const hostile = {
  name,
  purpose: line,
  whenToUse: [line, long],
  whenNotToUse: [line],
  useInstead: [{ text: line, slug: null }],
  examples: [{ request: line, answer: `${line}\n${long}` }],
  tags: ["<i>handover</i>", long.slice(0, 40)],
  synonyms: [`<u>${long}`.slice(0, 80)],
  knownIssues: [line],
  limits: [line],
  docs: `# Handover\n\n${line}\n\n| ${long} | b |\n| --- | --- |\n| ${markup} | d |\n`,
};

/** Publishes words of the tool as its owner; gives those that were published before. */
async function publish(request: APIRequestContext, words: unknown, notes: string): Promise<unknown> {
  const { draft: begun, published } = await (await request.get(draft)).json();
  const saved = await request.put(draft, { headers, data: { words, revision: begun?.revision ?? 0 } });
  expect(saved.status(), await saved.text()).toBe(200);
  const { revision } = await saved.json();
  const released = await request.post(`${draft}/publish`, {
    headers,
    data: { revision, notes, step: "patch" },
  });
  expect(released.status(), await released.text()).toBe(201);
  return published.words;
}

/** No text has become a part of the page, and nothing is wider than the screen. */
async function expectOnlyText(page: Page): Promise<void> {
  await expect(page.locator("img[src=x], main b, main i, main u, main script:not([src])")).toHaveCount(0);
  expect(await page.title()).not.toContain("taken over");
  await expectNoSidewaysScroll(page);
}

test("markup, turned text and endless words in every field of a tool stay text on every screen", async ({
  page,
  openAs,
}) => {
  test.setTimeout(150_000);
  const owner = await openAs("owner");
  const before = await publish(owner.request, hostile, line);
  try {
    for (const width of widths) {
      await look(page, "light", width);
      await test.step(`the page and its parts, ${width} wide`, async () => {
        for (const tab of ["overview", "try", "docs", "trust", "api", "versions"]) {
          await page.goto(`/catalog/${slug}?tab=${tab}`);
          await expect(page.getByRole("heading", { level: 1 })).toContainText("<b>Handover</b>");
          await expect(page.getByText("<script>document.title=").first()).toBeVisible();
          await expectOnlyText(page);
        }
      });
      await test.step(`card, row and comparison, ${width} wide`, async () => {
        for (const view of ["cards", "compact"]) {
          await page.goto(`/catalog?q=handover&view=${view}`);
          await expect(page.getByRole("link", { name }).first()).toBeVisible();
          await expectOnlyText(page);
        }
        await page.goto(`/catalog/compare?tools=${slug},ticket-desk`);
        await expect(page.getByRole("columnheader", { name: /<b>Handover<\/b>/ })).toBeVisible();
        await expectOnlyText(page);
      });
    }
    await test.step("the palette", async () => {
      await page.goto("/");
      await page.keyboard.press("ControlOrMeta+k");
      await page.getByRole("combobox", { name: "Search Weft" }).fill("handover");
      await expect(page.getByRole("option", { name: /<b>Handover<\/b>/ })).toBeVisible();
      await expectOnlyText(page);
    });
  } finally {
    await publish(owner.request, before, "As it was before.");
  }
});

test.describe("what nobody means to search for", () => {
  const odd: readonly (readonly [string, string])[] = [
    ["a text of 3,000 characters", "ticket desk ".repeat(250)],
    ["operators only", '- "" -"" ***'],
    ["Greek", "τιμολόγιο πελάτη"],
    ["Cyrillic", "счёт клиента"],
    ["Arabic", "فاتورة العميل"],
    ["Chinese", "客户发票"],
    ["Thai", "ใบแจ้งหนี้"],
    ["a quote that is not closed", '"ticket desk'],
    ["wildcards", "100%_\\"],
    ["a NUL", "ticket\u0000desk"],
    ["text that is turned round", "\u202Eksed tekcit\u202C"],
  ];

  for (const [what, words] of odd) {
    test(`${what}: tools, or a sentence`, async ({ page }) => {
      await page.goto(`/catalog?q=${encodeURIComponent(words)}`);
      const results = page.getByRole("region", { name: "Results" });
      await expect(
        results
          .getByRole("heading", { level: 3 })
          .or(results.getByText(/No tool that you may find/))
          .first(),
      ).toBeVisible();
      await expect(page.getByRole("status").filter({ hasText: /of \d+|No tools/ })).toBeVisible();
    });
  }

  test("an address that nothing can have is not found, and a comparison names what it lacks", async ({
    page,
    problems,
  }) => {
    problems.allow(/404/);
    for (const place of ["/catalog/a%00b", "/domains/a%00b", "/teams/a%00b"]) {
      expect((await page.goto(place))?.status(), place).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
    await page.goto("/catalog/compare?tools=ticket-desk,a%00b");
    await expect(page.getByText("is not a tool that you may find")).toBeVisible();
  });

  test("the palette answers odd words too", async ({ page }) => {
    await page.goto("/");
    await page.keyboard.press("ControlOrMeta+k");
    const field = page.getByRole("combobox", { name: "Search Weft" });
    for (const [, words] of odd) {
      await field.fill(words);
      await expect(page.getByRole("listbox")).toHaveAttribute("aria-busy", "false");
      await expect(page.getByText(/could not be/i)).toHaveCount(0);
    }
    await field.fill("ticket desk");
    await expect(page.getByRole("option", { name: /Ticket Desk/ }).first()).toBeVisible();
  });
});
