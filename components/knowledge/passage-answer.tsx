import { FoundPassageView } from "#components/knowledge/found-passage.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { PassageAnswer } from "#lib/knowledge/schema.ts";
import { knowledge } from "#lib/messages/en/knowledge.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(knowledge);

/** What documents say to a question: passages, side by side where they differ, or an honest no. */
export function PassageAnswerView({ answer }: { answer: PassageAnswer }) {
  if (answer.abstained || answer.passages.length === 0) {
    return <Notice title={t("abstained")}>{t("abstainedMend")}</Notice>;
  }
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {answer.agreement === "differ" && <Notice tone="caution">{t("differ")}</Notice>}
      {answer.passages.map((passage) => (
        <FoundPassageView key={passage.passageId} passage={passage} />
      ))}
      <p className="text-muted text-small">
        {t("quoted")} · {t("passages", { count: answer.passages.length })}
      </p>
    </div>
  );
}
