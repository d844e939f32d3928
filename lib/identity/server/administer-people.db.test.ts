import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import { peopleQuerySchema } from "#lib/identity/person.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { deactivatePerson } from "#lib/identity/server/deactivate-person.ts";
import { endSessionsOf } from "#lib/identity/server/end-session.ts";
import { getPerson } from "#lib/identity/server/get-person.ts";
import { grantRole } from "#lib/identity/server/grant-role.ts";
import { listPeople } from "#lib/identity/server/list-people.ts";
import { listSessions } from "#lib/identity/server/list-sessions.ts";
import { viewerOfSession } from "#lib/identity/server/load-viewer.ts";
import { peopleByIds } from "#lib/identity/server/people-by-ids.ts";
import { reactivatePerson } from "#lib/identity/server/reactivate-person.ts";
import { revokeRole } from "#lib/identity/server/revoke-role.ts";
import { searchPeople } from "#lib/identity/server/search-people.ts";
import { startSession } from "#lib/identity/server/start-session.ts";
import { makeOwnedTool, makePerson, makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";

testDatabase();
const reason = "asked for in a test";
let admin: Viewer;

beforeEach(async () => {
  await db().roleAssignment.deleteMany();
  admin = await makeViewer({ name: "Adele Admin", roles: ["admin"] });
});

const events = (targetId: string) =>
  db().auditEvent.findMany({
    where: { targetId },
    orderBy: { id: "asc" },
    select: { type: true, reason: true, actorId: true },
  });
const viewerOf = (person: { id: string; name: string }) => startSession(person, "demo").then(viewerOfSession);

describe("roles", () => {
  it("are granted and revoked with their reason, and hold from the next request on", async () => {
    const person = await makePerson();
    const viewer = await viewerOf(person);
    await grantRole(admin, { personId: person.id, role: "auditor", domainId: null, reason });
    expect((await viewerOfSession(viewer?.sessionId ?? ""))?.roles).toEqual(["employee", "auditor"]);
    await expect(
      grantRole(admin, { personId: person.id, role: "auditor", domainId: null, reason }),
    ).rejects.toMatchObject({ code: "conflict" });
    await revokeRole(admin, { personId: person.id, role: "auditor", domainId: null, reason });
    expect((await viewerOfSession(viewer?.sessionId ?? ""))?.roles).toEqual(["employee"]);
    expect((await events(person.id)).slice(1)).toEqual([
      { type: "role.granted", reason, actorId: admin.id },
      { type: "role.revoked", reason, actorId: admin.id },
    ]);
  });

  it("make the lead of a domain, and unmake the named one too", async () => {
    const { domainId } = await makeTeam();
    const person = await makePerson();
    const change = { personId: person.id, role: "domain-lead", domainId, reason } as const;
    await grantRole(admin, change);
    expect((await db().domain.findUniqueOrThrow({ where: { id: domainId } })).leadId).toBe(person.id);
    expect((await viewerOf(person))?.leadOf).toEqual([domainId]);
    await revokeRole(admin, change);
    expect((await db().domain.findUniqueOrThrow({ where: { id: domainId } })).leadId).toBeNull();
    expect((await viewerOf(person))?.roles).toEqual(["employee"]);
    await expect(revokeRole(admin, change)).rejects.toMatchObject({ code: "conflict" });
  });

  it("leave at least one administrator", async () => {
    const own = { personId: admin.id, role: "admin", domainId: null, reason } as const;
    await expect(revokeRole(admin, own)).rejects.toMatchObject({ code: "conflict" });
    const second = await makeViewer({ roles: ["admin"] });
    const outcomes = await Promise.allSettled([
      revokeRole(admin, { ...own, personId: second.id }),
      revokeRole(second, own),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().roleAssignment.count({ where: { role: "admin" } })).toBe(1);
  });

  it("leave one who is active, when two administrators deactivate each other at once", async () => {
    const second = await makeViewer({ roles: ["admin"] });
    const outcomes = await Promise.allSettled([
      deactivatePerson(admin, { personId: second.id, reason }),
      deactivatePerson(second, { personId: admin.id, reason }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("are for administrators to change, on people and domains that exist", async () => {
    const person = await makePerson();
    const change = { personId: person.id, role: "auditor", domainId: null, reason } as const;
    const auditor = await makeViewer({ roles: ["auditor"] });
    for (const attempt of [
      () => grantRole(auditor, change),
      () => revokeRole(auditor, change),
      () => deactivatePerson(auditor, change),
      () => reactivatePerson(auditor, change),
      () => endSessionsOf(auditor, change),
      () => listSessions(auditor, { personId: person.id }),
      () => getPerson(auditor, person),
      () => listPeople(auditor, peopleQuerySchema.parse({})),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(grantRole(admin, { ...change, personId: newId() })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(
      grantRole(admin, { ...change, role: "domain-lead", domainId: newId() }),
    ).rejects.toMatchObject({ code: "not-found" });
    expect((await events(person.id)).map(({ type }) => type)).toEqual([]);
  });
});

describe("deactivating", () => {
  it("ends every session at once, keeps roles and tools, and can be undone", async () => {
    const person = await makePerson({ roles: ["auditor"] });
    const sessions = [await startSession(person, "demo"), await startSession(person, "oidc")];
    await deactivatePerson(admin, { personId: person.id, reason });
    for (const id of sessions) expect(await viewerOfSession(id)).toBeNull();
    const told = (await events(person.id)).slice(2);
    expect(told.map(({ type }) => type)).toEqual(["person.deactivated", "session.ended", "session.ended"]);
    await expect(deactivatePerson(admin, { personId: person.id, reason })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(
      grantRole(admin, { personId: person.id, role: "admin", domainId: null, reason }),
    ).rejects.toMatchObject({ code: "conflict" });

    await reactivatePerson(admin, { personId: person.id, reason });
    for (const id of sessions) expect(await viewerOfSession(id)).toBeNull();
    expect((await viewerOf(person))?.roles).toEqual(["employee", "auditor"]);
  });

  it("is refused for oneself and for the only administrator", async () => {
    await expect(deactivatePerson(admin, { personId: admin.id, reason })).rejects.toMatchObject({
      code: "conflict",
    });
    const other = await makeViewer({ roles: ["admin"] });
    await db().roleAssignment.deleteMany({ where: { personId: admin.id } });
    await expect(deactivatePerson(admin, { personId: other.id, reason })).rejects.toMatchObject({
      code: "conflict",
      mend: expect.stringContaining("administrator"),
    });
    expect((await db().person.findUniqueOrThrow({ where: { id: other.id } })).isActive).toBe(true);
  });

  it("is preceded by what depends on the person", async () => {
    const { domainId, teamId } = await makeTeam();
    const [person, deputy, gone] = [await makePerson(), await makePerson(), await makePerson()];
    await db().person.update({ where: { id: gone.id }, data: { isActive: false } });
    const shared = await makeOwnedTool({ domainId, teamId, ownerId: person.id, deputyId: deputy.id });
    const alone = await makeOwnedTool({ domainId, teamId, ownerId: person.id, deputyId: gone.id });
    const second = await makeOwnedTool({ domainId, teamId, ownerId: deputy.id, deputyId: person.id });
    await startSession(person, "demo");
    await grantRole(admin, { personId: person.id, role: "domain-lead", domainId, reason });
    const { dependents, held } = await getPerson(admin, person);
    expect(dependents.sessions).toBe(1);
    expect(dependents.leads.map(({ id }) => id)).toEqual([domainId]);
    expect(new Map(dependents.tools.map((tool) => [tool.id, [tool.as, tool.other?.id]]))).toEqual(
      new Map([
        [shared, ["owner", deputy.id]],
        [alone, ["owner", undefined]],
        [second, ["deputy", deputy.id]],
      ]),
    );
    expect(held.map(({ role, canBeRevoked }) => [role, canBeRevoked])).toEqual([
      ["employee", false],
      ["owner", false],
      ["domain-lead", true],
    ]);
  });
});

describe("finding people", () => {
  it("pages by name without losing or repeating anybody, and narrows", async () => {
    await db().person.deleteMany({ where: { NOT: { id: admin.id } } });
    const { teamId } = await makeTeam();
    const names = ["Bea", "Bea", "Carl", "Dora", "Emil"];
    for (const name of names) await makePerson({ name, teamId });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listPeople(
        admin,
        peopleQuerySchema.parse({ limit: 2, ...(cursor ? { cursor } : {}) }),
      );
      expect(page.total).toBe(6);
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(["Adele Admin", ...names]);
    const found = async (query: object) =>
      (await listPeople(admin, peopleQuerySchema.parse(query))).items.map(({ name }) => name);
    expect(await found({ role: "admin" })).toEqual(["Adele Admin"]);
    expect(await found({ words: "admin adele" })).toEqual(["Adele Admin"]);
    expect(await found({ teamId, words: "o" })).toEqual(expect.arrayContaining(["Dora"]));
    expect(await found({ state: "deactivated" })).toEqual([]);
    await deactivatePerson(admin, {
      personId: (await db().person.findFirstOrThrow({ where: { name: "Carl" } })).id,
      reason,
    });
    expect(await found({ state: "deactivated" })).toEqual(["Carl"]);
    expect(await searchPeople(admin, { words: "Carl", limit: 5 })).toEqual([]);
  });

  it("names people by id, deactivated ones too", async () => {
    const person = await makePerson({ name: "Gone" });
    await db().person.update({ where: { id: person.id }, data: { isActive: false } });
    const names = await peopleByIds(admin, [person.id, newId(), person.id]);
    expect([...names.values()]).toEqual([{ id: person.id, name: "Gone" }]);
  });
});
