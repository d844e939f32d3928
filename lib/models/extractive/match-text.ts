import { isPersonLeaf } from "#lib/models/extractive/match-person.ts";
import { cueBonus, type MatchContext, type Proposal } from "#lib/models/extractive/proposal.ts";
import type { Leaf } from "#lib/models/extractive/read-schema.ts";
import type { Words } from "#lib/models/extractive/schema.ts";
import { areSameWord, overlaps } from "#lib/models/extractive/words.ts";
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
    /\b(?:about|mentioning|mentions?|containing|contain|saying|that say|with the words?|concerning|regarding|matching|named|called|sobre|acerca d[eoa]s?|que falam d[eoa]s?|com as palavras|que mencionam|chamad[oa]s?)\s+(?:the\s+|os?\s+|as?\s+)?/gu,
  title:
    /\b(?:titled|called|named|with (?:the )?title|about|entitled|com o titulo|chamad[oa]|intitulad[oa]|sobre|(?=:))\s*(?::\s|\s)\s*/gu,
  body: /(?:\bsaying(?: that)?|\bthat says|\bwith the (?:text|comment|note|message|description)|\ba dizer(?: que)?|\bdizendo(?: que)?|\bcom (?:o texto|a nota|o comentario|a mensagem)|\b(?:comment|note|comenta|comentario|nota)\b.{0,40}?\b(?:that|que)|:)\s*:?\s+/gu,
  reason: /\b(?:because(?: of)?|reason(?: is)?:?|porque|por causa d[eoa]|motivo:?)\s+/gu,
};
/** Where a search runs on an input that it needs, weaker words lead to the text as well. */
const weakQueryCue =
  /\b(?:for|on|find|search|look up|por|procura[r]?|pesquisa[r]?)\s+(?:the\s+|os?\s+|as?\s+)?/gu;
/** "Roaming in Japan": the words for an input that has no kind of its own but is needed. */
const nameCue =
  /\b(?:in|for|of|to|from|called|named|no|na|em|para|do|da|de|chamad[oa])\s+(?:the\s+|os?\s+|as?\s+)?/gu;
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

/** Free text: quoted words, or the words behind a cue such as "about", "saying" or "because"; always word for word. */
export function matchTexts(
  leaves: readonly Leaf[],
  taken: readonly Words[],
  context: MatchContext,
): Proposal[] {
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
    const at =
      textAfter(cues[kind], kind, taken, context) ??
      (kind === "query" && leaf.isRequired ? weakText(taken, context) : null);
    if (at && isLongEnough(at, leaf))
      proposals.push({ leaf, value: at.words, at, source: "words", weight: 3, evidence: 2 });
  }
  return proposals;
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

function nameFor(taken: readonly Words[], context: MatchContext): Words | null {
  const [name] = context.mentions.names;
  if (name) return name;
  const at = textAfter(nameCue, "name", taken, context);
  return at && /^\p{Ll}{3,}(?: \p{Ll}{2,}){0,2}$/u.test(at.words) ? at : null;
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
