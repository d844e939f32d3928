import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";

/** The demo people who can sign in, by what they are. */
export const people = {
  employee: "amelia.hart@northmere.example",
  owner: "tiago.moreira@northmere.example",
  lead: "ruth.calloway@northmere.example",
  admin: "daniel.okafor@northmere.example",
  auditor: "ines.carvalho@northmere.example",
  sales: "oliver.finch@northmere.example",
} as const;
export type Who = keyof typeof people;

export const portalOrigin = (): string => process.env.WEFT_E2E_URL ?? "http://localhost:3000";

/** Headers of a request that the portal's own pages would send. */
export const sameOrigin = (): Record<string, string> => ({
  origin: portalOrigin(),
  "sec-fetch-site": "same-origin",
});

/** Gives the browser context a session of this person, as the sign-in page would. */
export async function signInAs(context: BrowserContext, who: Who): Promise<void> {
  const response = await context.request.post("/api/auth/callback/demo", {
    form: { email: people[who], callbackUrl: "/" },
    headers: sameOrigin(),
    maxRedirects: 0,
  });
  const cookies = await context.cookies();
  expect(
    cookies.some((cookie) => cookie.name.endsWith("weft-session")),
    `signed in (${response.status()})`,
  ).toBe(true);
}

type Fixtures = {
  /** Messages that may appear although the test goes well, such as the browser's own line about a 404. */
  readonly expectedErrors: RegExp[];
  readonly as: (who: Who) => Promise<Page>;
};

/** Every page error, console error and refused script or style fails the test. */
export const test = base.extend<Fixtures>({
  expectedErrors: [[], { option: true }],
  page: async ({ page, expectedErrors }, use) => {
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(`page error: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error")
        problems.push(`console error: ${message.text()} (${message.location().url})`);
    });
    await use(page);
    const unexpected = problems.filter(
      (problem) => !expectedErrors.some((expected) => expected.test(problem)),
    );
    expect(unexpected, "errors in the browser").toEqual([]);
  },
  as: async ({ page, context }, use) => {
    await use(async (who) => {
      await signInAs(context, who);
      return page;
    });
  },
});
export { expect };

/** No violation of WCAG 2.2 AA on the page as it is. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(" | ")}`,
  );
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}

export async function useTheme(context: BrowserContext, theme: "light" | "dark"): Promise<void> {
  await context.addCookies([{ name: "weft-theme", value: theme, url: portalOrigin() }]);
}
