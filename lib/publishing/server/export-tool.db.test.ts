import { beforeAll, expect, test } from "vitest";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makePerson, makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { exportTool } from "#lib/publishing/server/export-tool.ts";
import { readToolFile } from "#lib/publishing/tool-file/read-tool-file.ts";

testDatabase();
const origin = "https://weft.example.com";
let owner: Viewer;
let colleague: Viewer;
const sourceId = newId();

beforeAll(async () => {
  const support = await makeTeam("Support");
  owner = await makeViewer({ teamId: support.teamId });
  colleague = await makeViewer({ teamId: (await makeTeam("People")).teamId });
  const deputy = await makePerson({ name: "Dora Deputy", teamId: support.teamId });
  await db().knowledgeSource.create({
    data: { id: sourceId, slug: "handbook", name: "Handbook", ...support },
  });
  const guide = await makeTool({
    name: "Handbook Answers",
    ...support,
    ownerId: owner.id,
    kind: "knowledge",
    version: "2.1.0",
    useInstead: [{ text: "For travel", slug: "travel-guide" }],
    docs: "# Handbook\n\nAsk it.\n",
    operations: [
      {
        name: "askHandbook",
        title: "Ask the handbook",
        inputSchema: { type: "object", properties: { question: { type: "string" } } },
        exampleInput: { question: "How many days?" },
        exampleRequests: ["How many days of holiday do I have?"],
        binding: { kind: "knowledge", sourceIds: [sourceId], maxPassages: 4 },
      },
    ],
  });
  await db().ownership.update({ where: { toolId: guide.id }, data: { deputyId: deputy.id } });
  await db().tool.update({ where: { id: guide.id }, data: { sloSuccess: 0.98, dataClass: "confidential" } });
});

test("the file of a tool holds what its owner decides, with people and sources by name", async () => {
  const text = await exportTool(owner, "handbook-answers", origin);
  expect(text).toMatch(/^# yaml-language-server: \$schema=https:\/\/weft\.example\.com\/api\/schemas\//);
  const { file, problems } = readToolFile(text);
  expect(problems).toEqual([]);
  expect(file).toMatchObject({
    slug: "handbook-answers",
    kind: "knowledge",
    version: "2.1.0",
    owner: { team: expect.any(String), productOwner: owner.email, deputy: expect.stringContaining("@") },
    dataClass: "confidential",
    serviceLevel: { successShare: 0.98 },
    useInstead: [{ text: "For travel", tool: "travel-guide" }],
    docs: "# Handbook\n\nAsk it.\n",
    operations: [
      {
        name: "askHandbook",
        exampleInput: { question: "How many days?" },
        exampleRequests: ["How many days of holiday do I have?"],
        binding: { kind: "knowledge", sources: ["handbook"], maxPassages: 4 },
      },
    ],
  });
  expect(text).not.toContain(sourceId);
});

test("is for those who may edit the tool", async () => {
  await expect(exportTool(colleague, "handbook-answers", origin)).rejects.toMatchObject({
    code: "refused-by-policy",
  });
  await expect(exportTool(colleague, "no-such-tool", origin)).rejects.toMatchObject({ code: "not-found" });
});
