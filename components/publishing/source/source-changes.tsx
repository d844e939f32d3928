import { t } from "#components/publishing/source/source-words.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { SourceAnswer, SourceView } from "#lib/publishing/sources/schema.ts";

const mostNames = 12;

function Names({ names }: { names: readonly string[] }) {
  return (
    <p className="text-code wrap-anywhere">
      {names.slice(0, mostNames).join(", ")}
      {names.length > mostNames && " …"}
    </p>
  );
}

/** How a source differs from the draft, and what the last look at it gave. */
export function SourceChanges({ source, answer }: { source: SourceView; answer: SourceAnswer | null }) {
  const { changed, gone } = source;
  const added = answer?.added.count ?? 0;
  const isSame = answer?.state === "connected" && added + changed.length + gone.length === 0;
  return (
    <div role="status" className="flex flex-col gap-2 empty:hidden">
      {answer && answer.state !== "connected" && (
        <Notice
          tone="danger"
          title={t(answer.state === "needs-sign-in" ? "stateNeedsSignIn" : "stateFailing")}
        >
          {[answer.message, answer.mend].filter(Boolean).join(" ")}
        </Notice>
      )}
      {isSame && <Notice>{t("nothingNew")}</Notice>}
      {answer && added > 0 && (
        <Notice title={t("addedTitle", { count: added })}>
          <Names names={answer.added.titles} />
        </Notice>
      )}
      {changed.length > 0 && (
        <Notice tone="caution" title={t("changedTitle", { count: changed.length })}>
          <Names names={changed} />
          <p>{t("changedMend")}</p>
        </Notice>
      )}
      {gone.length > 0 && (
        <Notice tone="caution" title={t("goneTitle", { count: gone.length })}>
          <Names names={gone} />
          <p>{t("goneMend")}</p>
        </Notice>
      )}
    </div>
  );
}
