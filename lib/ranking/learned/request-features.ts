import { fold } from "#lib/ranking/fold.ts";
import { detectLanguage } from "#lib/ranking/language.ts";
import { stem } from "#lib/ranking/stem.ts";
import { tokenize } from "#lib/ranking/tokenize.ts";

/** What a request is learned from. All are 32-bit hashes: nobody's words stand in a model. */
export interface RequestFeatures {
  /** Stems, framed by marks for the beginning and the end. */
  readonly words: readonly number[];
  /** Neighbours: one less than words. */
  readonly pairs: readonly number[];
  /** Runs of 3 to 5 letters inside words. */
  readonly letters: readonly number[];
  /** Runs of 5 characters of the whole text, each with the run of 4 that it begins with. */
  readonly runs: readonly (readonly [head: number, whole: number])[];
}

const fnvStart = 2166136261;
const fnvPrime = 16777619;
const step = (hash: number, value: number) => Math.imul(hash ^ value, fnvPrime) >>> 0;

function hashOf(text: string, seed: number): number {
  let hash = step(fnvStart, seed);
  for (let at = 0; at < text.length; at += 1) hash = step(hash, text.charCodeAt(at));
  return hash;
}

const begin = hashOf("begin", 1);
const end = hashOf("end", 1);
const shortestLetters = 3;
const longestLetters = 5;

/** Numbers say how long they are and no more; the names of codes count as they stand. */
function wordHash(word: string, isCode: boolean, language: "en" | "pt"): number {
  if (/^\p{N}+$/u.test(word)) return hashOf(`#${word.length}`, 2);
  return hashOf(isCode ? word : stem(word, language), 2);
}

function lettersOf(word: string, into: number[]): void {
  const framed = ` ${word} `;
  for (let from = 0; from + shortestLetters <= framed.length; from += 1) {
    let hash = step(fnvStart, 3);
    for (let length = 1; length <= longestLetters && from + length <= framed.length; length += 1) {
      hash = step(hash, framed.charCodeAt(from + length - 1));
      if (length >= shortestLetters) into.push(step(hash, length));
    }
  }
}

function runsOf(text: string): [number, number][] {
  const framed = ` ${text} `;
  const runs: [number, number][] = [];
  for (let from = 0; from + longestLetters <= framed.length; from += 1) {
    let head = step(fnvStart, 4);
    for (let at = 0; at < longestLetters - 1; at += 1) head = step(head, framed.charCodeAt(from + at));
    runs.push([head, step(head, framed.charCodeAt(from + longestLetters - 1))]);
  }
  return runs;
}

/** Reads what the learned part of routing knows a request by. */
export function requestFeatures(text: string): RequestFeatures {
  const language = detectLanguage(text);
  const tokens = tokenize(text);
  const words = [begin, ...tokens.map(({ word, isCode }) => wordHash(word, isCode, language)), end];
  const pairs = words.slice(1).map((word, at) => step(step(words[at] ?? 0, 5), word));
  const letters: number[] = [];
  for (const { word } of tokens) lettersOf(word, letters);
  return { words, pairs, letters, runs: runsOf(fold(text).replace(/\s+/gu, " ").trim()) };
}
