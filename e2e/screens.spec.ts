import { expect, expectAccessible, test, useTheme, type Who } from "./portal.ts";

/** Every screen, with somebody who may see it. */
const screens: readonly { readonly path: string; readonly who: Who; readonly heading?: RegExp }[] = [
  { path: "/", who: "employee" },
  { path: "/", who: "owner" },
  { path: "/", who: "lead" },
  { path: "/", who: "admin" },
  { path: "/", who: "auditor" },
  { path: "/catalog", who: "employee", heading: /Tools/ },
  { path: "/catalog?q=tiket", who: "employee" },
  { path: "/catalog/ticket-desk", who: "employee", heading: /Ticket Desk/ },
  { path: "/catalog/ticket-desk?tab=try", who: "employee" },
  { path: "/catalog/ticket-desk?tab=docs", who: "employee" },
  { path: "/catalog/ticket-desk?tab=versions", who: "employee" },
  { path: "/catalog/salary-bands", who: "employee", heading: /Salary Bands/ },
  { path: "/domains", who: "employee" },
  { path: "/domains/customer-service", who: "lead" },
  { path: "/chat", who: "employee" },
  { path: "/my", who: "owner" },
  { path: "/my", who: "employee" },
  { path: "/docs/api", who: "employee", heading: /API/ },
  { path: "/docs/design", who: "employee" },
  { path: "/setup", who: "admin" },
  { path: "/admin", who: "admin" },
  { path: "/admin/policies", who: "admin" },
  { path: "/admin/models", who: "admin" },
  { path: "/admin/people", who: "admin" },
  { path: "/admin/audit", who: "auditor" },
];

for (const theme of ["light", "dark"] as const) {
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    test.describe(`${theme}, ${size.width} wide`, () => {
      test.use({ viewport: size });
      for (const screen of screens) {
        test(`${screen.path} as ${screen.who}`, async ({ as, context }) => {
          await useTheme(context, theme);
          const page = await as(screen.who);
          const response = await page.goto(screen.path);
          expect(response?.status()).toBe(200);
          await expect(page.getByRole("main")).toBeVisible();
          if (screen.heading)
            await expect(page.getByRole("heading", { level: 1, name: screen.heading })).toBeVisible();
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(overflow, "nothing is wider than the screen").toBeLessThanOrEqual(0);
          await expectAccessible(page);
        });
      }
    });
  }
}

test.describe("signed out", () => {
  for (const theme of ["light", "dark"] as const) {
    test(`/sign-in, ${theme}`, async ({ page, context }) => {
      await useTheme(context, theme);
      await page.goto("/sign-in");
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page);
    });
  }
});
