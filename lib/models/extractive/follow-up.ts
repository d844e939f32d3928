import { fillQuestion, isKnowledge, questionPath } from "#lib/models/extractive/choose-operation.ts";
import { fillArguments, setAt } from "#lib/models/extractive/fill-arguments.ts";
import { isObject, readLeaves } from "#lib/models/extractive/read-schema.ts";
import { type Reading, wholeText } from "#lib/models/extractive/reading.ts";
import type {
  AssistantRequest,
  DoubtfulValue,
  FilledFrom,
  JsonObject,
  LastCall,
  Words,
} from "#lib/models/extractive/schema.ts";
import {
  areAlike,
  nameWords,
  overlaps,
  readWords,
  stemsOf,
  type Word,
} from "#lib/models/extractive/words.ts";
import { fold } from "#lib/ranking/fold.ts";
import { isStopword } from "#lib/ranking/stopwords.ts";

/** The last operation again with what the person changed. */
export interface FollowUp {
  readonly last: LastCall;
  readonly arguments: JsonObject;
  readonly filledFrom: FilledFrom;
  readonly changes: readonly { readonly path: string; readonly from: unknown; readonly to: unknown }[];
  readonly doubtful: readonly DoubtfulValue[];
  readonly lookup: { readonly at: Words; readonly forPath: string } | null;
}

const lead =
  /^\s*(?:(?:ok|okay|right|thanks|obrigad[oa]|certo)[,.]?\s+)?(?:and|or|now|also|then|what about|how about|and what about|and how about|same(?: thing)?(?: again)?(?: for| with| but)?|the same(?: for| with)?|e|ou|agora|e quanto a[os]?|e que tal|o mesmo(?: para| com)?|mas|but|only|just|so|apenas|instead|tenta|try)\b/u;
const small = new Set(
  "for with in on at the of about same again instead only just those that ones please one there now then too also what how do it is para por com na no em de da do dos das os as um uma so apenas isso esse essa esses essas ao aos mesmo agora e and or quanto que tal a o site ticket number".split(
    " ",
  ),
);

/**
 * Reads "and for 4712?" as the last operation with 4712 in its place. Null when the request brings words of its own
 * that neither a value nor the last operation explains: then it is a new request.
 */
export function readFollowUp(request: AssistantRequest, reading: Reading): FollowUp | null {
  const last = request.lastCall;
  if (!last) return null;
  const folded = fold(reading.text);
  const isLed = lead.test(folded);
  const { words } = reading.mentions;
  if (words.length === 0 || words.length > 12) return null;
  const operation = { isRunnable: true, ...last.operation };
  if (isKnowledge(operation))
    return isLed && words.length <= 9 ? continueQuestion({ ...last, operation }, reading) : null;
  const filling = fillArguments({
    operation,
    mentions: reading.mentions,
    language: reading.language,
    timeZone: request.timeZone ?? "UTC",
    verb: null,
    people: {
      self: request.self,
      lookups: request.lookups ?? [],
      hasDirectory: request.directory !== undefined,
    },
  });
  const places = [
    ...Object.values(filling.filledFrom).flatMap((source) => (source.kind === "previous" ? [] : [source.at])),
    ...(filling.lookup ? [filling.lookup.at] : []),
  ];
  const doubtedWords = new Set(filling.doubtful.flatMap(({ words: said }) => fold(said).split(/[\s,]+/u)));
  const own = words.filter(
    (word) =>
      !isExplained(word, places, doubtedWords, operation) && !isNameBeside(word, places, reading.text),
  );
  const hasValue = places.length > 0 || filling.doubtful.length > 0;
  if (!hasValue || own.length > 0 || filling.unused.some((said) => !/^\p{Lu}\p{Ll}+$/u.test(said)))
    return null;
  if (!isLed && !isBare(words, places)) return null;
  return merge({ ...last, operation }, filling);
}

function isExplained(
  word: Word,
  places: readonly Words[],
  doubted: ReadonlySet<string>,
  operation: LastCall["operation"],
): boolean {
  if (places.some((place) => overlaps(word, place)) || doubted.has(word.folded)) return true;
  if (small.has(word.folded) || isStopword(word.folded, "en") || isStopword(word.folded, "pt")) return true;
  const known = [
    ...nameWords(operation.title),
    ...nameWords(operation.operationName),
    ...readLeaves(operation.inputSchema).flatMap((leaf) => leaf.words),
  ];
  return known.some((one) => areAlike(stemsOf(one), word.stems));
}

/** The place name in "Gloucester site GLS-02": it says the same as the id behind it. */
function isNameBeside(word: Word, places: readonly Words[], text: string): boolean {
  if (!/^\p{Lu}\p{Ll}+$/u.test(word.raw)) return false;
  return places.some((place) => /^(?:\s+\p{L}+)?\s+$/u.test(text.slice(word.end, place.start)));
}

/** "BRG-09?": nothing but values and small words. */
function isBare(words: readonly Word[], places: readonly Words[]): boolean {
  return words.every((word) => places.some((place) => overlaps(word, place)) || small.has(word.folded));
}

function merge(last: LastCall, filling: ReturnType<typeof fillArguments>): FollowUp {
  const merged = structuredClone(last.arguments);
  const filledFrom: FilledFrom = {};
  for (const path of pathsOf(last.arguments)) filledFrom[path] = { kind: "previous" };
  const changes = Object.entries(filling.filledFrom).flatMap(([path, source]) => {
    const [from, to] = [valueAt(last.arguments, path), valueAt(filling.arguments, path)];
    setAt(merged, path.split("."), to, false);
    filledFrom[path] = source;
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ path, from, to }];
  });
  for (const { path } of filling.doubtful) delete filledFrom[path];
  return { last, arguments: merged, filledFrom, changes, doubtful: filling.doubtful, lookup: filling.lookup };
}

function continueQuestion(last: LastCall, reading: Reading): FollowUp | null {
  const path = questionPath(last.operation);
  const before = last.arguments[path];
  const place = wholeText(reading);
  const rest = place.words.replace(new RegExp(lead.source, "iu"), "").replace(/^[\s,]+|[\s?!.]+$/gu, "");
  if (typeof before !== "string" || rest === "") return null;
  const to = withCode(before, rest) ?? `${before.replace(/[\s?!.]+$/u, "")} ${rest}?`;
  const { filledFrom } = fillQuestion(last.operation, reading);
  return {
    last,
    arguments: { ...last.arguments, [path]: to },
    filledFrom,
    changes: [{ path, from: before, to }],
    doubtful: [],
    lookup: null,
  };
}

/** "And for BRG-09?" after a question on BRG-07: the code takes the place of the one of its shape. */
function withCode(before: string, rest: string): string | null {
  const isCode = ({ raw }: Word) => /\p{L}/u.test(raw) && /\p{N}/u.test(raw);
  const shapeOf = ({ raw }: Word) => raw.replace(/\p{L}/gu, "A").replace(/\p{N}/gu, "0");
  const words = readWords(rest).filter((word) => !small.has(word.folded) && !isStopword(word.folded, "en"));
  const [code] = words;
  if (!code || words.length > 1 || !isCode(code)) return null;
  const alike = readWords(before).filter((word) => isCode(word) && shapeOf(word) === shapeOf(code));
  const [old] = alike;
  return old && alike.length === 1 ? before.slice(0, old.start) + code.raw + before.slice(old.end) : null;
}

/** The value at a dotted path. */
export function valueAt(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
}

function pathsOf(value: JsonObject, above = ""): string[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = above === "" ? key : `${above}.${key}`;
    return isObject(inner) ? pathsOf(inner, path) : [path];
  });
}
