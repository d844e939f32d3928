import {
  cueBonus,
  type MatchContext,
  type Matching,
  type Proposal,
} from "#lib/models/extractive/proposal.ts";
import type { Leaf } from "#lib/models/extractive/read-schema.ts";
import type { AssistantRequest, ResolvedLookup, Words } from "#lib/models/extractive/schema.ts";
import { areSameWord, stemsOf } from "#lib/models/extractive/words.ts";
import { fold } from "#lib/ranking/fold.ts";

const personWords = new Set(
  "person people employee colleague assignee manager approver cover watcher watchers owner user requester reporter staff member deputy lead who pessoa colega funcionario gestor".split(
    " ",
  ),
);

export interface PersonFacts {
  readonly self: AssistantRequest["self"];
  readonly lookups: readonly ResolvedLookup[];
  readonly hasDirectory: boolean;
}

export interface PersonMatching extends Matching {
  /** A name that only a directory can turn into a value. */
  readonly lookup: { readonly leaf: Leaf; readonly at: Words } | null;
}

/** People: addresses, names through the directory, and the words for oneself. */
export function matchPeople(
  leaves: readonly Leaf[],
  facts: PersonFacts,
  context: MatchContext,
): PersonMatching {
  const people = leaves.filter(isPersonLeaf);
  const proposals: Proposal[] = [];
  const doubts: Matching["doubts"][number][] = [];
  let lookup: PersonMatching["lookup"] = null;
  for (const leaf of leaves.filter((one) => one.schema.format === "email" || isPersonLeaf(one))) {
    for (const at of context.mentions.emails) {
      proposals.push({ leaf, value: at.words, at, source: "words", weight: 9 + cueBonus(leaf, at, context) });
    }
  }
  for (const at of context.mentions.names) {
    if (isPlace(at, context)) continue;
    const leaf = leafFor(people, at, context);
    const evidence = at.words.includes(" ") ? 6 : 1.5;
    // Words without capitals are only taken for a name where a person is needed.
    if (!leaf || (at.words === at.words.toLowerCase() && !leaf.isRequired)) continue;
    const weight = 6 + cueBonus(leaf, at, context);
    const isFull = at.words.includes(" ");
    if (takesName(leaf) && (isFull || !facts.hasDirectory)) {
      proposals.push({ leaf, value: at.words, at, source: "words", weight, evidence });
      continue;
    }
    const known = facts.lookups.find((entry) => fold(entry.words) === fold(at.words));
    const choices = (known?.entries ?? []).flatMap((entry) => {
      const value = takesName(leaf) ? entry.name : wantsEmail(leaf) ? entry.email : entry.id;
      return value === undefined ? [] : [{ value, label: entry.name }];
    });
    const [only] = choices;
    if (choices.length === 1 && only) {
      proposals.push({ leaf, value: only.value, at, source: "lookup", label: only.label, weight, evidence });
    } else if (known && choices.length === 0 && !isFull) {
      // One capitalised word that the directory does not know is no person: "the train to Swansea".
    } else if (known || !facts.hasDirectory) {
      const reason = choices.length > 1 ? ("several-people" as const) : ("unknown-person" as const);
      doubts.push({ path: leaf.path, reason, words: at.words, choices, at, weight });
    } else {
      lookup ??= { leaf, at };
    }
  }
  proposals.push(...selfProposals(people, facts, context));
  return { proposals, doubts, lookup };
}

/** Whether an input takes a person, by its name or by what its description says. */
export function isPersonLeaf(leaf: Leaf): boolean {
  if (leaf.type !== "string" || Array.isArray(leaf.schema.enum) || leaf.schema.pattern !== undefined)
    return false;
  if (leaf.words.some((word) => personWords.has(word))) return true;
  const isOfPerson = /\b(?:person|colleague|employee|somebody|manager|staff)\b/iu.test(leaf.description);
  if (leaf.schema.format === "email") return isOfPerson;
  return isOfPerson && /\b(?:name|e-?mail|address)\b/iu.test(leaf.description);
}

/** "In Tokyo", "no Porto": a place, whatever it is called. */
function isPlace(at: Words, { mentions }: MatchContext): boolean {
  const before = mentions.words.findLast((word) => word.end <= at.start);
  return before !== undefined && /^(?:in|at|near|around|em|no|na)$/u.test(before.folded);
}

/** A full name is accepted as it is. */
function takesName(leaf: Leaf): boolean {
  if (leaf.schema.format === "email") return false;
  return (
    /\bname\b|\bnome\b/iu.test(leaf.description) || leaf.words.includes("name") || leaf.words.includes("nome")
  );
}

function wantsEmail(leaf: Leaf): boolean {
  return leaf.schema.format === "email" || /\be-?mail\b/iu.test(leaf.description);
}

/** The input that a name belongs to: the one named beside it, else the required one, else the only one. */
function leafFor(people: readonly Leaf[], at: Words, context: MatchContext): Leaf | undefined {
  const cued = people.filter((leaf) => cueBonus(leaf, at, context) > 1);
  if (cued.length === 1) return cued[0];
  const required = people.filter((leaf) => leaf.isRequired);
  if (required.length === 1) return required[0];
  return people.length === 1 ? people[0] : undefined;
}

/**
 * "My leave": a required person is oneself. An optional one only in "assigned to me", or in "my tickets" where the
 * operation is about tickets and has one input for a person.
 */
function selfProposals(people: readonly Leaf[], facts: PersonFacts, context: MatchContext): Proposal[] {
  const { self } = facts;
  const [at] = context.mentions.self;
  if (!self || !at) return [];
  const required = people.filter((leaf) => leaf.isRequired);
  const targets =
    required.length > 0 ? required.slice(0, 1) : people.filter((leaf) => isOwn(leaf, people, context));
  return targets.flatMap((leaf) => {
    const value = wantsEmail(leaf) ? self.email : takesName(leaf) ? self.name : self.id;
    return value === undefined
      ? []
      : [{ leaf, value, at, source: "self" as const, weight: 5, evidence: isOwnRecord(context) ? 3 : 0 }];
  });
}

/** "My balance", "do I have": about oneself. "Can I carry days over" is about the rule. */
function isOwnRecord({ mentions }: MatchContext): boolean {
  return /\b(?:my|mine|meus?|minhas?|tenho|do i (?:still )?have|have i|i have|i've|to me|a mim)\b/iu.test(
    mentions.text,
  );
}

function isOwn(leaf: Leaf, people: readonly Leaf[], context: MatchContext): boolean {
  const { words, self } = context.mentions;
  return self.some((mention) => {
    const at = words.findIndex((word) => word.start === mention.start);
    const word = words[at];
    const isTo =
      /^(?:to|a|para)$/u.test(words[at - 1]?.folded ?? "") || /^(?:mim|me)$/u.test(word?.folded ?? "");
    const before = words[at - 2] ?? words[at - 1];
    if (isTo && before && leaf.words.some((one) => areStemmedAlike(one, before.stems))) return true;
    const next = words[at + 1];
    const isPossessive = /^(?:my|meus?|minhas?)$/u.test(word?.folded ?? "");
    const isAbout =
      next !== undefined && context.operationWords.some((stems) => areSameWord(stems, next.stems));
    return isPossessive && isAbout && people.filter((one) => !one.isArray).length === 1 && !leaf.isArray;
  });
}

/** "assigned" and "assignee" share their beginning, not their stem. */
function areStemmedAlike(word: string, stems: readonly string[]): boolean {
  return (
    areSameWord(stemsOf(word), stems) ||
    stems.some((stem) => stem.length >= 4 && word.startsWith(stem.slice(0, 6)))
  );
}
