import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { z } from "zod";
import { people } from "#demo/company/organisation.ts";
import { demoCredentials } from "#demo/services/credentials.ts";
import { makeDemoApp } from "#demo/services/demo-app.ts";
import { openStore } from "#demo/services/store/store.ts";
import { PassageIndex } from "#lib/knowledge/passage-index.ts";
import { splitDocument } from "#lib/knowledge/split.ts";
import type { Candidate, Directory } from "#lib/models/extractive/schema.ts";
import { SearchIndex } from "#lib/ranking/bm25.ts";
import { fieldWeights } from "#lib/ranking/field-weights.ts";
import { fold } from "#lib/ranking/fold.ts";
import { importOpenApi } from "#lib/tools/openapi/import-openapi.ts";
import { knowledgeTools, promptTools, serviceTools, type ToolWords } from "./demo-tools.ts";

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

export async function openDemoWorld(): Promise<DemoWorld> {
  const operations = new Map<string, DemoOperation>();
  for (const operation of [
    ...(await serviceOperations()),
    ...knowledgeOperations(),
    ...composedOperations(),
  ]) {
    operations.set(`${operation.toolSlug}:${operation.operationName}`, operation);
  }
  const bySlug = new Map(
    [...Object.values(serviceTools), ...knowledgeTools, ...promptTools].map((tool) => [tool.slug, tool]),
  );
  const ranking = new SearchIndex(fieldWeights);
  for (const [key, operation] of operations) {
    const tool = bySlug.get(operation.toolSlug);
    ranking.put(key, {
      name: [operation.title, operation.operationName, operation.toolName],
      tags: tool?.tags ?? [],
      text: [operation.description, tool?.purpose ?? ""],
      inputs: inputWords(operation.inputSchema),
    });
  }
  const { passages, documentsOf } = readPassages();
  return {
    operations,
    ranking,
    passages,
    documentsOf,
    directory: {
      operation: {
        toolSlug: "staff-directory",
        toolName: "Staff directory",
        operationName: "findPeople",
        title: "Find colleagues",
        toolKind: "http",
      },
      queryPath: "name",
      entryFields: { id: "staffNumber", email: "email", name: "name" },
    },
    findPeople: (name) => findPeople(name),
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

async function serviceOperations(): Promise<DemoOperation[]> {
  const folder = mkdtempSync(join(tmpdir(), "weft-bench-"));
  const store = openStore(folder);
  try {
    const credentials = demoCredentials("bench");
    const app = makeDemoApp(
      { store, day, seededAt: `${day}T10:30:00.000Z`, now: () => `${day}T10:30:00.000Z` },
      credentials,
    );
    const ask = async (path: string) =>
      (await app.request(`http://localhost${path}`, { headers: { host: "localhost" } })).text();
    const operations: DemoOperation[] = [];
    for (const slug of ["tickets", "directory", "expenses", "prices"]) {
      const tool = toolNamed(slug);
      const imported = importOpenApi(await ask(`/${slug}/openapi.json`), {
        serverUrl: `http://localhost/${slug}/v1`,
      });
      for (const { definition } of imported.operations) {
        if (!definition) continue;
        operations.push({
          ...ref(tool, "http", definition.name, definition.title),
          description: definition.description,
          inputSchema: asObject(definition.inputSchema),
          outputSchema: asObject(definition.outputSchema ?? {}),
          annotations: definition.annotations,
          isRunnable: true,
        });
      }
    }
    const client = new Client({ name: "bench", version: "1" });
    const transport = new StreamableHTTPClientTransport(new URL("http://localhost/network/mcp"), {
      fetch: async (url, init) => {
        const headers = new Headers(init?.headers);
        headers.set("host", "localhost");
        return app.request(String(url), { ...init, headers });
      },
      requestInit: { headers: { authorization: `Bearer ${credentials.network.token}` } },
    });
    await client.connect(transport);
    const { tools } = await client.listTools();
    await client.close();
    for (const tool of tools) {
      operations.push({
        ...ref(toolNamed("network"), "mcp", tool.name, tool.title ?? tool.name),
        description: tool.description ?? "",
        inputSchema: asObject(tool.inputSchema),
        outputSchema: asObject(tool.outputSchema ?? {}),
        annotations: {
          readOnly: tool.annotations?.readOnlyHint === true,
          destructive: tool.annotations?.destructiveHint,
        },
        isRunnable: true,
      });
    }
    return operations;
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function toolNamed(service: string): ToolWords {
  const tool = serviceTools[service];
  if (!tool) throw new Error(`No words for the service ${service}`);
  return tool;
}

function asObject(schema: unknown): Candidate["inputSchema"] {
  return z.record(z.string(), z.unknown()).parse(schema);
}

function ref(tool: ToolWords, toolKind: Candidate["toolKind"], operationName: string, title: string) {
  return { toolSlug: tool.slug, toolName: tool.name, operationName, title, toolKind };
}

const questionSchema = {
  type: "object",
  properties: { question: { type: "string", minLength: 2 } },
  required: ["question"],
};
const reads = { readOnly: true };

function knowledgeOperations(): DemoOperation[] {
  return knowledgeTools.map((tool) => ({
    ...ref(tool, "knowledge", "ask", `Ask ${tool.name}`),
    description: tool.purpose,
    inputSchema: questionSchema,
    annotations: reads,
    isRunnable: true,
  }));
}

/** The two fixed sequences, and the tools that need a model. */
function composedOperations(): DemoOperation[] {
  const alarm = { slug: "alarm-assistant", name: "Alarm assistant", purpose: "", tags: [] };
  const leave = { slug: "leave-check", name: "Leave check", purpose: "", tags: [] };
  return [
    {
      ...ref(alarm, "agent", "alarm_assistant", "What to do about an alarm"),
      description:
        "Says what an alarm code means at a site, quotes its runbook, names who is on call, and drafts a ticket.",
      inputSchema: {
        type: "object",
        properties: {
          alarmCode: {
            type: "string",
            pattern: "^[A-Z]{3}-\\d{4}$",
            description: "Alarm code, such as LOS-4417.",
          },
          site: { type: "string", pattern: "^[A-Z]{3}-\\d{2}$", description: "Site, such as BRG-07." },
        },
        required: ["alarmCode", "site"],
      },
      annotations: reads,
      isRunnable: true,
    },
    {
      ...ref(leave, "agent", "leave_check", "Check leave"),
      description: "Shows how many days of leave a person has left, with the rules that apply.",
      inputSchema: {
        type: "object",
        properties: { person: { type: "string", description: "E-mail address or full name of the person." } },
        required: ["person"],
      },
      annotations: reads,
      isRunnable: true,
    },
    ...promptTools.map((tool) => ({
      ...ref(tool, "prompt" as const, "run", tool.name),
      description: tool.purpose,
      inputSchema: { type: "object", properties: { text: { type: "string" } }, required: ["text"] },
      annotations: reads,
      isRunnable: false,
    })),
  ];
}

function readPassages() {
  const passages = new PassageIndex();
  const documentsOf = new Map<string, ReadonlySet<string>>();
  for (const tool of knowledgeTools) {
    const paths = tool.sets.flatMap((set) =>
      readdirSync(join(documentsFolder, set))
        .filter((name) => name.endsWith(".md"))
        .map((name) => `${set}/${name}`),
    );
    documentsOf.set(tool.slug, new Set(paths));
    for (const path of paths) {
      const split = splitDocument(readFileSync(join(documentsFolder, path), "utf8"));
      passages.put({ documentId: path, title: split.title, ...verifiedOn(split.fields) }, split);
    }
  }
  return { passages, documentsOf };
}

function verifiedOn(fields: Readonly<Record<string, string>>): { date?: string } {
  const daysAgo = Number(fields.verifiedDaysAgo);
  if (Number.isNaN(daysAgo)) return {};
  return { date: new Date(Date.parse(day) - daysAgo * 86_400_000).toISOString().slice(0, 10) };
}
