import { beforeAll, describe, expect, test } from "vitest";
import { findPassages } from "#lib/catalog/server/find-passages.ts";
import { mayReadSource, readableSources } from "#lib/catalog/server/may-read-source.ts";
import { suggest } from "#lib/catalog/server/suggest.ts";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { findDocument, listSources, readDocument, readSource } from "#lib/knowledge/server/read-source.ts";

testDatabase();
let reader: Viewer;
let stranger: Viewer;
let documentId: string;

const content = `---
set: expenses
---
# Meals

## Limits

Breakfast may cost 14 EUR and dinner 38 EUR for each day of a journey. Receipts are kept for ten years.

## Who approves

The manager of the traveller approves every claim within five working days of its arrival.
`;

beforeAll(async () => {
  const finance = await makeTeam("Finance");
  reader = await makeViewer({ teamId: finance.teamId });
  stranger = await makeViewer({ teamId: (await makeTeam("Elsewhere")).teamId });
  const sourceId = newId();
  documentId = newId();
  await db().knowledgeSource.create({
    data: { id: sourceId, slug: "expenses", name: "Expenses", ...finance },
  });
  await db().document.create({
    data: { id: documentId, sourceId, slug: "meals", title: "Meals", content, updatedAt: now() },
  });
  await makeTool({
    name: "Expense Guide",
    ...finance,
    kind: "knowledge",
    audience: "domain",
    operations: [{ name: "ask", binding: { kind: "knowledge", sourceIds: [sourceId], maxPassages: 3 } }],
  });
});

describe("documents", () => {
  test("are read by whoever may use a tool that answers from them, and are not found by others", async () => {
    expect((await listSources(reader, await readableSources(reader))).map(({ slug }) => slug)).toEqual([
      "expenses",
    ]);
    expect((await readSource(reader, "expenses", mayReadSource)).documents).toMatchObject([
      { slug: "meals", verifiedAt: null },
    ]);
    expect(await listSources(stranger, await readableSources(stranger))).toEqual([]);
    const place = { source: "expenses", document: "meals" };
    for (const work of [
      () => readSource(stranger, "expenses", mayReadSource),
      () => readDocument(stranger, place, mayReadSource),
      () => findDocument(stranger, documentId, mayReadSource),
      () => readDocument(reader, { ...place, document: "drinks" }, mayReadSource),
      () => findDocument(reader, newId(), mayReadSource),
    ]) {
      await expect(work()).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("show where a found passage stands, as long as its words are there", async () => {
    const [found] = await findPassages(reader, "how much may dinner cost");
    const place = { source: "expenses", document: "meals", passageId: found?.passageId };
    const { document, passage } = await readDocument(reader, place, mayReadSource);
    expect(document.content.slice(passage?.start, passage?.end)).toBe(found?.text);
    expect(document.content.slice(document.bodyStart).startsWith("# Meals")).toBe(true);
    expect((await readDocument(reader, { ...place, passageId: "pgone" }, mayReadSource)).passage).toBeNull();
    expect(await findDocument(reader, documentId, mayReadSource)).toEqual({
      sourceSlug: "expenses",
      documentSlug: "meals",
    });
  });

  test("answer on Home only those who may read them, and only a question of several words", async () => {
    expect((await suggest(reader, "dinner cost")).passages).toHaveLength(1);
    expect((await suggest(reader, "dinner")).passages).toEqual([]);
    expect(await suggest(stranger, "dinner cost")).toEqual({ tools: [], passages: [] });
  });
});
