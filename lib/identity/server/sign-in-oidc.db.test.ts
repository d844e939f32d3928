import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startOidcProvider, type TestOidcProvider } from "#e2e/oidc-provider.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import { viewerOfSession } from "#lib/identity/server/load-viewer.ts";
import { openSessionCookie } from "#lib/identity/server/session-cookie.ts";
import { TestBrowser } from "#lib/identity/testing/test-browser.ts";

const settings = vi.hoisted(() => ({ current: { WEFT_LOG_LEVEL: "silent" } as Record<string, string> }));
vi.mock(import("#lib/env.ts"), async (original) => {
  const real = await original();
  return { ...real, env: () => real.parseEnv(settings.current) };
});

testDatabase();
const portal = "http://127.0.0.1:41400";
let provider: TestOidcProvider;
let browser: TestBrowser;

beforeAll(async () => {
  provider = await startOidcProvider({ redirectUris: [`${portal}/api/auth/callback/oidc`] });
});
afterAll(() => provider.close());
beforeEach(async () => {
  await db().signInAttempt.deleteMany();
  provider.tamper(undefined);
  browser = new TestBrowser(portal);
  settings.current = {
    NODE_ENV: "test",
    WEFT_LOG_LEVEL: "silent",
    WEFT_SECRET: "a secret of at least thirty-two characters",
    WEFT_OIDC_ISSUER: provider.issuer,
    WEFT_OIDC_CLIENT_ID: provider.clientId,
    WEFT_OIDC_CLIENT_SECRET: provider.clientSecret,
  };
});

const start = (next = "/chat?tool=leave") =>
  browser.get(`/api/auth/signin/oidc?callbackUrl=${encodeURIComponent(next)}`);

async function viewerNow() {
  const sessionId = await openSessionCookie(browser.cookie("weft-session"));
  return sessionId ? viewerOfSession(sessionId) : null;
}

async function lastEvents(count: number): Promise<{ type: string; reason: string | null }[]> {
  const rows = await db().auditEvent.findMany({
    orderBy: { occurredAt: "desc" },
    take: count,
    select: { type: true, reason: true, id: true },
  });
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ type, reason }) => ({ type, reason }));
}

async function expectRefused(reason: string): Promise<void> {
  const { url } = await start();
  expect(url.pathname).toBe("/sign-in");
  expect(url.searchParams.get("error")).toBe(reason);
  expect(url.searchParams.get("next")).toBe("/chat?tool=leave");
  expect(browser.cookie("weft-session")).toBeUndefined();
  expect((await lastEvents(1))[0]).toEqual({ type: "session.refused", reason });
}

describe("sign-in with an identity provider", () => {
  it("creates the person, opens a session, and goes to the page that was wanted", async () => {
    provider.signInAs({
      subject: "s-ada",
      email: "Ada@Example.com",
      emailVerified: true,
      name: "Ada Ferreira",
    });
    const { url } = await start();
    expect(`${url.pathname}${url.search}`).toBe("/chat?tool=leave");
    const viewer = await viewerNow();
    expect(viewer).toMatchObject({ email: "ada@example.com", name: "Ada Ferreira", roles: ["employee"] });
    expect((await lastEvents(2)).map(({ type }) => type)).toEqual(["person.created", "session.started"]);
    const asked = provider.authorizations.at(-1);
    expect(asked?.get("code_challenge_method")).toBe("S256");
    expect(asked?.get("state")).toBeTruthy();
    expect(asked?.get("nonce")).toBeTruthy();
    expect(await db().signInAttempt.count()).toBe(0);
  });

  it("finds the same person by issuer and subject, and takes over a new e-mail", async () => {
    provider.signInAs({ subject: "s-moved", email: "old@example.com", name: "Moved" });
    await start();
    const before = await viewerNow();
    browser = new TestBrowser(portal);
    provider.signInAs({ subject: "s-moved", email: "new@example.com", name: "Moved" });
    await start();
    expect(await viewerNow()).toMatchObject({ id: before?.id, email: "new@example.com" });
    expect((await lastEvents(2)).map(({ type }) => type)).toEqual(["person.updated", "session.started"]);
  });

  it("links a person who is known by e-mail only", async () => {
    const id = newId();
    await db().person.create({ data: { id, email: "known@example.com", name: "Known" } });
    provider.signInAs({ subject: "s-known", email: "known@example.com", emailVerified: true });
    await start();
    expect(await viewerNow()).toMatchObject({ id, name: "Known" });
    expect((await lastEvents(2)).map(({ type }) => type)).toEqual(["person.linked", "session.started"]);
  });

  it("does not hand a person to another subject with the same e-mail", async () => {
    provider.signInAs({ subject: "s-first", email: "shared@example.com" });
    await start();
    browser = new TestBrowser(portal);
    provider.signInAs({ subject: "s-second", email: "shared@example.com" });
    await expectRefused("email-taken");
  });

  it("refuses an e-mail that the provider has not verified", async () => {
    provider.signInAs({ subject: "s-unverified", email: "unverified@example.com", emailVerified: false });
    await expectRefused("not-verified");
    expect(await db().person.count({ where: { email: "unverified@example.com" } })).toBe(0);
  });

  it("refuses a deactivated person", async () => {
    await db().person.create({
      data: {
        id: newId(),
        email: "left@example.com",
        name: "Left",
        isActive: false,
        deactivatedAt: new Date(),
      },
    });
    provider.signInAs({ subject: "s-left", email: "left@example.com", emailVerified: true });
    await expectRefused("deactivated");
  });

  it("refuses a provider that calls itself otherwise than configured", async () => {
    settings.current.WEFT_OIDC_ISSUER = provider.issuer.replace("127.0.0.1", "localhost");
    provider.signInAs({ subject: "s-issuer", email: "issuer@example.com" });
    await expectRefused("wrong-issuer");
  });

  it.each([
    ["another issuer", { iss: "https://evil.example" }, /unexpected iss/],
    ["another audience", { aud: "somebody-else" }, /aud/],
    ["another nonce", { nonce: "replayed" }, /nonce mismatch/],
    ["an expired token", { iat: 1_700_000_000, exp: 1_700_000_060 }, /JWT expired/],
  ])("refuses an ID token with %s", async (_, changed, problem) => {
    provider.signInAs({ subject: "s-token", email: "token@example.com" });
    provider.tamper((claims) => ({ ...claims, ...changed }));
    await expectRefused("provider-answer");
    const told = await db().auditEvent.findFirst({ orderBy: { id: "desc" }, select: { details: true } });
    expect(told?.details).toMatchObject({ problem: expect.stringMatching(problem) });
    expect(await db().person.count({ where: { email: "token@example.com" } })).toBe(0);
  });

  it("refuses an answer whose state was not asked for in this browser", async () => {
    provider.signInAs({ subject: "s-state", email: "state@example.com" });
    const answer = await browser.get("/api/auth/callback/oidc?code=stolen&state=foreign");
    expect(answer.url.searchParams.get("error")).toBe("provider-answer");
    expect((await lastEvents(1))[0]?.type).toBe("session.refused");
  });

  it("says so when the person declines, and when the provider cannot be reached", async () => {
    provider.signInAs(undefined);
    await expectRefused("declined");
    settings.current.WEFT_OIDC_ISSUER = "http://127.0.0.1:9";
    const { url } = await start();
    expect(url.search).toBe("?error=provider-unreachable&next=%2Fchat%3Ftool%3Dleave");
  });

  it("does not take an error in the wanted address for a refusal", async () => {
    provider.signInAs({ subject: "s-error", email: "error@example.com" });
    const { url } = await start("/docs?error=OAuthCallback");
    expect(url.pathname).toBe("/docs");
    expect((await lastEvents(1))[0]?.type).toBe("session.started");
  });

  it("does not blame the provider when Weft itself fails", async () => {
    provider.signInAs({ subject: "s-broken", email: "broken@example.com" });
    await db().$executeRaw`ALTER TABLE session RENAME TO session_gone`;
    const { url } = await start();
    await db().$executeRaw`ALTER TABLE session_gone RENAME TO session`;
    expect(url.searchParams.get("error")).toBe("unavailable");
    expect(await db().person.count({ where: { email: "broken@example.com" } })).toBe(0);
  });

  it("stops after ten failures from one address, and not a successful person elsewhere", async () => {
    provider.signInAs({ subject: "s-limit", email: "limit@example.com" });
    for (let turn = 0; turn < 10; turn += 1) await browser.get("/api/auth/callback/oidc?code=x&state=y");
    const { url } = await browser.get("/api/auth/callback/oidc?code=x&state=y");
    expect(url.searchParams.get("error")).toBe("too-many-attempts");
    const before = await db().auditEvent.count();
    await browser.get("/api/auth/callback/oidc?code=x&state=y");
    expect(await db().auditEvent.count()).toBe(before);
    browser = new TestBrowser(portal, "203.0.113.9");
    await start("/");
    expect(await viewerNow()).not.toBeNull();
  });
});

describe("the first administrator", () => {
  it("is made once, by the verified e-mail that WEFT_FIRST_ADMIN names", async () => {
    settings.current.WEFT_FIRST_ADMIN = "Boss@Example.com";
    provider.signInAs({ subject: "s-other", email: "other@example.com", emailVerified: true });
    await start("/");
    expect((await viewerNow())?.roles).toEqual(["employee"]);

    browser = new TestBrowser(portal);
    provider.signInAs({ subject: "s-boss", email: "boss@example.com", emailVerified: true });
    await start("/");
    const boss = await viewerNow();
    expect(boss?.roles).toContain("admin");
    expect((await lastEvents(3)).map(({ type }) => type)).toContain("role.granted");

    await db().roleAssignment.deleteMany({ where: { personId: boss?.id ?? "" } });
    browser = new TestBrowser(portal);
    await start("/");
    expect((await viewerNow())?.roles).toEqual(["employee"]);
  });
});
