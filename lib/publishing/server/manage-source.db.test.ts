import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { addDocuments } from "#lib/knowledge/server/add-documents.ts";
import { createSource } from "#lib/knowledge/server/create-source.ts";
import { documentIndex } from "#lib/knowledge/server/document-index.ts";
import {
  changeSource,
  deleteSource,
  managedSource,
  mayManageSource,
  removeDocument,
} from "#lib/knowledge/server/manage-source.ts";
import { rollBack } from "#lib/publishing/server/roll-back.ts";
import { sourceUsers } from "#lib/publishing/server/source-users.ts";

testDatabase();
let team: { domainId: string; teamId: string };
let owner: Viewer;
let colleague: Viewer;
let stranger: Viewer;
let source: { id: string; slug: string };
let count = 0;

beforeAll(async () => {
  team = await makeTeam("Finance");
  owner = await makeViewer({ name: "Olga", teamId: team.teamId });
  colleague = await makeViewer({ name: "Cem", teamId: team.teamId });
  stranger = await makeViewer({ name: "Eve", roles: ["employee", "admin"] });
});
beforeEach(async () => {
  count += 1;
  source = await createSource(owner, { name: `Rules ${count}`, dataClass: "internal" });
  await addDocuments(owner, source.slug, {
    files: ["trains", "planes"].map((name) => ({
      name: `${name}.md`,
      data: Buffer.from(`# About ${name} ${count}\n\nSecond class.`).toString("base64"),
    })),
  });
});

const events = (type: string) => db().auditEvent.findMany({ where: { type, targetId: source.id } });
const notFound = { code: "not-found" };
const binding = () => ({ kind: "knowledge", sourceIds: [source.id], maxPassages: 3 });
const onSource = (name: string, more: object = {}) =>
  makeTool({
    name,
    kind: "knowledge",
    ...team,
    ownerId: owner.id,
    operations: [{ binding: binding() }],
    ...more,
  });

describe("a source is seen to", () => {
  test("by the people of the team that owns it, and nobody else", async () => {
    expect((await managedSource(colleague, source.slug)).documents.map(({ slug }) => slug)).toEqual([
      "planes",
      "trains",
    ]);
    expect(await mayManageSource(stranger, source.slug)).toBe(false);
    const input = { name: "Mine", description: "" };
    const left = { ...owner, teamId: stranger.teamId };
    for (const viewer of [stranger, left, { ...owner, teamId: null }]) {
      await expect(managedSource(viewer, source.slug)).rejects.toMatchObject(notFound);
      await expect(changeSource(viewer, source.slug, input)).rejects.toMatchObject(notFound);
      await expect(removeDocument(viewer, source.slug, "trains")).rejects.toMatchObject(notFound);
      await expect(deleteSource(viewer, source.slug, sourceUsers)).rejects.toMatchObject(notFound);
      await expect(addDocuments(viewer, source.slug, { files: [] })).rejects.toMatchObject(notFound);
    }
  });

  test("by renaming it, which the trail has before and after, once", async () => {
    const input = { name: "Travel", description: "How we travel." };
    await changeSource(colleague, source.slug, input);
    await changeSource(colleague, source.slug, input);
    expect(await managedSource(owner, source.slug)).toMatchObject({ ...input, slug: source.slug });
    expect(await events("source.changed")).toMatchObject([
      { actorName: "Cem", changes: { before: { name: `Rules ${count}` }, after: input } },
    ]);
  });

  test("by removing a document, which is not found from then on", async () => {
    const titles = async () => [...(await documentIndex()).documents.values()].map(({ title }) => title);
    expect(await titles()).toContain(`About trains ${count}`);
    await removeDocument(colleague, source.slug, "trains");
    expect(await titles()).not.toContain(`About trains ${count}`);
    await expect(removeDocument(colleague, source.slug, "trains")).rejects.toMatchObject(notFound);
    expect(await events("source.document-removed")).toMatchObject([
      { actorName: "Cem", details: { document: "trains", title: `About trains ${count}` } },
    ]);
  });
});

describe("deleting it", () => {
  test("takes its documents with it when no tool uses it", async () => {
    await deleteSource(owner, source.slug, sourceUsers);
    expect(await db().document.count({ where: { sourceId: source.id } })).toBe(0);
    expect(await events("source.deleted")).toMatchObject([{ details: { documents: 2 } }]);
    await expect(managedSource(owner, source.slug)).rejects.toMatchObject(notFound);
  });

  test("is refused while a tool serves from it, and names the tool", async () => {
    const tool = await onSource(`Travel guide ${count}`);
    await expect(deleteSource(owner, source.slug, sourceUsers)).rejects.toMatchObject({
      code: "conflict",
      message: `Rules ${count} cannot be deleted. Travel guide ${count} answers from it.`,
    });
    expect(await events("source.deleted")).toEqual([]);
    await db().tool.update({ where: { id: tool.id }, data: { lifecycle: "retired" } });
    await deleteSource(owner, source.slug, sourceUsers);
  });

  test("is refused while a draft or a waiting release holds it; a tool that one cannot see is not named", async () => {
    const { id } = await onSource(`Guide ${count}`, { operations: [], audience: "only-me" });
    const operations = [{ name: "ask", binding: binding() }];
    await db().toolDraft.create({
      data: { toolId: id, words: {}, operations, updatedById: owner.id, updatedAt: now() },
    });
    expect(await sourceUsers(owner, source.id)).toEqual({ names: [`Guide ${count}`], hidden: 0 });
    await expect(deleteSource(colleague, source.slug, sourceUsers)).rejects.toMatchObject({
      message: `Rules ${count} cannot be deleted. A tool that you cannot see answers from it.`,
    });
    await db().toolDraft.delete({ where: { toolId: id } });
    await db().releaseRequest.create({
      data: {
        id: newId(),
        toolId: id,
        openFor: id,
        draftRevision: 1,
        version: "1.1.0",
        notes: "",
        words: {},
        settings: {},
        operations,
        checks: {},
        requestedById: owner.id,
        requestedBy: "Olga",
        requestedAt: now(),
      },
    });
    await expect(deleteSource(owner, source.slug, sourceUsers)).rejects.toMatchObject({ code: "conflict" });
    await db().releaseRequest.updateMany({ where: { toolId: id }, data: { openFor: null } });
    await deleteSource(owner, source.slug, sourceUsers);
  });

  test("leaves an earlier version that used it unable to serve again", async () => {
    const tool = await onSource(`Old guide ${count}`);
    const versionId = newId();
    const { words } = await db().toolVersion.findUniqueOrThrow({ where: { id: tool.versionId } });
    await db().toolVersion.create({
      data: { id: versionId, toolId: tool.id, version: "1.1.0", words: words ?? {}, publishedAt: now() },
    });
    await db().tool.update({ where: { id: tool.id }, data: { currentVersionId: versionId } });
    await deleteSource(owner, source.slug, sourceUsers);
    await expect(rollBack(owner, tool.slug, { version: "1.0.0", note: "Back." })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("no longer exists"),
    });
  });
});
