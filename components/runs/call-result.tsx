import { PassageAnswerView } from "#components/knowledge/passage-answer.tsx";
import { ResultShapeView } from "#components/tools/result/result-shape-view.tsx";
import { WholeResult } from "#components/tools/result/whole-result.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { JsonValue } from "#components/ui/json-node.ts";
import { JsonView } from "#components/ui/json-view.tsx";
import { Steps } from "#components/ui/steps.tsx";
import { passageAnswerSchema } from "#lib/knowledge/schema.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { formatBytes } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import { loopResultSchema } from "#lib/runs/loop-result.ts";
import type { CallPart } from "#lib/runs/schema.ts";
import { sequenceResultSchema } from "#lib/runs/sequence-result.ts";
import { resultShape } from "#lib/tools/result-shape.ts";

const t = translator(chat);
const stepStates = { succeeded: "done", failed: "failed", skipped: "upcoming", proposed: "current" } as const;

/** What came back from a call: as passages, table or fields first, as JSON second; or what went wrong and what to do. */
export function CallResult({ call }: { call: CallPart }) {
  if (call.error) {
    return (
      <div className="flex flex-col gap-1">
        <p className="text-danger">{call.error.message}</p>
        <p className="text-muted">{call.error.mend}</p>
      </div>
    );
  }
  if (!call.result) return <p className="text-muted">{t("noResultYet")}</p>;
  const { content, truncated, bytes } = call.result;
  const sequence = sequenceResultSchema.safeParse(content);
  const loop = loopResultSchema.safeParse(content);
  const passages = passageAnswerSchema.safeParse(content);
  const shape = resultShape(content, null);
  return (
    <div className="flex min-w-0 flex-col gap-3">
      {truncated && (
        <div className="flex flex-wrap items-center gap-2">
          <p className="text-caution text-small">{t("resultCut", { size: formatBytes(bytes) })}</p>
          <WholeResult callId={call.callId} />
        </div>
      )}
      {loop.success && <p className="measure whitespace-pre-wrap">{loop.data.output.text}</p>}
      {loop.data?.limit && <p className="text-caution text-small">{loop.data.limit.sentence}</p>}
      {sequence.success ? (
        <Steps
          label={t("result")}
          items={sequence.data.steps.map((step) => ({
            id: step.id,
            label: step.title,
            detail: [step.toolName, step.reason].filter(Boolean).join(" · "),
            state: stepStates[step.status],
          }))}
        />
      ) : passages.success ? (
        <PassageAnswerView answer={passages.data} />
      ) : (
        <ResultShapeView shape={shape} label={t("result")} />
      )}
      {typeof content === "object" && content !== null && shape.kind !== "json" && (
        <Disclosure framed={false} summary={<span className="text-muted text-small">{t("json")}</span>}>
          <JsonView value={content as JsonValue} label={t("json")} />
        </Disclosure>
      )}
    </div>
  );
}
