import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { z } from "zod";
import { people } from "#demo/company/organisation.ts";
import { demoCredentials } from "#demo/services/credentials.ts";
import { makeDemoApp } from "#demo/services/demo-app.ts";
import { openStore } from "#demo/services/store/store.ts";
import { plannedTools } from "#demo/tools/all-tools.ts";
import type { PlannedTool } from "#demo/tools/planned-tool.ts";
import { PassageIndex } from "#lib/knowledge/passage-index.ts";
import { splitDocument } from "#lib/knowledge/split.ts";
import type { Candidate, Directory } from "#lib/models/extractive/schema.ts";
import { SearchIndex } from "#lib/ranking/bm25.ts";
import { fieldWeights } from "#lib/ranking/field-weights.ts";
import { fold } from "#lib/ranking/fold.ts";
import { importOpenApi } from "#lib/tools/openapi/import-openapi.ts";
import { takeFilledInputs } from "#lib/tools/take-filled-inputs.ts";

const day = "2026-05-06";
const documentsFolder = join(import.meta.dirname, "../../demo/documents");

export type DemoOperation = Omit<Candidate, "score" | "matchedWords">;

/** The demo company as the assistant sees it: operations to rank, passages to quote, people to look up. */
export interface DemoWorld {
  readonly operations: ReadonlyMap<string, DemoOperation>;
  readonly ranking: SearchIndex<keyof typeof fieldWeights>;
  readonly passages: PassageIndex;
  /** Documents of each knowledge tool. */
  readonly documentsOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly directory: Directory;
  findPeople(words: string): { id: string; email: string; name: string }[];
}

/** Tools of one team alone, which the person who asks may not use. */
const refused = new Set(["salary-bands"]);

export async function openDemoWorld(): Promise<DemoWorld> {
  const services = await readServices();
  const operations = new Map<string, DemoOperation>();
  const ranking = new SearchIndex(fieldWeights);
  const passages = new PassageIndex();
  const documentsOf = new Map<string, ReadonlySet<string>>();
  for (const tool of plannedTools) {
    if (refused.has(tool.slug)) continue;
    for (const { examples, ...operation } of operationsOf(tool, services)) {
      const key = `${operation.toolSlug}:${operation.operationName}`;
      operations.set(key, operation);
      ranking.put(key, {
        name: [operation.title, operation.operationName, operation.toolName],
        tags: [...tool.words.tags, ...tool.words.synonyms],
        text: [operation.description, ...examples, tool.words.purpose, ...tool.words.whenToUse],
        inputs: inputWords(operation.inputSchema),
      });
    }
    if (tool.making.kind === "knowledge")
      documentsOf.set(tool.slug, putDocuments(passages, tool.making.sets));
  }
  return {
    operations,
    ranking,
    passages,
    documentsOf,
    directory: {
      operation: {
        toolSlug: "staff-directory",
        toolName: "Staff Directory",
        operationName: "findPeople",
        title: "Find colleagues",
        toolKind: "http",
      },
      queryPath: "name",
      entryFields: { id: "staffNumber", email: "email", name: "name" },
    },
    findPeople,
  };
}

function findPeople(name: string): { id: string; email: string; name: string }[] {
  const parts = fold(name).split(/\s+/u);
  return people
    .filter((person) => person.leftDaysAgo === null)
    .filter((person) =>
      parts.every((part) =>
        fold(person.name)
          .split(/\s+/u)
          .some((word) => word.startsWith(part)),
      ),
    )
    .map(({ staffNumber, email, name: full }) => ({ id: staffNumber, email, name: full }));
}

function inputWords(schema: Candidate["inputSchema"]): string[] {
  const properties = z
    .record(z.string(), z.object({ description: z.string().optional() }).loose())
    .safeParse(schema.properties);
  return Object.entries(properties.data ?? {}).flatMap(([name, property]) => [
    name,
    property.description ?? "",
  ]);
}

type ServiceOperations = ReadonlyMap<
  string,
  ReadonlyMap<string, Omit<DemoOperation, "toolSlug" | "toolName">>
>;

/** Operations of the four OpenAPI services and of the MCP server, by service and name, read from the running services. */
async function readServices(): Promise<ServiceOperations> {
  const folder = mkdtempSync(join(tmpdir(), "weft-bench-"));
  const store = openStore(folder);
  try {
    const credentials = demoCredentials("bench");
    const seededAt = `${day}T10:30:00.000Z`;
    const app = makeDemoApp({ store, day, seededAt, now: () => seededAt }, credentials);
    const services = new Map<string, Map<string, Omit<DemoOperation, "toolSlug" | "toolName">>>();
    for (const slug of ["tickets", "directory", "expenses", "prices"]) {
      const response = await app.request(`http://localhost/${slug}/openapi.json`, {
        headers: { host: "localhost" },
      });
      const imported = importOpenApi(await response.text(), { serverUrl: `http://localhost/${slug}/v1` });
      const found = imported.operations.flatMap(({ definition }) => definition ?? []);
      services.set(
        slug,
        new Map(
          found.map(({ name, title, description, inputSchema, outputSchema, annotations }) => [
            name,
            {
              operationName: name,
              title,
              toolKind: "http" as const,
              description,
              inputSchema: takeFilledInputs(asObject(inputSchema)).schema,
              outputSchema: asObject(outputSchema ?? {}),
              annotations,
              isRunnable: true,
            },
          ]),
        ),
      );
    }
    services.set("network", await readMcp(app, credentials.network.token));
    return services;
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readMcp(app: ReturnType<typeof makeDemoApp>, token: string) {
  const client = new Client({ name: "bench", version: "1" });
  const transport = new StreamableHTTPClientTransport(new URL("http://localhost/network/mcp"), {
    fetch: async (url, init) => {
      const headers = new Headers(init?.headers);
      headers.set("host", "localhost");
      return app.request(String(url), { ...init, headers });
    },
    requestInit: { headers: { authorization: `Bearer ${token}` } },
  });
  await client.connect(transport);
  const { tools } = await client.listTools();
  await client.close();
  return new Map(
    tools.map((tool) => [
      tool.name,
      {
        operationName: tool.name,
        title: tool.title ?? tool.name,
        toolKind: "mcp" as const,
        description: tool.description ?? "",
        inputSchema: takeFilledInputs(asObject(tool.inputSchema)).schema,
        outputSchema: asObject(tool.outputSchema ?? {}),
        annotations: {
          readOnly: tool.annotations?.readOnlyHint === true,
          destructive: tool.annotations?.destructiveHint,
        },
        isRunnable: true,
      },
    ]),
  );
}

function asObject(schema: unknown): Candidate["inputSchema"] {
  return z.record(z.string(), z.unknown()).parse(schema);
}

const questionSchema = {
  type: "object",
  properties: { question: { type: "string", minLength: 2 } },
  required: ["question"],
};

/** The operations of a tool with the requests that its owner gave as examples. */
function operationsOf(
  tool: PlannedTool,
  services: ServiceOperations,
): (DemoOperation & { examples: readonly string[] })[] {
  const own = { toolSlug: tool.slug, toolName: tool.words.name };
  const { making } = tool;
  if (making.kind === "link") return [];
  if (making.kind === "http" || making.kind === "mcp") {
    const service = services.get(making.kind === "http" ? making.service : "network");
    return Object.entries(making.operations).map(([name, words]) => {
      const operation = service?.get(name);
      if (!operation) throw new Error(`The service of ${tool.slug} has no operation ${name}`);
      return {
        ...operation,
        ...own,
        title: words.title ?? operation.title,
        description: words.description ?? operation.description,
        annotations: { ...operation.annotations, ...words.annotations },
        examples: words.exampleRequests,
      };
    });
  }
  const { name, title, description, exampleRequests } = making.operation;
  return [
    {
      ...own,
      operationName: name,
      title,
      toolKind: making.kind,
      description,
      inputSchema: making.kind === "knowledge" ? questionSchema : asObject(making.operation.inputSchema),
      annotations: { readOnly: true },
      isRunnable: making.kind !== "prompt",
      examples: exampleRequests,
    },
  ];
}

function putDocuments(passages: PassageIndex, sets: readonly string[]): ReadonlySet<string> {
  const paths = sets.flatMap((set) =>
    readdirSync(join(documentsFolder, set))
      .filter((name) => name.endsWith(".md"))
      .map((name) => `${set}/${name}`),
  );
  for (const path of paths) {
    const split = splitDocument(readFileSync(join(documentsFolder, path), "utf8"));
    passages.put({ documentId: path, title: split.title, ...verifiedOn(split.fields) }, split);
  }
  return new Set(paths);
}

function verifiedOn(fields: Readonly<Record<string, string>>): { date?: string } {
  const daysAgo = Number(fields.verifiedDaysAgo);
  if (Number.isNaN(daysAgo)) return {};
  return { date: new Date(Date.parse(day) - daysAgo * 86_400_000).toISOString().slice(0, 10) };
}
