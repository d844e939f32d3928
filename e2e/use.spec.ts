import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/looks.ts";
import { makeOwnTool, ticketSteps } from "./fixtures/own-tool.ts";
import { expect, test } from "./fixtures.ts";

const portal = process.env.WEFT_E2E_URL ?? "";

type Site = { readonly origin: string; show(address: string): void; close(): void };

/** A site of the company: one page with a frame in it. `host` decides whether it is the portal's neighbour. */
async function startSite(host: "localhost" | "127.0.0.1"): Promise<Site> {
  let address = "about:blank";
  const server: Server = createServer((_, response) => {
    const frame = `<iframe title="tool" width="1000" height="800" src="${address}"></iframe>`;
    response.setHeader("content-type", "text/html").end(`<!doctype html><title>Site</title>${frame}`);
  });
  server.listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${host}:${port}`,
    show: (next) => {
      address = next;
    },
    close: () => server.close(),
  };
}

const frameOf = (page: Page) => page.frameLocator("iframe");

test.use({ who: "owner" });

// The portal has to be reached by a name that a neighbour can share.
test.skip(!portal.startsWith("http://localhost:"), "needs the portal at localhost");

test("a listed site shows the tool and people use it there; every other site and page is refused", async ({
  page,
  context,
  problems,
}) => {
  test.slow();
  const [listed, other] = [await startSite("localhost"), await startSite("localhost")];
  const { slug, name } = await makeOwnTool(page.request, portal, {
    operations: [ticketSteps("look")],
    embedOrigins: [listed.origin],
    release: true,
  });
  listed.show(`${portal}/use/${slug}`);
  await page.goto(listed.origin);
  const tool = frameOf(page);
  await expect(tool.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(tool.getByRole("navigation")).toHaveCount(0);
  await tool.getByRole("button", { name: "Run", exact: true }).click();
  await expect(tool.getByText("1. Find tickets")).toBeVisible();
  await tool.getByRole("tab", { name: "Chat" }).click();
  await tool.getByRole("button", { name: "Which tickets are there?" }).first().click();
  await expect(tool.getByRole("article", { name: "Answer" })).toContainText(/ticket/i);

  // Links leave the frame, so that the portal never comes into it.
  const opened = context.waitForEvent("page");
  await tool.getByRole("link", { name: "Open in the portal" }).click();
  const tab = await opened;
  await expect(tab).toHaveURL(`${portal}/catalog/${slug}`);
  await tab.close();
  await expect(tool.getByRole("heading", { level: 1, name })).toBeVisible();

  problems.allow(/frame-ancestors|Refused to (display|frame)|Framing|X-Frame-Options|chromewebdata/);
  other.show(`${portal}/use/${slug}`);
  await page.goto(other.origin);
  await expect(page.locator("iframe")).toBeVisible();
  await expect(frameOf(page).getByRole("heading", { name })).toHaveCount(0);
  for (const path of [`/catalog/${slug}`, "/chat", "/sign-in", "/use/no-such-tool"]) {
    listed.show(`${portal}${path}`);
    await page.goto(listed.origin);
    await expect(page.locator("iframe")).toBeVisible();
    await expect(frameOf(page).getByRole("heading", { level: 1 })).toHaveCount(0);
  }
  listed.close();
  other.close();
});

test("who may frame a tool is in its own answer only, and not for people who may not find it", async ({
  page,
  openAs,
}) => {
  const site = "https://intranet.example.com";
  const { slug, name } = await makeOwnTool(page.request, portal, {
    operations: [ticketSteps("look")],
    embedOrigins: [site],
    release: true,
  });
  const framing = async (of: Page, path: string) => {
    const got = await of.request.get(path);
    const policy = /frame-ancestors ([^;]*)/.exec(got.headers()["content-security-policy"] ?? "")?.[1];
    return [got.status(), policy, got.headers()["x-frame-options"] ?? null];
  };
  expect(await framing(page, `/use/${slug}`)).toEqual([200, site, null]);
  expect(await framing(page, `/catalog/${slug}`)).toEqual([200, "'none'", "DENY"]);
  expect(await framing(page, "/use/no-such-tool")).toEqual([404, "'none'", "DENY"]);
  expect(await framing(page, "/use/ticket-desk")).toEqual([200, "'none'", "DENY"]);
  const other = await openAs("employee");
  expect(await framing(other, `/use/${slug}`)).toEqual([404, "'none'", "DENY"]);
  // By itself it is a page like any other.
  await page.goto(`/use/${slug}`);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expectAccessible(page);
});

test("in a frame one signs in in another tab and goes on; a site of another domain is told the truth", async ({
  page,
  browser,
}) => {
  test.slow();
  const [near, far] = [await startSite("localhost"), await startSite("127.0.0.1")];
  const { slug, name } = await makeOwnTool(page.request, portal, {
    operations: [ticketSteps("look")],
    embedOrigins: [near.origin, far.origin],
    release: true,
  });
  near.show(`${portal}/use/${slug}`);
  far.show(`${portal}/use/${slug}`);
  const visitor = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const window = await visitor.newPage();
  await window.goto(near.origin);
  const tool = frameOf(window);
  const opened = visitor.waitForEvent("page");
  await tool.getByRole("link", { name: "Sign in" }).click();
  const tab = await opened;
  await expect(tab).toHaveURL(/\/sign-in\?next=%2Fsigned-in/);
  await visitor.addCookies((await page.context().storageState()).cookies);
  await tab.goto(`${portal}/signed-in`);
  await expect(tab.getByRole("heading", { name: "You are signed in" })).toBeVisible();
  await tab.close();
  await tool.getByRole("button", { name: "I have signed in" }).click();
  await expect(tool.getByRole("heading", { level: 1, name })).toBeVisible();

  await window.goto(far.origin);
  await expect(tool.getByText("This site cannot show you as signed in")).toBeVisible();
  const alone = visitor.waitForEvent("page");
  await tool.getByRole("link", { name: "Open in a new tab" }).click();
  await expect((await alone).getByRole("heading", { level: 1, name })).toBeVisible();
  await visitor.close();
  near.close();
  far.close();
});
