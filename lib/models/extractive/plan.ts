import {
  callFrom,
  isKnowledge,
  type Weighed,
  weighCandidates,
} from "#lib/models/extractive/choose-operation.ts";
import { readFollowUp } from "#lib/models/extractive/follow-up.ts";
import { nearestPassages } from "#lib/models/extractive/nearest-passages.ts";
import { planComparison } from "#lib/models/extractive/plan-comparison.ts";
import { quoteFrom } from "#lib/models/extractive/quote-from.ts";
import { readLeaves } from "#lib/models/extractive/read-schema.ts";
import { type Reading, readRequest } from "#lib/models/extractive/reading.ts";
import {
  type AssistantRequest,
  assistantRequestSchema,
  type Candidate,
  type DeclineReason,
  type OperationRef,
  type Step,
  type ToolSuggestion,
  type Words,
} from "#lib/models/extractive/schema.ts";

const mostSuggestions = 3;
const secondSourceShare = 0.9;
/** One word of the ranking alone is too little to call an operation. */
const leastEvidence = 3;

/**
 * Decides what to do with a request: call an operation, look up a name first, show a form, name tools, compare, or
 * decline. Pure: the same request gives the same step. Operations that are not annotated read-only come back with
 * `needsConfirmation`, and a question never leads to one.
 */
export function plan(raw: AssistantRequest): Step {
  const request = assistantRequestSchema.parse(raw);
  const reading = readRequest(request);
  const { intent } = reading;
  if (intent.kind === "greeting" || intent.kind === "help" || intent.kind === "thanks")
    return { kind: "say", phrase: intent.kind };
  if (reading.text.trim() === "")
    return request.mentioned.length > 0 ? planMentioned(request, reading) : { kind: "say", phrase: "help" };
  const followUp = planFollowUp(request, reading);
  if (followUp) return followUp;
  const person = whoIs(reading);
  if (person && request.directory) return lookUpPerson(request.directory, person);
  if (intent.kind === "find-tool") return find(request.candidates, true);
  if (intent.kind === "decline") return decline(intent.reason, request);
  if (intent.kind === "compare") return planCompare(request, reading);
  if (request.mentioned.length > 0) return planMentioned(request, reading);
  return planCall(request, reading);
}

type Request = ReturnType<typeof assistantRequestSchema.parse>;

function planFollowUp(request: Request, reading: Reading): Step | null {
  const followUp = readFollowUp(request, reading);
  if (!followUp) return null;
  const { last, doubtful } = followUp;
  if (followUp.lookup && request.directory) return lookUp(request, followUp.lookup);
  const operation = toRef(last.operation);
  if (doubtful.length > 0) {
    return {
      kind: "ask-form",
      operation,
      filled: followUp.arguments,
      filledFrom: followUp.filledFrom,
      missing: [],
      doubtful: [...doubtful],
    };
  }
  return {
    kind: "call",
    operation,
    arguments: followUp.arguments,
    filledFrom: followUp.filledFrom,
    needsConfirmation: !last.operation.annotations.readOnly,
    ...(followUp.changes.length > 0 ? { repeats: [...followUp.changes] } : {}),
    unused: [],
  };
}

/** An operation that compares and finds what to compare in the request; else two tools, or two subjects. */
function planCompare(request: Request, reading: Reading): Step {
  const weighed = weighCandidates(request, request.candidates, reading);
  const comparing = weighed.find(({ candidate, filling }) => {
    const isComparing = /compar/iu.test(`${candidate.operationName} ${candidate.title}`);
    return (
      isComparing &&
      !takesForeignCode(candidate, request, reading) &&
      candidate.isRunnable &&
      filling.missing.length === 0 &&
      filling.evidence > 0
    );
  });
  if (comparing) return act(comparing, request);
  return planComparison(request, reading) ?? decline("cannot-reason", request);
}

/** A code that another operation lists as a value of its own is nothing for one that only knows the shape of codes. */
function takesForeignCode(candidate: Candidate, { candidates }: Request, { mentions }: Reading): boolean {
  const lists = (one: Candidate, code: string) => valuesOf(one.inputSchema).has(code.toUpperCase());
  return mentions.codes.some(
    ({ words }) => !lists(candidate, words) && candidates.some((other) => lists(other, words)),
  );
}

function valuesOf(schema: Candidate["inputSchema"]): ReadonlySet<string> {
  const values = readLeaves(schema).flatMap((leaf) =>
    Array.isArray(leaf.schema.enum) ? leaf.schema.enum : [],
  );
  return new Set(values.filter((value) => typeof value === "string").map((value) => value.toUpperCase()));
}

/** "Who is Inês Carvalho?" asks the directory, whatever the ranking says. */
function whoIs({ text, mentions }: Reading): Words | null {
  const [name, ...others] = mentions.names;
  const isAsked =
    /^\s*(?:and\s+)?(?:who(?: is|'s|’s)|show(?: me)?|find|look up|quem (?:é|e)|mostra(?:-me)?|procura)\s/iu.test(
      text,
    );
  return name &&
    others.length === 0 &&
    isAsked &&
    mentions.words.length <= name.words.split(/\s+/u).length + 3
    ? name
    : null;
}

function lookUpPerson(directory: NonNullable<Request["directory"]>, at: Words): Step {
  const { start, end, words } = at;
  return {
    kind: "call",
    operation: directory.operation,
    arguments: { [directory.queryPath]: words },
    filledFrom: { [directory.queryPath]: { kind: "words", at: { start, end, words } } },
    needsConfirmation: false,
    unused: [],
  };
}

function planMentioned(request: Request, reading: Reading): Step {
  const own = request.candidates.filter(({ toolSlug }) => request.mentioned.includes(toolSlug));
  const [best] = weighCandidates(
    request,
    own.filter(({ isRunnable }) => isRunnable),
    reading,
  );
  if (best) return act(best, request);
  const first = own[0];
  if (first && !first.isRunnable) return decline("needs-model", request, own);
  // Only operations that change something are left, and the request does not say which: the form asks.
  if (first)
    return {
      kind: "ask-form",
      operation: toRef(first),
      filled: {},
      filledFrom: {},
      missing: [],
      doubtful: [],
    };
  return find(request.candidates, false);
}

function planCall(request: Request, reading: Reading): Step {
  const weighed = weighCandidates(request, request.candidates, reading);
  const [best] = weighed;
  const ready = weighed.filter((one) => one.candidate.isRunnable && canCall(one, request));
  // A question is answered from documents rather than with a form to fill in.
  const callable =
    reading.intent.kind === "question" && (ready[0]?.filling.missing.length ?? 0) > 0
      ? (ready.find(({ candidate }) => isKnowledge(candidate)) ?? ready[0])
      : ready[0];
  const isModelNeeded = best && !best.candidate.isRunnable && best.total >= callFrom;
  if (isModelNeeded && best.total - (callable?.total ?? 0) > 0.1) {
    return decline("needs-model", request, [best.candidate]);
  }
  // Told to do something that no operation does: documents about it do not do it.
  const isTold = reading.verb && reading.verb.class !== "read" && reading.intent.kind === "command";
  if (callable && isTold && isKnowledge(callable.candidate)) return decline("no-operation", request);
  if (callable) return withSecondSource(act(callable, request), callable, weighed, request);
  const near = weighed.find(({ candidate }) => candidate.isRunnable && !isKnowledge(candidate));
  const isNear =
    near !== undefined && near.total >= callFrom - 0.12 && near.candidate.matchedWords.length > 1;
  return isNear && request.decision !== "none"
    ? find([near.candidate, ...request.candidates], false)
    : decline("out-of-scope", request);
}

/** Documents are asked when one of their passages reaches the stated score, services when the request fits them. */
function canCall({ candidate, filling, total }: Weighed, request: Request): boolean {
  if (!isKnowledge(candidate) || candidate.passageFit === undefined) {
    const isTold =
      request.decision === "use" || candidate.matchedWords.length > 1 || filling.evidence >= leastEvidence;
    return isTold && total >= callFrom;
  }
  return candidate.passageFit >= quoteFrom;
}

/** Two knowledge tools whose passages fit about as well are both asked. */
function withSecondSource(step: Step, first: Weighed, weighed: readonly Weighed[], request: Request): Step {
  if (step.kind !== "call" || !isKnowledge(first.candidate)) return step;
  const second = weighed.find((other) => {
    const isOther =
      isKnowledge(other.candidate) &&
      other !== first &&
      other.candidate.isRunnable &&
      canCall(other, request);
    return (
      isOther && (other.candidate.passageFit ?? 0) >= secondSourceShare * (first.candidate.passageFit ?? 1)
    );
  });
  return second
    ? { ...step, also: { operation: toRef(second.candidate), arguments: second.filling.arguments } }
    : step;
}

function act({ candidate, filling }: Weighed, request: Request): Step {
  if (filling.lookup && request.directory) return lookUp(request, filling.lookup);
  const operation = toRef(candidate);
  const isEmptyChange =
    !candidate.annotations.readOnly &&
    /^(?:update|change|edit|set|modify|patch)/iu.test(candidate.operationName) &&
    Object.keys(filling.arguments).length < 2;
  const unknown = filling.lookup
    ? [
        {
          path: filling.lookup.forPath,
          reason: "unknown-person" as const,
          words: filling.lookup.at.words,
          choices: [],
        },
      ]
    : [];
  const doubtful = [...filling.doubtful, ...unknown];
  if (filling.missing.length > 0 || doubtful.length > 0 || isEmptyChange) {
    return {
      kind: "ask-form",
      operation,
      filled: filling.arguments,
      filledFrom: filling.filledFrom,
      missing: filling.missing.filter((path) => !doubtful.some((doubt) => doubt.path === path)),
      doubtful,
    };
  }
  return {
    kind: "call",
    operation,
    arguments: filling.arguments,
    filledFrom: filling.filledFrom,
    needsConfirmation: !candidate.annotations.readOnly,
    unused: filling.unused.filter((said) => !filling.guessed.includes(said)),
  };
}

function lookUp(request: Request, lookup: NonNullable<Weighed["filling"]["lookup"]>): Step {
  const { directory } = request;
  if (!directory) throw new Error("A lookup needs a directory");
  return {
    kind: "lookup",
    operation: directory.operation,
    arguments: { [directory.queryPath]: lookup.at.words },
    at: lookup.at,
    forPath: lookup.forPath,
  };
}

function find(candidates: readonly Candidate[], isSure: boolean): Step {
  return { kind: "find", isSure, tools: suggestions(candidates) };
}

function decline(reason: DeclineReason, request: Request, first: readonly Candidate[] = []): Step {
  const nearest =
    reason === "out-of-scope"
      ? null
      : nearestPassages(request.candidates, request.lastCall, readRequest(request));
  const tools =
    request.decision === "none" && first.length === 0 ? [] : suggestions([...first, ...request.candidates]);
  return {
    kind: "decline",
    reason,
    tools,
    ...(nearest ? { nearest: { operation: toRef(nearest.operation), arguments: nearest.arguments } } : {}),
    offerModel: request.isAdministrator && reason !== "out-of-scope" && reason !== "no-operation",
  };
}

/** One operation per tool, best first. */
function suggestions(candidates: readonly Candidate[]): ToolSuggestion[] {
  const bySlug = new Map<string, ToolSuggestion>();
  for (const candidate of candidates) {
    if (bySlug.has(candidate.toolSlug) || candidate.matchedWords.length === 0) continue;
    const { description, matchedWords, isRunnable } = candidate;
    bySlug.set(candidate.toolSlug, { ...toRef(candidate), description, matchedWords, isRunnable });
  }
  return [...bySlug.values()].slice(0, mostSuggestions);
}

export function toRef({ toolSlug, toolName, operationName, title, toolKind }: OperationRef): OperationRef {
  return { toolSlug, toolName, operationName, title, toolKind };
}
