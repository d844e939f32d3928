import { expect, test } from "vitest";
import { people } from "#demo/company/organisation.ts";
import { followersOf } from "#lib/collections/server/followers.ts";
import { listFollowed } from "#lib/collections/server/list-followed.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { inboxQuerySchema } from "#lib/notifications/schema.ts";
import { countUnread, listNotifications } from "#lib/notifications/server/list-notifications.ts";
import { seededCompany } from "./testing/seeded-company.ts";

testDatabase();
const company = seededCompany();

const viewerOf = (id: string) => company.viewer(people.find((person) => person.id === id)?.email ?? id);

test("people of the demo have read and unread messages about things that happened", async () => {
  for (const id of ["amelia-hart", "tiago-moreira", "ruth-calloway"]) {
    const viewer = await viewerOf(id);
    const { notifications } = await listNotifications(viewer, inboxQuerySchema.parse({}));
    expect(notifications.length, id).toBeGreaterThan(2);
    expect(await countUnread(viewer), id).toBeGreaterThan(0);
    expect(await countUnread(viewer), id).toBeLessThan(notifications.length);
    expect(notifications.every(({ source }) => source === "sample")).toBe(true);
  }
  const mailed = await db().notification.count({ where: { mail: { not: "none" } } });
  const late = await db().notification.count({ where: { createdAt: { gt: new Date() } } });
  expect([mailed, late]).toEqual([0, 0]);
});

test("releases tell of versions that exist, and everybody may find what they follow", async () => {
  const releases = await db().notification.findMany({ where: { kind: "release-published" } });
  expect(releases.length).toBeGreaterThan(5);
  const versions = await db().toolVersion.findMany({ select: { id: true, publishedAt: true } });
  const publishedAt = new Map(versions.map((version) => [`version/${version.id}`, version.publishedAt]));
  for (const { key, createdAt } of releases) expect(publishedAt.get(key)).toEqual(createdAt);
  const follows = await db().toolFollow.findMany({ select: { toolId: true, personId: true } });
  for (const { toolId, personId } of follows) expect(await followersOf(toolId)).toContain(personId);
  expect((await listFollowed(await viewerOf("amelia-hart"))).map(({ slug }) => slug)).toContain(
    "ticket-desk",
  );
});
