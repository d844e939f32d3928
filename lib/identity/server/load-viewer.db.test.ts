import { beforeEach, describe, expect, it } from "vitest";
import { asSampleAt } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import { endSession, signOut } from "#lib/identity/server/end-session.ts";
import { viewerOfSession } from "#lib/identity/server/load-viewer.ts";
import { startSession } from "#lib/identity/server/start-session.ts";
import { sessionLimits } from "#lib/identity/session.ts";
import { makeOwnedTool, makePerson, makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";

testDatabase();

const later = (seconds: number) => () => new Date(Date.now() + seconds * 1000);

describe("the viewer of a session", () => {
  let sessionId: string;
  let personId: string;
  beforeEach(async () => {
    const person = await makePerson();
    personId = person.id;
    sessionId = await startSession(person, "demo");
  });

  it("is nobody for an unknown session", async () => {
    expect(await viewerOfSession(newId())).toBeNull();
  });

  it("is nobody once the session has ended, and ending it leaves one event", async () => {
    await signOut(sessionId);
    await signOut(sessionId);
    expect(await viewerOfSession(sessionId)).toBeNull();
    const events = await db().auditEvent.findMany({ where: { targetId: personId, type: "session.ended" } });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ reason: "signed-out", actorId: personId });
  });

  it("is nobody once the person is deactivated, even with the session still open", async () => {
    expect(await viewerOfSession(sessionId)).toMatchObject({ id: personId, sessionId });
    await db().person.update({ where: { id: personId }, data: { isActive: false } });
    expect(await viewerOfSession(sessionId)).toBeNull();
  });

  it("expires when it is not used, lives on when it is, and never past its longest life", async () => {
    const { idleSeconds, longestSeconds } = sessionLimits;
    await asSampleAt(later(idleSeconds - 60), () => viewerOfSession(sessionId));
    const used = () => asSampleAt(later(idleSeconds + 60), () => viewerOfSession(sessionId));
    expect(await used()).not.toBeNull();
    const pause = idleSeconds - 3600;
    for (let at = idleSeconds; at < longestSeconds; at += pause) {
      expect(await asSampleAt(later(at), () => viewerOfSession(sessionId))).not.toBeNull();
    }
    expect(await asSampleAt(later(longestSeconds + 1), () => viewerOfSession(sessionId))).toBeNull();
  });

  it("notes the use at most once a minute", async () => {
    const seen = async () =>
      (await db().session.findUniqueOrThrow({ where: { id: sessionId } })).lastSeenAt.getTime();
    const atStart = await seen();
    await asSampleAt(later(30), () => viewerOfSession(sessionId));
    expect(await seen()).toBe(atStart);
    await asSampleAt(later(70), () => viewerOfSession(sessionId));
    expect(await seen()).toBeGreaterThan(atStart + 60_000);
  });
});

describe("the roles of a viewer", () => {
  it("are those of an employee when nothing is assigned", async () => {
    expect(await makeViewer()).toMatchObject({
      roles: ["employee"],
      leadOf: [],
      teamId: null,
      domainId: null,
    });
  });

  it("include owner for the owner, the deputy and everybody of the owning team", async () => {
    const { domainId, teamId } = await makeTeam();
    const [owner, deputy] = [await makePerson(), await makePerson()];
    await makeOwnedTool({ domainId, teamId, ownerId: owner.id, deputyId: deputy.id });
    for (const person of [owner, deputy]) {
      const viewer = await viewerOfSession(await startSession(person, "demo"));
      expect(viewer?.roles).toEqual(["employee", "owner"]);
    }
    expect(await makeViewer({ teamId })).toMatchObject({ roles: ["employee", "owner"], teamId, domainId });
  });

  it("include domain lead for whoever is named on the domain or assigned to it, once", async () => {
    const { domainId } = await makeTeam();
    const person = await makePerson();
    await db().domain.update({ where: { id: domainId }, data: { leadId: person.id } });
    await db().roleAssignment.create({
      data: { id: newId(), personId: person.id, role: "domain-lead", domainId },
    });
    const viewer = await viewerOfSession(await startSession(person, "demo"));
    expect(viewer).toMatchObject({ roles: ["employee", "domain-lead"], leadOf: [domainId] });
  });

  it("do not include domain lead without a domain", async () => {
    expect((await makeViewer({ roles: ["domain-lead", "auditor"] })).roles).toEqual(["employee", "auditor"]);
  });
});

describe("ending sessions", () => {
  it("is for my own, and for others' not found, unless I am an administrator", async () => {
    const [mine, other, administrator] = [
      await makeViewer(),
      await makeViewer(),
      await makeViewer({ roles: ["admin"] }),
    ];
    await expect(endSession(mine, { id: other.sessionId })).rejects.toMatchObject({ code: "not-found" });
    expect(await viewerOfSession(other.sessionId)).not.toBeNull();
    await endSession(administrator, { id: other.sessionId });
    expect(await viewerOfSession(other.sessionId)).toBeNull();
    await endSession(mine, { id: mine.sessionId });
    expect(await viewerOfSession(mine.sessionId)).toBeNull();
  });
});
