import { isDeepStrictEqual } from "node:util";
import { type ChosenPassage, choosePassages } from "#lib/knowledge/passages.ts";
import { acceptsCode } from "#lib/models/extractive/accepts-code.ts";
import { plan } from "#lib/models/extractive/plan.ts";
import { quoteFrom } from "#lib/models/extractive/quote-from.ts";
import type { AssistantRequest, Candidate, JsonObject, Step } from "#lib/models/extractive/schema.ts";
import { topicText } from "#lib/models/extractive/topic-text.ts";
import { confidence, decide, rankingFacts } from "#lib/ranking/decide.ts";
import { parseQuery } from "#lib/ranking/query.ts";
import type { DemoWorld } from "./demo-world.ts";
import type { MeasuredRequest } from "./measured-requests.ts";

export interface Outcome {
  readonly request: MeasuredRequest;
  readonly step: Step;
  readonly quoted: readonly ChosenPassage[];
  readonly isRight: boolean;
  /** Values that the request does not say. */
  readonly invented: readonly string[];
  readonly unconfirmedWrite: boolean;
  readonly milliseconds: number;
  readonly note: string;
}

export const self = { id: "N0042", email: "amelia.hart@northmere.example", name: "Amelia Hart" };

/** Ranks, plans, looks names up and quotes, the way the chat does, and compares with what is right. */
export function runRequest(
  world: DemoWorld,
  request: MeasuredRequest,
  now: string,
  timeZone: string,
): Outcome {
  const begin = performance.now();
  const base: AssistantRequest = {
    text: request.text,
    now,
    timeZone,
    self,
    directory: world.directory,
    ...rank(world, request.text),
    ...("last" in request && request.last ? { lastCall: lastCall(world, request.last) } : {}),
  };
  const lookups: NonNullable<AssistantRequest["lookups"]> = [];
  let step = plan(base);
  for (let rounds = 0; step.kind === "lookup" && rounds < 3; rounds += 1) {
    lookups.push({ words: step.at.words, entries: world.findPeople(step.at.words) });
    step = plan({ ...base, lookups });
  }
  const quoted = quoteAll(world, step);
  const milliseconds = performance.now() - begin;
  const invented = inventedValues(step, request);
  const isWrite = step.kind === "call" && !operationOf(world, step).annotations.readOnly;
  return {
    request,
    step,
    quoted,
    isRight: judge(request, step, quoted),
    invented,
    unconfirmedWrite: isWrite && step.kind === "call" && !step.needsConfirmation,
    milliseconds,
    note: inWords(step, quoted),
  };
}

export function rank(world: DemoWorld, text: string): Pick<AssistantRequest, "candidates" | "decision"> {
  const result = world.ranking.search(parseQuery(topicText(text)), { limit: 12, correctSpelling: true });
  const scored = new Map(result.hits.map((hit) => [hit.id, hit]));
  const top = result.hits[0]?.score ?? 1;
  const candidates = [...world.operations].flatMap(([key, operation]): Candidate[] => {
    const hit = scored.get(key);
    const passageFit =
      operation.toolKind === "knowledge" ? bestFit(world, operation.toolSlug, text) : undefined;
    if (!hit && !passageFit && !acceptsCode(operation.inputSchema, text)) return [];
    const score = hit ? confidence(rankingFacts(result)) * (hit.score / top) : 0;
    return [
      {
        ...operation,
        score,
        matchedWords: [...(hit?.matchedWords ?? [])],
        ...(passageFit === undefined ? {} : { passageFit }),
      },
    ];
  });
  candidates.sort((left, right) => right.score - left.score);
  const hasAnswer = candidates.some(({ passageFit }) => (passageFit ?? 0) >= quoteFrom);
  const verdict = decide(result);
  return { candidates, decision: verdict === "none" && hasAnswer ? "offer" : verdict };
}

function bestFit(world: DemoWorld, slug: string, question: string): number {
  const documents = world.documentsOf.get(slug);
  const search = world.passages.search(question, { ...(documents ? { documents } : {}) });
  return choosePassages(search, { question }).fit;
}

/** What the chat quotes: the best four of the passages that the one or two knowledge operations answer with. */
function quoteAll(world: DemoWorld, step: Step): readonly ChosenPassage[] {
  if (step.kind !== "call" || step.operation.toolKind !== "knowledge") return [];
  const calls = [step, ...(step.also ? [step.also] : [])];
  const all = calls.flatMap((one) => quote(world, one.operation.toolSlug, one.arguments));
  return all.sort((left, right) => right.score - left.score).slice(0, 4);
}

function quote(world: DemoWorld, slug: string, args: JsonObject): readonly ChosenPassage[] {
  const question = String(args.question);
  const documents = world.documentsOf.get(slug);
  return choosePassages(world.passages.search(question, { ...(documents ? { documents } : {}) }), {
    question,
  }).passages;
}

function lastCall(world: DemoWorld, last: { operation: string; arguments: JsonObject; request: string }) {
  const operation = [...world.operations.values()].find(
    ({ operationName }) => operationName === last.operation,
  );
  if (!operation) throw new Error(`The demo has no operation ${last.operation}`);
  return {
    operation: { ...operation, score: 1, matchedWords: [] },
    arguments: last.arguments,
    request: last.request,
  };
}

function operationOf(world: DemoWorld, step: Extract<Step, { kind: "call" }>) {
  const found = world.operations.get(`${step.operation.toolSlug}:${step.operation.operationName}`);
  if (!found) throw new Error(`The demo has no operation ${step.operation.operationName}`);
  return found;
}

function judge(request: MeasuredRequest, step: Step, quoted: readonly ChosenPassage[]): boolean {
  if (request.kind === "quote") {
    if ((request.expect.alternatives ?? []).some((one) => isCall(step, one))) return true;
    return quoted.some((passage) =>
      request.expect.passages.some(
        ({ document, text }) =>
          passage.document.documentId === document && passage.passage.text.includes(text),
      ),
    );
  }
  if (request.kind === "decline")
    return step.kind === "decline" && request.expect.reasons.includes(step.reason);
  if (request.kind === "out-of-scope") {
    const abstains = step.kind === "call" && step.operation.toolKind === "knowledge" && quoted.length === 0;
    return step.kind === "decline" || abstains;
  }
  const { expect } = request;
  if (expect.form) {
    return (
      step.kind === "ask-form" &&
      step.operation.operationName === expect.operation &&
      isDeepStrictEqual(step.filled, expect.arguments) &&
      isDeepStrictEqual([...step.missing].sort(), [...(expect.missing ?? [])].sort())
    );
  }
  return isCall(step, expect) || (expect.alternatives ?? []).some((one) => isCall(step, one));
}

function isCall(step: Step, expected: { operation: string; arguments: JsonObject }): boolean {
  return (
    step.kind === "call" &&
    step.operation.operationName === expected.operation &&
    isDeepStrictEqual(step.arguments, expected.arguments)
  );
}

/**
 * A value is invented when it is none of the expected ones and the request does not say it literally. A question to a
 * knowledge tool is the request itself.
 */
function inventedValues(step: Step, request: MeasuredRequest): string[] {
  if (step.kind !== "call" && step.kind !== "ask-form") return [];
  if (step.operation.toolKind === "knowledge") return [];
  const filled = step.kind === "call" ? step.arguments : step.filled;
  const expected = [
    ...(request.kind === "call" || request.kind === "follow-up"
      ? [request.expect, ...(request.expect.alternatives ?? [])]
      : []),
    ...(request.kind === "quote" ? (request.expect.alternatives ?? []) : []),
  ];
  const allowed = expected.flatMap((one) =>
    Object.values(one.arguments).map((value) => JSON.stringify(value)),
  );
  return Object.entries(filled)
    .filter(([, value]) => !allowed.includes(JSON.stringify(value)) && !isSaid(value, request.text))
    .map(([path, value]) => `${path}=${JSON.stringify(value)}`);
}

function isSaid(value: unknown, text: string): boolean {
  const plain = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return ["string", "number"].includes(typeof value) && plain(text).includes(plain(String(value)));
}

function inWords(step: Step, quoted: readonly ChosenPassage[]): string {
  if (step.kind === "call" && quoted.length > 0) {
    return `quote ${quoted.map((one) => `${one.document.documentId} (${one.headingPath.at(-1)}, ${one.fit.toFixed(2)})`).join("; ")}`;
  }
  if (step.kind === "call")
    return `call ${step.operation.operationName} ${JSON.stringify(step.arguments)} unused ${step.unused.join("|")}`;
  if (step.kind === "ask-form") {
    return `form ${step.operation.operationName} ${JSON.stringify(step.filled)} missing ${step.missing.join(",")} doubtful ${JSON.stringify(step.doubtful.map(({ path, reason }) => [path, reason]))}`;
  }
  if (step.kind === "decline") return `decline ${step.reason}`;
  if (step.kind === "find") return `find ${step.tools.map(({ operationName }) => operationName).join(", ")}`;
  return step.kind;
}
