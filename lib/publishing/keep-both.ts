import { canonicalJson } from "#lib/canonical-json.ts";

/** Fields of the words that two people's versions fit into together. A name can only be one. */
const words = [
  "purpose",
  "whenToUse",
  "whenNotToUse",
  "useInstead",
  "examples",
  "tags",
  "synonyms",
  "knownIssues",
  "limits",
  "docs",
];
const settings = ["embedOrigins"];
const operation = [
  "description",
  "exampleRequests",
  "binding.instructions",
  "binding.message",
  "binding.sourceIds",
  "binding.tools",
];
const joinable: ReadonlySet<string> = new Set([...words, ...settings, ...operation]);

function joinTexts(first: string, second: string): string {
  if (first.includes(second.trim())) return first;
  return second.includes(first.trim()) ? second : `${first.trimEnd()}\n\n${second}`;
}

/** What `first` holds, and below it what only `second` does; undefined when the two are no texts and no lists. */
function join(first: unknown, second: unknown): unknown {
  if (typeof first === "string" && typeof second === "string") return joinTexts(first, second);
  if (!Array.isArray(first) || !Array.isArray(second)) return undefined;
  const known = new Set(first.map(canonicalJson));
  return [...first, ...second.filter((entry) => !known.has(canonicalJson(entry)))];
}

/** Whether both versions of a part that two people changed can stand together. */
export function canKeepBoth(path: string, theirs: unknown, mine: unknown): boolean {
  return joinable.has(path) && join(theirs, mine) !== undefined;
}

/**
 * Both versions of a part: what was saved first, then the other. Nothing that is in either of them is left out; what both
 * hold stands there once.
 */
export function keepBoth<Value>(theirs: Value, mine: Value): Value {
  return (join(theirs, mine) ?? mine) as Value;
}
