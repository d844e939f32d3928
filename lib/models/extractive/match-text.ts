import { isPersonLeaf } from "#lib/models/extractive/match-person.ts";
import { cueBonus, type MatchContext, type Proposal } from "#lib/models/extractive/proposal.ts";
import type { Leaf } from "#lib/models/extractive/read-schema.ts";
import type { Words } from "#lib/models/extractive/schema.ts";
import {
  areAlike,
  areSameWord,
  overlaps,
  readWords,
  stemsOf,
  type Word,
} from "#lib/models/extractive/words.ts";
import { damerauLevenshtein, maxEdits } from "#lib/ranking/edit-distance.ts";
import { foldInPlace } from "#lib/ranking/fold.ts";
import { isStopword } from "#lib/ranking/stopwords.ts";

type TextKind = "query" | "title" | "body" | "reason" | "name";

const kinds: readonly (readonly [TextKind, ReadonlySet<string>])[] = [
  [
    "query",
    new Set(
      "q query search text term terms keyword keywords words contains pesquisa texto pergunta question procura".split(
        " ",
      ),
    ),
  ],
  ["reason", new Set("reason because motivo justification".split(" "))],
  ["title", new Set("title subject summary headline titulo assunto".split(" "))],
  [
    "body",
    new Set(
      "description comment note message body details content remark text descricao comentario nota mensagem".split(
        " ",
      ),
    ),
  ],
];

// Each cue is followed by the text itself; patterns run over folded text.
const cues: Readonly<Record<Exclude<TextKind, "name">, RegExp>> = {
  query:
    /\b(?:(?:search|look|pesquisa[r]?|procura[r]?)\b[^,;?!]{0,40}?\s(?:for|por)|about|mentioning|mentions?|containing|contain|saying|that say|with the words?|concerning|regarding|matching|named|called|sobre|acerca d[eoa]s?|que falam d[eoa]s?|com as palavras|que mencionam|chamad[oa]s?)\s+(?:the\s+|os?\s+|as?\s+)?/gu,
  title:
    /\b(?:titled|called|named|with (?:the )?title|about|entitled|com o titulo|chamad[oa]|intitulad[oa]|sobre|(?=:))\s*(?::\s|\s)\s*/gu,
  body: /(?:\bsaying(?: that)?|\bthat says|\bwith the (?:text|comment|note|message|description)|\ba dizer(?: que)?|\bdizendo(?: que)?|\bcom (?:o texto|a nota|o comentario|a mensagem)|\b(?:comment|note|comenta|comentario|nota)\b.{0,40}?\b(?:that|que)|:)\s*:?\s+/gu,
  reason: /\b(?:because(?: of)?|reason(?: is)?:?|porque|por causa d[eoa]|motivo:?)\s+/gu,
};
/** Where a search runs on an input that it needs, weaker words lead to the text as well. */
const weakQueryCue =
  /\b(?:for|on|find|search|look up|por|procura[r]?|pesquisa[r]?)\s+(?:the\s+|os?\s+|as?\s+)?/gu;
/** "Roaming in Japan": the words before an input that has no kind of its own but is needed. */
const nameCues = new Set("in for of to from called named no na nos nas em para do da dos das de".split(" "));
const articles = new Set(["the", "a", "an", "o", "os", "as"]);
const titleCues = new Set(
  "for about regarding concerning on because sobre para por de com porque".split(" "),
);
/** Small words within a name: África do Sul. */
const particles = new Set(["de", "da", "do", "dos", "das", "of"]);
const mostNameWords = 4;
const endOfText =
  /[,;?!]|\.(?:\s|$)|\s(?:since|opened|raised|assigned|with priority|and (?:assign|set|make)|desde|aberto[s]?|com prioridade|por favor|please)\b/u;

export function textKindOf(leaf: Leaf): TextKind | null {
  const { format, pattern } = leaf.schema;
  const isPlain = leaf.type === "string" && !Array.isArray(leaf.schema.enum) && pattern === undefined;
  if (!isPlain || (format !== undefined && format !== "textarea") || isPersonLeaf(leaf)) return null;
  return (
    kinds.find(([, names]) => leaf.words.some((word) => names.has(word)))?.[0] ??
    (leaf.isRequired ? "name" : null)
  );
}

/**
 * Free text: quoted words, or the words behind a cue such as "about", "saying" or "because"; always word for
 * word. `taken` are places that other inputs took, `named` also those of every id, day and name in the request.
 */
export function matchTexts(
  leaves: readonly Leaf[],
  places: { readonly taken: readonly Words[]; readonly named: readonly Words[] },
  context: MatchContext,
): Proposal[] {
  const taken = places.named;
  const texts = leaves.flatMap((leaf) => {
    const kind = textKindOf(leaf);
    return kind ? [{ leaf, kind: kind === "query" && !context.isReadOnly ? ("body" as const) : kind }] : [];
  });
  // "Open a ticket: no light" names the title that is needed; the description may follow in the form.
  const hasTitle = texts.some(({ leaf, kind }) => kind === "title" && leaf.isRequired);
  const proposals: Proposal[] = [];
  const quoted = context.mentions.quoted.filter(
    (mention) => !taken.some((other) => overlaps(mention, other)),
  );
  for (const { leaf, kind } of texts) {
    for (const at of quoted) {
      const weight = 6 + cueBonus(leaf, at, context) + (leaf.isRequired ? 1 : 0);
      if (leaf.isRequired || texts.length === 1 || cueBonus(leaf, at, context) > 1 || kind === "query") {
        proposals.push({
          leaf,
          value: at.words,
          at: { start: at.start, end: at.end, words: at.words },
          source: "words",
          weight,
        });
      }
    }
    if (kind === "title" && !leaf.isRequired) continue;
    if (kind === "body" && hasTitle && !leaf.isRequired) continue;
    if (kind === "name") {
      const at = context.isReadOnly ? nameFor(taken, context) : null;
      if (at && isLongEnough(at, leaf))
        proposals.push({ leaf, value: at.words, at, source: "words", weight: 3, evidence: 5 });
      continue;
    }
    // A new title keeps the names and ids in it that no other input takes.
    const free = kind === "title" && !context.isReadOnly ? places.taken : taken;
    const at =
      textAfter(cues[kind], kind, free, context) ??
      (kind === "query" && leaf.isRequired ? weakText(taken, context) : null) ??
      (kind === "title" && leaf.isRequired && !context.isReadOnly ? weakTitle(free, context) : null);
    if (!at || !isLongEnough(at, leaf)) continue;
    proposals.push({ leaf, value: at.words, at, source: "words", weight: 3, evidence: 2 });
    const body = texts.find((other) => other.kind === "body" && !other.leaf.isRequired)?.leaf;
    const rest = kind === "title" && hasTitle && body ? restAfter(at, leaves, places.taken, context) : null;
    if (body && rest)
      proposals.push({ leaf: body, value: rest.words, at: rest, source: "words", weight: 2, evidence: 0 });
  }
  return proposals;
}

/** What is told after a title and belongs to no other input: "no light, two neighbours are out as well, priority P2". */
function restAfter(
  title: Words,
  leaves: readonly Leaf[],
  taken: readonly Words[],
  { mentions: { text, words } }: MatchContext,
): Words | null {
  const names = leaves.flatMap((leaf) => leaf.words).map((word) => stemsOf(word));
  const clauses = [...text.slice(title.end).matchAll(/[^,;.!?]+/gu)].map((match) => ({
    start: title.end + match.index,
    end: title.end + match.index + match[0].length,
  }));
  const told = clauses.filter((clause) => {
    const own = words.filter(
      (word) =>
        overlaps(word, clause) &&
        !isEdgeWord(word.raw) &&
        !taken.some((other) => overlaps(word, other)) &&
        !names.some((name) => areSameWord(name, word.stems)),
    );
    return own.length >= 2;
  });
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last) return null;
  const start = first.start + (/^\s*/u.exec(text.slice(first.start, last.end))?.[0].length ?? 0);
  return { start, end: last.end, words: text.slice(start, last.end).trimEnd() };
}

/** "Open a ticket for no dial tone": what follows the thing that is to be made, when no clearer word leads to it. */
function weakTitle(taken: readonly Words[], context: MatchContext): Words | null {
  const { text, words } = context.mentions;
  const folded = foldInPlace(text).toLowerCase();
  for (const [at, cue] of words.entries()) {
    const before = words[at - 1];
    if (!before || !titleCues.has(cue.folded) || !isOfOperation(before, context)) continue;
    const found = trim(text, cue.end, endAt(folded, cue.end, taken));
    if (found && readWords(found.words).length > 1) return found;
  }
  return null;
}

function textAfter(
  cue: RegExp,
  kind: TextKind,
  taken: readonly Words[],
  context: MatchContext,
): Words | null {
  const { text } = context.mentions;
  const folded = foldInPlace(text).toLowerCase();
  cue.lastIndex = 0;
  for (let match = cue.exec(folded); match; match = cue.exec(folded)) {
    const start = match.index + match[0].length;
    // A comment and a reason run to the end of the request; a title or a search ends where something else begins.
    const isWhole = kind === "body" || kind === "reason";
    const stop = isWhole ? text.length : endAt(folded, start, taken);
    const at = trim(text, start, stop);
    if (at) return at;
  }
  return null;
}

/**
 * The name behind a word such as "in" or "for", up to four words. Words that name the operation or its subject are
 * not the name: "roaming in Brazil" names Brazil.
 */
function nameFor(taken: readonly Words[], context: MatchContext): Words | null {
  const { names, text, words } = context.mentions;
  const name = names.find(({ words: said }) => readWords(said).some((word) => !isOfOperation(word, context)));
  if (name) return name;
  for (const [at, cue] of words.entries()) {
    if (!nameCues.has(cue.folded)) continue;
    const run = nameRun(words.slice(at + 1), cue, taken, context);
    const [first, last] = [run[0], run.at(-1)];
    if (first && last) return { start: first.start, end: last.end, words: text.slice(first.start, last.end) };
  }
  return null;
}

/** The words of a name from its first one on; none when a letter or a code behind them makes it another kind of thing. */
function nameRun(rest: readonly Word[], cue: Word, taken: readonly Words[], context: MatchContext): Word[] {
  const run: Word[] = [];
  let before = cue;
  for (const [at, word] of rest.entries()) {
    const isBeside = /^\s+$/u.test(context.mentions.text.slice(before.end, word.start));
    if (!isBeside || run.length === mostNameWords) break;
    const next = rest[at + 1];
    const isInside = particles.has(word.folded) && next !== undefined && isNameWord(next, taken, context);
    if (isNameWord(word, taken, context) || (run.length > 0 && isInside)) run.push(word);
    else if (run.length > 0 || !articles.has(word.folded)) {
      // "Zone B", "site BRG-07": the word before says what the next one is.
      return /^\p{Lu}$|\p{N}/u.test(word.raw) ? [] : run;
    }
    before = word;
  }
  return run;
}

function isNameWord(word: Word, taken: readonly Words[], context: MatchContext): boolean {
  // "US" is a name, "us" is a small word.
  const isSmall = isEdgeWord(word.raw) && !/^\p{Lu}{2,}$/u.test(word.raw);
  return (
    /^\p{L}{2,}$/u.test(word.raw) &&
    !isSmall &&
    !nameCues.has(word.folded) &&
    !taken.some((other) => overlaps(word, other)) &&
    !isOfOperation(word, context)
  );
}

/** A word of the operation's name or title, one of like meaning, or either with a slip. */
function isOfOperation({ folded, stems }: Word, { operationWords }: MatchContext): boolean {
  return operationWords.some(
    (own) =>
      areAlike(own, stems) ||
      own.some((stem) => stems.some((other) => isSlip(stem, other)) || isSlip(stem, folded)),
  );
}

function isSlip(left: string, right: string): boolean {
  const most = maxEdits(Math.min(left.length, right.length));
  return most > 0 && damerauLevenshtein(left, right, 1) <= 1;
}

/** The words that are left of a search when its verb, its object and everything else named are taken away. */
function weakText(taken: readonly Words[], context: MatchContext): Words | null {
  const cued = textAfter(weakQueryCue, "query", taken, context);
  if (cued) return cued;
  const { words, text } = context.mentions;
  const left = words.filter(
    (word) =>
      !taken.some((other) => overlaps(word, other)) &&
      !(context.verb && overlaps(word, context.verb)) &&
      !isStopword(word.folded, "en") &&
      !isStopword(word.folded, "pt") &&
      !context.operationWords.some((stems) => areSameWord(stems, word.stems)),
  );
  const [first, last] = [left[0], left.at(-1)];
  return first && last ? trim(text, first.start, endAt(text, first.start, taken)) : null;
}

function endAt(folded: string, start: number, taken: readonly Words[]): number {
  const rest = folded.slice(start);
  const found = endOfText.exec(rest);
  const next = taken.filter((other) => other.end > start).map((other) => Math.max(start, other.start));
  return Math.min(folded.length, start + (found?.index ?? rest.length), ...next);
}

/** Without stopwords and marks at its end, such as "for" before an id that is taken. */
function trim(text: string, from: number, to: number): Words | null {
  let words = text.slice(from, to).replace(/[\s.,;:!?"“”«»]+$/u, "");
  for (;;) {
    const last = /(?:^|\s)(\p{L}+)$/u.exec(words)?.[1];
    if (last === undefined || !isEdgeWord(last)) break;
    words = words.slice(0, words.length - last.length).replace(/[\s,]+$/u, "");
    if (words === "") return null;
  }
  const lead = words.length - words.trimStart().length;
  const start = from + lead;
  return words.trim() === "" ? null : { start, end: start + words.trim().length, words: words.trim() };
}

function isEdgeWord(word: string): boolean {
  const folded = word.toLowerCase();
  return isStopword(folded, "en") || isStopword(folded, "pt");
}

function isLongEnough(at: Words, leaf: Leaf): boolean {
  const { minLength } = leaf.schema;
  return at.words.length >= Math.max(2, typeof minLength === "number" ? minLength : 2);
}
