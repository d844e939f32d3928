import { t } from "#components/telemetry/service-words.ts";
import { Status } from "#components/ui/status.tsx";
import { formatNumber, formatShare } from "#lib/messages/format.ts";
import type { ErrorBudget } from "#lib/telemetry/service-level.ts";

/** The budget in words: what may fail, what has failed, what is left or too much. */
export function budgetWords({ allowed, spent, left, spentShare, isOverspent }: ErrorBudget): string {
  if (isOverspent && allowed === 0) return t("budgetNoneOver", { count: spent });
  // Calls fail whole: of 10.8 that may fail, ten may.
  const whole = Math.floor(allowed);
  if (isOverspent) return t("budgetOver", { spent, allowed: whole, over: spent - whole });
  if (allowed === 0) return t("budgetNone");
  if (allowed < 1) return t("budgetSmall");
  return t("budgetText", {
    spent,
    allowed: formatNumber(allowed),
    share: formatShare(spentShare ?? 0),
    left: formatNumber(left),
  });
}

/** The error budget as a bar, full when all is spent, with its figures in words. */
export function BudgetBar({ budget }: { budget: ErrorBudget }) {
  const words = budgetWords(budget);
  const filled = budget.isOverspent ? 100 : Math.min(1, budget.spentShare ?? 0) * 100;
  return (
    <div className="flex flex-col gap-1.5">
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" className="h-1.5 w-full">
        <rect width="100" height="6" fill="var(--border)" />
        <rect width={filled} height="6" className={budget.isOverspent ? "fill-danger" : "fill-chart-1"} />
      </svg>
      {budget.isOverspent ? (
        <Status tone="danger" className="items-baseline">
          {words}
        </Status>
      ) : (
        <p>{words}</p>
      )}
    </div>
  );
}
