import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import type { CollectionChange, NewCollection } from "#lib/collections/schema.ts";
import {
  changeCollection,
  createCollection,
  removeCollection,
} from "#lib/collections/server/change-collection.ts";
import { curatedHomes } from "#lib/collections/server/curated-homes.ts";
import { getCollection, listCollections } from "#lib/collections/server/read-collections.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { viewerOfSession } from "#lib/identity/server/load-viewer.ts";
import { makePerson, makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";

let lead: Viewer;
let otherLead: Viewer;
let admin: Viewer;
let reader: Viewer;
let team: { domainId: string; teamId: string };
let domain: string;
let secret: { id: string; slug: string };

async function makeLead(name: string, domainId: string): Promise<Viewer> {
  const viewer = await makeViewer({ name });
  await db().domain.update({ where: { id: domainId }, data: { leadId: viewer.id } });
  const again = await viewerOfSession(viewer.sessionId);
  if (!again) throw new Error("The lead has no session.");
  return again;
}

testDatabase();
beforeAll(async () => {
  team = await makeTeam("Support");
  domain = team.domainId;
  lead = await makeLead("Lena", team.domainId);
  otherLead = await makeLead("Otto", (await makeTeam("Network")).domainId);
  admin = await makeViewer({ name: "Ada", roles: ["admin"] });
  reader = await makeViewer({ name: "Rita" });
  await makeTool({ name: "Desk", ...team });
  await makeTool({ name: "Guide", ...team });
  // The lead may find it because it is of their domain; a reader of another domain may not.
  secret = await makeTool({ name: "Hidden", ...team, audience: "domain" });
});
beforeEach(async () => {
  await db().collection.deleteMany({});
});

const items = (...slugs: string[]) => slugs.map((slug) => ({ slug, note: `Note on ${slug}` }));
const draft = (change: Partial<NewCollection> = {}): NewCollection => ({
  title: "Line is dead",
  text: "What to do.",
  domain,
  items: items("desk", "hidden", "guide"),
  ...change,
});
const eventsOf = (type: string) => db().auditEvent.findMany({ where: { type }, orderBy: { id: "asc" } });
const slugsOf = (collection: { items: readonly { card: { slug: string } }[] }) =>
  collection.items.map(({ card }) => card.slug);
const refused = { code: "refused-by-policy" };

describe("who makes collections", () => {
  test("the lead of the domain does, and everybody reads it in the lead's order with the notes", async () => {
    const made = await createCollection(lead, draft());
    expect(slugsOf(made)).toEqual(["desk", "hidden", "guide"]);
    expect(made.canEdit).toBe(true);
    const read = await getCollection(reader, made.slug);
    expect(read).toMatchObject({ title: "Line is dead", madeBy: "Lena", canEdit: false });
    expect(read.items.map(({ note }) => note)).toEqual(["Note on desk", "Note on guide"]);
    const event = (await eventsOf("collection.created")).at(-1);
    expect(event).toMatchObject({ actorId: lead.id, targetName: "Line is dead", domainId: team.domainId });
  });

  test("nobody else does, and the refusal stands in the trail", async () => {
    const before = (await eventsOf("policy.refused")).length;
    for (const viewer of [reader, otherLead]) {
      await expect(createCollection(viewer, draft())).rejects.toMatchObject(refused);
    }
    expect(await db().collection.count()).toBe(0);
    expect(await eventsOf("policy.refused")).toHaveLength(before + 2);
  });

  test("an administrator makes them for a domain and alone for the whole company", async () => {
    await createCollection(admin, draft({ items: items("desk") }));
    await expect(createCollection(lead, draft({ domain: null }))).rejects.toMatchObject(refused);
    const made = await createCollection(admin, draft({ domain: null, items: items("desk") }));
    expect(made).toMatchObject({ domain: null, slug: "line-is-dead-2" });
  });

  test("the form offers what the person may make", async () => {
    expect(await curatedHomes(reader)).toEqual([]);
    expect((await curatedHomes(lead)).map(({ slug }) => slug)).toEqual([domain]);
    expect((await curatedHomes(admin)).at(-1)?.slug).toBeNull();
  });
});

describe("what a reader sees", () => {
  test("tools that they may not find are left out of page, list and names", async () => {
    const { slug } = await createCollection(lead, draft());
    expect(slugsOf(await getCollection(reader, slug))).toEqual(["desk", "guide"]);
    expect((await listCollections(reader))[0]?.tools).toEqual(["Desk", "Guide"]);
    expect((await listCollections(lead))[0]?.tools).toEqual(["Desk", "Hidden", "Guide"]);
  });

  test("a collection with nothing for them is not listed; its lead still finds it", async () => {
    await createCollection(lead, draft({ items: items("hidden") }));
    expect(await listCollections(reader)).toEqual([]);
    expect(await listCollections(lead)).toHaveLength(1);
  });

  test("a domain lists its own only", async () => {
    await createCollection(lead, draft());
    await createCollection(admin, draft({ domain: null, title: "Everyone", items: items("desk") }));
    expect((await listCollections(reader, team.domainId)).map(({ title }) => title)).toEqual([
      "Line is dead",
    ]);
  });

  test("nobody collects a tool that they may not find", async () => {
    const made = createCollection(admin, draft());
    await expect(made).rejects.toMatchObject({ code: "invalid-input", fields: [{ path: "items.1.slug" }] });
  });
});

describe("changing", () => {
  const change = (from: { changedAt: string }, more: Partial<CollectionChange> = {}): CollectionChange => ({
    title: "Line is dead",
    text: "",
    items: items("guide", "desk"),
    changedAt: from.changedAt,
    ...more,
  });

  test("orders and drops tools; the trail has what was before and after", async () => {
    const made = await createCollection(lead, draft({ items: items("desk", "guide") }));
    const changed = await changeCollection(lead, made.slug, change(made, { title: "Lines" }));
    expect(slugsOf(changed)).toEqual(["guide", "desk"]);
    expect(changed).toMatchObject({ title: "Lines", slug: made.slug });
    const [event] = (await eventsOf("collection.changed")).slice(-1);
    expect(event?.changes).toMatchObject({ before: { title: "Line is dead" }, after: { title: "Lines" } });
  });

  test("by somebody who may not find a tool leaves it there", async () => {
    const made = await createCollection(lead, draft());
    await changeCollection(admin, made.slug, change(made, { items: items("guide") }));
    expect(slugsOf(await getCollection(lead, made.slug))).toEqual(["guide", "hidden"]);
    const kept = await db().collectionTool.findFirst({ where: { toolId: secret.id } });
    expect(kept?.note).toBe("Note on hidden");
  });

  test("of what was changed meanwhile is a conflict and overwrites nothing", async () => {
    const made = await createCollection(lead, draft());
    await new Promise((resolve) => setTimeout(resolve, 5));
    await changeCollection(lead, made.slug, change(made, { title: "First" }));
    const late = changeCollection(admin, made.slug, change(made, { title: "Late" }));
    await expect(late).rejects.toMatchObject({ code: "conflict" });
    expect((await getCollection(lead, made.slug)).title).toBe("First");
  });

  test("and deleting are for those who may make it", async () => {
    const made = await createCollection(lead, draft());
    for (const viewer of [reader, otherLead]) {
      await expect(changeCollection(viewer, made.slug, change(made))).rejects.toMatchObject(refused);
      await expect(removeCollection(viewer, made.slug)).rejects.toMatchObject(refused);
    }
    await removeCollection(lead, made.slug);
    await expect(getCollection(lead, made.slug)).rejects.toMatchObject({ code: "not-found" });
    await expect(removeCollection(lead, made.slug)).rejects.toMatchObject({ code: "not-found" });
    expect(await db().collectionTool.count()).toBe(0);
  });

  test("one who lost the domain may no longer", async () => {
    const made = await createCollection(lead, draft());
    const next = await makePerson();
    await db().domain.update({ where: { id: team.domainId }, data: { leadId: next.id } });
    const former = await viewerOfSession(lead.sessionId);
    await db().domain.update({ where: { id: team.domainId }, data: { leadId: lead.id } });
    if (!former) throw new Error("The former lead has no session.");
    await expect(removeCollection(former, made.slug)).rejects.toMatchObject(refused);
  });
});
