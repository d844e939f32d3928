import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { DELETE } from "#app/api/keys/[id]/route.ts";
import { GET, POST } from "#app/api/keys/route.ts";
import { routeDefinitions } from "#app/api/route-definitions.ts";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { asSampleAt } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { type AccessKey, type CreatedKey, type KeyScope, mostKeys } from "#lib/identity/access-key.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { newToken } from "#lib/identity/server/access-key-token.ts";
import { createAccessKey, listAccessKeys, revokeAccessKey } from "#lib/identity/server/access-keys.ts";
import { deactivatePerson } from "#lib/identity/server/deactivate-person.ts";
import { reactivatePerson } from "#lib/identity/server/reactivate-person.ts";
import { authCookieName, sealSessionId } from "#lib/identity/server/session-cookie.ts";
import { makeViewer } from "#lib/identity/testing/make-people.ts";

const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
  }),
  headers: async () => new Headers(),
}));

testDatabase();

const signIn = async (viewer: Viewer) =>
  jar.set(authCookieName("session"), await sealSessionId(viewer.sessionId));
const bearer = (token: string) => `Bearer ${token}`;
const basic = (token: string) => `Basic ${Buffer.from(`reader:${token}`).toString("base64")}`;
const keyFor = (viewer: Viewer, scopes: KeyScope[] = ["tools:read"], days: 30 | 90 | 365 = 30) =>
  createAccessKey(viewer, { name: "Pipeline", scopes, days });

const answer = z.object({ who: z.string().nullable() });
const common = { path: "/api/probe", summary: "For the tests of keys", response: answer } as const;
type Asked = { readonly viewer: Viewer | null };
const handler = async ({ viewer }: Asked) => ({ who: viewer?.name ?? null });
const probes = {
  open: defineRoute({ ...common, method: "GET", permission: "public", handler }),
  closed: defineRoute({ ...common, method: "GET", permission: "portal:read", handler }),
  read: defineRoute({ ...common, method: "GET", permission: "portal:read", keyScope: "tools:read", handler }),
  audit: defineRoute({ ...common, method: "GET", permission: "audit:read", keyScope: "tools:read", handler }),
  apply: defineRoute({
    ...common,
    method: "POST",
    permission: "portal:read",
    keyScope: "tools:apply",
    handler: async ({ viewer }) => {
      const actor = { kind: "person", id: viewer.id, name: viewer.name } as const;
      await recordEvent({ type: "tool.draft-saved", actor, details: { baseVersion: "1.0.0" } });
      return handler({ viewer });
    },
  }),
  feed: defineRoute({
    ...common,
    method: "GET",
    permission: "portal:read",
    keyScope: "tools:read",
    response: { mediaType: "application/atom+xml; charset=utf-8" },
    handler: async ({ viewer }) => new Response(viewer.name),
  }),
};

async function ask(probe: keyof typeof probes, headers: HeadersInit = {}): Promise<Response> {
  const route = probes[probe];
  const request = new Request("http://localhost/api/probe", {
    method: route.definition.method,
    headers: { "x-forwarded-for": "198.51.100.20", ...headers },
  });
  return route(request, { params: Promise.resolve({}) });
}
const withKey = (probe: keyof typeof probes, authorization: string) => ask(probe, { authorization });
const mendOf = async (response: Response) =>
  ((await response.json()) as { error: { message: string; mend: string } }).error;
const eventsOf = (type: string) =>
  db().auditEvent.findMany({ where: { type }, orderBy: { id: "desc" }, take: 50 });

describe("a request with a key", () => {
  let person: Viewer;
  let somebody: Viewer;
  let reading: CreatedKey;
  beforeAll(async () => {
    person = await makeViewer({ name: "Pia Program" });
    somebody = await makeViewer({ name: "Sam Signed-In", roles: ["admin", "auditor"] });
    reading = await keyFor(person);
  });
  beforeEach(async () => {
    jar.clear();
    await db().signInAttempt.deleteMany();
  });

  it("asks as its person, and the cookie beside it counts for nothing", async () => {
    await signIn(somebody);
    expect(await (await ask("read")).json()).toEqual({ who: "Sam Signed-In" });
    for (const header of [bearer(reading.token), basic(reading.token)])
      expect(await (await withKey("read", header)).json()).toEqual({ who: "Pia Program" });
    expect((await withKey("read", bearer(newToken()))).status).toBe(401);
    expect((await withKey("audit", bearer(reading.token))).status).toBe(403);
    expect((await ask("audit")).status).toBe(200);
  });

  it("reaches no route that did not open itself to keys", async () => {
    await signIn(somebody);
    const refusal = await withKey("closed", bearer(reading.token));
    expect(refusal.status).toBe(403);
    expect((await mendOf(refusal)).mend).toContain("/docs/api");
    expect(await (await withKey("open", bearer(reading.token))).json()).toEqual({ who: null });
  });

  it("needs the scope of the route", async () => {
    const refusal = await withKey("apply", bearer(reading.token));
    expect(refusal.status).toBe(403);
    expect((await mendOf(refusal)).message).toContain("tools:apply");
    const applying = await keyFor(person, ["tools:apply"]);
    expect((await withKey("apply", bearer(applying.token))).status).toBe(200);
    expect((await withKey("read", bearer(applying.token))).status).toBe(403);
  });

  it("changes things without an origin, but not with what a browser sends by itself", async () => {
    const applying = await keyFor(person, ["tools:apply"]);
    const cross = { "sec-fetch-site": "cross-site", origin: "https://elsewhere.example" };
    expect((await ask("apply", { ...cross, authorization: bearer(applying.token) })).status).toBe(200);
    expect((await ask("apply", { ...cross, authorization: basic(applying.token) })).status).toBe(401);
    await signIn(somebody);
    expect((await ask("apply", cross)).status).toBe(403);
    // Credentials that are none of ours leave the session and its check as they are.
    expect((await ask("apply", { ...cross, authorization: "Bearer other" })).status).toBe(403);
    expect((await ask("read", { authorization: "Basic cHJveHk6cHJveHk=" })).status).toBe(200);
  });

  it("leaves its id in the trail, with the person as who did it", async () => {
    const applying = await keyFor(person, ["tools:apply"]);
    await withKey("apply", bearer(applying.token));
    const [event] = await eventsOf("tool.draft-saved");
    expect(event).toMatchObject({
      actorId: person.id,
      details: { baseVersion: "1.0.0", keyId: applying.key.id },
    });
  });

  it("is told how to say who it is", async () => {
    expect((await ask("read")).headers.get("www-authenticate")).toBe('Bearer realm="Weft"');
    expect((await ask("feed")).headers.get("www-authenticate")).toContain("Basic");
    expect((await ask("closed")).headers.get("www-authenticate")).toBeNull();
    expect(await (await withKey("feed", basic(reading.token))).text()).toBe("Pia Program");
  });

  it("is refused once the key is revoked or expired, or its person is deactivated", async () => {
    const revoked = await keyFor(person);
    expect((await withKey("read", bearer(revoked.token))).status).toBe(200);
    await revokeAccessKey(person, { id: revoked.key.id });
    const afterwards = await withKey("read", bearer(revoked.token));
    expect([afterwards.status, (await mendOf(afterwards)).message]).toEqual([
      401,
      "This access key was revoked.",
    ]);

    const days = (count: number) => () => new Date(Date.now() + count * 86_400_000);
    expect((await asSampleAt(days(29.9), () => withKey("read", bearer(reading.token)))).status).toBe(200);
    const late = await asSampleAt(days(30.1), () => withKey("read", bearer(reading.token)));
    expect([late.status, (await mendOf(late)).message]).toEqual([401, "This access key has expired."]);

    const gone = await makeViewer({ name: "Gwen Gone" });
    const { token } = await keyFor(gone);
    await db().person.update({ where: { id: gone.id }, data: { isActive: false } });
    expect((await withKey("read", bearer(token))).status).toBe(401);
    const reasons = (await eventsOf("key.refused")).map(({ reason }) => reason);
    expect(reasons).toEqual(expect.arrayContaining(["key-revoked", "key-expired", "person-deactivated"]));
  });

  it("ends with its person, and does not come back with them", async () => {
    const admin = await makeViewer({ roles: ["admin"] });
    await makeViewer({ roles: ["admin"] });
    const leaver = await makeViewer({ name: "Lee Leaver" });
    const reason = "Leaves for a year.";
    const first = await keyFor(leaver);
    const ended = await keyFor(leaver);
    await revokeAccessKey(leaver, { id: ended.key.id });
    const answer = async (token: string) => (await withKey("read", bearer(token))).status;
    expect(await answer(first.token)).toBe(200);

    await deactivatePerson(admin, { personId: leaver.id, reason });
    expect(await answer(first.token)).toBe(401);
    // Made in the moment of deactivation.
    const late = await keyFor(leaver);
    await reactivatePerson(admin, { personId: leaver.id, reason });
    expect(await answer(first.token)).toBe(401);
    expect(await answer(late.token)).toBe(401);
    expect((await listAccessKeys(leaver)).map(({ state }) => state)).toEqual([
      "revoked",
      "revoked",
      "revoked",
    ]);
    const byAdmin = (await eventsOf("key.revoked")).filter(({ actorId }) => actorId === admin.id);
    expect(byAdmin).toMatchObject([
      { targetId: late.key.id, reason },
      { targetId: first.key.id, reason, details: { personId: leaver.id } },
    ]);
    expect(await answer((await keyFor(leaver)).token)).toBe(200);
  });

  it("has the roles of this moment", async () => {
    const auditor = await makeViewer({ name: "Ada", roles: ["auditor"] });
    const { token } = await keyFor(auditor);
    expect((await withKey("audit", bearer(token))).status).toBe(200);
    await db().roleAssignment.deleteMany({ where: { personId: auditor.id } });
    expect((await withKey("audit", bearer(token))).status).toBe(403);
  });

  it("is turned away after ten wrong keys, in few events, while a right key and people go on", async () => {
    const before = (await eventsOf("key.refused")).length;
    const statuses: number[] = [];
    for (let count = 0; count < 13; count += 1)
      statuses.push((await withKey("read", bearer(newToken()))).status);
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429, 429]);
    expect((await eventsOf("key.refused")).length - before).toBe(11);
    expect((await withKey("read", bearer(reading.token))).status).toBe(200);
    expect(await db().signInAttempt.count({ where: { key: { startsWith: "ip:" } } })).toBe(0);
  });

  it("notes the use of its key at most once a minute", async () => {
    const { key, token } = await keyFor(person);
    const used = async () => (await db().accessKey.findUniqueOrThrow({ where: { id: key.id } })).lastUsedAt;
    expect(await used()).toBeNull();
    await withKey("read", bearer(token));
    const first = await used();
    expect(first).not.toBeNull();
    await asSampleAt(
      () => new Date(Date.now() + 30_000),
      () => withKey("read", bearer(token)),
    );
    expect(await used()).toEqual(first);
    await asSampleAt(
      () => new Date(Date.now() + 90_000),
      () => withKey("read", bearer(token)),
    );
    expect((await used())?.getTime()).toBeGreaterThan(first?.getTime() ?? 0);
  });

  it("with something that is no key at all costs no look into the database and no event", async () => {
    const before = (await eventsOf("key.refused")).length;
    for (const token of ["weft_", "weft_short", `weft_${"x".repeat(5000)}`, `${reading.token}0`])
      expect((await withKey("read", bearer(token))).status).toBe(401);
    expect((await eventsOf("key.refused")).length).toBe(before);
    expect(await db().signInAttempt.count()).toBe(0);
  });

  it("reaches these routes and no others", async () => {
    const open = (await routeDefinitions()).filter(({ keyScope }) => keyScope !== undefined);
    const names = open.map(({ method, path, keyScope }) => `${method} ${path} ${keyScope}`);
    expect(names.filter((name) => !name.startsWith("GET ") && !name.endsWith(" tools:apply"))).toEqual([]);
    expect(names).toEqual(
      expect.arrayContaining([
        "GET /api/catalog tools:read",
        "GET /api/tools/{slug} tools:read",
        "GET /api/tools/{slug}/tool.yaml tools:read",
      ]),
    );
    expect(names.filter((name) => /\/(?:keys|people|sessions|audit|policies|models)\b/.test(name))).toEqual(
      [],
    );
  });
});

describe("the keys of a person", () => {
  const call = async (route: typeof GET, method: string, init: { id?: string; body?: unknown } = {}) =>
    route(
      new Request("http://localhost/api/keys", {
        method,
        headers: { "sec-fetch-site": "same-origin" },
        ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
      }),
      { params: Promise.resolve({ ...(init.id ? { id: init.id } : {}) }) },
    );
  let person: Viewer;
  beforeEach(async () => {
    person = await makeViewer();
    await signIn(person);
  });

  it("are made, listed and revoked over the API, and the text is told once", async () => {
    const made = await call(POST, "POST", { body: { name: " Build ", scopes: ["tools:apply"], days: 90 } });
    expect(made.status).toBe(201);
    const { key, token } = (await made.json()) as CreatedKey;
    expect(key).toMatchObject({ name: "Build", state: "active", prefix: token.slice(0, 11) });
    expect(Date.parse(key.expiresAt) - Date.parse(key.createdAt)).toBe(90 * 86_400_000);
    const listed = await (await call(GET, "GET")).text();
    expect(listed).toContain(key.id);
    expect(listed).not.toContain(token);
    const kept = await db().accessKey.findUniqueOrThrow({ where: { id: key.id } });
    expect(JSON.stringify(kept)).not.toContain(token.slice(11));
    const trail = JSON.stringify(await eventsOf("key.created"));
    expect(trail).toContain(key.id);
    expect(trail).not.toContain(token.slice(11));

    const revoked = (await (await call(DELETE, "DELETE", { id: key.id })).json()) as AccessKey;
    expect(revoked.state).toBe("revoked");
    expect((await call(DELETE, "DELETE", { id: key.id })).status).toBe(404);
    expect((await eventsOf("key.revoked")).filter(({ targetId }) => targetId === key.id)).toHaveLength(1);
  });

  it("are nobody else's: not to see, not to revoke", async () => {
    const { key } = await keyFor(person);
    const other = await makeViewer({ roles: ["admin"] });
    expect(await listAccessKeys(other)).toEqual([]);
    await signIn(other);
    expect((await call(DELETE, "DELETE", { id: key.id })).status).toBe(404);
    expect((await listAccessKeys(person))[0]?.state).toBe("active");
  });

  it.each([
    [{ name: "x", scopes: ["tools:read"], days: 30 }, "name"],
    [{ name: "Build", scopes: [], days: 30 }, "scopes"],
    [{ name: "Build", scopes: ["tools:read", "tools:read"], days: 30 }, "scopes"],
    [{ name: "Build", scopes: ["people:write"], days: 30 }, "scopes.0"],
    [{ name: "Build", scopes: ["tools:read"], days: 31 }, "days"],
    [{ name: "Build", scopes: ["tools:read"], days: 30, personId: "me" }, "personId"],
  ])("are not made of %j", async (body, place) => {
    const refusal = await call(POST, "POST", { body });
    expect(refusal.status).toBe(422);
    const { error } = (await refusal.json()) as { error: { fields: { path: string }[] } };
    expect(error.fields.map(({ path }) => path)).toContain(place);
  });

  it(`are ${mostKeys} at most, also of those made at once; a revoked one makes room`, async () => {
    for (let count = 0; count < mostKeys - 1; count += 1) await keyFor(person);
    const results = await Promise.allSettled([keyFor(person), keyFor(person)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [first] = await listAccessKeys(person);
    await revokeAccessKey(person, { id: first?.id ?? "" });
    expect((await keyFor(person)).key.state).toBe("active");
  });

  it("that ended long ago are no longer listed", async () => {
    const { key } = await keyFor(person);
    const listedAt = (days: number) =>
      asSampleAt(
        () => new Date(Date.now() + days * 86_400_000),
        async () => (await listAccessKeys(person)).map(({ id, state }) => ({ id, state })),
      );
    expect(await listedAt(31)).toEqual([{ id: key.id, state: "expired" }]);
    expect(await listedAt(130)).toEqual([]);
  });
});
