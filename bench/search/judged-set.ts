import { join } from "node:path";
import { z } from "zod";
import { domains } from "#demo/company/domains-and-teams.ts";
import { plannedTools } from "#demo/tools/all-tools.ts";
import type { PlannedTool } from "#demo/tools/planned-tool.ts";
import type { ScratchTool } from "./insert-tools.ts";
import { readLines } from "./tool-line.ts";

const folder = join(import.meta.dirname, "judged");

export const queryKinds = [
  "sentence-en",
  "sentence-pt",
  "name",
  "synonym-en",
  "synonym-pt",
  "typo-missing",
  "typo-doubled",
  "typo-swapped",
  "typo-wrong",
  "typo-joined",
] as const;

const entrySchema = z.strictObject({
  slug: z.string(),
  domain: z.string(),
  name: z.string(),
  purpose: z.string(),
  examples: z.array(z.string()),
  tags: z.array(z.string()),
  synonyms: z.array(z.string()),
});
const querySchema = z.strictObject({
  id: z.string(),
  kind: z.enum(queryKinds),
  text: z.string(),
  /** Slug -> 1 (touches it), 2 (helps), 3 (what was looked for). */
  grades: z.record(z.string(), z.number().int().min(1).max(3)),
});

export type JudgedTool = Omit<ScratchTool, "domainId"> & { readonly domain: string };
export type JudgedQuery = z.infer<typeof querySchema>;

/** The demo company's tools with their words as they are, and the entries that exist only to be searched. */
export function judgedTools(): JudgedTool[] {
  const entries = readLines(join(folder, "tools.jsonl"), entrySchema);
  return [
    ...plannedTools.map(fromPlan),
    ...entries.map(
      ({ slug, domain, name, purpose, examples, tags, synonyms }): JudgedTool => ({
        slug,
        domain,
        name,
        words: { purpose, tags, synonyms, examples: examples.map((request) => ({ request, answer: "" })) },
      }),
    ),
  ];
}

function fromPlan({ slug, domain, words, making }: PlannedTool): JudgedTool {
  return { slug, domain, name: words.name, words, operations: operationsOf(making) };
}

function operationsOf(making: PlannedTool["making"]): NonNullable<ScratchTool["operations"]> {
  if (making.kind === "http" || making.kind === "mcp") {
    return Object.entries(making.operations).map(([name, { title, description, exampleRequests }]) => ({
      name,
      title: title ?? "",
      description: description ?? "",
      exampleRequests,
      inputs: {},
    }));
  }
  if (making.kind === "link") return [];
  const { name, title, description, exampleRequests } = making.operation;
  return [{ name, title, description, exampleRequests, inputs: {} }];
}

export function judgedQueries(): JudgedQuery[] {
  return readLines(join(folder, "queries.jsonl"), querySchema);
}

/** Names of the domains of the demo company, by slug. */
export const domainNames: ReadonlyMap<string, string> = new Map(
  domains.map(({ slug, name }) => [slug, name]),
);
