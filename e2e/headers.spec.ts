import { personOf } from "./fixtures/people.ts";
import { expect, test } from "./fixtures.ts";

const directivesOf = (policy: string) =>
  new Map(policy.split(";").map((part) => [part.trim().split(" ")[0] ?? "", part.trim()] as const));

test.use({ who: "employee" });

for (const path of ["/", "/catalog", "/chat", "/sign-in", "/no-such-page"]) {
  test(`${path} lets only scripts with its own nonce run`, async ({ request }) => {
    const first = (await request.get(path)).headers()["content-security-policy"] ?? "";
    const second = (await request.get(path)).headers()["content-security-policy"] ?? "";
    const directives = directivesOf(first);
    const scripts = directives.get("script-src") ?? "";
    expect(directives.get("default-src")).toBe("default-src 'none'");
    expect(scripts).toMatch(/'nonce-[\w+/=]{20,}'/);
    expect(scripts).not.toContain("unsafe-inline");
    expect(scripts).not.toContain("unsafe-eval");
    expect(scripts).not.toContain("strict-dynamic");
    expect(directives.get("style-src")).not.toContain("unsafe-inline");
    expect(directives.get("frame-ancestors")).toBe("frame-ancestors 'none'");
    expect(directives.get("base-uri")).toBe("base-uri 'none'");
    expect(/'nonce-([^']+)'/.exec(second)?.[1]).not.toBe(/'nonce-([^']+)'/.exec(first)?.[1]);
  });
}

for (const path of ["/", "/api/catalog", "/api/health/live", "/api/openapi.json"]) {
  test(`${path} is not sniffed, framed or shared`, async ({ request }) => {
    const headers = (await request.get(path)).headers();
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
    expect(headers["x-request-id"]).toMatch(/^[\w-]{8,64}$/);
    expect(headers).not.toHaveProperty("x-powered-by");
    if (path.startsWith("/api/")) expect(headers["content-security-policy"]).toContain("default-src 'none'");
  });
}

test("what the API answers is not kept by anybody on the way", async ({ request }) => {
  expect((await request.get("/api/catalog")).headers()["cache-control"]).toBe("no-store");
});

test("the session's cookie is for the server and this site alone", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const page = await context.newPage();
  await page.goto(`${baseURL}/sign-in`);
  await page.getByRole("button", { name: `Sign in as ${personOf("employee").name}` }).click();
  await page.waitForURL(`${baseURL}/`);
  const session = (await context.cookies()).find(({ name }) => name === "weft-session");
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  expect(await page.evaluate(() => document.cookie)).not.toContain("weft-session");
  await context.close();
});

test("a page of another origin cannot put the portal into a frame", async ({ page, problems, baseURL }) => {
  problems.allow(/frame-ancestors|Refused to (display|frame)|Framing/);
  await page.route("http://elsewhere.example/", (route) =>
    route.fulfill({ contentType: "text/html", body: `<iframe title="portal" src="${baseURL}/"></iframe>` }),
  );
  await page.goto("http://elsewhere.example/");
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("heading", { level: 1 })).toHaveCount(0);
});

test("a request id that comes in goes out again", async ({ request }) => {
  const headers = { "x-request-id": "e2e-request-0001" };
  const answer = await request.get("/api/catalog", { headers });
  expect(answer.headers()["x-request-id"]).toBe("e2e-request-0001");
});

test("health is open, metrics are not", async ({ request, openAs }) => {
  expect(await (await request.get("/api/health/live")).json()).toMatchObject({ status: "live" });
  expect(await (await request.get("/api/health/ready")).json()).toMatchObject({ status: "ready" });
  expect((await request.get("/api/metrics")).status()).toBe(403);
  const administrator = await openAs("admin");
  const metrics = await administrator.request.get("/api/metrics");
  expect(await metrics.text()).toMatch(/^# (HELP|TYPE) /m);
});
