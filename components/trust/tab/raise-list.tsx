import { t } from "#components/trust/tab/tab-words.ts";
import { formatNumber } from "#lib/messages/format.ts";
import type { Raise } from "#lib/trust/view.ts";

const shown = 5;

function words({ kind }: Raise, name: string): string {
  return kind === "review" || kind === "renew-review" ? t(`raise-${kind}`, { name }) : t(`raise-${kind}`);
}

type RaiseListProps = { raises: readonly Raise[]; reviewName: (kind: string) => string };

/** What would raise the number, most first, with the points that the tool would gain. */
export function RaiseList({ raises, reviewName }: RaiseListProps) {
  if (raises.length === 0) return <p className="text-muted">{t("raisesNone")}</p>;
  return (
    <ol className="flex flex-col">
      {raises.slice(0, shown).map((raise) => (
        <li
          key={`${raise.kind} ${raise.name}`}
          className="flex items-baseline justify-between gap-4 border-b py-2 last:border-b-0"
        >
          <span>{words(raise, raise.name ? reviewName(raise.name).toLowerCase() : "")}</span>
          <span className="shrink-0 text-positive">
            {raise.isFirst ? t("firstNumber") : t("points", { points: formatNumber(raise.points) })}
          </span>
        </li>
      ))}
    </ol>
  );
}
