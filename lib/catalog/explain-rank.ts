import type { StandardField } from "#lib/ranking/field-weights.ts";
import { fold } from "#lib/ranking/fold.ts";

const fieldWords: Readonly<Record<StandardField, string>> = {
  name: "in its name",
  tags: "in its tags and operations",
  text: "in its purpose and examples",
  inputs: "in its inputs",
};
const fieldOrder: readonly StandardField[] = ["name", "tags", "text", "inputs"];
const mostWords = 4;

export type RankFacts = {
  /** What was searched for, as it was typed. */
  readonly query: string;
  /** Words of the query by the field in which they were found. */
  readonly matched: Partial<Record<StandardField, readonly string[]>>;
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
  /** The docs section that matched, when that is the reason. */
  readonly docsHeading: string | null;
  readonly isExactName: boolean;
  /** It would stand higher if it were not deprecated. */
  readonly isDeprecated: boolean;
};

const bare = (word: string) => fold(word).replace(/[^\p{L}\p{N}]+/gu, "");

/** A word as the person wrote it ("LOS-4417"), or as it was read when its spelling was corrected. */
function shown(word: string, facts: RankFacts): string {
  const correction = facts.corrections.find(({ from }) => from === word);
  if (correction) return correction.to;
  const typed = facts.query.split(/\s+/).find((part) => bare(part) === word);
  return typed ? typed.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "") : word;
}

function listed(words: readonly string[]): string {
  const quoted = words.slice(0, mostWords).map((word) => `“${word}”`);
  const [last] = quoted.slice(-1);
  return quoted.length > 1 ? `${quoted.slice(0, -1).join(", ")} and ${last}` : (last ?? "");
}

/** Why a tool ranks where it does: each word once, at the place that counts most. */
export function explainRank(facts: RankFacts): string {
  if (facts.isExactName) return "Its name is what you typed.";
  return facts.isDeprecated
    ? `${foundWhere(facts)} Placed lower, because it is deprecated.`
    : foundWhere(facts);
}

function foundWhere(facts: RankFacts): string {
  const told = new Set<string>();
  const found = Object.values(facts.matched).flat();
  // Parts of a code ("los" of "los4417") say nothing beside the code itself.
  const isPart = (word: string) =>
    found.some((other) => other !== word && /\d/.test(other) && other.includes(word));
  const parts = fieldOrder.flatMap((field) => {
    const words = (facts.matched[field] ?? []).filter((word) => !told.has(word) && !isPart(word));
    for (const word of words) told.add(word);
    return words.length > 0
      ? [`${listed(words.map((word) => shown(word, facts)))} ${fieldWords[field]}`]
      : [];
  });
  if (facts.docsHeading !== null && parts.length === 0)
    parts.push(`in its docs, section “${facts.docsHeading}”`);
  return parts.length > 0 ? `Found ${parts.join(", ")}.` : "Its name is close to what you typed.";
}
