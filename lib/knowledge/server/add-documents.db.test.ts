import { beforeAll, describe, expect, test } from "vitest";
import { mayReadSource } from "#lib/catalog/server/may-read-source.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { addDocuments } from "#lib/knowledge/server/add-documents.ts";
import { createSource } from "#lib/knowledge/server/create-source.ts";
import { documentIndex } from "#lib/knowledge/server/document-index.ts";
import { readSource } from "#lib/knowledge/server/read-source.ts";
import { teamSources } from "#lib/knowledge/server/team-sources.ts";

testDatabase();
let maker: Viewer;
let colleague: Viewer;
let stranger: Viewer;
const file = (name: string, text: string) => ({ name, data: Buffer.from(text).toString("base64") });

beforeAll(async () => {
  const { teamId } = await makeTeam("Finance");
  maker = await makeViewer({ teamId });
  colleague = await makeViewer({ teamId });
  stranger = await makeViewer({ teamId: (await makeTeam("Elsewhere")).teamId });
});

describe("a source that a person sets up", () => {
  test("takes what can be read, says why not of the rest, and is searched at once", async () => {
    const { slug, id } = await createSource(maker, { name: "Travel rules", dataClass: "internal" });
    const answer = await addDocuments(maker, slug, {
      files: [
        file("trains.md", "# Trains\n\nSecond class is the rule on every railway journey."),
        file("scan.md", "%PDF-1.7"),
      ],
    });
    expect(answer).toEqual({
      added: ["Trains"],
      replaced: [],
      refused: [{ name: "scan.md", reason: expect.stringContaining("PDF") }],
      documentCount: 1,
    });
    const { documents } = await documentIndex();
    expect([...documents.values()].map(({ title }) => title)).toContain("Trains");
    expect((await teamSources(colleague, maker.teamId ?? "")).map((source) => source.id)).toEqual([id]);
    const events = await db().auditEvent.findMany({ where: { targetId: id }, orderBy: { id: "asc" } });
    expect(events.map(({ type }) => type)).toEqual(["source.created", "source.documents-added"]);
  });

  test("a file of the same name takes the earlier one's place, and nobody has verified the new words", async () => {
    const { slug } = await createSource(maker, { name: "Meals", dataClass: "public" });
    await addDocuments(maker, slug, { files: [file("a.md", "# Old\n\nWords.")] });
    const again = await addDocuments(colleague, slug, { files: [file("a.md", "# New\n\nWords.")] });
    expect(again).toMatchObject({ added: [], replaced: ["New"], documentCount: 1 });
    const { documents } = await readSource(maker, slug, mayReadSource);
    expect(documents).toMatchObject([{ title: "New", verifiedAt: null }]);
  });

  test("names may be given twice, addresses may not", async () => {
    const [one, two] = await Promise.all([
      createSource(maker, { name: "Same name", dataClass: "internal" }),
      createSource(maker, { name: "Same name", dataClass: "internal" }),
    ]);
    expect(new Set([one.slug, two.slug])).toEqual(new Set(["same-name", "same-name-2"]));
  });

  test("is not there for people of other teams", async () => {
    const { slug } = await createSource(maker, { name: "Salaries", dataClass: "confidential" });
    const files = [file("a.md", "# A\n\nWords.")];
    await expect(addDocuments(stranger, slug, { files })).rejects.toMatchObject({ code: "not-found" });
    await expect(readSource(stranger, slug, mayReadSource)).rejects.toMatchObject({ code: "not-found" });
    await expect(
      createSource({ ...stranger, teamId: null }, { name: "No team", dataClass: "public" }),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
