import { matchBoolean } from "#lib/models/extractive/match-boolean.ts";
import { matchCode } from "#lib/models/extractive/match-code.ts";
import { matchDates } from "#lib/models/extractive/match-date.ts";
import { matchEnums } from "#lib/models/extractive/match-enums.ts";
import { matchNumbers } from "#lib/models/extractive/match-number.ts";
import { matchPeople, type PersonFacts } from "#lib/models/extractive/match-person.ts";
import { matchTexts } from "#lib/models/extractive/match-text.ts";
import type { Mentions } from "#lib/models/extractive/mentions.ts";
import type { MatchContext, Proposal } from "#lib/models/extractive/proposal.ts";
import { isObject, type Leaf, readLeaves } from "#lib/models/extractive/read-schema.ts";
import type {
  Candidate,
  DoubtfulValue,
  FilledFrom,
  JsonObject,
  Language,
  ValueSource,
  Words,
} from "#lib/models/extractive/schema.ts";
import { settle } from "#lib/models/extractive/settle-proposals.ts";
import { nameWords, overlaps, stemsOf } from "#lib/models/extractive/words.ts";

export interface FillRequest {
  readonly operation: Pick<Candidate, "inputSchema" | "annotations" | "title" | "operationName">;
  readonly mentions: Mentions;
  readonly language: Language;
  readonly timeZone: string;
  /** Words that are the request's verb, such as "open" in "open a ticket". */
  readonly verb: Words | null;
  readonly people: PersonFacts;
}

export interface Filling {
  readonly arguments: JsonObject;
  readonly filledFrom: FilledFrom;
  /** Required inputs without a value. */
  readonly missing: readonly string[];
  readonly doubtful: readonly DoubtfulValue[];
  /** A name to look up before anything else. */
  readonly lookup: { readonly at: Words; readonly forPath: string } | null;
  /** Ids, days, people and sums in the request that no input took. */
  readonly unused: readonly string[];
  /** Those of them that were only a guess at a name, by words in small letters: nothing to tell the person. */
  readonly guessed: readonly string[];
  /** Sum of the weights of what was filled from telling words: how well request and operation fit. */
  readonly evidence: number;
}

const evidenceOfName = 6;
const evidenceOfDoubt = 2;

/**
 * Takes values for an operation's inputs from the words of a request. Every value names the words it came from; what
 * can be read in two ways is doubtful and stays empty; what has a default and is not named is left out.
 */
export function fillArguments(request: FillRequest): Filling {
  const leaves = readLeaves(request.operation.inputSchema);
  const context: MatchContext = {
    mentions: request.mentions,
    language: request.language,
    timeZone: request.timeZone,
    isReadOnly: request.operation.annotations.readOnly,
    operationWords: [
      ...nameWords(request.operation.title),
      ...nameWords(request.operation.operationName),
    ].map(stemsOf),
    verb: request.verb,
  };
  const dates = matchDates(leaves, context);
  const people = matchPeople(leaves, request.people, context);
  const enums = matchEnums(leaves, context);
  const first = settle(
    [
      ...leaves.flatMap((leaf) => [...matchCode(leaf, context), ...matchBoolean(leaf, context)]),
      ...dates.proposals,
      ...people.proposals,
      ...enums.proposals,
      ...matchNumbers(leaves, context),
    ],
    [...dates.doubts, ...people.doubts, ...enums.doubts],
  );
  const taken = [
    ...first.accepted.map(({ at }) => at),
    ...first.doubts.map(({ at }) => at),
    ...people.proposals.map(({ at }) => at),
    ...(people.lookup ? [people.lookup.at] : []),
  ];
  const named = [...taken, ...mentionPlaces(request.mentions)];
  const texts = settle(matchTexts(leaves, { taken, named }, context), []);
  const accepted = chooseBranches([...first.accepted, ...texts.accepted]);
  const doubtful = first.doubts.filter(({ path }) => !accepted.some(({ leaf }) => leaf.path === path));
  const unused = unusedMentions(request.mentions, [
    ...accepted.map(({ at }) => at),
    ...doubtful.map(({ at }) => at),
    ...(people.lookup ? [people.lookup.at] : []),
  ]);
  return {
    arguments: toArguments(accepted),
    filledFrom: Object.fromEntries(accepted.map((proposal) => [proposal.leaf.path, sourceOf(proposal)])),
    missing: missingPaths(leaves, accepted, new Set(doubtful.map(({ path }) => path))),
    doubtful: doubtful.map(({ path, reason, words, choices }) => ({ path, reason, words, choices })),
    lookup:
      people.lookup && !accepted.some(({ leaf }) => leaf === people.lookup?.leaf)
        ? { at: people.lookup.at, forPath: people.lookup.leaf.path }
        : null,
    unused,
    guessed: request.mentions.names.flatMap(({ words }) => (words === words.toLowerCase() ? [words] : [])),
    evidence:
      accepted.reduce((sum, { weight, evidence }) => sum + (evidence ?? weight), 0) +
      (people.lookup ? evidenceOfName : 0) +
      evidenceOfDoubt * doubtful.length,
  };
}

function mentionPlaces({ codes, dates, emails, names }: Mentions): Words[] {
  return [...codes, ...dates, ...emails, ...names];
}

function sourceOf({ source, at, label }: Proposal): ValueSource {
  const words = { start: at.start, end: at.end, words: at.words };
  if (source === "self") return { kind: "self", at: words };
  if (source === "lookup") return { kind: "lookup", at: words, label: label ?? words.words };
  return { kind: "words", at: words };
}

/** Of the branches of a `oneOf` the one with the most values stays, with what it fixes; a tie leaves it to the form. */
function chooseBranches(accepted: readonly Proposal[]): Proposal[] {
  const counts = new Map<string, Map<number, number>>();
  for (const { leaf } of accepted) {
    if (!leaf.branch) continue;
    const perBranch = counts.get(leaf.branch.at) ?? new Map<number, number>();
    perBranch.set(leaf.branch.index, (perBranch.get(leaf.branch.index) ?? 0) + 1);
    counts.set(leaf.branch.at, perBranch);
  }
  return accepted.filter(({ leaf: { branch } }) => {
    if (!branch) return true;
    const perBranch = [...(counts.get(branch.at) ?? [])].sort((left, right) => right[1] - left[1]);
    const [best, second] = perBranch;
    return best?.[0] === branch.index && best[1] !== second?.[1];
  });
}

function toArguments(accepted: readonly Proposal[]): JsonObject {
  const result: JsonObject = {};
  for (const { leaf, value } of accepted) {
    setAt(result, leaf.keys, value, leaf.isArray);
    if (!leaf.branch) continue;
    const above = leaf.branch.at === "" ? [] : leaf.branch.at.split(".");
    for (const [name, fixed] of Object.entries(leaf.branch.constants))
      setAt(result, [...above, name], fixed, false);
  }
  return result;
}

/** Sets a value in nested objects; a list grows by it. */
export function setAt(target: JsonObject, keys: readonly string[], value: unknown, isArray: boolean): void {
  let object = target;
  for (const key of keys.slice(0, -1)) {
    const inner = object[key];
    const next = isObject(inner) ? inner : {};
    object[key] = next;
    object = next;
  }
  const last = keys.at(-1);
  if (last === undefined || last === "__proto__") return;
  const list = object[last];
  if (!isArray) object[last] = value;
  else if (Array.isArray(list)) object[last] = [...list, value];
  else object[last] = Array.isArray(value) ? value : [value];
}

function missingPaths(
  leaves: readonly Leaf[],
  accepted: readonly Proposal[],
  doubtful: ReadonlySet<string>,
): string[] {
  const filled = new Set(accepted.map(({ leaf }) => leaf.path));
  const opened = new Set(accepted.flatMap(({ leaf }) => leaf.optionalParent ?? []));
  const branches = new Map(
    accepted.flatMap(({ leaf }) => (leaf.branch ? [[leaf.branch.at, leaf.branch.index] as const] : [])),
  );
  return leaves
    .filter((leaf) => {
      if (doubtful.has(leaf.path)) return false;
      if (filled.has(leaf.path)) return isTooShort(leaf, accepted);
      if (leaf.branch && branches.get(leaf.branch.at) !== leaf.branch.index) return false;
      if (leaf.isRequired) return true;
      return leaf.isRequiredInParent && leaf.optionalParent !== null && opened.has(leaf.optionalParent);
    })
    .map(({ path }) => path);
}

/** A list that needs more items than the request names. */
function isTooShort(leaf: Leaf, accepted: readonly Proposal[]): boolean {
  return leaf.isArray && accepted.filter((proposal) => proposal.leaf === leaf).length < leaf.minItems;
}

function unusedMentions(mentions: Mentions, used: readonly Words[]): string[] {
  const sums = mentions.numbers.filter(({ currency, value }) => currency !== null || value >= 1000);
  const telling = [
    ...mentions.codes,
    ...mentions.dates,
    ...mentions.emails,
    ...mentions.names,
    ...mentions.quoted,
    ...sums,
  ];
  return telling
    .filter((mention) => !used.some((other) => overlaps(mention, other)))
    .sort((left, right) => left.start - right.start)
    .map(({ words }) => words);
}
