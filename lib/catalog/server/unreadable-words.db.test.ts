import { expect, test } from "vitest";
import { catalogChanged } from "#lib/catalog/server/catalog-changed.ts";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";
import { searchCatalog } from "#lib/catalog/server/search-catalog.ts";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";

testDatabase();

test("a tool whose words cannot be read is shown by its name, and takes no other with it", async () => {
  const team = await makeTeam();
  await makeTool({ name: "Ticket Desk", ...team });
  const { id: toolId, slug } = await makeTool({ name: "Broken Words", ...team });
  const id = newId();
  const words = { name: "Broken Words", purpose: 7 };
  await db().toolVersion.create({ data: { id, toolId, version: "2.0.0", words, publishedAt: new Date() } });
  await db().tool.update({ where: { id: toolId }, data: { currentVersionId: id } });
  await catalogChanged();
  const viewer = await makeViewer();
  const { hits } = await searchCatalog(viewer, { sort: "name" });
  expect(hits.map(({ name }) => name)).toEqual(["Broken Words", "Ticket Desk"]);
  expect((await getToolPage(viewer, slug)).purpose).toContain("cannot be read");
});
