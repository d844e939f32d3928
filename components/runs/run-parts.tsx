"use client";

import { AnswerPartView } from "#components/runs/answer-part.tsx";
import { ApprovalCard } from "#components/runs/approval-card.tsx";
import { type Block, blocksOf } from "#components/runs/blocks.ts";
import { CallGroup } from "#components/runs/call-group.tsx";
import { FormCard } from "#components/runs/form-card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Markdown } from "#components/ui/markdown.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { AssistantPart } from "#lib/runs/schema.ts";

type RunPartsProps = {
  readonly parts: readonly AssistantPart[];
  readonly runId: string | null;
  readonly isWorking: boolean;
  /** Asks the same again with another tool; left out where that makes no sense. */
  readonly onUseTool?: ((toolSlug: string) => void) | undefined;
};

/** The parts of an answer in order. */
export function RunParts(props: RunPartsProps) {
  const blocks = blocksOf(props.parts);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {blocks.map((block, at) => (
        <BlockView key={block.key} {...props} block={block} isGrowing={at === blocks.length - 1} />
      ))}
    </div>
  );
}

type BlockViewProps = RunPartsProps & { readonly block: Block; readonly isGrowing: boolean };

function BlockView({ block, runId, isWorking, isGrowing, onUseTool }: BlockViewProps) {
  if (block.kind === "calls") return <CallGroup calls={block.calls} isOpen={isWorking} />;
  if (block.kind === "sides") {
    return (
      <div className="grid gap-4 md:grid-cols-2">
        {[block.left, block.right].map((side) => (
          <div key={side === block.left ? "left" : "right"} className="flex min-w-0 flex-col gap-2">
            {side.map((answer) => (
              <AnswerPartView key={JSON.stringify(answer.part)} answer={answer} onUseTool={onUseTool} />
            ))}
          </div>
        ))}
      </div>
    );
  }
  const { part } = block;
  switch (part.type) {
    case "markdown":
      return <Markdown isStreaming={isWorking && isGrowing}>{part.text}</Markdown>;
    case "call":
      return <ApprovalCard key={part.callId} call={part} />;
    case "form":
      return runId ? <FormCard key={part.formId} form={part} runId={runId} /> : null;
    case "answer":
      return <AnswerPartView answer={part} onUseTool={onUseTool} />;
    case "notice":
      return (
        <Notice
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
}
