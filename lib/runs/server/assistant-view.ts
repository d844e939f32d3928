import "server-only";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";
import { isAppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { documentHref } from "#lib/knowledge/document-href.ts";
import {
  type FoundPassage,
  foundPassageSchema,
  type PassageAnswer,
  passageAnswerSchema,
} from "#lib/knowledge/schema.ts";
import { namesTool } from "#lib/models/extractive/names-tool.ts";
import { agoInWords, joinWords, type PhraseKey, phrase } from "#lib/models/extractive/phrases.ts";
import { present } from "#lib/models/extractive/present.ts";
import { quote } from "#lib/models/extractive/quote.ts";
import type {
  AnswerPart,
  AssistantRequest,
  DeclineReason,
  DoubtfulValue,
  StepOf,
  ToolSuggestion,
} from "#lib/models/extractive/schema.ts";
import { detectLanguage } from "#lib/ranking/language.ts";
import type { RoutingDecision } from "#lib/routing/schema.ts";
import { sequenceResultSchema } from "#lib/runs/sequence-result.ts";
import type { RunContext } from "#lib/runs/server/run-context.ts";
import type { Arguments, CallableOperation } from "#lib/tools/call.ts";
import type { ToolCallOutcome } from "#lib/tools/outcome.ts";

type Outcomes = readonly {
  readonly outcome: ToolCallOutcome;
  readonly toolName: string;
  readonly label: string | null;
}[];

export type AnswerView = {
  say(key: PhraseKey): void;
  showOutcome(operation: CallableOperation, args: Arguments, outcome: ToolCallOutcome): void;
  showPassages(outcomes: Outcomes, layout: "together" | "sides"): void;
  showRefusal(refusal: RoutingDecision["excluded"][number]): void;
  showTools(tools: readonly ToolSuggestion[], isSure: boolean): void;
  showDecline(step: StepOf<"decline">): void;
  /** What the nearest documents say beside a refusal, or the nearest tools when that is nothing. */
  showNearest(step: StepOf<"decline">, outcomes: Outcomes): void;
  compareTools(viewer: Viewer, slugs: readonly string[]): Promise<void>;
  doubtSentence(doubt: DoubtfulValue): string;
  repeatSentence(step: StepOf<"call">): string;
  showUnused(words: readonly string[]): void;
};

const declineKeys: Readonly<Record<Exclude<DeclineReason, "needs-model">, PhraseKey>> = {
  "cannot-summarise": "cannotSummarise",
  "cannot-translate": "cannotTranslate",
  "cannot-draft": "cannotDraft",
  "cannot-reason": "cannotReason",
  "no-operation": "noOperation",
  "out-of-scope": "outOfScope",
};

const doubtKeys: Readonly<Record<DoubtfulValue["reason"], PhraseKey>> = {
  "several-values": "severalValues",
  "several-people": "severalPeople",
  "unknown-person": "unknownPerson",
  "unclear-date": "unclearDate",
  "not-accepted": "notAccepted",
};

const mostPassages = 4;

/** `onCall` as people read it: "On call". */
function titleOf(key: string): string {
  const words = key
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[-_]+/g, " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a step of a sequence gave, under the step's own title. */
function underTitle(title: string, parts: readonly AnswerPart[]): AnswerPart[] {
  const [first, ...rest] = parts;
  if (first?.type === "fields") return [{ ...first, title: first.title ?? title }, ...rest];
  return [{ type: "text", text: `**${title}**` }, ...parts];
}

/** `ticketId` within a sentence: "ticket id". */
function fieldName(path: string): string {
  return titleOf(path).toLowerCase();
}

function toQuotable(passage: FoundPassage) {
  const { passageId, documentId, document, headingPath, page, text, best, score, tableHead } = passage;
  return {
    passageId,
    documentId,
    document,
    tableHead,
    headingPath,
    page,
    date: passage.date.slice(0, 10),
    text,
    best,
    score,
  };
}

/** Turns what the assistant's steps gave into parts of the answer, in the language of the request. */
export function answerView(context: RunContext, request: AssistantRequest): AnswerView {
  const { log } = context;
  const language = request.language ?? detectLanguage(request.text);
  let citations = 0;
  const text = (key: PhraseKey, values: Readonly<Record<string, string | number>> = {}) =>
    add({ type: "text", text: phrase(language, key, values) });
  const add = (part: AnswerPart, from: readonly FoundPassage[] = []) => {
    if (part.type === "citation") return;
    const passage =
      part.type === "passage"
        ? from.find((one) => one.passageId === part.passageId && one.documentId === part.documentId)
        : undefined;
    if (part.type === "passage") citations += 1;
    log.addPart({
      type: "answer",
      part,
      href: passage ? documentHref(passage, passage.passageId, passage.best) : null,
      verifiedBy: passage?.verifiedBy ?? null,
    });
  };
  const showAnswer = (answer: PassageAnswer, toolName: string) => {
    const parts = quote({
      passages: answer.passages.map(toQuotable),
      agreement: answer.agreement,
      toolName,
      language,
      now: request.now,
      firstCitation: citations + 1,
    });
    for (const part of parts) add(part, answer.passages);
  };
  const showContent = (
    content: unknown,
    facts: { title: string; toolName: string; outputSchema: unknown; isStep?: boolean },
  ) => {
    const answer = passageAnswerSchema.safeParse(content);
    if (answer.success) {
      showAnswer(answer.data, facts.toolName);
      return;
    }
    const outputSchema =
      typeof facts.outputSchema === "object" && facts.outputSchema !== null
        ? (facts.outputSchema as Record<string, unknown>)
        : {};
    const parts = present({
      result: content,
      outputSchema,
      title: facts.title,
      toolName: facts.toolName,
      requestText: request.text,
      language,
      now: request.now,
      firstCitation: citations + 1,
    });
    for (const part of facts.isStep ? underTitle(facts.title, parts) : parts) add(part);
  };
  const showFailure = (title: string, outcome: ToolCallOutcome) => {
    log.addPart({
      type: "notice",
      tone: "danger",
      text: phrase(language, "callFailed", {
        operation: title,
        reason: outcome.error?.message ?? outcome.status,
      }),
      mend: outcome.error?.mend ?? null,
      action: null,
    });
  };

  const showRefusal = (refusal: RoutingDecision["excluded"][number]) => {
    log.addPart({
      type: "notice",
      tone: "caution",
      text: `${refusal.toolName}: ${refusal.reason}`,
      mend: refusal.contact
        ? phrase(language, "askContact", { contact: refusal.contact })
        : phrase(language, "askOwner"),
      action: { label: phrase(language, "openPage"), href: `/catalog/${refusal.toolSlug}` },
    });
  };

  const showPassages: AnswerView["showPassages"] = (outcomes, layout) => {
    const answers = outcomes.flatMap(({ outcome, label }) => {
      const answer = passageAnswerSchema.safeParse(outcome.result?.content);
      return answer.success ? [{ answer: answer.data, label }] : [];
    });
    if (layout === "sides") {
      text("comparePassages");
      for (const { answer, label } of answers) {
        if (label) add({ type: "text", text: `**${label}**` });
        if (answer.passages.length === 0) text("noPassageFor", { subject: label ?? "" });
        else
          showAnswer({ ...answer, agreement: "single", passages: answer.passages.slice(0, 2) }, label ?? "");
      }
      return;
    }
    const passages = answers
      .flatMap(({ answer }) => answer.passages)
      .sort((a, b) => b.score - a.score)
      .slice(0, mostPassages);
    const agreement = answers.length === 1 ? (answers[0]?.answer.agreement ?? "single") : "agree";
    showAnswer(
      { question: "", passages, agreement, abstained: passages.length === 0 },
      joinWords(
        language,
        outcomes.map(({ toolName }) => toolName),
      ),
    );
  };
  const showNearestTools = (tools: readonly ToolSuggestion[]) => {
    if (tools.length === 0) return;
    text("nearestTools");
    add({ type: "tool-suggestion", tools: [...tools] });
  };

  return {
    say: (key) => text(key),
    showRefusal,
    showOutcome(operation, _args, outcome) {
      const sequence = sequenceResultSchema.safeParse(outcome.result?.content);
      if (sequence.success) {
        for (const [key, value] of Object.entries(sequence.data.output)) {
          const step = sequence.data.steps.find((candidate) => candidate.id === key);
          const title = step?.title ?? titleOf(key);
          const passage = foundPassageSchema.safeParse(value);
          if (passage.success) {
            add({ type: "text", text: `**${title}**` });
            showAnswer(
              { question: "", passages: [passage.data], agreement: "single", abstained: false },
              operation.tool.name,
            );
          } else
            showContent(value, {
              title,
              toolName: step?.toolName ?? operation.tool.name,
              outputSchema: step?.outputSchema,
              isStep: true,
            });
        }
      } else if (outcome.status === "succeeded") {
        showContent(outcome.result?.content, {
          title: operation.title,
          toolName: operation.tool.name,
          outputSchema: operation.outputSchema,
        });
      }
      if (outcome.status !== "succeeded") showFailure(operation.title, outcome);
    },
    showPassages,
    showTools(tools, isSure) {
      text(tools.length === 0 ? "noToolFound" : isSure ? "toolsFound" : "toolsUnsure");
      if (tools.length > 0) add({ type: "tool-suggestion", tools: [...tools] });
    },
    showDecline(step) {
      if (step.reason === "needs-model") text("needsModel", { tool: step.tools[0]?.toolName ?? "" });
      else text(declineKeys[step.reason]);
      const refusal = context.state.decision?.excluded[0];
      if (step.reason === "out-of-scope" && refusal && namesTool(request.text, refusal.toolName) !== "none") {
        showRefusal(refusal);
      }
      if (step.offerModel) {
        log.addPart({
          type: "notice",
          tone: "info",
          text: phrase(language, "connectModel"),
          mend: null,
          action: { label: "Connect a model", href: "/admin/models" },
        });
      }
      if (!step.nearest) showNearestTools(step.tools);
    },
    showNearest(step, answers) {
      const hasPassages = answers.some(({ outcome }) => {
        const answer = passageAnswerSchema.safeParse(outcome.result?.content);
        return answer.success && answer.data.passages.length > 0;
      });
      if (!hasPassages) return showNearestTools(step.tools);
      text("nearestPassages");
      showPassages(answers, "together");
    },
    async compareTools(viewer, slugs) {
      const pages = await Promise.all(
        slugs.slice(0, 4).map((slug) =>
          getToolPage(viewer, slug).catch((error: unknown) => {
            if (isAppError(error)) return null;
            throw error;
          }),
        ),
      );
      const tools = pages.filter((page) => page !== null);
      text("compareTools");
      const rows: (readonly [PhraseKey, (tool: (typeof tools)[number]) => string])[] = [
        ["factPurpose", (tool) => tool.purpose],
        ["factUse", (tool) => joinWords(language, tool.words.whenToUse)],
        ["factNotFor", (tool) => joinWords(language, tool.words.whenNotToUse)],
        ["factOwner", (tool) => tool.team?.name ?? "–"],
        ["factDataClass", (tool) => tool.dataClass],
        ["factReady", (tool) => tool.readiness.label],
        ["factCalls", (tool) => String(tool.usage.calls)],
        [
          "factAnswered",
          (tool) =>
            tool.usage.successShare === null ? "–" : `${Math.round(tool.usage.successShare * 1000) / 10} %`,
        ],
        [
          "factConfirmed",
          (tool) => (tool.ownerConfirmedAt ? agoInWords(language, tool.ownerConfirmedAt, request.now) : "–"),
        ],
      ];
      add({
        type: "table",
        columns: [
          { key: "fact", title: phrase(language, "fact"), format: "text" },
          ...tools.map((tool) => ({ key: tool.slug, title: tool.name, format: "text" as const })),
        ],
        rows: rows.map(([name, read]) => [phrase(language, name), ...tools.map(read)]),
        total: rows.length,
      });
    },
    showUnused: (words) => {
      if (words.length > 0)
        text("unused", {
          words: joinWords(
            language,
            words.map((word) => `“${word}”`),
          ),
        });
    },
    doubtSentence: (doubt) =>
      phrase(language, doubtKeys[doubt.reason], { field: titleOf(doubt.path), words: doubt.words }),
    repeatSentence: (step) =>
      phrase(language, "repeats", {
        changes: joinWords(
          language,
          (step.repeats ?? []).map(({ path, from, to }) =>
            from === undefined
              ? phrase(language, "changeNew", { field: fieldName(path), to: String(to) })
              : phrase(language, "change", { field: fieldName(path), to: String(to), from: String(from) }),
          ),
        ),
      }),
  };
}
