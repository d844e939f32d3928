import { type BrowserContext, expect, type Page, test as playwright } from "@playwright/test";
import type { SignInRole } from "./fixtures/people.ts";
import { Problems } from "./fixtures/problems.ts";
import { Sessions, startSession } from "./fixtures/sessions.ts";

export { expect };

type Fixtures = {
  /** Who is signed in when the test begins; nobody unless told. */
  who: SignInRole | null;
  /** What went wrong in the pages of this test; at its end there must be nothing. */
  problems: Problems;
  /** A window of another person, watched like the first. */
  openAs: (role: SignInRole) => Promise<Page>;
  /** A window of a person in a session of its own, for tests that end it. */
  openApart: (role: SignInRole) => Promise<Page>;
};
type WorkerFixtures = { sessions: Sessions };

const address = process.env.WEFT_E2E_URL ?? "";

/** The test of every specification: a page error, a console error or a breach of the content security policy fails it. */
export const test = playwright.extend<Fixtures, WorkerFixtures>({
  who: [null, { option: true }],
  sessions: [
    async ({ playwright: { request } }, use) => {
      await use(new Sessions(request, address));
    },
    { scope: "worker" },
  ],
  storageState: async ({ who, sessions }, use) => {
    await use(who ? await sessions.of(who) : undefined);
  },
  problems: async ({ context: _context }, use) => {
    const problems = new Problems();
    await use(problems);
    expect(problems.list(), "problems in the browser").toEqual([]);
  },
  page: async ({ page, problems }, use) => {
    await problems.watch(page);
    await use(page);
  },
  openAs: async ({ browser, sessions, problems }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (role) => {
      const context = await browser.newContext({ storageState: await sessions.of(role) });
      contexts.push(context);
      const page = await context.newPage();
      await problems.watch(page);
      return page;
    });
    for (const context of contexts) await context.close();
  },
  openApart: async ({ browser, playwright: { request }, problems }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (role) => {
      const context = await browser.newContext({ storageState: await startSession(request, address, role) });
      contexts.push(context);
      const page = await context.newPage();
      await problems.watch(page);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});
