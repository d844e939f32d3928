import type { APIRequestContext, Page } from "@playwright/test";
import { expectGoodLooks } from "./fixtures/looks.ts";
import { expect, test } from "./fixtures.ts";

type Message = { readonly id: string; readonly title: string; readonly readAt: string | null };

const headers = { origin: process.env.WEFT_E2E_URL ?? "" };

async function messagesOf(request: APIRequestContext): Promise<readonly Message[]> {
  const answer = await request.get("/api/notifications?limit=100");
  expect(answer.status()).toBe(200);
  return ((await answer.json()) as { notifications: Message[] }).notifications;
}

/** Leaves exactly the newest `count` messages unread, and says which they are. */
async function leaveUnread(request: APIRequestContext, count: number): Promise<readonly Message[]> {
  const messages = await messagesOf(request);
  expect(messages.length).toBeGreaterThan(count);
  for (const [at, { id }] of messages.entries()) {
    const answer = await request.patch(`/api/notifications/${id}`, {
      data: { isRead: at >= count },
      headers,
    });
    expect(answer.status()).toBe(200);
  }
  return messages.slice(0, count);
}

/** In the sidebar; the top bar of a phone has another one. */
const entry = (page: Page) =>
  page
    .getByRole("banner")
    .getByRole("link", { name: /^Inbox/ })
    .first();
const marked = (page: Page) =>
  page.waitForResponse(
    (answer) => answer.url().includes("/api/notifications/") && answer.request().method() !== "GET",
  );

test.describe("the inbox", () => {
  // Nothing that other tests do is news for the auditor.
  test.use({ who: "auditor" });
  // Each of them sets what is unread for the same person.
  test.describe.configure({ mode: "serial" });

  test("a message is found in the frame, opened, and read", async ({ page }) => {
    const [newest] = await leaveUnread(page.request, 2);
    await page.goto("/");
    await expect(entry(page)).toHaveAccessibleName("Inbox, 2 unread");
    await entry(page).click();
    await expect(page).toHaveURL("/inbox");
    const message = page.getByRole("main").getByRole("link", { name: newest?.title ?? "", exact: true });
    const read = marked(page);
    await message.first().click();
    expect((await read).status()).toBe(200);
    await expect(page).toHaveURL(/\/catalog\//);
    await expect(entry(page)).toHaveAccessibleName("Inbox, 1 unread");
    await page.goto("/inbox?show=unread");
    await expect(page.getByRole("button", { name: /^Mark as read: / })).toHaveCount(1);
  });

  test("two clicks at once leave screen and server of one mind; the keyboard marks too", async ({ page }) => {
    await leaveUnread(page.request, 2);
    await page.goto("/inbox");
    await expect(entry(page)).toHaveAccessibleName("Inbox, 2 unread");
    const toggle = page
      .getByRole("main")
      .getByRole("button", { name: /^Mark as (?:un)?read: / })
      .first();
    await expect(toggle).toHaveAccessibleName(/^Mark as read: /);
    const first = marked(page);
    await toggle.dblclick();
    expect((await first).status()).toBe(200);
    // Whether the second click came before or after the screen changed: screen and server say the same in the end.
    await expect(async () => {
      const isRead = (await messagesOf(page.request))[0]?.readAt !== null;
      await expect(toggle).toHaveAccessibleName(isRead ? /^Mark as unread: / : /^Mark as read: /, {
        timeout: 500,
      });
      await expect(entry(page)).toHaveAccessibleName(isRead ? "Inbox, 1 unread" : "Inbox, 2 unread", {
        timeout: 500,
      });
    }).toPass();

    await leaveUnread(page.request, 2);
    await page.reload();
    await expect(entry(page)).toHaveAccessibleName("Inbox, 2 unread");
    const rows = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: /^Mark as / }) });
    const links = rows.getByRole("link");
    await links.first().focus();
    await page.keyboard.press("ArrowDown");
    await expect(links.nth(1)).toBeFocused();
    const read = marked(page);
    await page.keyboard.press("r");
    await read;
    await expect(entry(page)).toHaveAccessibleName("Inbox, 1 unread");
  });

  test("all are marked as read, and that is undone", async ({ page }) => {
    const unread = await leaveUnread(page.request, 2);
    await page.goto("/inbox");
    await expect(page.getByRole("button", { name: /^Mark as read: / })).toHaveCount(2);
    await page.getByRole("button", { name: "Mark all as read" }).click();
    await expect(page.getByText("2 messages are marked as read")).toBeVisible();
    await expect(entry(page)).toHaveAccessibleName("Inbox");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(entry(page)).toHaveAccessibleName("Inbox, 2 unread");
    const again = (await messagesOf(page.request)).filter(({ readAt }) => readAt === null);
    expect(again.map(({ id }) => id)).toEqual(unread.map(({ id }) => id));
  });

  test("what is chosen stands in the address; one that means nothing shows everything", async ({ page }) => {
    await page.goto("/inbox");
    await page.getByRole("combobox", { name: "Kind" }).selectOption("release-published");
    await expect(page).toHaveURL("/inbox?kind=release-published");
    await expect(
      page.getByRole("button", { name: /^Mark as (?:un)?read: .* is there$/ }).first(),
    ).toBeVisible();
    await page.getByRole("link", { name: "Unread", exact: true }).click();
    await expect(page).toHaveURL("/inbox?show=unread&kind=release-published");
    await page.goto("/inbox?kind=transfer-answered");
    await expect(page.getByText("There is no such message.")).toBeVisible();
    await page.getByRole("link", { name: "Show all messages" }).click();
    await expect(page).toHaveURL("/inbox");
    await page.goto("/inbox?show=nonsense&kind=nothing&kind=else");
    await expect(page.getByRole("button", { name: "Mark all as read" })).toBeVisible();
  });

  test("nobody reads or marks what is somebody else's", async ({ page, openAs }) => {
    const [mine] = await messagesOf(page.request);
    const other = await openAs("employee");
    const answer = await other.request.patch(`/api/notifications/${mine?.id}`, {
      data: { isRead: true },
      headers,
    });
    expect(answer.status()).toBe(404);
    expect((await messagesOf(other.request)).map(({ id }) => id)).not.toContain(mine?.id);
  });
});

test.describe("what somebody is told", () => {
  test.use({ who: "auditor" });

  test("is chosen kind by kind, stays chosen, and keeps what somebody waits for", async ({ page }) => {
    const reviews = page.getByRole("switch", { name: "Inbox: Somebody rated your tool" });
    await page.goto("/inbox/settings");
    await expect(page.getByText("No e-mail is sent from here")).toBeVisible();
    await expect(page.getByRole("switch", { name: "E-mail: Somebody rated your tool" })).toBeDisabled();
    const required = page.getByRole("switch", { name: "Inbox: A release waits for your approval" });
    await expect(required).toBeChecked();
    await expect(required).toBeDisabled();
    const saved = marked(page);
    await reviews.uncheck();
    expect((await saved).status()).toBe(200);
    await page.reload();
    await expect(reviews).not.toBeChecked();
    const back = marked(page);
    await reviews.check();
    expect((await back).status()).toBe(200);
    const refused = await page.request.put("/api/notifications/settings/transfer-offered", {
      data: { inbox: false, mail: false },
      headers,
    });
    expect(refused.status()).toBe(422);
  });
});

test.describe("following", () => {
  test.use({ who: "admin" });

  test("a tool is followed on its page, listed, in the feed, and let go of", async ({ page }) => {
    const clear = await page.request.delete("/api/tools/planned-works/follow", { headers });
    expect(clear.status()).toBe(200);
    await page.goto("/catalog/planned-works");
    const follow = page.getByRole("button", { name: "Follow", exact: true });
    await expect(follow).toHaveAttribute("aria-pressed", "false");
    const kept = page.waitForResponse((answer) => answer.url().endsWith("/api/tools/planned-works/follow"));
    await follow.click();
    await expect(follow).toHaveAttribute("aria-pressed", "true");
    expect((await kept).status()).toBe(200);

    const feed = await page.request.get("/api/notifications/followed.atom");
    expect(feed.headers()["content-type"]).toContain("application/atom+xml");
    expect(await feed.text()).toContain('<title type="text">Planned Works ');

    await page.goto("/inbox/settings");
    await expect(page.getByRole("link", { name: "Planned Works", exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Unfollow Planned Works" }).click();
    await expect(page.getByRole("link", { name: "Planned Works", exact: true })).toHaveCount(0);
    await page.goto("/catalog/planned-works");
    await expect(follow).toHaveAttribute("aria-pressed", "false");
  });

  test("the feed of a tool is linked from its versions, whole, and sent once", async ({ page, openAs }) => {
    await page.goto("/catalog/ticket-desk?tab=versions");
    const link = page.getByRole("link", { name: "These changes as a feed (Atom)" });
    await expect(link).toHaveAttribute("href", "/api/tools/ticket-desk/changes.atom");
    const first = await page.request.get("/api/tools/ticket-desk/changes.atom");
    const entries = await page.evaluate(
      (text) => {
        const feed = new DOMParser().parseFromString(text, "application/xml");
        const of = (name: string) =>
          [...feed.querySelectorAll(`entry > ${name}`)].map((one) => one.textContent);
        return { broken: feed.querySelector("parsererror") !== null, ids: of("id"), titles: of("title") };
      },
      await first.text(),
    );
    expect(entries.broken).toBe(false);
    expect(new Set(entries.ids).size).toBe(entries.titles.length);
    expect(entries.titles).toContain("Ticket Desk 2.3.0");
    const again = await page.request.get("/api/tools/ticket-desk/changes.atom", {
      headers: { "if-none-match": first.headers().etag ?? "" },
    });
    expect([again.status(), (await again.body()).length]).toEqual([304, 0]);
    const sales = await openAs("sales");
    expect((await sales.request.get("/api/tools/no-such-tool/changes.atom")).status()).toBe(404);
  });
});

for (const [path, heading] of [
  ["/inbox", "Inbox"],
  ["/inbox?show=unread&kind=transfer-answered", "Inbox"],
  ["/inbox/settings", "What you are told"],
] as const) {
  test.describe(() => {
    test.use({ who: "employee" });

    test(`${path}, in both themes and widths`, async ({ page }) => {
      test.slow();
      await expectGoodLooks(page, async () => {
        expect((await page.goto(path))?.status()).toBe(200);
        await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
      });
    });
  });
}
