import { AnswerTrust } from "#components/chat/answer-trust.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";
import type { AssistantPart } from "#lib/runs/schema.ts";

const t = translator(chat);

function madeBy(parts: readonly (AssistantPart | undefined)[]): string | null {
  const part = parts.find((candidate) => candidate?.type === "made-by");
  if (part?.type !== "made-by") return null;
  if (part.how === "no-model") return t("withoutModel");
  if (part.how === "quoted") return t("quotedNotGenerated");
  const { name, begunBy, notAnswered } = part;
  if (begunBy.length > 0) return t("continuedBy", { first: begunBy.join(", "), name });
  if (notAnswered.length === 0) return t("writtenBy", { name });
  return t("writtenInstead", { name, failed: notAnswered.map((one) => one.name).join(", ") });
}

type AnswerHeadProps = {
  readonly parts: readonly AssistantPart[];
  /** The tools that answered. */
  readonly tools: readonly AnsweringTool[];
  readonly isSample: boolean;
};

export type AnsweringTool = { readonly slug: string; readonly name: string };

/** The line above an answer: which tool and how far it can be trusted, how it was made, and whether it is sample data. */
export function AnswerHead({ parts, tools, isSample }: AnswerHeadProps) {
  const made = madeBy(parts);
  const toolName = tools.map(({ name }) => name).join(", ");
  if (!toolName && !made && !isSample) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-2 text-muted text-small">
      {toolName && <span className="font-semibold">{toolName}</span>}
      {toolName && made && <span aria-hidden="true">·</span>}
      {made && <span>{made}</span>}
      {tools.map(({ slug }) => (
        <AnswerTrust key={slug} toolSlug={slug} />
      ))}
      {isSample && <SampleChip />}
    </div>
  );
}
