import type { Mentions } from "#lib/models/extractive/mentions.ts";
import type { Leaf } from "#lib/models/extractive/read-schema.ts";
import { isObject } from "#lib/models/extractive/read-schema.ts";
import type { Words } from "#lib/models/extractive/schema.ts";
import {
  areAlike,
  areSameWord,
  nameWords,
  readWords,
  stemsOf,
  type Word,
} from "#lib/models/extractive/words.ts";
import { fold } from "#lib/ranking/fold.ts";

/** A value that words of the request stand for. */
export interface EnumMatch extends Words {
  readonly value: string;
  /** 3: the value itself; 2: an inflection or a stated synonym; 1: a word of like meaning; 0: a telling part of it. */
  readonly strength: 0 | 1 | 2 | 3;
}

interface Spelling {
  readonly words: readonly (readonly string[])[];
  readonly strength: 0 | 2 | 3;
}

/** The values of an enumeration that the request names, strongest first. Words in `taken` are spoken for. */
export function matchEnum(leaf: Leaf, mentions: Mentions, taken: (place: Words) => boolean): EnumMatch[] {
  const values = (Array.isArray(leaf.schema.enum) ? leaf.schema.enum : []).filter(
    (value) => typeof value === "string",
  );
  const free = mentions.words.filter((word) => !taken(toWords(mentions.text, word, word)));
  const matches: EnumMatch[] = [];
  for (const value of values) {
    const exact = free.find((word) => fold(word.raw) === fold(value));
    if (value.length === 1) {
      const named = namedLetter(leaf, value, free);
      if (named) matches.push({ value, strength: 3, ...toWords(mentions.text, named, named) });
      continue;
    }
    if (exact) {
      matches.push({ value, strength: 3, ...toWords(mentions.text, exact, exact) });
      continue;
    }
    if (/\p{N}/u.test(value)) {
      const code = matchCode(value, mentions, taken);
      if (code) {
        matches.push({ value, strength: 3, ...code });
        continue;
      }
    }
    const found = spellingsOf(leaf, value, values).flatMap((spelling) =>
      matchSpelling(spelling, value, free, mentions.text),
    );
    found.sort((left, right) => right.strength - left.strength || left.start - right.start);
    const [best] = found;
    if (best) matches.push(best);
  }
  return dropWeaker(matches);
}

/** A value of one letter counts only as it is written and beside its name: the B of "zone B". */
function namedLetter(leaf: Leaf, value: string, free: readonly Word[]): Word | undefined {
  return free.find((word, at) => {
    const neighbours = [free[at - 1], free[at + 1]].flatMap((one) => (one ? [one.stems] : []));
    return (
      word.raw === value &&
      leaf.words.some((name) => neighbours.some((stems) => areSameWord(stemsOf(name), stems)))
    );
  });
}

/** `LOS4417`, `los 4417` and `LOS-4417` are one code. */
function matchCode(value: string, mentions: Mentions, taken: (place: Words) => boolean): Words | null {
  const plain = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, "");
  const sought = plain(value);
  for (let at = 0; at < mentions.words.length; at += 1) {
    for (const last of [at, at + 1]) {
      const [from, to] = [mentions.words[at], mentions.words[last]];
      if (!from || !to || (last > at && to.start - from.end !== 1)) continue;
      const place = toWords(mentions.text, from, to);
      if (plain(place.words) === sought && !taken(place)) return place;
    }
  }
  return null;
}

function spellingsOf(leaf: Leaf, value: string, values: readonly string[]): Spelling[] {
  const isCode = /\p{N}/u.test(value);
  const own = nameWords(value).map((word) => stemsOf(word));
  const spellings: Spelling[] = isCode ? [] : [{ words: own, strength: own.length > 1 ? 3 : 2 }];
  for (const synonym of statedSynonyms(leaf, value)) {
    spellings.push({ words: readWords(synonym).map((word) => word.stems), strength: 2 });
  }
  const telling = isCode ? null : tellingWord(value, values);
  if (telling && own.length > 1) spellings.push({ words: [stemsOf(telling)], strength: 0 });
  return spellings;
}

/** Synonyms under `x-synonyms`, or in the description as `value (one, other)` or `value = one, other`. */
function statedSynonyms(leaf: Leaf, value: string): string[] {
  const listed = leaf.schema["x-synonyms"];
  const given = isObject(listed) ? listed[value] : undefined;
  const synonyms = Array.isArray(given)
    ? given.filter((one) => typeof one === "string")
    : typeof given === "string"
      ? [given]
      : [];
  const escaped = value.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
  const inText = new RegExp(
    `(?<![\\p{L}\\p{N}-])${escaped}\\s*(?:\\(([^)]{2,60})\\)|=\\s*([^;.]{2,60}))`,
    "iu",
  ).exec(leaf.description);
  const words = (inText?.[1] ?? inText?.[2] ?? "").split(/\s*(?:,|\bor\b|\bou\b)\s*/u);
  return [...synonyms, ...words.filter((word) => word !== "" && word.split(/\s+/u).length <= 3)];
}

/** The first word of a value when no other value has it: "broadband" of broadband-fault. */
function tellingWord(value: string, values: readonly string[]): string | null {
  const [first] = nameWords(value);
  if (first === undefined || first.length < 4) return null;
  const isShared = values.some(
    (other) => other !== value && nameWords(other).some((word) => areSameWord(stemsOf(word), stemsOf(first))),
  );
  return isShared ? null : first;
}

function matchSpelling(spelling: Spelling, value: string, free: readonly Word[], text: string): EnumMatch[] {
  const found: EnumMatch[] = [];
  const { words } = spelling;
  for (let at = 0; at + words.length <= free.length; at += 1) {
    const run = free.slice(at, at + words.length);
    const isAdjacent = run.every(
      (word, index) => index === 0 || word.start - (run[index - 1] as Word).end <= 2,
    );
    if (!isAdjacent) continue;
    const isSame = run.every((word, index) => areSameWord(word.stems, words[index] ?? []));
    const isAlike = isSame || run.every((word, index) => areAlike(word.stems, words[index] ?? []));
    const [first, last] = [run[0], run.at(-1)];
    if (!isAlike || !first || !last) continue;
    const strength = isSame ? spelling.strength : spelling.strength === 0 ? 0 : 1;
    found.push({ value, strength, ...toWords(text, first, last) });
  }
  return found;
}

/** Of two values read from the same words the stronger stays, then the one that takes more of them. */
function dropWeaker(matches: readonly EnumMatch[]): EnumMatch[] {
  const sorted = [...matches].sort(
    (left, right) => right.strength - left.strength || right.words.length - left.words.length,
  );
  const kept: EnumMatch[] = [];
  for (const match of sorted) {
    const rival = kept.find((other) => match.start < other.end && other.start < match.end);
    if (!rival || (rival.strength === match.strength && rival.words.length === match.words.length))
      kept.push(match);
  }
  return kept;
}

function toWords(text: string, first: Word, last: Word): Words {
  return { start: first.start, end: last.end, words: text.slice(first.start, last.end) };
}
