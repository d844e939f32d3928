"use client";

import { AnswerPartView } from "#components/runs/answer-part.tsx";
import { ApprovalCard } from "#components/runs/approval-card.tsx";
import { CallGroup } from "#components/runs/call-row.tsx";
import { FormCard } from "#components/runs/form-card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Markdown } from "#components/ui/markdown.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { AssistantPart, CallPart } from "#lib/runs/schema.ts";

type Block =
  | { readonly key: string; readonly kind: "calls"; readonly calls: CallPart[] }
  | {
      readonly key: string;
      readonly kind: "part";
      readonly part: Exclude<AssistantPart, { type: "made-by" }>;
    };

/** Calls that follow each other fold together; a card that waits stands by itself. */
function blocksOf(parts: readonly AssistantPart[]): Block[] {
  const blocks: Block[] = [];
  parts.forEach((part, at) => {
    if (!part || part.type === "made-by") return;
    if (part.type !== "call" || part.status === "waiting-approval") {
      blocks.push({ key: String(at), kind: "part", part });
      return;
    }
    const last = blocks.at(-1);
    if (last?.kind === "calls") last.calls.push(part);
    else blocks.push({ key: String(at), kind: "calls", calls: [part] });
  });
  return blocks;
}

type RunPartsProps = {
  readonly parts: readonly AssistantPart[];
  readonly runId: string | null;
  readonly isWorking: boolean;
};

/** The parts of an answer in order. */
export function RunParts({ parts, runId, isWorking }: RunPartsProps) {
  const blocks = blocksOf(parts);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {blocks.map((block, at) => {
        if (block.kind === "calls")
          return <CallGroup key={block.key} calls={block.calls} isOpen={isWorking} />;
        const { part } = block;
        switch (part.type) {
          case "markdown":
            return (
              <Markdown key={block.key} isStreaming={isWorking && at === blocks.length - 1}>
                {part.text}
              </Markdown>
            );
          case "call":
            return <ApprovalCard key={`${block.key}-${part.callId}`} call={part} />;
          case "form":
            return runId ? <FormCard key={part.formId} form={part} runId={runId} /> : null;
          case "answer":
            return (
              <AnswerPartView
                key={block.key}
                part={part.part}
                passage={{ href: part.href, verifiedBy: part.verifiedBy }}
              />
            );
          case "notice":
            return (
              <Notice
                key={block.key}
                tone={part.tone}
                title={part.text}
                {...(part.action
                  ? { action: <LinkButton href={part.action.href}>{part.action.label}</LinkButton> }
                  : {})}
              >
                {part.mend}
              </Notice>
            );
        }
      })}
    </div>
  );
}
