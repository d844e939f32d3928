import { noWords } from "#lib/catalog/no-words.ts";
import type { ToolKind, ToolWords } from "#lib/catalog/schema.ts";
import type { DataClass } from "#lib/data-class.ts";
import { db } from "#lib/db/client.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** A tool to be put into a scratch database. */
export type ScratchTool = {
  readonly slug: string;
  /** As the catalog's index reads it; of any length. */
  readonly name: string;
  readonly domainId: string;
  readonly teamId?: string;
  readonly kind?: ToolKind;
  readonly dataClass?: DataClass;
  readonly lifecycle?: "published" | "deprecated";
  readonly publishedAt?: Date;
  readonly releaseNotes?: string;
  readonly words: Partial<ToolWords> & Pick<ToolWords, "purpose">;
  readonly operations?: readonly {
    readonly name: string;
    readonly title: string;
    readonly description: string;
    readonly exampleRequests: readonly string[];
    readonly inputs: Readonly<Record<string, string>>;
  }[];
};

const rowsAtOnce = 500;
/** Readable as an operation, and leads nowhere. */
const binding = {
  kind: "http",
  serverUrl: "http://127.0.0.1:9",
  method: "GET",
  path: "/run",
  parameters: [],
  security: [],
};
const start = new Date("2026-01-05T09:00:00.000Z");

/** Inserts tools with one published version each, in bulk. Returns their ids in the same order. */
export async function insertTools(tools: readonly ScratchTool[]): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < tools.length; from += rowsAtOnce) {
    ids.push(...(await insertSome(tools.slice(from, from + rowsAtOnce))));
  }
  // Fresh statistics, as a database in service has them.
  await db().$executeRaw`ANALYZE`;
  return ids;
}

async function insertSome(tools: readonly ScratchTool[]): Promise<string[]> {
  const made = tools.map((tool) => ({ tool, id: newId(), versionId: newId() }));
  await db().tool.createMany({
    data: made.map(({ id, tool }) => ({
      id,
      slug: tool.slug,
      name: tool.name,
      kind: tool.kind ?? "http",
      domainId: tool.domainId,
      dataClass: tool.dataClass ?? "internal",
      lifecycle: tool.lifecycle ?? "published",
    })),
  });
  await db().toolVersion.createMany({
    data: made.map(({ id, versionId, tool }) => ({
      id: versionId,
      toolId: id,
      version: "1.0.0",
      words: wordsOf(tool),
      releaseNotes: tool.releaseNotes ?? "",
      publishedAt: tool.publishedAt ?? start,
    })),
  });
  await db().$executeRaw`
    UPDATE tool SET current_version_id = v.id FROM tool_version v
    WHERE v.tool_id = tool.id AND tool.id = ANY(${made.map(({ id }) => id)}::uuid[])`;
  await db().ownership.createMany({
    data: made.flatMap(({ id, tool }) => (tool.teamId ? { toolId: id, teamId: tool.teamId } : [])),
  });
  await db().toolOperation.createMany({
    data: made.flatMap(({ versionId, tool }) => operationsOf(tool, versionId)),
  });
  return made.map(({ id }) => id);
}

function wordsOf({ name, words }: ScratchTool): ToolWords {
  return {
    ...noWords,
    ...words,
    name: name.trim().slice(0, 80).padEnd(2, "."),
  };
}

function operationsOf(tool: ScratchTool, versionId: string): Prisma.ToolOperationCreateManyInput[] {
  return (tool.operations ?? []).map(({ inputs, exampleRequests, ...operation }, position) => ({
    ...operation,
    id: newId(),
    versionId,
    position,
    exampleRequests: [...exampleRequests],
    inputSchema: {
      type: "object",
      properties: Object.fromEntries(
        Object.entries(inputs).map(([input, description]) => [input, { type: "string", description }]),
      ),
    },
    annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
    binding,
  }));
}
