import { joinWords, phrase } from "#lib/models/extractive/phrases.ts";
import { present } from "#lib/models/extractive/present.ts";
import { quote } from "#lib/models/extractive/quote.ts";
import { titleOf } from "#lib/models/extractive/read-columns.ts";
import { isObject, resolve } from "#lib/models/extractive/read-schema.ts";
import type {
  Answer,
  AnswerPart,
  DoubtfulValue,
  JsonObject,
  Language,
  QuotablePassage,
  Step,
  StepOf,
} from "#lib/models/extractive/schema.ts";

export interface AnswerFacts {
  readonly language: Language;
  readonly now: string;
}

/** An answer of these parts; `madeBy` says under it *Quoted, not generated*. */
export function makeAnswer(parts: readonly AnswerPart[], { language }: AnswerFacts): Answer {
  return { madeBy: "quoted", language, parts: [...parts] };
}

/** The words of a path as people read them: the title that the input schema gives, else its name. */
export function fieldTitle(path: string, inputSchema: JsonObject): string {
  let schema = resolve(inputSchema, inputSchema);
  for (const key of path.split(".")) {
    schema = resolve(inputSchema, isObject(schema.properties) ? schema.properties[key] : undefined);
  }
  return titleOf(path.split(".").at(-1) ?? path, schema);
}

/** What a step says by itself, without any call: tools, a refusal, a form, a greeting. */
export function answerStep(
  step: StepOf<"find" | "decline" | "say" | "ask-form">,
  facts: AnswerFacts,
  inputSchema: JsonObject = {},
): AnswerPart[] {
  const { language } = facts;
  switch (step.kind) {
    case "say":
      return [{ type: "text", text: phrase(language, step.phrase) }];
    case "find":
      if (step.tools.length === 0) return [{ type: "text", text: phrase(language, "noToolFound") }];
      return [
        { type: "text", text: phrase(language, step.isSure ? "toolsFound" : "toolsUnsure") },
        { type: "tool-suggestion", tools: step.tools },
      ];
    case "ask-form":
      return answerForm(step, language, inputSchema);
    case "decline":
      return answerDecline(step, language);
  }
}

const refusals = {
  "cannot-summarise": "cannotSummarise",
  "cannot-translate": "cannotTranslate",
  "cannot-draft": "cannotDraft",
  "cannot-reason": "cannotReason",
  "out-of-scope": "outOfScope",
} as const;

function answerDecline(step: StepOf<"decline">, language: Language): AnswerPart[] {
  const sentence =
    step.reason === "needs-model"
      ? phrase(language, "needsModel", { tool: step.tools[0]?.toolName ?? "" })
      : phrase(language, refusals[step.reason]);
  const parts: AnswerPart[] = [
    { type: "text", text: step.offerModel ? `${sentence} ${phrase(language, "connectModel")}` : sentence },
  ];
  if (step.tools.length > 0) {
    parts.push(
      { type: "text", text: phrase(language, "nearestTools") },
      { type: "tool-suggestion", tools: step.tools },
    );
  }
  return parts;
}

/** The passages that come nearest to what was refused, behind the refusal. */
export function answerNearest(passages: readonly QuotablePassage[], facts: AnswerFacts): AnswerPart[] {
  if (passages.length === 0) return [];
  return [
    { type: "text", text: phrase(facts.language, "nearestPassages") },
    ...quote({ passages, agreement: "agree", toolName: "", ...facts }),
  ];
}

function answerForm(step: StepOf<"ask-form">, language: Language, inputSchema: JsonObject): AnswerPart[] {
  const isLacking = step.missing.length > 0 || step.doubtful.length > 0;
  const sentences = [
    phrase(language, isLacking ? "askForm" : "askFormReady", { operation: step.operation.title }),
  ];
  if (step.missing.length > 0) {
    const fields = joinWords(
      language,
      step.missing.map((path) => fieldTitle(path, inputSchema)),
    );
    sentences.push(phrase(language, "missing", { fields }));
  }
  for (const doubt of step.doubtful) sentences.push(doubtLine(doubt, language, inputSchema));
  const { operation, filled, filledFrom, missing, doubtful } = step;
  return [
    { type: "text", text: sentences.join(" ") },
    { type: "ask-form", operation, filled, filledFrom, missing, doubtful },
  ];
}

const doubts = {
  "several-values": "severalValues",
  "several-people": "severalPeople",
  "unknown-person": "unknownPerson",
  "unclear-date": "unclearDate",
  "not-accepted": "notAccepted",
} as const;

/** Why one value is asked for instead of taken. */
export function doubtLine(doubt: DoubtfulValue, language: Language, inputSchema: JsonObject): string {
  return phrase(language, doubts[doubt.reason], {
    field: fieldTitle(doubt.path, inputSchema),
    words: doubt.words,
  });
}

/** What a follow-up changed, and what of the request was not used: said before the result. */
export function callLine(step: StepOf<"call">, language: Language, inputSchema: JsonObject): string | null {
  const sentences: string[] = [];
  if (step.repeats && step.repeats.length > 0) {
    const changes = step.repeats.map(({ path, from, to }) => {
      const field = fieldTitle(path, inputSchema);
      if (from === null || from === undefined)
        return phrase(language, "changeNew", { field, to: inWords(to) });
      return phrase(language, "change", { field, from: inWords(from), to: inWords(to) });
    });
    sentences.push(phrase(language, "repeats", { changes: joinWords(language, changes) }));
  }
  if (step.unused.length > 0) {
    sentences.push(
      phrase(language, "unused", {
        words: joinWords(
          language,
          step.unused.map((words) => `“${words}”`),
        ),
      }),
    );
  }
  return sentences.length > 0 ? sentences.join(" ") : null;
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(inWords).join(", ");
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : JSON.stringify(value);
}

export type CallOutcome =
  | { readonly kind: "result"; readonly result: unknown; readonly outputSchema: JsonObject }
  /** `reason` is the sentence that the runner already made fit for people. */
  | { readonly kind: "error"; readonly reason: string };

/** The answer to a call that ran. Passages are quoted, everything else is presented by its schema. */
export function answerCall(
  call: {
    readonly step: Step & { readonly kind: "call" };
    readonly requestText: string;
    readonly inputSchema: JsonObject;
  },
  outcome: CallOutcome,
  facts: AnswerFacts,
): AnswerPart[] {
  const { language, now } = facts;
  const line = callLine(call.step, language, call.inputSchema);
  const before: AnswerPart[] = line === null ? [] : [{ type: "text", text: line }];
  const { title, toolName } = call.step.operation;
  if (outcome.kind === "error") {
    return [
      ...before,
      { type: "text", text: phrase(language, "callFailed", { operation: title, reason: outcome.reason }) },
    ];
  }
  const parts = present({
    result: outcome.result,
    outputSchema: outcome.outputSchema,
    title,
    toolName,
    requestText: call.requestText,
    language,
    now,
  });
  return [...before, ...parts];
}
