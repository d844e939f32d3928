import { expect, people, sameOrigin, test } from "./fixtures.ts";

const names = [
  "Amelia Hart",
  "Tiago Moreira",
  "Ruth Calloway",
  "Daniel Okafor",
  "Inês Carvalho",
  "Oliver Finch",
];

for (const name of names) {
  test(`${name} signs in with one click and lands on the home page`, async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByRole("button", { name: `Sign in as ${name}` }).click();
    await expect(page).toHaveURL(/\/$/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name.split(" ")[0] ?? name);
  });
}

test("a page asked for before signing in is where one lands", async ({ page }) => {
  await page.goto("/catalog/ticket-desk");
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByRole("button", { name: "Sign in as Amelia Hart" }).click();
  await expect(page).toHaveURL(/\/catalog\/ticket-desk$/);
});

test("an address of somewhere else is not followed after signing in", async ({ page }) => {
  await page.goto("/sign-in?next=https://evil.example/");
  await page.getByRole("button", { name: "Sign in as Amelia Hart" }).click();
  await expect(page).toHaveURL(/^http:\/\/localhost:\d+\/$/);
});

test("nobody but the demo people gets in", async ({ request }) => {
  const response = await request.post("/api/auth/callback/demo", {
    form: { email: "nobody@northmere.example", callbackUrl: "/" },
    headers: sameOrigin(),
    maxRedirects: 0,
  });
  expect(response.headers()["set-cookie"] ?? "").not.toMatch(/weft-session=[^;]/);
});

test("an administrator ends a session, and its next request is refused", async ({ browser, as }) => {
  const theirs = await browser.newContext();
  await theirs.request.post("/api/auth/callback/demo", {
    form: { email: people.sales, callbackUrl: "/" },
    headers: sameOrigin(),
    maxRedirects: 0,
  });
  expect((await theirs.request.get("/api/catalog")).status()).toBe(200);
  const admin = await as("admin");
  const found = await admin.request.get("/api/people?words=Oliver");
  const body = (await found.json()) as { people: { id: string; name: string }[] };
  const id = body.people.find((person) => person.name === "Oliver Finch")?.id;
  const ended = await admin.request.delete(`/api/people/${id}/sessions`, { headers: sameOrigin() });
  expect(ended.status()).toBe(200);
  expect((await theirs.request.get("/api/catalog")).status()).toBe(401);
  await theirs.close();
});
