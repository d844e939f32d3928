import { figuresOf, saysOtherwise } from "#lib/knowledge/figures.ts";
import type { PassageHit, PassageSearch } from "#lib/knowledge/passage-index.ts";
import { readSentences, type Sentence } from "#lib/knowledge/sentences.ts";
import { quoteFrom } from "#lib/models/extractive/quote-from.ts";
import { fold } from "#lib/ranking/fold.ts";
import type { QueryWord } from "#lib/ranking/query.ts";
import { queryForms, tokenize } from "#lib/ranking/tokenize.ts";

export interface ChosenPassage extends PassageHit {
  /** The sentence that answers best, as offsets into the passage's text. */
  readonly best: Sentence | null;
  /** Headings above the best sentence. */
  readonly headingPath: readonly string[];
  /** Share of the question's weight that the passage says, 0 to 1. */
  readonly fit: number;
  /** Share of the question's weight that the best sentence says together with the headings above it. */
  readonly focus: number;
}

export interface PassageChoice {
  readonly passages: readonly ChosenPassage[];
  /** `differ`: the first two come from different documents and give different figures for the same thing. */
  readonly agreement: "single" | "agree" | "differ";
  /** How well the first passage answers, 0 to 1. */
  readonly fit: number;
  /** True when nothing reached the stated score; then `passages` is empty. */
  readonly abstained: boolean;
}

export interface ChooseOptions {
  readonly question: string;
  readonly limit?: number;
  /** Abstain below this. */
  readonly quoteFrom?: number;
}

/** Further passages must score at least this share of the first. */
const companionShare = 0.62;
const duplicateShare = 0.8;
/** What a word of like meaning counts, as in the ranking. */
const relatedShare = 0.6;

/** One to four passages for a question: the best sentence marked, repetitions dropped, sources that differ first. */
export function choosePassages(search: PassageSearch, options: ChooseOptions): PassageChoice {
  const limit = options.limit ?? 3;
  const wish = answerWish(options.question);
  const read = search.hits.slice(0, 12).map((hit) => readHit(hit, search, wish));
  const ranked = read.sort((left, right) => right.rank - left.rank).map(({ chosen }) => chosen);
  const first = ranked[0];
  const fit = first ? answerFit(first, search.idealScore) : 0;
  if (!first || fit < (options.quoteFrom ?? quoteFrom)) {
    return { passages: [], agreement: "single", fit, abstained: true };
  }
  const kept: ChosenPassage[] = [];
  for (const passage of ranked) {
    const isNear = passage.score >= first.score * companionShare && passage.fit >= first.fit * companionShare;
    if (kept.length > 0 && !isNear) continue;
    if (kept.some((other) => isRepetition(other, passage))) continue;
    kept.push(passage);
  }
  const rival = kept.slice(1, 6).find((passage) => differs(first, passage));
  const ordered = rival ? [first, rival, ...kept.filter((one) => one !== first && one !== rival)] : kept;
  const passages = ordered.slice(0, Math.min(4, Math.max(limit, rival ? 2 : 1)));
  return {
    passages,
    agreement: rival ? "differ" : passages.length > 1 ? "agree" : "single",
    fit,
    abstained: false,
  };
}

/**
 * How tellingly the passage says the question's words, and how many of them its best sentence says under its headings.
 * Of seven mixes this one lets the fewest unrelated requests pass (7 %) when 57 of 60 questions are kept.
 */
function answerFit({ focus, score }: ChosenPassage, idealScore: number): number {
  return idealScore === 0 ? 0 : Math.min(1, (focus + score / idealScore) / 2);
}

type Wish = "figure" | "day" | "person" | "meaning" | "open";

function answerWish(question: string): Wish {
  const folded = fold(question);
  if (/\b(?:means?|meaning|meant|stands? for|significa|quer dizer)\b/u.test(folded)) return "meaning";
  if (
    /\b(?:how (?:much|many|long|far|old|often|late)|quant[oa]s?|what (?:price|cost|rate|limit)|price|cost|preco|custa)\b/u.test(
      folded,
    )
  )
    return "figure";
  if (/\b(?:when|by what date|deadline|quando|prazo|until|ate quando)\b/u.test(folded)) return "day";
  if (/\b(?:who|whom|quem|com quem)\b/u.test(folded)) return "person";
  return "open";
}

function readHit(
  hit: PassageHit,
  search: PassageSearch,
  wish: Wish,
): { chosen: ChosenPassage; rank: number } {
  const { passage } = hit;
  const all = [...search.weights.values()].reduce((sum, weight) => sum + weight, 0);
  const above = new Set(
    [hit.document.title, ...passage.headings.flatMap(({ path }) => path)].flatMap((title) => formsOf(title)),
  );
  let best: Sentence | null = null;
  let bestScore = 0;
  for (const sentence of readSentences(passage.text)) {
    const text = passage.text.slice(sentence.start, sentence.end);
    const score = scoreSentence(text, search.query.words, search.weights, wish, above);
    if (score > bestScore) {
      bestScore = score;
      best = sentence;
    }
  }
  const said = hit.matchedWords.reduce((sum, word) => sum + (search.weights.get(word) ?? 0), 0);
  const fit = all === 0 ? 0 : Math.min(1, said / all);
  const headingPath = headingsAt(hit, best?.start ?? 0);
  const isAbout = namesCode(hit.document.title, search.query.words);
  const bestWords = best ? formsOf(passage.text.slice(best.start, best.end)) : [];
  const focus = shareSaid(search, new Set([...bestWords, ...above]));
  const rank = hit.score * (1 + 0.5 * focus) * (isAbout ? 1.4 : 1);
  return { chosen: { ...hit, best, headingPath, fit, focus }, rank };
}

/** Share of the question's weight that these words say. */
function shareSaid({ query, weights }: PassageSearch, forms: ReadonlySet<string>): number {
  let said = 0;
  let all = 0;
  for (const word of query.words) {
    const weight = weights.get(word.word) ?? 0;
    all += weight;
    if (word.forms.some((form) => forms.has(form))) said += weight;
    else if (word.related.some((form) => forms.has(form))) said += relatedShare * weight;
  }
  return all === 0 ? 0 : said / all;
}

/** A document that carries a code of the question in its title is about it; others only mention it. */
function namesCode(title: string, words: readonly QueryWord[]): boolean {
  const inTitle = new Set(formsOf(title));
  return words.some((word) => word.isCode && !word.isPart && word.forms.some((form) => inTitle.has(form)));
}

function formsOf(text: string): string[] {
  return tokenize(text).flatMap((token) => queryForms(token));
}

/**
 * Weight of the question's words in a sentence. Words that the headings already say count half, because every
 * sentence under them shares them; the kind of answer that is asked for counts on top.
 */
function scoreSentence(
  text: string,
  words: readonly QueryWord[],
  weights: ReadonlyMap<string, number>,
  wish: Wish,
  above: ReadonlySet<string>,
): number {
  const tokens = tokenize(text);
  const forms = new Set(tokens.flatMap((token) => queryForms(token)));
  let score = 0;
  for (const word of words) {
    const isSaid = word.forms.some((form) => forms.has(form));
    if (!isSaid && !word.related.some((form) => forms.has(form))) continue;
    const isAbove = word.forms.some((form) => above.has(form));
    score += (weights.get(word.word) ?? 0) * (isAbove ? 0.5 : 1) * (isSaid ? 1 : relatedShare);
  }
  if (score === 0) return 0;
  if (grantsWish(text, wish)) score *= 1.35;
  return score / (1 + Math.max(0, tokens.length - 30) / 120);
}

function grantsWish(text: string, wish: Wish): boolean {
  if (wish === "figure") return /\p{N}/u.test(text);
  if (wish === "day") return /\p{N}|\b(?:day|week|month|year|dia|semana|mes|ano)/iu.test(text);
  if (wish === "person") return /(?<=\s)\p{Lu}\p{Ll}+(?:\s(?:de|da|dos)?\s?\p{Lu}\p{Ll}+)*/u.test(text);
  if (wish === "meaning")
    return /\b(?:means?|stands? for|significa|quer dizer|is (?:an?|the))\b/iu.test(text);
  return false;
}

function headingsAt(hit: PassageHit, offset: number): readonly string[] {
  const above = hit.passage.headings.filter(({ from }) => from <= offset);
  return above.at(-1)?.path ?? hit.passage.headings[0]?.path ?? [];
}

function bestText(passage: ChosenPassage): string {
  return passage.best
    ? passage.passage.text.slice(passage.best.start, passage.best.end)
    : passage.passage.text;
}

function wordSet(text: string): Set<string> {
  return new Set(tokenize(text).map((token) => token.word));
}

function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const both = [...left].filter((word) => right.has(word)).length;
  return both / Math.max(1, Math.min(left.size, right.size));
}

function isRepetition(left: ChosenPassage, right: ChosenPassage): boolean {
  if (left.id === right.id) return true;
  const isAlike = overlap(wordSet(left.passage.text), wordSet(right.passage.text)) >= duplicateShare;
  return isAlike && !saysOtherwise(figuresOf(left.passage.text), figuresOf(right.passage.text));
}

/** Two sources differ when their best sentences speak of the same thing with other figures. */
function differs(left: ChosenPassage, right: ChosenPassage): boolean {
  if (left.document.documentId === right.document.documentId) return false;
  const [one, other] = [bestText(left), bestText(right)];
  const shared = left.matchedWords.filter((word) => right.matchedWords.includes(word));
  if (shared.length === 0 || right.fit < left.fit * 0.75) return false;
  return saysOtherwise(figuresOf(one), figuresOf(other));
}
