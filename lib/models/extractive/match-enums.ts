import { type EnumMatch, matchEnum } from "#lib/models/extractive/match-enum.ts";
import {
  cueBonus,
  type MatchContext,
  type Matching,
  type Proposal,
} from "#lib/models/extractive/proposal.ts";
import type { Leaf } from "#lib/models/extractive/read-schema.ts";
import type { Words } from "#lib/models/extractive/schema.ts";
import { areSameWord, overlaps, stemsOf } from "#lib/models/extractive/words.ts";
import { fold } from "#lib/ranking/fold.ts";

const weightOf = { 3: 9, 2: 7, 1: 4 } as const;
const openWords = new Set(
  "open opened pending unresolved aberto aberta abertos abertas pendente pendentes".split(" "),
);
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
    const matches = narrow(
      matchEnum(leaf, context.mentions, (place) => isVerb(place, leaf, context)),
      leaf,
      context,
    );
    if (leaf.isArray) {
      proposals.push(...matches.map((match) => toProposal(leaf, match, context)));
      continue;
    }
    const strongest = matches.filter((match) => match.strength === matches[0]?.strength);
    const [first, ...others] = strongest;
    if (!first) continue;
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
  const weight = weightOf[match.strength] + cueBonus(leaf, match, context);
  return { leaf, value: match.value, at: plain(match), source: "words", weight };
}

function plain({ start, end, words }: Words): Words {
  return { start, end, words };
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
  return !values.some((value) => areSameWord(stemsOf(fold(value)), stems));
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
  const word = context.mentions.words.find(({ folded }) => openWords.has(folded));
  if (!word || (context.verb && overlaps(word, context.verb))) return null;
  const at = { start: word.start, end: word.end, words: word.raw };
  return { leaf, value: going, at, source: "words", weight: 7 };
}
