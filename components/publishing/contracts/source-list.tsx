import { t } from "#components/publishing/contracts/contract-words.ts";
import { Status, type StatusTone } from "#components/ui/status.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ContractsView } from "#lib/publishing/server/contracts-view.ts";
import type { ContractState } from "#lib/publishing/watch/contract-state.ts";

const tones: Readonly<Record<ContractState, StatusTone>> = {
  unchecked: "neutral",
  unchanged: "positive",
  changed: "caution",
  "failing-once": "caution",
  "failing-twice": "caution",
  failing: "danger",
};

/** Where the operations come from, and what the last look gave. */
export function SourceList({ sources }: { sources: ContractsView["sources"] }) {
  return (
    <ul className="flex flex-col divide-y rounded-card border bg-surface">
      {sources.map(({ id, kind, address, state, message, checkedAt }) => (
        <li key={id} className="flex flex-col gap-1 p-4">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <p className="font-semibold">{t(kind)}</p>
            <Status tone={tones[state]}>{t(`state-${state}`)}</Status>
          </div>
          <p className="text-code wrap-anywhere">
            {address ?? <span className="text-body text-muted">{t("pasted")}</span>}
          </p>
          {message && <p className="wrap-anywhere">{message}</p>}
          {address && (
            <p className="text-muted text-small">
              {checkedAt ? (
                <>
                  {t("lastLook")} <Time value={checkedAt} mode="relative" />
                </>
              ) : (
                t("never")
              )}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
