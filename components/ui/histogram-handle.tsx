import { cn } from "#components/ui/cn.ts";
import { type BucketRange, moveEnd, stepOfKey } from "#components/ui/histogram-range.ts";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);

type HistogramHandleProps = {
  end: keyof BucketRange;
  range: BucketRange;
  labels: readonly string[];
  onMove: (range: BucketRange) => void;
};

/** One end of the range as a slider, so that it can be chosen without a pointer. */
export function HistogramHandle({ end, range, labels, onMove }: HistogramHandleProps) {
  const index = range[end];
  const share = ((end === "from" ? index : index + 1) / labels.length) * 100;
  return (
    <span
      role="slider"
      tabIndex={0}
      aria-label={t(end === "from" ? "rangeStart" : "rangeEnd")}
      aria-valuemin={0}
      aria-valuemax={labels.length - 1}
      aria-valuenow={index}
      aria-valuetext={labels[index]}
      ref={(element) => element?.style.setProperty("left", `${share}%`)}
      onKeyDown={(event) => {
        const step = stepOfKey(event.key, labels.length);
        if (step === null) return;
        event.preventDefault();
        onMove(moveEnd(range, end, step, labels.length));
      }}
      className={cn(
        "pointer-events-none absolute top-0 h-18 w-px max-md:h-12 bg-transparent focus-visible:bg-accent",
        end === "to" && "-translate-x-px",
      )}
    />
  );
}
