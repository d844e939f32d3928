import "server-only";
import { toolKindSchema } from "#lib/catalog/schema.ts";
import { toolIndex } from "#lib/catalog/server/tool-index.ts";
import { now } from "#lib/clock.ts";
import { isAppError } from "#lib/errors.ts";
import { hasPermission } from "#lib/identity/schema.ts";
import { isObject, readLeaves, resolve } from "#lib/models/extractive/read-schema.ts";
import type {
  AssistantRequest,
  Directory,
  JsonObject,
  LastCall,
  ResolvedLookup,
} from "#lib/models/extractive/schema.ts";
import { gistOf } from "#lib/routing/gist.ts";
import { mentionsIn, withoutMentions } from "#lib/routing/mentions.ts";
import { type IndexedOperation, operationIndex } from "#lib/routing/server/operation-index.ts";
import type { RoutedCandidate } from "#lib/routing/server/rank-operations.ts";
import { indexOfTurn } from "#lib/routing/server/route-draft.ts";
import type { RunContext } from "#lib/runs/server/run-context.ts";
import { findCallableOperation } from "#lib/tools/server/find-operation.ts";

type Candidate = AssistantRequest["candidates"][number];

function toCandidate(candidate: RoutedCandidate): Candidate {
  const { operation } = candidate;
  return {
    toolSlug: candidate.toolSlug,
    toolName: candidate.toolName,
    operationName: operation.name,
    title: operation.title,
    toolKind: toolKindSchema.parse(candidate.toolKind),
    description: operation.description,
    inputSchema: operation.inputSchema,
    ...(operation.outputSchema ? { outputSchema: operation.outputSchema } : {}),
    annotations: operation.annotations,
    score: candidate.score,
    matchedWords: [...candidate.matchedWords],
    isRunnable: candidate.isRunnable,
    ...(candidate.passageFit === null ? {} : { passageFit: candidate.passageFit }),
  };
}

/** The fields of one entry in a list that an operation answers with, wherever the list stands. */
function entrySchema(root: JsonObject, schema: JsonObject, depth = 0): JsonObject | null {
  if (depth > 3) return null;
  const items = resolve(root, schema.items);
  if (isObject(items.properties)) return items.properties;
  for (const inner of Object.values(isObject(schema.properties) ? schema.properties : {})) {
    const found = entrySchema(root, resolve(root, inner), depth + 1);
    if (found) return found;
  }
  return null;
}

const idNames = ["staffNumber", "employeeId", "personId", "id"];
const queryNames = ["name", "query", "q", "search"];

function asDirectory(
  operation: IndexedOperation,
  tool: { slug: string; name: string; kind: string },
): Directory | null {
  if (!operation.annotations.readOnly) return null;
  const inputs = new Set(
    readLeaves(operation.inputSchema).flatMap(({ path, type }) => (type === "string" ? [path] : [])),
  );
  const queryPath = queryNames.find((name) => inputs.has(name));
  const output = operation.outputSchema ?? {};
  const entry = entrySchema(output, resolve(output, output));
  const id = idNames.find((name) => entry?.[name]);
  if (!queryPath || !entry?.name || !id) return null;
  return {
    operation: {
      toolSlug: tool.slug,
      toolName: tool.name,
      operationName: operation.name,
      title: operation.title,
      toolKind: toolKindSchema.parse(tool.kind),
    },
    queryPath,
    entryFields: { id, ...(entry.email ? { email: "email" } : {}), name: "name" },
  };
}

const directoryTags = new Set(["directory", "people", "contacts"]);

/** The operation through which names of people become ids: of a tool for finding people that this person may call. */
async function findDirectory({ viewer, place, state }: RunContext): Promise<Directory | undefined> {
  const [{ entries }, { operations }] = await Promise.all([toolIndex(), operationIndex()]);
  for (const operation of operations.values()) {
    const entry = entries.get(operation.toolId);
    if (!entry || !operation.tags.some((tag) => directoryTags.has(tag))) continue;
    const directory = asDirectory(operation, entry);
    if (!directory) continue;
    try {
      await findCallableOperation(viewer, { slug: entry.slug }, operation.name, place, state.input.dataClass);
      return directory;
    } catch (error) {
      if (!isAppError(error)) throw error;
    }
  }
  return undefined;
}

async function lastCallOf(context: RunContext): Promise<LastCall | undefined> {
  const last = context.state.input.lastCall;
  if (!last) return undefined;
  const [{ entries }, { operations }] = await Promise.all([
    toolIndex(),
    indexOfTurn(context.viewer, context.place.draftOf, operationIndex),
  ]);
  const entry = [...entries.values()].find((row) => row.slug === last.toolSlug);
  const operation = entry ? operations.get(`${entry.id}:${last.operationName}`) : undefined;
  if (!entry || !operation) return undefined;
  return {
    operation: {
      toolSlug: entry.slug,
      toolName: entry.name,
      operationName: operation.name,
      title: operation.title,
      toolKind: toolKindSchema.parse(entry.kind),
      description: operation.description,
      inputSchema: operation.inputSchema,
      ...(operation.outputSchema ? { outputSchema: operation.outputSchema } : {}),
      annotations: operation.annotations,
      score: 1,
      matchedWords: [],
      isRunnable: true,
    },
    arguments: last.arguments,
    ...(last.result === undefined ? {} : { result: last.result }),
    request: last.request,
  };
}

/** What the assistant's plan is made from: the request, what routing found, the last call, and who asks. */
export async function assistantRequest(context: RunContext): Promise<AssistantRequest> {
  const { input, decision } = context.state;
  const { viewer } = context;
  const [directory, lastCall] = await Promise.all([findDirectory(context), lastCallOf(context)]);
  const pooled =
    decision?.basis === "conversation"
      ? [...new Set(context.candidates.map((candidate) => candidate.toolSlug))]
      : [];
  return {
    text: gistOf(withoutMentions(input.text)),
    now: now().toISOString(),
    candidates: context.candidates.map(toCandidate),
    decision: decision?.verdict ?? "none",
    mentioned: [...mentionsIn(input.text), ...pooled],
    ...(lastCall ? { lastCall } : {}),
    self: { email: viewer.email, name: viewer.name },
    isAdministrator: hasPermission(viewer, "model:administer"),
    ...(directory ? { directory } : {}),
  };
}

/** The entries of a directory's answer, wherever its list stands. */
export function entriesOf(
  content: unknown,
  fields: Directory["entryFields"],
  depth = 0,
): ResolvedLookup["entries"] {
  if (depth > 3 || typeof content !== "object" || content === null) return [];
  if (Array.isArray(content)) {
    return content.flatMap((row: Readonly<Record<string, unknown>>) => {
      const id = row?.[fields.id];
      const name = row?.[fields.name];
      const email = fields.email ? row?.[fields.email] : undefined;
      if (typeof name !== "string" || (typeof id !== "string" && typeof id !== "number")) return [];
      return [{ id: String(id), name, ...(typeof email === "string" ? { email } : {}) }];
    });
  }
  for (const inner of Object.values(content)) {
    const found = entriesOf(inner, fields, depth + 1);
    if (found.length > 0) return found;
  }
  return [];
}
