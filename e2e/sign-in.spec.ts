import { firstNameOf, personOf, roles } from "./fixtures/people.ts";
import { expect, test } from "./fixtures.ts";

for (const role of roles) {
  test(`${role} signs in through the form and lands on home`, async ({ page }) => {
    await page.goto("/");
    await expect(page).toHaveURL(/\/sign-in/);
    await page.getByRole("button", { name: `Sign in as ${personOf(role).name}` }).click();
    await expect(page).toHaveURL("/");
    await expect(page.getByRole("heading", { level: 1 })).toContainText(firstNameOf(role));
  });
}

test("whoever asked for a page lands on it after signing in", async ({ page }) => {
  await page.goto("/catalog?kind=http");
  await page.getByRole("button", { name: `Sign in as ${personOf("employee").name}` }).click();
  await expect(page).toHaveURL("/catalog?kind=http");
});

test("an address of somewhere else is not followed after signing in", async ({ page }) => {
  await page.goto("/sign-in?next=https%3A%2F%2Felsewhere.example%2F");
  await page.getByRole("button", { name: `Sign in as ${personOf("employee").name}` }).click();
  await expect(page).toHaveURL("/");
});

test("nobody signs in as a person whom the demo does not offer", async ({ page }) => {
  await page.goto("/sign-in");
  const form = page.locator("form").filter({ hasText: personOf("employee").name });
  await form.locator("input[name=email]").evaluate((input: HTMLInputElement) => {
    input.value = "somebody@elsewhere.example";
  });
  await form.getByRole("button").click();
  await expect(page.getByRole("alert").filter({ hasText: "You are not signed in" })).toBeVisible();
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("after signing out the old cookie opens nothing", async ({ openApart }) => {
  const page = await openApart("employee");
  await page.goto("/");
  const cookies = await page.context().cookies();
  await page.getByRole("button", { name: /your menu/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.context().addCookies(cookies);
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a session that an administrator ends is over at the next request", async ({
  openApart,
  openAs,
  baseURL,
}) => {
  const page = await openApart("sales");
  await page.goto("/catalog");
  await expect(page.getByRole("heading", { name: "Tools" })).toBeVisible();
  const mine = await page.request.get("/api/sessions");
  const sessions = (await mine.json()) as { id: string; isCurrent: boolean }[];
  const current = sessions.find(({ isCurrent }) => isCurrent);

  const administrator = await openAs("admin");
  const ended = await administrator.request.delete(`/api/sessions/${current?.id}`, {
    headers: { origin: baseURL ?? "" },
  });
  expect(ended.status()).toBe(200);

  await page.getByRole("link", { name: "Ticket Desk" }).first().click();
  await expect(page).toHaveURL(/\/sign-in/);
});
