import type { JsonSchema, OperationAnnotations, OperationDefinition } from "#lib/catalog/operation.ts";
import type { OfferedQuery } from "#lib/publishing/sources/schema.ts";
import { member } from "#lib/tools/json-object.ts";
import type { ImportedServer } from "#lib/tools/openapi/import-servers.ts";

export type OperationTexts = { readonly name: string; readonly title: string; readonly description: string };
export type PlacedProblem = {
  readonly place: string;
  readonly message: string;
  readonly mend?: string | undefined;
};

/** One operation that a source offers, whatever kind of source it is. */
export type Offered = {
  /** How the other side knows it: `METHOD /path`, or the name of an MCP tool. */
  readonly key: string;
  readonly method: string | null;
  readonly path: string | null;
  readonly texts: OperationTexts;
  readonly original: OperationTexts;
  /** Its texts, for a search. */
  readonly searchText: string;
  readonly tags: readonly string[];
  readonly isDeprecated: boolean;
  readonly annotations: OperationAnnotations;
  /** Worked out when they are asked for. */
  readonly definition: OperationDefinition | undefined;
  /** The same under the other side's own words. */
  readonly originalDefinition: OperationDefinition | undefined;
  readonly problems: readonly PlacedProblem[];
  readonly contract: unknown;
  readonly hash: string;
};

/** Where a list of operations came from, read into one form. */
export type SourceListing = {
  /** False when nothing usable is kept of the source: what it lists is not known, rather than nothing. */
  readonly isKnown: boolean;
  readonly fingerprint: string;
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly servers: readonly ImportedServer[];
  readonly schemes: readonly {
    readonly name: string;
    readonly type: string;
    readonly note: string;
    readonly secretName: string | null;
  }[];
  readonly operations: readonly Offered[];
  readonly byKey: ReadonlyMap<string, Offered>;
  readonly problems: readonly PlacedProblem[];
};

/** How the other side knows the operation of a binding; undefined for one that is nobody else's. */
export function keyOfBinding(binding: Readonly<Record<string, unknown>>): string | undefined {
  if (binding.kind === "mcp") return String(binding.toolName);
  if (binding.kind === "http") return `${String(binding.method)} ${String(binding.path)}`;
  return undefined;
}

/** The operations that a search asks for: each word stands somewhere in it. */
export function findOffered(
  operations: readonly Offered[],
  { q = "", tag }: Pick<OfferedQuery, "q" | "tag">,
): readonly Offered[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return operations.filter((operation) => {
    if (tag !== undefined && tag !== "" && !operation.tags.includes(tag)) return false;
    if (words.length === 0) return true;
    const { key, original, searchText, tags } = operation;
    const text = [key, original.name, searchText, ...tags].join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Tags with the number of operations of each, the most frequent first. */
export function countTags(operations: readonly Offered[]): { tag: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { tags } of operations) {
    for (const tag of new Set(tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag));
}

/** Names of the inputs that a schema asks for. */
export function inputNames(schema: JsonSchema): readonly string[] {
  const properties = member(schema, "properties");
  return typeof properties === "object" && properties !== null ? Object.keys(properties) : [];
}
