import { fillQuestion, isKnowledge, questionPath } from "#lib/models/extractive/choose-operation.ts";
import { quoteFrom } from "#lib/models/extractive/quote-from.ts";
import type { Reading } from "#lib/models/extractive/reading.ts";
import type { Candidate, JsonObject, LastCall } from "#lib/models/extractive/schema.ts";
import { areSameWord, nameWords, stemsOf } from "#lib/models/extractive/words.ts";

export interface NearestQuestion {
  readonly operation: Candidate;
  readonly arguments: JsonObject;
}

/**
 * What to quote beside a refusal. The tool that the words name comes first: "summarise the runbook" asks the runbooks.
 * A request whose own words lead to no passage speaks of what was asked before, so that question is asked again.
 */
export function nearestPassages(
  candidates: readonly Candidate[],
  last: LastCall | undefined,
  reading: Reading,
): NearestQuestion | null {
  const knowledge = candidates
    .filter((candidate) => isKnowledge(candidate) && candidate.isRunnable)
    .sort((left, right) => (right.passageFit ?? 0) - (left.passageFit ?? 0));
  const named = knowledge.find((candidate) => isNamed(candidate, reading));
  const [best] = knowledge;
  const own = named && (named.passageFit ?? 0) >= quoteFrom ? named : best;
  const isOwnSubject = own !== undefined && (own.passageFit ?? 0) >= quoteFrom;
  if (last && !(isOwnSubject && (!named || own === named))) {
    const before = isKnowledge(last.operation) ? last.operation : undefined;
    const operation = named ?? before;
    const question = before ? last.arguments[questionPath(before)] : subjectOf(last);
    if (operation && typeof question === "string") {
      return {
        operation: { ...operation, isRunnable: true },
        arguments: { [questionPath(operation)]: question },
      };
    }
  }
  return own && (own.passageFit ?? 0) >= quoteFrom
    ? { operation: own, arguments: fillQuestion(own, reading).arguments }
    : null;
}

/** What the last call was about: its request, or the ids it was called with when a follow-up left them unsaid. */
function subjectOf({ request, arguments: given }: LastCall): string {
  const ids = Object.values(given).filter(
    (value): value is string => typeof value === "string" && /^(?=.*\p{L})(?=.*\p{N})\S{3,40}$/u.test(value),
  );
  const said = request.toUpperCase();
  return ids.every((id) => said.includes(id.toUpperCase())) ? request : ids.join(" ");
}

/** A word of the tool's name stands in the request. */
function isNamed({ toolName }: Candidate, { mentions }: Reading): boolean {
  return nameWords(toolName).some(
    (word) => !plainNames.has(word) && mentions.words.some(({ stems }) => areSameWord(stems, stemsOf(word))),
  );
}

/** Words of tool names that say nothing about their subject. */
const plainNames = new Set(
  "tool service assistant finder answers guide desk check search list and the of data".split(" "),
);
