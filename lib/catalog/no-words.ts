import type { ToolWords } from "#lib/catalog/schema.ts";

/** What an owner may leave empty, left empty. */
export const noWords = {
  whenToUse: [],
  whenNotToUse: [],
  useInstead: [],
  examples: [],
  tags: [],
  synonyms: [],
  knownIssues: [],
  limits: [],
  docs: "",
} satisfies Omit<ToolWords, "name" | "purpose">;
