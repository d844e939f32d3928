import { cn } from "#components/ui/cn.ts";
import { Time } from "#components/ui/time.tsx";
import { safeLink } from "#lib/http/safe-link.ts";
import { operations } from "#lib/messages/en/operations.ts";
import { formatNumber } from "#lib/messages/format.ts";
import type { ShownValue } from "#lib/tools/result-shape.ts";

/** One value of a result. Years and ids that are numbers stay as they came when they are whole and short. */
export function ResultValue({ value: { format, value } }: { value: ShownValue }) {
  if (value === null) return <span className="text-muted">–</span>;
  switch (format) {
    case "number":
      return typeof value === "number" && Math.abs(value) >= 10_000 ? formatNumber(value) : String(value);
    case "yes-no":
      return value ? operations.yes : operations.no;
    case "date":
      return <Time value={`${value}T12:00:00Z`} mode="date" className="wrap-normal" />;
    case "date-time":
      return <Time value={String(value)} mode="minute" className="wrap-normal" />;
    case "code":
      return (
        <code className={cn("text-code", String(value).length <= 12 ? "whitespace-nowrap" : "wrap-anywhere")}>
          {String(value)}
        </code>
      );
    case "link": {
      const link = safeLink(String(value));
      return link ? (
        <a
          href={link.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="wrap-anywhere text-accent underline underline-offset-3 hover:text-accent-hover"
        >
          {link.href}
        </a>
      ) : (
        String(value)
      );
    }
    default:
      return <span className="whitespace-pre-line wrap-break-word">{String(value)}</span>;
  }
}
