import { type Filling, fillArguments } from "#lib/models/extractive/fill-arguments.ts";
import type { PersonFacts } from "#lib/models/extractive/match-person.ts";
import { readLeaves } from "#lib/models/extractive/read-schema.ts";
import { type Reading, wholeText } from "#lib/models/extractive/reading.ts";
import type { AssistantRequest, Candidate } from "#lib/models/extractive/schema.ts";
import { isVerb, type VerbClass, verbClassesOf } from "#lib/models/extractive/verbs.ts";
import { areSameWord, nameWords, stemsOf } from "#lib/models/extractive/words.ts";
import { fold } from "#lib/ranking/fold.ts";
import { isStopword } from "#lib/ranking/stopwords.ts";

/** A candidate with what it would be called with, and how well it fits the request. */
export interface Weighed {
  readonly candidate: Candidate;
  readonly filling: Filling;
  /** Around 0 for no fit, 1 for a request that names the operation and its inputs. */
  readonly total: number;
}

/** Call from here on. */
export const callFrom = 0.45;
/** What the first place of the ranking is worth: something by itself, more the surer the router is. */
const worthOfPlace = 0.22;
const worthOfSureness = 0.5;
const worthOfValuesAlone = 0.4;

const related: Readonly<Record<VerbClass, readonly VerbClass[]>> = {
  create: ["create", "send"],
  change: ["change", "decide"],
  remove: ["remove"],
  decide: ["decide", "change"],
  send: ["send", "create"],
  read: ["read"],
};

/**
 * Weighs the candidates by what the ranking says, by the values that the request names for them, and by its verb.
 * An operation that changes something is only weighed when the request tells to: a question never leads to it.
 */
export function weighCandidates(
  request: AssistantRequest,
  candidates: readonly Candidate[],
  reading: Reading,
): Weighed[] {
  const people: PersonFacts = {
    self: request.self,
    lookups: request.lookups ?? [],
    hasDirectory: request.directory !== undefined,
  };
  const top = Math.max(0.01, ...candidates.map(({ score }) => score));
  const worth = worthOfPlace + worthOfSureness * Math.min(1, top);
  return candidates
    .flatMap((candidate) => {
      const verbFit = fitOfVerb(candidate, reading);
      if (verbFit === null) return [];
      const filling = isKnowledge(candidate)
        ? fillQuestion(candidate, reading)
        : fill(request, candidate, reading, people);
      const total = isKnowledge(candidate)
        ? weighKnowledge(candidate, top, reading)
        : ((worth * candidate.score) / top) * ownWords(candidate, filling) +
          saidTitle(candidate, reading) +
          weighValues(candidate, filling, reading) +
          verbFit;
      return [{ candidate, filling, total }];
    })
    .sort((left, right) => right.total - left.total || right.candidate.score - left.candidate.score);
}

/** Words that are values already count for the ranking less: "employees in Porto" is not about holidays in Porto. */
function ownWords(candidate: Candidate, filling: Filling): number {
  const values = Object.values(filling.filledFrom).flatMap((source) =>
    source.kind === "words" ? nameWords(source.at.words) : [],
  );
  const own = candidate.matchedWords.filter((word) => !values.includes(fold(word)));
  return own.length === 0 && values.length > 0 ? worthOfValuesAlone : 1;
}

/** The whole title stands in the request, "who is on call", or at least what it acts on: the alarms of *List alarms*. */
function saidTitle({ title }: Candidate, { mentions }: Reading): number {
  const words = nameWords(title);
  const isSaid = (word: string) => mentions.words.some(({ stems }) => areSameWord(stemsOf(word), stems));
  if (words.length > 1 && words.every(isSaid)) return 0.12;
  const object = words.filter(
    (word, at) => !(at === 0 && isVerb(word)) && !isStopword(word, "en") && !isStopword(word, "pt"),
  );
  return object.length > 0 && object.length < words.length && object.every(isSaid) ? 0.05 : 0;
}

function fill(
  request: AssistantRequest,
  candidate: Candidate,
  reading: Reading,
  people: PersonFacts,
): Filling {
  return fillArguments({
    operation: candidate,
    mentions: reading.mentions,
    language: reading.language,
    timeZone: request.timeZone ?? "UTC",
    verb: reading.verb && reading.verb.class !== "read" ? reading.verb.at : null,
    people,
  });
}

export function isKnowledge(candidate: Pick<Candidate, "toolKind">): boolean {
  return candidate.toolKind === "knowledge";
}

/** A knowledge operation is asked in the person's own words. */
export function fillQuestion(candidate: Pick<Candidate, "inputSchema">, reading: Reading): Filling {
  const at = wholeText(reading);
  const path = questionPath(candidate);
  return {
    arguments: { [path]: at.words },
    filledFrom: { [path]: { kind: "words", at } },
    missing: [],
    doubtful: [],
    lookup: null,
    unused: [],
    guessed: [],
    evidence: 0,
  };
}

/** The input that takes a question: by its name, else the first required text. */
export function questionPath(candidate: Pick<Candidate, "inputSchema">): string {
  const leaves = readLeaves(candidate.inputSchema).filter(
    (leaf) => leaf.type === "string" && leaf.keys.length === 1,
  );
  const named = leaves.find((leaf) => /^(?:question|query|q|text|search|pergunta)$/iu.test(leaf.name));
  return (named ?? leaves.find((leaf) => leaf.isRequired) ?? leaves[0])?.name ?? "question";
}

/** Null when the request must not lead there. */
function fitOfVerb(candidate: Candidate, { verb, intent }: Reading): number | null {
  const classes = verbClassesOf(candidate);
  if (candidate.toolKind === "prompt") return 0;
  if (candidate.annotations.readOnly) return verb && verb.class !== "read" ? -0.35 : 0;
  if (isKnowledge(candidate)) return 0;
  if (!verb || verb.class === "read" || (intent.kind === "question" && !verb)) return null;
  if ([...classes].some((one) => one === verb.class)) return 0.3;
  if ([...classes].some((one) => related[verb.class].includes(one))) return 0.12;
  return candidate.toolKind === "agent" ? 0 : -0.3;
}

function weighValues(candidate: Candidate, filling: Filling, reading: Reading): number {
  const evidence = Math.min(0.5, filling.evidence * 0.032);
  const lacking = 0.13 * Math.min(3, filling.missing.length) + 0.1 * Math.min(3, filling.unused.length);
  const shows = /^(?:get|show|look)/iu.test(candidate.operationName) ? 0.03 : 0;
  const isWholeRequest = filling.evidence >= 9 && filling.missing.length === 0 && filling.unused.length === 0;
  const whole = isWholeRequest && isShort(reading) ? 0.15 : 0;
  const names = new Set([...nameWords(candidate.operationName), ...nameWords(candidate.title)]);
  const counts = names.has("count") || names.has("total") || names.has("statistics");
  const counting = reading.asksHowMany ? (counts ? 0.2 : 0) : counts ? -0.15 : 0;
  const explaining =
    reading.intent.kind !== "question" ? 0 : reading.asksForRule ? -0.15 : reading.asksToExplain ? -0.06 : 0;
  // A sequence is made for requests that ask for several things at once.
  const sequence =
    candidate.toolKind === "agent" && reading.asksTwoThings && filling.missing.length === 0 ? 0.15 : 0;
  return evidence - lacking + counting + explaining + shows + whole + sequence;
}

/** "T-4655?", "pull up T-4655": an id and next to nothing else. */
function isShort({ mentions }: Reading): boolean {
  return mentions.codes.length > 0 && mentions.words.length <= 4;
}

function weighKnowledge(candidate: Candidate, top: number, reading: Reading): number {
  const ranking = 0.12 * (candidate.score / top);
  const passages = 0.75 * (candidate.passageFit ?? 0);
  const explaining = reading.asksForRule ? 0.3 : reading.asksToExplain ? 0.12 : 0;
  const dated = reading.mentions.dates.length > 0 && reading.intent.kind === "command" ? -0.15 : 0;
  const telling =
    reading.verb && reading.verb.class !== "read" && reading.intent.kind !== "question" ? -0.4 : 0;
  return ranking + passages + explaining + telling + dated;
}
