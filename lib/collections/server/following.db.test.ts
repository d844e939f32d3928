import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { catalogChanged } from "#lib/catalog/server/catalog-changed.ts";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { changesOfFollowed, changesOfTool } from "#lib/collections/server/follow-feed.ts";
import { followTool, unfollowTool } from "#lib/collections/server/follow-tool.ts";
import { followerCount, followersOf } from "#lib/collections/server/followers.ts";
import { idsOfFollowed, listFollowed } from "#lib/collections/server/list-followed.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";

let viewer: Viewer;
let stranger: Viewer;
let domainId: string;
let desk: { id: string; slug: string; versionId: string };
let guide: { id: string; slug: string; versionId: string };
let inner: { id: string; slug: string; versionId: string };

testDatabase();
beforeAll(async () => {
  const team = await makeTeam("Support");
  domainId = team.domainId;
  viewer = await makeViewer({ name: "Vera", teamId: team.teamId });
  stranger = await makeViewer({ name: "Sam" });
  desk = await makeTool({ name: "Desk", ...team });
  guide = await makeTool({ name: "A Guide", ...team });
  inner = await makeTool({ name: "Inner", domainId, audience: "domain" });
});
beforeEach(async () => {
  await db().toolFollow.deleteMany({});
  await setAudience(desk.id, "everyone");
});

async function setAudience(id: string, audience: string): Promise<void> {
  await db().tool.update({ where: { id }, data: { audience } });
  await catalogChanged();
}
const notFound = { code: "not-found" };
const countOf = (type: string) => db().auditEvent.count({ where: { type } });
const origin = "https://weft.example.com";

describe("following", () => {
  test("counts once, is noted once, and ends once", async () => {
    await Promise.all([followTool(viewer, desk.slug), followTool(viewer, desk.slug)]);
    await followTool(viewer, guide.slug);
    expect((await listFollowed(viewer)).map(({ name }) => name)).toEqual(["A Guide", "Desk"]);
    expect(await idsOfFollowed(stranger)).toEqual([]);
    expect([await followerCount(desk.id), await countOf("tool.followed")]).toEqual([1, 2]);
    await unfollowTool(viewer, desk.slug);
    await unfollowTool(viewer, desk.slug);
    expect([await followerCount(desk.id), await countOf("tool.unfollowed")]).toEqual([0, 1]);
  });

  test("needs the right to find the tool", async () => {
    const attempts = [
      () => followTool(stranger, inner.slug),
      () => unfollowTool(stranger, inner.slug),
      () => followTool(viewer, "no-such-tool"),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject(notFound);
    await followTool(viewer, inner.slug);
    expect(await followersOf(inner.id)).toEqual([viewer.id]);
  });

  test("tells nobody from whom the tool was hidden, or who has left", async () => {
    await followTool(viewer, desk.slug);
    await followTool(stranger, desk.slug);
    expect((await followersOf(desk.id)).toSorted()).toEqual([viewer.id, stranger.id].toSorted());
    await setAudience(desk.id, "domain");
    expect(await followersOf(desk.id)).toEqual([viewer.id]);
    expect(await listFollowed(stranger)).toEqual([]);
    expect(await changesOfFollowed(stranger, origin)).toMatchObject({ entries: [] });
    // They can still let go of it.
    await unfollowTool(stranger, desk.slug);
    expect(await db().toolFollow.count({ where: { personId: stranger.id } })).toBe(0);
    await db().person.update({ where: { id: viewer.id }, data: { isActive: false } });
    expect([await followersOf(desk.id), await followerCount(desk.id)]).toEqual([[], 0]);
    await db().person.update({ where: { id: viewer.id }, data: { isActive: true } });
  });

  test("obeys a rule that hides the tool from a role", async () => {
    await followTool(viewer, desk.slug);
    const id = newId();
    const rule = {
      id,
      title: "Auditors only",
      reason: "Only auditors may find it.",
      effect: "only",
      actions: ["discover", "use"],
      subjectKind: "role",
      subjectIds: ["auditor"],
      resourceKind: "tool",
      resourceId: desk.id,
      contact: "",
    };
    await db().policyRule.create({ data: rule });
    expect(await followersOf(desk.id)).toEqual([]);
    await db().policyRule.delete({ where: { id } });
    expect(await followersOf(desk.id)).toEqual([viewer.id]);
  });
});

describe("the feed", () => {
  const publish = (tool: { id: string }, version: string, publishedAt: string, releaseNotes = "") =>
    db().toolVersion.create({
      data: {
        id: newId(),
        toolId: tool.id,
        version,
        words: {},
        releaseNotes,
        publishedAt: new Date(publishedAt),
        publishedBy: "Hugo <Lancaster>",
      },
    });

  test("of a tool has its releases, newest first, with lasting ids and the notes as they are", async () => {
    await publish(desk, "0.8.0", "2025-02-01T10:00:00Z", "<b>First</b> & last");
    await publish(desk, "0.9.0", "2025-03-01T10:00:00Z");
    await publish(desk, "9.0.0", "2099-03-01T10:00:00Z", "To come");
    const feed = await changesOfTool(viewer, desk.slug, origin);
    expect(feed.entries.map(({ title }) => title)).toEqual(["Desk 1.0.0", "Desk 0.9.0", "Desk 0.8.0"]);
    expect(feed.entries[2]).toMatchObject({ text: "<b>First</b> & last", author: "Hugo <Lancaster>" });
    expect(feed.entries[0]).toMatchObject({
      id: `urn:uuid:${desk.versionId}`,
      href: "https://weft.example.com/catalog/desk?tab=versions",
    });
    expect(feed.updated).toBe(feed.entries[0]?.updated);
    expect(await changesOfTool(viewer, desk.slug, origin)).toEqual(feed);
    await expect(changesOfTool(stranger, inner.slug, origin)).rejects.toMatchObject(notFound);
  });

  test("of what one follows has these tools and their end, and names no successor that is hidden", async () => {
    await followTool(viewer, guide.slug);
    await followTool(stranger, guide.slug);
    const deprecatedAt = new Date("2099-01-01T10:00:00Z");
    await db().tool.update({
      where: { id: guide.id },
      data: { lifecycle: "deprecated", deprecatedAt, successorId: inner.id },
    });
    await catalogChanged();
    const [mine, theirs] = [
      await changesOfFollowed(viewer, origin),
      await changesOfFollowed(stranger, origin),
    ];
    expect(mine.entries.map(({ title }) => title)).toEqual(["A Guide is deprecated", "A Guide 1.0.0"]);
    expect(mine.entries[0]?.text).toContain("Use Inner instead.");
    expect(theirs.entries[0]?.text).not.toContain("Inner");
  });
});
