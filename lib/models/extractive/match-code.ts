import type { MatchContext, Proposal } from "#lib/models/extractive/proposal.ts";
import { cueBonus } from "#lib/models/extractive/proposal.ts";
import type { Leaf } from "#lib/models/extractive/read-schema.ts";
import type { Words } from "#lib/models/extractive/schema.ts";
import type { Word } from "#lib/models/extractive/words.ts";
import { isStopword } from "#lib/ranking/stopwords.ts";

const longestCode = 40;
const commonWords = ["the", "THE", "ticket", "Monday", "status", "at", "a", "on-call", "para"];

/** Ids and codes: words that the leaf's `pattern` accepts, or that have the shape of its examples. */
export function matchCode(leaf: Leaf, context: MatchContext): Proposal[] {
  if (leaf.type !== "string" || Array.isArray(leaf.schema.enum)) return [];
  const accepts = acceptor(leaf);
  if (!accepts) return [];
  const proposals: Proposal[] = [];
  for (const candidate of candidates(context)) {
    const value = spellings(candidate.words, prefixOf(leaf)).find(({ text }) => accepts(text));
    if (!value) continue;
    const weight = (value.isWhole ? 10 : 6) + cueBonus(leaf, candidate, context) - (leaf.branch ? 1 : 0);
    const rival = proposals.findIndex(
      (other) => other.at.start < candidate.end && candidate.start < other.at.end,
    );
    if (rival === -1) proposals.push({ leaf, value: value.text, at: candidate, source: "words", weight });
    else if ((proposals[rival]?.at.words.length ?? 0) < candidate.words.length) {
      proposals[rival] = { leaf, value: value.text, at: candidate, source: "words", weight };
    }
  }
  return proposals;
}

/** Words with digits, alone and together with the word before ("LOS 4417"). Days, sums and counts are none. */
function candidates({ mentions }: MatchContext): Words[] {
  const { words, text, dates, numbers, quoted, emails } = mentions;
  const counted = numbers.filter((number) => number.currency !== null || number.bound !== null);
  const taken = [...dates, ...counted, ...emails];
  const found: Words[] = quoted
    .filter((one) => /\p{N}/u.test(one.words))
    .map(({ start, end, words }) => ({ start, end, words }));
  words.forEach((word, at) => {
    if (!/\p{N}/u.test(word.raw) || taken.some((other) => word.start < other.end && other.start < word.end))
      return;
    const before = words[at - 1];
    if (before && isSplitCode(before, word)) {
      found.push({ start: before.start, end: word.end, words: text.slice(before.start, word.end) });
    }
    found.push({ start: word.start, end: word.end, words: word.raw });
  });
  return found.filter(({ words: written }) => written.length <= longestCode);
}

/** "LOS 4417" is one code; "of 4712" and "for FIB-100" are none. */
function isSplitCode(before: Word, word: Word): boolean {
  const isShortWord =
    /^\p{L}{1,5}$/u.test(before.raw) && /^\p{N}+$/u.test(word.raw) && word.start - before.end === 1;
  return isShortWord && !isStopword(before.folded, "en") && !isStopword(before.folded, "pt");
}

function spellings(written: string, prefix: string | null): { text: string; isWhole: boolean }[] {
  const joined = written.replace(/\s+/gu, "");
  const hyphened = written
    .trim()
    .replace(/\s+/gu, "-")
    .replace(/(?<=\p{L})(?=\p{N})/gu, "-")
    .replace(/-{2,}/gu, "-");
  const forms = [
    ...new Set([written, joined, hyphened].flatMap((form) => [form, form.toUpperCase(), form.toLowerCase()])),
  ];
  const isBare = /^\d+$/u.test(written);
  const whole = forms.map((text) => ({ text, isWhole: !isBare }));
  return isBare && prefix ? [...whole, { text: `${prefix}${written}`, isWhole: false }] : whole;
}

/** The letters with which every id of the pattern begins: `C-` of `^C-\d{6}$`. */
function prefixOf(leaf: Leaf): string | null {
  const pattern = typeof leaf.schema.pattern === "string" ? leaf.schema.pattern : "";
  return /^\^\(?(\p{L}{1,6}-?)\)?(?=\\d|\[0-9\])/u.exec(pattern)?.[1] ?? null;
}

function acceptor(leaf: Leaf): ((text: string) => boolean) | null {
  const { pattern } = leaf.schema;
  if (typeof pattern === "string" && isBounded(pattern)) {
    const expression = compile(pattern);
    if (!expression || commonWords.some((word) => expression.test(word))) return null;
    return (text) => expression.test(text);
  }
  const shapes = examplesOf(leaf).flatMap((example) => shapeOf(example) ?? []);
  return shapes.length > 0 ? (text) => shapes.some((shape) => shape.test(text)) : null;
}

/** A pattern from a tool runs here on words of the request: none that can take exponential time. */
function isBounded(pattern: string): boolean {
  return (
    pattern.length <= 300 &&
    !/\([^)]*(?:[*+]|\{\d+,\})[^)]*\)\s*(?:[*+]|\{\d+,\})/u.test(pattern) &&
    !/\\[1-9k]/u.test(pattern)
  );
}

function compile(pattern: string): RegExp | null {
  try {
    return new RegExp(pattern, "u");
  } catch (error) {
    if (error instanceof SyntaxError) return compileOld(pattern);
    throw error;
  }
}

function compileOld(pattern: string): RegExp | null {
  try {
    return new RegExp(pattern);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function examplesOf(leaf: Leaf): string[] {
  const listed = Array.isArray(leaf.schema.examples) ? leaf.schema.examples : [leaf.schema.example];
  return listed.filter((example) => typeof example === "string");
}

/** `T-4712` stands for the letters T-, and four digits; a text without digits, or with spaces, has no shape. */
function shapeOf(example: string): RegExp | null {
  if (!/\p{N}/u.test(example) || /[\s@]/u.test(example) || /^\d{4}-\d{2}-\d{2}/u.test(example)) return null;
  if (example.length > longestCode || /^\d+$/u.test(example)) return null;
  const parts = example.match(/\p{L}+|\p{N}+|[^\p{L}\p{N}]+/gu) ?? [];
  const source = parts.map((part) => {
    if (/^\p{N}/u.test(part)) return `\\d{${part.length}}`;
    if (/^\p{Lu}/u.test(part)) return `[A-Z]{${part.length}}`;
    return /^\p{L}/u.test(part) ? `[a-z]{${part.length}}` : part.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
  });
  return new RegExp(`^${source.join("")}$`);
}
