import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { listDemoPeople } from "#lib/identity/server/list-demo-people.ts";
import { viewerOfSession } from "#lib/identity/server/load-viewer.ts";
import { openSessionCookie } from "#lib/identity/server/session-cookie.ts";
import { makePerson } from "#lib/identity/testing/make-people.ts";
import { TestBrowser } from "#lib/identity/testing/test-browser.ts";

const settings = vi.hoisted(() => ({ current: { WEFT_LOG_LEVEL: "silent" } as Record<string, string> }));
vi.mock(import("#lib/env.ts"), async (original) => {
  const real = await original();
  return { ...real, env: () => real.parseEnv(settings.current) };
});

testDatabase();
const portal = "http://localhost:41402";
const callback = "/api/auth/callback/demo";
let browser: TestBrowser;

beforeAll(async () => {
  await makePerson({ name: "Amelia", email: "amelia@northmere.example", source: "sample" });
  await makePerson({ name: "Real", email: "real@northmere.example" });
  const offer = (email: string) => ({ email, job: "Answers customers.", tryThis: ["One", "Two"] });
  const value = [offer("amelia@northmere.example"), offer("real@northmere.example")];
  await db().setting.create({ data: { key: "demo.sign-in-people", value } });
});
beforeEach(async () => {
  await db().signInAttempt.deleteMany();
  browser = new TestBrowser(portal);
  settings.current = {
    NODE_ENV: "test",
    WEFT_LOG_LEVEL: "silent",
    WEFT_SECRET: "a secret of at least thirty-two characters",
    WEFT_DEMO: "1",
  };
});

async function viewerNow(name = "weft-session") {
  const sessionId = await openSessionCookie(browser.cookie(name));
  return sessionId ? viewerOfSession(sessionId) : null;
}

const lastEvent = () =>
  db().auditEvent.findFirst({
    orderBy: { id: "desc" },
    select: { type: true, reason: true, actorName: true, sourceIp: true },
  });

describe("sign-in as a person of the demo", () => {
  it("takes one plain form from a page of the portal, and lands where it was wanted", async () => {
    const { url } = await browser.post(callback, {
      email: "Amelia@northmere.example",
      callbackUrl: "/catalog?q=leave",
    });
    expect(url.href).toBe(`${portal}/catalog?q=leave`);
    expect(await viewerNow()).toMatchObject({ name: "Amelia" });
    expect(await lastEvent()).toMatchObject({
      type: "session.started",
      actorName: "Amelia",
      sourceIp: "198.51.100.7",
    });
  });

  it("takes next-auth's own token from a client that is not a browser, and nothing without it", async () => {
    const none = {};
    const without = await browser.post(callback, { email: "amelia@northmere.example" }, none);
    expect(without.url.pathname).not.toBe("/");
    expect(await viewerNow()).toBeNull();
    const { csrfToken } = JSON.parse((await browser.get("/api/auth/csrf")).text) as { csrfToken: string };
    const answer = await browser.post(
      callback,
      { email: "amelia@northmere.example", csrfToken, json: "true" },
      none,
    );
    expect(JSON.parse(answer.text)).toEqual({ url: `${portal}/` });
    expect(await viewerNow()).toMatchObject({ name: "Amelia" });
  });

  it("refuses a form of another site", async () => {
    const foreign = { origin: "https://evil.example" };
    await expect(
      browser.post(callback, { email: "amelia@northmere.example" }, foreign),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(
      browser.post(callback, { email: "amelia@northmere.example" }, { "sec-fetch-site": "cross-site" }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each(["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])(
    "never leads to %s",
    async (callbackUrl) => {
      const { url } = await browser.post(callback, { email: "amelia@northmere.example", callbackUrl });
      expect(url.href).toBe(`${portal}/`);
    },
  );

  it("offers and lets in sample people only, and nobody outside demo mode", async () => {
    expect((await listDemoPeople()).map(({ name }) => name)).toEqual(["Amelia"]);
    for (const email of ["real@northmere.example", "nobody@northmere.example", ""]) {
      const { url } = await browser.post(callback, { email });
      expect(url.searchParams.get("error")).toBe("unknown-person");
    }
    settings.current.WEFT_DEMO = "0";
    expect(await listDemoPeople()).toEqual([]);
    await browser.post(callback, { email: "amelia@northmere.example" });
    expect(await viewerNow()).toBeNull();
  });

  it("stops an e-mail after ten failures wherever they come from, and counts no success", async () => {
    for (let turn = 0; turn < 12; turn += 1) {
      browser = new TestBrowser(portal, `203.0.113.${turn}`);
      await browser.post(callback, { email: "amelia@northmere.example" });
      expect(await viewerNow()).not.toBeNull();
    }
    for (let turn = 0; turn < 10; turn += 1) {
      await new TestBrowser(portal, `203.0.113.${turn}`).post(callback, { email: "guess@northmere.example" });
    }
    const stopped = await new TestBrowser(portal, "203.0.113.99").post(callback, {
      email: "guess@northmere.example",
    });
    expect(stopped.url.searchParams.get("error")).toBe("too-many-attempts");
    expect(await lastEvent()).toMatchObject({ type: "session.refused", reason: "too-many-attempts" });
    await db().signInAttempt.updateMany({ data: { occurredAt: new Date(Date.now() - 301_000) } });
    const waited = await new TestBrowser(portal).post(callback, { email: "guess@northmere.example" });
    expect(waited.url.searchParams.get("error")).toBe("unknown-person");
  });

  it("lets no more than ten of many attempts at once through", async () => {
    const answers = await Promise.all(
      Array.from({ length: 25 }, () =>
        new TestBrowser(portal).post(callback, { email: "crowd@northmere.example" }),
      ),
    );
    const passed = answers.filter(({ url }) => url.searchParams.get("error") === "unknown-person");
    expect(passed.length).toBeLessThanOrEqual(10);
  });
});

describe("sign-out", () => {
  it("ends the session in the database and takes the cookie away", async () => {
    await browser.post(callback, { email: "amelia@northmere.example" });
    const viewer = await viewerNow();
    const { csrfToken } = JSON.parse((await browser.get("/api/auth/csrf")).text) as { csrfToken: string };
    await browser.post("/api/auth/signout", { csrfToken, callbackUrl: "/sign-in" });
    expect(browser.cookie("weft-session")).toBeUndefined();
    expect(await viewerOfSession(viewer?.sessionId ?? "")).toBeNull();
    expect(await lastEvent()).toMatchObject({ type: "session.ended", reason: "signed-out" });
  });
});

describe("cookies", () => {
  it("carry the __Host- prefix under https, and hold only the session's id", async () => {
    settings.current.WEFT_PUBLIC_URL = "https://weft.example.com";
    browser = new TestBrowser("https://weft.example.com");
    await browser.post(callback, { email: "amelia@northmere.example" });
    expect(browser.cookie("weft-session")).toBeUndefined();
    expect(await viewerNow("__Host-weft-session")).toMatchObject({ name: "Amelia" });
  });

  it("are worth nothing when altered or sealed with another secret", async () => {
    await browser.post(callback, { email: "amelia@northmere.example" });
    const good = browser.cookie("weft-session") ?? "";
    expect(await openSessionCookie(good)).not.toBeNull();
    expect(await openSessionCookie(`${good.slice(0, -4)}AAAA`)).toBeNull();
    expect(await openSessionCookie("not.a.token")).toBeNull();
    expect(await openSessionCookie("")).toBeNull();
  });
});
