"use client";

import { lazy, Suspense } from "react";
import { SequenceView } from "#components/runs/try-it/sequence-view.tsx";
import { ResultView } from "#components/tools/result/result-view.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import type { JsonSchema } from "#lib/catalog/operation.ts";
import { passageAnswerSchema } from "#lib/knowledge/schema.ts";
import { tryIt } from "#lib/messages/en/try-it.ts";
import { translator } from "#lib/messages/translate.ts";
import { loopResultSchema } from "#lib/runs/loop-result.ts";
import { sequenceResultSchema } from "#lib/runs/sequence-result.ts";
import { isJsonObject } from "#lib/tools/json-object.ts";

const t = translator(tryIt);

// Markdown comes with its reader, which only documents and models need.
const Passages = lazy(() =>
  import("#components/knowledge/passage-answer.tsx").then((module) => ({
    default: module.PassageAnswerView,
  })),
);
const Markdown = lazy(() =>
  import("#components/ui/markdown.tsx").then((module) => ({ default: module.Markdown })),
);

type ResultContentProps = {
  content: unknown;
  outputSchema: JsonSchema | null;
  /** The kind of the tool that answered. */
  kind: string;
  truncated?: boolean;
  bytes?: number;
};

/** What a model wrote, and which one. */
function Written({ text, model }: { text: string; model: string }) {
  if (text.trim() === "") return null;
  return (
    <div className="measure flex flex-col gap-2">
      <Suspense fallback={<SkeletonRows rows={3} />}>
        <Markdown>{text}</Markdown>
      </Suspense>
      <p className="text-muted text-small">{t("writtenBy", { model })}</p>
    </div>
  );
}

/** A result in the form that its kind of tool gives it: passages, steps, a model's text, or data. */
export function ResultContent({
  content,
  outputSchema,
  kind,
  truncated = false,
  bytes = 0,
}: ResultContentProps) {
  if (kind === "knowledge") {
    const answer = passageAnswerSchema.safeParse(content);
    if (answer.success) {
      return (
        <Suspense fallback={<SkeletonRows rows={3} />}>
          <Passages answer={answer.data} />
        </Suspense>
      );
    }
  }
  if (kind === "agent") {
    const loop = loopResultSchema.safeParse(content).data;
    const sequence = sequenceResultSchema.safeParse(content);
    if (sequence.success) {
      return (
        <div className="flex min-w-0 flex-col gap-3">
          {loop && <Written text={loop.output.text} model={loop.model} />}
          <SequenceView
            result={sequence.data}
            outputOf={(step) => (
              <ResultContent
                content={step.output}
                outputSchema={(step.outputSchema ?? null) as JsonSchema | null}
                kind={step.toolKind}
              />
            )}
          />
        </div>
      );
    }
  }
  if (kind === "prompt" && isJsonObject(content) && typeof content.text === "string") {
    return <Written text={content.text} model={String(content.model ?? "")} />;
  }
  return (
    <ResultView
      result={{ content, truncated, bytes, contentType: "application/json" }}
      outputSchema={outputSchema}
    />
  );
}
