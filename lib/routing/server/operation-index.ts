import "server-only";
import type { OperationAnnotations } from "#lib/catalog/operation.ts";
import { type ListedOperation, listOperations } from "#lib/catalog/server/list-operations.ts";
import { type ToolIndex, toolIndex } from "#lib/catalog/server/tool-index.ts";
import { SearchIndex } from "#lib/ranking/bm25.ts";
import { fieldWeights, type StandardField } from "#lib/ranking/field-weights.ts";

export type IndexedOperation = {
  readonly key: string;
  readonly toolId: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: Record<string, unknown>;
  readonly outputSchema: Record<string, unknown> | null;
  readonly annotations: OperationAnnotations;
  /** Of a knowledge operation: the sources that it answers from. */
  readonly sourceIds: readonly string[];
  readonly tags: readonly string[];
};

export type OperationIndex = {
  readonly search: SearchIndex<StandardField>;
  readonly operations: ReadonlyMap<string, IndexedOperation>;
  readonly keysOfTool: ReadonlyMap<string, readonly string[]>;
};

function inputWords(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null || !("properties" in schema)) return [];
  return Object.entries(
    (schema as { properties: Record<string, { description?: unknown }> }).properties,
  ).flatMap(([name, property]) => [
    name,
    typeof property?.description === "string" ? property.description : "",
  ]);
}

/** Makes the listed operations searchable. */
export function indexOperations(listed: readonly ListedOperation[]): OperationIndex {
  const search = new SearchIndex<StandardField>(fieldWeights);
  const operations = new Map<string, IndexedOperation>();
  const keysOfTool = new Map<string, string[]>();
  for (const { toolId, words, binding, exampleRequests, toolName, ...operation } of listed) {
    const key = `${toolId}:${operation.name}`;
    operations.set(key, {
      ...operation,
      key,
      toolId,
      sourceIds: binding.kind === "knowledge" ? binding.sourceIds : [],
      tags: words.tags,
    });
    keysOfTool.set(toolId, [...(keysOfTool.get(toolId) ?? []), key]);
    search.put(key, {
      name: [operation.title, operation.name, toolName],
      tags: [...words.tags, ...words.synonyms],
      text: [operation.description, ...exampleRequests, words.purpose, ...words.whenToUse],
      inputs: inputWords(operation.inputSchema),
    });
  }
  return { search, operations, keysOfTool };
}

async function build(tools: ToolIndex): Promise<OperationIndex> {
  return indexOperations(await listOperations(tools));
}

type Held = { tools: ToolIndex | undefined; index: Promise<OperationIndex> | undefined };
const holder = globalThis as typeof globalThis & { weftOperationIndex?: Held };
holder.weftOperationIndex ??= { tools: undefined, index: undefined };
const held = holder.weftOperationIndex;

/** The operations of all current versions; built anew whenever the catalog's index is. */
export async function operationIndex(): Promise<OperationIndex> {
  const tools = await toolIndex();
  if (held.tools !== tools || !held.index) {
    held.tools = tools;
    held.index = build(tools);
  }
  const mine = held.index;
  try {
    return await mine;
  } catch (error) {
    if (held.index === mine) held.index = undefined;
    throw error;
  }
}
