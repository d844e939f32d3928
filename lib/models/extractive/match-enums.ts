import { type EnumMatch, matchEnum } from "#lib/models/extractive/match-enum.ts";
import {
  cueBonus,
  cueWords,
  type MatchContext,
  type Matching,
  type Proposal,
} from "#lib/models/extractive/proposal.ts";
import type { Leaf } from "#lib/models/extractive/read-schema.ts";
import type { Words } from "#lib/models/extractive/schema.ts";
import { areAlike, areSameWord, overlaps, stemsOf } from "#lib/models/extractive/words.ts";
import { fold } from "#lib/ranking/fold.ts";

const weightOf = { 3: 9, 2: 7, 1: 4, 0: 3 } as const;
/** A code fits few operations; a word such as a town, a state or a kind fits many. */
const evidenceOf = { 3: 5, 2: 4, 1: 2, 0: 1 } as const;
const evidenceOfCode = 9;
const openWords = new Set(
  "open pending unresolved aberto aberta abertos abertas pendente pendentes".split(" "),
);
/** "Opened yesterday" and "abertos desde ontem" tell of a day, not of a state. */
const beforeDays = new Set("on since between by in last em desde entre na no ontem hoje".split(" "));
const orderingWords = new Set(["group", "sort", "order", "grouping", "sorting", "ordenar", "agrupar"]);
const verbBefore = /^(?:find|search|list|show|look|procura[r]?|lista[r]?|mostra[r]?)$/u;
const reasonWords = /\b(?:because|since|as the|porque|por causa|visto que|motivo)\b/iu;
const levelWords = new Set(
  "high low medium normal urgent critical highest lowest top alta baixa media normal urgente critica maxima minima".split(
    " ",
  ),
);
const byWords = new Set(["by", "per", "por"]);
const endedValues = new Set(
  "closed resolved done cancelled canceled declined rejected cleared completed finished archived withdrawn paid fechado resolvido concluido cancelado".split(
    " ",
  ),
);

/** Values of enumerations, for one input or a list; several values for one input are doubtful. */
export function matchEnums(leaves: readonly Leaf[], context: MatchContext): Matching {
  const proposals: Proposal[] = [];
  const doubts: Matching["doubts"][number][] = [];
  for (const leaf of leaves) {
    if (!Array.isArray(leaf.schema.enum)) continue;
    const open = openValues(leaf, context);
    if (open) {
      proposals.push(open);
      continue;
    }
    const found = matchEnum(leaf, context.mentions, (place) => isSpokenFor(place, leaf, context));
    const matches = narrow(
      found.filter((match) => isMeant(match, leaf, context)),
      leaf,
      context,
    );
    if (leaf.isArray) {
      proposals.push(...matches.map((match) => toProposal(leaf, match, context)));
      continue;
    }
    const strongest = matches.filter((match) => match.strength === matches[0]?.strength);
    const [first, ...others] = strongest;
    if (!first) {
      const unknown = unknownLevel(leaf, context);
      if (unknown) doubts.push(unknown);
      continue;
    }
    if (others.length === 0) {
      proposals.push(toProposal(leaf, first, context));
    } else if (first.strength > 1) {
      doubts.push({
        path: leaf.path,
        reason: "several-values",
        words: strongest.map(({ words }) => words).join(", "),
        choices: strongest.map(({ value }) => ({ value, label: value })),
        at: plain(first),
        weight: weightOf[first.strength] + cueBonus(leaf, first, context),
      });
    }
  }
  return { proposals, doubts };
}

function toProposal(leaf: Leaf, match: EnumMatch, context: MatchContext): Proposal {
  const more = 0.5 * (match.words.split(/\s+/u).length - 1);
  const weight = weightOf[match.strength] + more + cueBonus(leaf, match, context) - (leaf.branch ? 1 : 0);
  const evidence = /\p{N}/u.test(match.value) ? evidenceOfCode : evidenceOf[match.strength];
  return { leaf, value: match.value, at: plain(match), source: "words", weight, evidence };
}

function plain({ start, end, words }: Words): Words {
  return { start, end, words };
}

/** Quoted words are text, and text is no value; nor is a reason: "close it, because the customer called". */
function isSpokenFor(place: Words, leaf: Leaf, context: MatchContext): boolean {
  if (context.mentions.quoted.some((quoted) => overlaps(quoted, place))) return true;
  const reason = context.isReadOnly ? undefined : reasonWords.exec(context.mentions.text);
  return (reason ? place.start > reason.index : false) || isVerb(place, leaf, context);
}

/**
 * "Priority high" where the values are P1 to P4 and none is called so: asked, instead of left to a default that the
 * person did not mean.
 */
function unknownLevel(leaf: Leaf, context: MatchContext): Matching["doubts"][number] | null {
  if (context.isReadOnly || leaf.isArray) return null;
  const { words } = context.mentions;
  const stems = cueWords(leaf).map((word) => stemsOf(word));
  const level = words.find(
    (word, at) =>
      levelWords.has(word.folded) &&
      !isSpokenFor({ start: word.start, end: word.end, words: word.raw }, leaf, context) &&
      words
        .slice(Math.max(0, at - 2), at + 2)
        .some((near) => near !== word && stems.some((stem) => areAlike(stem, near.stems))),
  );
  if (!level) return null;
  const values = (leaf.schema.enum as unknown[]).filter((value) => typeof value === "string");
  return {
    path: leaf.path,
    reason: "not-accepted",
    words: level.raw,
    choices: values.map((value) => ({ value, label: value })),
    at: { start: level.start, end: level.end, words: level.raw },
    weight: 3,
  };
}

/** "Find people in the billing team" searches people; it does not name the domain People. */
function isUnnamed(match: EnumMatch, leaf: Leaf, context: MatchContext): boolean {
  const [first] = context.mentions.words.filter((word) => overlaps(word, match));
  const before = context.mentions.words.findLast((word) => word.end <= match.start);
  return first !== undefined && cueBonus(leaf, match, context) < 1 && verbBefore.test(before?.folded ?? "");
}

/** A part of a value needs the input's name beside it, an order needs a "by" before it. */
function isMeant(match: EnumMatch, leaf: Leaf, context: MatchContext): boolean {
  const isNamed = cueBonus(leaf, match, context) >= 1;
  if (match.strength === 0 && !isNamed) return false;
  // "People in Porto" asks for people; it does not name the domain called People.
  const stems = stemsOf(fold(match.words));
  const isVerbItself = context.verb !== null && overlaps(match, context.verb);
  const isAboutOperation =
    !isNamed && !isVerbItself && context.operationWords.some((words) => areAlike(words, stems));
  if (isAboutOperation && (match.strength < 3 || (context.isReadOnly && isUnnamed(match, leaf, context))))
    return false;
  if (!leaf.words.some((word) => orderingWords.has(word))) return true;
  const before = context.mentions.words.findLast((word) => word.end <= match.start);
  return before !== undefined && byWords.has(before.folded);
}

/**
 * The verb of the request is no value ("open a ticket"), unless the operation changes something and the value is the
 * verb's own result ("close ticket 4712").
 */
function isVerb(place: Words, leaf: Leaf, context: MatchContext): boolean {
  if (!context.verb || !overlaps(place, context.verb)) return false;
  if (context.isReadOnly) return true;
  const stems = stemsOf(fold(place.words));
  const values = (leaf.schema.enum as unknown[]).filter((value) => typeof value === "string");
  return !values.some((value) => areAlike(stemsOf(fold(value)), stems));
}

/** Words that name the operation itself say nothing about a value where other words do; a named input decides. */
function narrow(matches: readonly EnumMatch[], leaf: Leaf, context: MatchContext): readonly EnumMatch[] {
  if (matches.length < 2 || leaf.isArray) return matches;
  const telling = matches.filter(
    (match) => !context.operationWords.some((stems) => areSameWord(stems, stemsOf(fold(match.words)))),
  );
  const left = telling.length > 0 ? telling : matches;
  const cued = left.filter((match) => cueBonus(leaf, match, context) > 1);
  return cued.length === 1 ? cued : left;
}

/** "Open tickets" are those in any state that is no end, where a list of states is accepted and none is called so. */
function openValues(leaf: Leaf, context: MatchContext): Proposal | null {
  const values = (leaf.schema.enum as unknown[]).filter((value) => typeof value === "string");
  const going = values.filter((value) => !endedValues.has(fold(value)));
  if (!leaf.isArray || going.length === values.length || going.length === 0) return null;
  if (values.some((value) => openWords.has(fold(value)))) return null;
  const { words } = context.mentions;
  const word = words.find(
    ({ folded }, at) => openWords.has(folded) && !beforeDays.has(words[at + 1]?.folded ?? ""),
  );
  if (!word || (context.verb && overlaps(word, context.verb))) return null;
  const at = { start: word.start, end: word.end, words: word.raw };
  return { leaf, value: going, at, source: "words", weight: 7, evidence: 3 };
}
