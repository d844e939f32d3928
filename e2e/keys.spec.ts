import { expectAccessible, expectNoSidewaysScroll, look } from "./fixtures/looks.ts";
import { expect, test } from "./fixtures.ts";

const url = process.env.WEFT_E2E_URL ?? "";

test.describe("access keys", () => {
  test.use({ who: "owner" });

  test("one is made, works at once, is revoked, and works no longer", async ({ page, playwright }) => {
    const name = `Pipeline ${crypto.randomUUID().slice(0, 8)}`;
    await page.goto("/my");
    await expect(page.getByRole("link", { name: "Access keys" })).toHaveAttribute("href", "/my/keys");
    await page.goto("/my/keys");
    await expect(page.getByRole("heading", { name: "Access keys", level: 1 })).toBeVisible();
    await page.getByRole("button", { name: "New key" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Make key" }).click();
    await expect(dialog.getByText("Write a name by which you will know the key again.")).toBeVisible();
    await dialog.getByLabel("Name").fill(name);
    await dialog.getByLabel("A year").check();
    await dialog.getByRole("button", { name: "Make key" }).click();
    await expect(dialog.getByRole("heading", { name: `Your key ${name}` })).toBeVisible();
    const token = (await dialog.getByText(/^weft_[0-9A-Za-z]{49}$/).textContent()) ?? "";
    await dialog.getByRole("button", { name: "I have kept it" }).click();
    const row = page.getByRole("row", { name: new RegExp(name) });
    await expect(row).toContainText(token.slice(0, 11));
    await expect(row).not.toContainText(token);
    await expect(row).toContainText("Read tools");

    const storageState = { cookies: [], origins: [] };
    const program = await playwright.request.newContext({ baseURL: url, storageState });
    const asKey = { headers: { authorization: `Bearer ${token}` } };
    expect((await program.get("/api/catalog", asKey)).status()).toBe(200);
    const apply = { ...asKey, data: { file: "x", mode: "check" } };
    expect((await program.post("/api/tools/apply", apply)).status()).toBe(403);
    expect((await program.get("/api/keys", asKey)).status()).toBe(403);
    expect((await program.get("/api/catalog")).status()).toBe(401);
    const feed = { headers: { authorization: `Basic ${Buffer.from(`me:${token}`).toString("base64")}` } };
    expect((await program.get("/api/tools/ticket-desk/changes.atom", feed)).status()).toBe(200);

    await page.reload();
    await expect(row).not.toContainText("Not used yet");
    await row.getByRole("button", { name: `Revoke ${name}` }).click();
    const question = page.getByRole("alertdialog");
    await expect(question).toContainText("refused with its next request");
    await question.getByRole("button", { name: "Revoke" }).click();
    await expect(row).toContainText("Revoked");
    const refused = await program.get("/api/catalog", asKey);
    expect(refused.status()).toBe(401);
    expect(await refused.text()).toContain("was revoked");
    await program.dispose();
  });

  test("the form and a new key fit a phone, and are read aloud", async ({ page }) => {
    await look(page, "dark", 390);
    await page.goto("/my/keys");
    await page.getByRole("button", { name: "New key" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByLabel("Name")).toBeVisible();
    await expectAccessible(page);
    await dialog.getByLabel("Name").fill("A key that is revoked at once");
    await dialog.getByRole("button", { name: "Make key" }).click();
    await expect(dialog.getByText(/^weft_/)).toBeVisible();
    await expectNoSidewaysScroll(page);
    const { x, width } = (await dialog.boundingBox()) ?? { x: 0, width: 999 };
    expect(x + width).toBeLessThanOrEqual(390);
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "I have kept it" }).click();
    const row = page.getByRole("row", { name: /A key that is revoked at once/ }).first();
    await row.getByRole("button", { name: /^Revoke/ }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
    await expect(page.getByText("The key A key that is revoked at once is revoked.")).toBeVisible();
  });
});
