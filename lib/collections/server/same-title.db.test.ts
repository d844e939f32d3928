import { expect, test, vi } from "vitest";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { createCollection } from "#lib/collections/server/change-collection.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";

// Of two who save at once, the second has not seen the first: both choose the same address.
vi.mock("#lib/collections/collection-slug.ts", () => ({ collectionSlug: () => "line-is-dead" }));

testDatabase();

test("of two collections that take one address at once, the second is told so and leaves nothing", async () => {
  const admin = await makeViewer({ name: "Ada", roles: ["admin"] });
  await makeTool({ name: "Desk", ...(await makeTeam("Support")) });
  const input = { title: "Line is dead", text: "", domain: null, items: [{ slug: "desk", note: "" }] };
  await createCollection(admin, input);
  await expect(createCollection(admin, input)).rejects.toMatchObject({
    code: "conflict",
    message: "Somebody made a collection called “Line is dead” at the same moment.",
  });
  expect(await db().collection.count()).toBe(1);
  expect(await db().auditEvent.count({ where: { type: "collection.created" } })).toBe(1);
});
