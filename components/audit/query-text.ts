import type { AuditSearch, Narrowing } from "#components/audit/audit-address.ts";

/** The keys that the query field knows, in the order in which they are offered. */
export const queryKeys = {
  person: "actorId",
  type: "type",
  target: "targetId",
  outcome: "outcome",
  source: "source",
  domain: "domainId",
  rule: "ruleId",
  run: "runId",
  conversation: "conversationId",
  request: "requestId",
} as const satisfies Record<string, Narrowing>;
export type QueryKey = keyof typeof queryKeys;

function isKey(text: string): text is QueryKey {
  return Object.hasOwn(queryKeys, text);
}

export type QueryPart = { readonly key: QueryKey | null; readonly value: string; readonly text: string };

/** Splits at blanks outside quotation marks; `key:"two words"` is one part. */
export function readQuery(text: string): QueryPart[] {
  const pieces = text.match(/(?:[^\s"]+:)?"[^"]*"?|[^\s"]+/g) ?? [];
  return pieces.map((piece) => {
    const [, key = "", rest = ""] = /^([a-z]+):(.*)$/s.exec(piece) ?? [];
    const unquoted = (value: string) => value.replace(/^"|"$/g, "");
    return isKey(key)
      ? { key, value: unquoted(rest), text: piece }
      : { key: null, value: unquoted(piece), text: piece };
  });
}

/** The part that is being written: the last one, unless a blank ended it. */
export function openPart(text: string): QueryPart {
  const isInQuotes = (text.match(/"/g) ?? []).length % 2 === 1;
  if (text === "" || (/\s$/.test(text) && !isInQuotes)) return { key: null, value: "", text: "" };
  return readQuery(text).at(-1) ?? { key: null, value: "", text: "" };
}

/** The text without the part that is being written. */
export function withoutOpenPart(text: string): string {
  const { text: open } = openPart(text);
  return open === "" ? text : text.slice(0, text.length - open.length);
}

export type Choice = { readonly value: string; readonly label: string };
export type Choices = Readonly<Partial<Record<QueryKey, readonly Choice[]>>>;

const fold = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** Every typed word begins some word of the label; case and accents do not matter. */
export function fits(label: string, typed: string): boolean {
  const words = fold(label).split(/[^\p{L}\p{N}]+/u);
  return fold(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)));
}

function resolve(part: QueryPart, choices: Choices): string | undefined {
  const wanted = part.value.trim().toLowerCase();
  const offered = part.key ? choices[part.key] : undefined;
  if (!offered) return part.value || undefined;
  const exact = offered.find(
    ({ value, label }) => value.toLowerCase() === wanted || label.toLowerCase() === wanted,
  );
  const fitting = part.value.trim() === "" ? [] : offered.filter(({ label }) => fits(label, part.value));
  return (exact ?? (fitting.length === 1 ? fitting[0] : undefined))?.value;
}

/**
 * What a finished query asks for: known keys become filters, all other words are searched for.
 * @returns the parts whose value is not among the choices as `unknown`
 */
export function filtersOf(
  text: string,
  choices: Choices,
): { readonly search: AuditSearch; readonly unknown: readonly QueryPart[] } {
  const words: string[] = [];
  const unknown: QueryPart[] = [];
  const found: Record<string, string> = {};
  for (const part of readQuery(text)) {
    const value = part.key ? resolve(part, choices) : undefined;
    if (!part.key) words.push(part.value);
    else if (value) found[queryKeys[part.key]] = value;
    else unknown.push(part);
  }
  return {
    search: { ...found, ...(words.length > 0 ? { words: words.join(" ") } : {}) } as AuditSearch,
    unknown,
  };
}
