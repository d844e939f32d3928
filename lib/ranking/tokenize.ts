import { fold } from "#lib/ranking/fold.ts";
import type { TextLanguage } from "#lib/ranking/language.ts";
import { stem } from "#lib/ranking/stem.ts";
import { isStopword } from "#lib/ranking/stopwords.ts";

/** One searchable word: `word` is folded and unstemmed, offsets are into the text. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Codes, numbers and addresses are matched as written, never stemmed. */
  readonly isCode: boolean;
  /** Part of a longer token that is kept whole beside it (`los` of `LOS-4417`). */
  readonly isPart: boolean;
}

const chunkPattern = /[\p{L}\p{N}\p{M}]+(?:[-_.@/'’+:][\p{L}\p{N}\p{M}]+)*/gu;
const pieceBorder =
  /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u;
const maxWordLength = 64;
/** Most words by far: nothing to fold and nothing to split. */
const plainWord = /^[A-Za-z]?[a-z]*$/;

/**
 * The words of a text in reading order. Identifiers are split (`getUserToken`, `user_token`); codes, numbers,
 * dates, addresses and hyphenated words are kept whole without their separators and split as well, so that
 * `LOS-4417`, `LOS4417` and `4417` find each other.
 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(chunkPattern)) {
    const chunk = match[0].replace(/['’]s$/u, "");
    const start = match.index;
    if (plainWord.test(chunk)) {
      if (chunk.length <= maxWordLength)
        tokens.push({
          word: chunk.toLowerCase(),
          start,
          end: start + chunk.length,
          isCode: false,
          isPart: false,
        });
      continue;
    }
    const whole = fold(chunk.replace(/[^\p{L}\p{N}]+/gu, ""));
    if (whole === "" || whole.length > maxWordLength) continue;
    const pieces = splitChunk(chunk, start);
    const hasDigit = /\p{N}/u.test(chunk);
    if (pieces.length === 1) {
      tokens.push({ word: whole, start, end: start + chunk.length, isCode: hasDigit, isPart: false });
      continue;
    }
    if (keepsWhole(chunk, hasDigit)) {
      tokens.push({ word: whole, start, end: start + chunk.length, isCode: hasDigit, isPart: false });
    }
    tokens.push(...pieces);
  }
  return withCompounds(tokens);
}

/** Two words that mean something of their own together, with or without a hyphen. */
const compounds = new Set([
  "on call",
  "sign in",
  "sign off",
  "log in",
  "set up",
  "follow up",
  "per diem",
  "day pass",
  "e mail",
]);

const firstOfCompound = new Set([...compounds].map((words) => words.split(" ")[0]));

function withCompounds(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some((token) => firstOfCompound.has(token.word))) return tokens;
  return tokens.flatMap((token, at) => {
    const next = tokens[at + 1];
    const isCompound = next && !token.isPart && !next.isPart && compounds.has(`${token.word} ${next.word}`);
    if (!isCompound) return [token];
    const whole = {
      word: token.word + next.word,
      start: token.start,
      end: next.end,
      isCode: false,
      isPart: false,
    };
    return [whole, token];
  });
}

function keepsWhole(chunk: string, hasDigit: boolean): boolean {
  return hasDigit || /^[\p{L}\p{M}]+(?:[-'’@.][\p{L}\p{M}]+)+$/u.test(chunk);
}

function splitChunk(chunk: string, offset: number): Token[] {
  const pieces: Token[] = [];
  for (const match of chunk.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    let start = offset + match.index;
    for (const piece of match[0].split(pieceBorder)) {
      const word = fold(piece);
      if (word !== "") {
        const isCode = /\p{N}/u.test(piece);
        pieces.push({ word, start, end: start + piece.length, isCode, isPart: true });
      }
      start += piece.length;
    }
  }
  return pieces;
}

/** The form under which a token is indexed in one language. */
export function indexForm(token: Token, language: TextLanguage): string {
  return token.isCode ? token.word : stem(token.word, language);
}

/**
 * The forms under which a token of a query may stand in the index, whatever the language of the text that
 * holds it: a query is too short for its language to be trusted.
 */
export function queryForms(token: Token): readonly string[] {
  if (token.isCode) return [token.word];
  const english = stem(token.word, "en");
  const portuguese = stem(token.word, "pt");
  return english === portuguese ? [english] : [english, portuguese];
}

/**
 * Tokens of a query that carry a topic. Stopwords, single letters and short numbers go, unless nothing else is
 * left, so that a title such as "The Who" still counts. (Short numbers lead astray: "2 tickets" is not about 2.
 * Measured on 538 function-calling requests: recall@1 53.7 with them, 55.2 without.)
 */
export function topicTokens(tokens: readonly Token[]): readonly Token[] {
  const kept = tokens.filter(
    (token) => !isSlight(token.word) && !isStopword(token.word, "en") && !isStopword(token.word, "pt"),
  );
  return kept.length > 0 ? kept : tokens;
}

function isSlight(word: string): boolean {
  return word.length === 1 || /^\p{N}{1,3}$/u.test(word);
}
