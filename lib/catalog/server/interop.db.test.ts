import { beforeAll, describe, expect, test } from "vitest";
import { agentCard } from "#lib/catalog/interop/agent-card.ts";
import { aiCatalog } from "#lib/catalog/interop/ai-catalog.ts";
import { toolDocument } from "#lib/catalog/interop/tool-document.ts";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";
import { listAiCatalog } from "#lib/catalog/server/list-ai-catalog.ts";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makePerson, makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";

testDatabase();
const origin = "https://weft.example.com";
const cookie = "__Host-weft-session";
let member: Viewer;
let stranger: Viewer;
let desk: { id: string };

beforeAll(async () => {
  const support = await makeTeam("Support");
  const people = await makeTeam("People");
  member = await makeViewer({ teamId: support.teamId });
  stranger = await makeViewer({ teamId: people.teamId });
  const owner = await makePerson({ name: "Olga Owner", teamId: support.teamId });
  desk = await makeTool({
    name: "Ticket Desk",
    ...support,
    ownerId: owner.id,
    version: "2.3.0",
    tags: ["tickets"],
    operations: [
      {
        name: "find.tickets",
        title: "Find tickets",
        inputSchema: { type: "object", properties: { text: { type: "string" } } },
        outputSchema: { type: "array" },
        exampleRequests: ["Show ticket T-4712"],
        binding: {
          kind: "http",
          serverUrl: "https://tickets.example.com/secret-base",
          method: "GET",
          path: "/tickets",
          parameters: [],
          security: [{ scheme: "bearer", secretName: "desk-key" }],
        },
      },
    ],
  });
  await db().tool.update({ where: { id: desk.id }, data: { sloSuccess: 0.99, sloP95Ms: 800 } });
  await makeTool({ name: "Salary Bands", ...people, audience: "team" });
});

describe("the JSON card", () => {
  test("says who owns the tool, what it promises and what was measured, and where its parts are", async () => {
    const card = toolDocument(await getToolPage(member, "ticket-desk"), null, origin);
    expect(card).toMatchObject({
      schema: "weft.tool-card/v1",
      id: desk.id,
      version: "2.3.0",
      links: { html: `${origin}/catalog/ticket-desk`, json: `${origin}/api/tools/ticket-desk` },
      words: { name: "Ticket Desk", tags: ["tickets"] },
      owner: { team: { name: "Support" }, productOwner: { name: "Olga Owner" }, isConfirmed: false },
      serviceLevel: {
        promised: { successShare: 0.99, p95Ms: 800 },
        measured: { windowDays: 28, calls: 0, successShare: null },
      },
      trust: null,
      access: { allowed: true, readiness: { state: "works-now" } },
      operations: [
        {
          name: "find.tickets",
          inputSchema: { properties: { text: { type: "string" } } },
          links: {
            call: `${origin}/api/tools/ticket-desk/operations/find.tickets/calls`,
            outputSchema: `${origin}/api/tools/ticket-desk/operations/find.tickets/schema?part=output`,
          },
        },
      ],
    });
    expect(JSON.stringify(card)).not.toMatch(/secret-base|desk-key|tickets\.example\.com/);
  });
});

describe("the agent card", () => {
  test("has every member that A2A 1.0 requires, and names a skill for each operation", async () => {
    const card = agentCard(await getToolPage(member, "ticket-desk"), { origin, cookie });
    for (const required of [
      "name",
      "description",
      "supportedInterfaces",
      "version",
      "capabilities",
      "defaultInputModes",
      "defaultOutputModes",
      "skills",
    ]) {
      expect(card).toHaveProperty(required);
    }
    expect(card.skills).toEqual([
      {
        id: "find.tickets",
        name: "Find tickets",
        description: "Ticket Desk does what its name says.",
        tags: ["tickets"],
        examples: ["Show ticket T-4712"],
      },
    ]);
    expect(card.securitySchemes.session?.apiKeySecurityScheme).toMatchObject({
      location: "cookie",
      name: cookie,
    });
  });

  test("does not pretend to speak A2A: the binding is Weft's own and its extension is required", async () => {
    const card = agentCard(await getToolPage(member, "ticket-desk"), { origin, cookie });
    expect(card.supportedInterfaces[0]?.protocolBinding).toBe(`${origin}/docs/api`);
    expect(card.capabilities.extensions).toMatchObject([{ uri: `${origin}/docs/api`, required: true }]);
  });
});

describe("the AI Catalog", () => {
  test("lists what the viewer may find and nothing else, each entry once and leading to its agent card", async () => {
    const ofMember = await listAiCatalog(member, origin);
    expect(ofMember.entries.map(({ url }) => url)).toEqual([
      `${origin}/api/tools/ticket-desk/agent-card.json`,
    ]);
    const ofStranger = await listAiCatalog(stranger, origin);
    expect(ofStranger.entries.map(({ url }) => url)).toEqual([
      `${origin}/api/tools/salary-bands/agent-card.json`,
      `${origin}/api/tools/ticket-desk/agent-card.json`,
    ]);
    expect(new Set(ofStranger.entries.map(({ identifier }) => identifier)).size).toBe(2);
  });

  test("of one tool is the same entry", async () => {
    const tool = await getToolPage(member, "ticket-desk");
    const publishedAt = tool.versions.find(({ isCurrent }) => isCurrent)?.publishedAt ?? null;
    expect(aiCatalog([{ ...tool, publishedAt }], origin)).toEqual(await listAiCatalog(member, origin));
  });
});
