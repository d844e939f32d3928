import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);

export type Support = "exact" | "related" | "none";

const words = { exact: "supportExact", related: "supportRelated", none: "supportNone" } as const;

/** How well a document carries what is said: filled for exact words, half for a related passage, empty for none. */
export function SupportMark({ value, withWords = true }: { value: Support; withWords?: boolean }) {
  const word = t(words[value]);
  return (
    <span className="inline-flex items-center gap-1.5 text-muted text-small">
      <svg
        viewBox="0 0 8 8"
        width="8"
        height="8"
        role="img"
        aria-label={withWords ? undefined : word}
        aria-hidden={withWords}
        className="shrink-0 text-accent"
      >
        <circle
          cx="4"
          cy="4"
          r="3.25"
          fill={value === "exact" ? "currentColor" : "none"}
          stroke="currentColor"
          strokeWidth="1.5"
        />
        {value === "related" && <path d="M4 .75a3.25 3.25 0 0 0 0 6.5z" fill="currentColor" />}
      </svg>
      {withWords && word}
    </span>
  );
}
