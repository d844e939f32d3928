type ScoreBarProps = {
  /** 0 to 1. */
  value: number;
  label: string;
  /** As it shall be read: “0.82”. */
  text: string;
};

/** A share of a whole as a bar with its figure. */
export function ScoreBar({ value, label, text }: ScoreBarProps) {
  const filled = Math.min(1, Math.max(0, value)) * 80;
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <svg
        viewBox="0 0 80 6"
        width="80"
        height="6"
        role="img"
        aria-label={`${label}: ${text}`}
        className="shrink-0"
      >
        <rect width="80" height="6" rx="1" fill="var(--border)" />
        <rect width={filled} height="6" rx="1" fill="var(--chart-1)" />
      </svg>
      <span aria-hidden="true" className="text-small">
        {text}
      </span>
    </span>
  );
}
