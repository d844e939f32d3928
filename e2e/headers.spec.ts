import { expect, people, sameOrigin, test } from "./portal.ts";

test("pages come with a strict policy of their own", async ({ request }) => {
  const [first, second] = [await request.get("/sign-in"), await request.get("/sign-in")];
  const policy = first.headers()["content-security-policy"] ?? "";
  const directive = (name: string) =>
    policy
      .split(";")
      .map((part) => part.trim())
      .find((part) => part.startsWith(`${name} `)) ?? "";
  expect(directive("default-src")).toBe("default-src 'none'");
  expect(directive("script-src")).toMatch(/'nonce-[^']+'/);
  expect(directive("script-src")).not.toContain("unsafe-inline");
  expect(directive("script-src")).not.toContain("unsafe-eval");
  expect(directive("script-src")).not.toContain("strict-dynamic");
  expect(directive("frame-ancestors")).toBe("frame-ancestors 'none'");
  expect(policy).not.toBe(second.headers()["content-security-policy"]);
  expect(first.headers()["x-content-type-options"]).toBe("nosniff");
  expect(first.headers()["referrer-policy"]).toBeTruthy();
  expect(first.headers()["x-request-id"]).toBeTruthy();
  expect(first.headers()["x-powered-by"]).toBeUndefined();
});

test("the session cookie is out of reach of scripts and of other sites", async ({ request }) => {
  const response = await request.post("/api/auth/callback/demo", {
    form: { email: people.employee, callbackUrl: "/" },
    headers: sameOrigin(),
    maxRedirects: 0,
  });
  const cookie =
    response
      .headersArray()
      .find(({ name, value }) => name.toLowerCase() === "set-cookie" && value.includes("weft-session="))
      ?.value ?? "";
  expect(cookie).toContain("HttpOnly");
  expect(cookie).toMatch(/SameSite=Lax/i);
  expect(cookie).toContain("Path=/");
});

test("a request id that comes in goes out again", async ({ request }) => {
  const response = await request.get("/api/health/live", { headers: { "x-request-id": "e2e-request-0001" } });
  expect(response.headers()["x-request-id"]).toBe("e2e-request-0001");
});

test("health says live and ready", async ({ request }) => {
  expect((await request.get("/api/health/live")).status()).toBe(200);
  expect((await request.get("/api/health/ready")).status()).toBe(200);
});

test("metrics are for administrators", async ({ as, request }) => {
  expect((await request.get("/api/metrics")).status()).toBe(401);
  const admin = await as("admin");
  const metrics = await admin.request.get("/api/metrics");
  expect(metrics.status()).toBe(200);
  expect(await metrics.text()).toContain("weft_http_requests_total");
});
