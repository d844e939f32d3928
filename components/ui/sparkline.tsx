import { sparklinePath } from "#components/ui/sparkline-path.ts";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);
const width = 96;
const height = 24;

type SparklineProps = {
  values: readonly number[];
  /** What the line shows: “Calls per day, 28 days”. */
  label: string;
  /** The last value as it shall be read, such as “98.6 %”. */
  last: string;
};

/** One line, 96 by 24, on a zero baseline, with its last value in figures. */
export function Sparkline({ values, label, last }: SparklineProps) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={`${label}, ${t("last", { value: last })}`}
        className="shrink-0 text-chart-1"
      >
        <path d={`M0 ${height - 0.5}H${width}`} stroke="var(--border)" />
        {values.length > 1 && (
          <path
            d={sparklinePath(values, width, height)}
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinejoin="round"
          />
        )}
      </svg>
      <span aria-hidden="true">{last}</span>
    </span>
  );
}
