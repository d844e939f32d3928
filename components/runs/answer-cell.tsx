import { Time } from "#components/ui/time.tsx";
import { safeLink } from "#lib/http/safe-link.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { locale, translator } from "#lib/messages/translate.ts";
import type { Cell, Column } from "#lib/models/extractive/schema.ts";

const t = translator(chat);
const number = new Intl.NumberFormat(locale);

/** A value as plain text, such as beside a bar; the same words as `AnswerCell`. */
export function cellText(value: Cell, column: Pick<Column, "format" | "currency">): string {
  if (value === null || value === "") return "–";
  if (column.format === "money" && typeof value === "number" && column.currency) {
    return new Intl.NumberFormat(locale, { style: "currency", currency: column.currency }).format(value);
  }
  if (typeof value === "number") return column.format === "number" ? number.format(value) : String(value);
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  return value.trim();
}

export function isNumeric({ format }: Pick<Column, "format">): boolean {
  return format === "number" || format === "money";
}

/** One value of an answer, in the format that its column has. */
export function AnswerCell({ value, column }: { value: Cell; column: Pick<Column, "format" | "currency"> }) {
  const text = cellText(value, column);
  if (typeof value !== "string" || value === "") return text;
  switch (column.format) {
    case "date":
      return <Time value={`${value.slice(0, 10)}T12:00:00Z`} mode="date" />;
    case "date-time":
      return <Time value={value} mode="minute" />;
    case "code":
      return <code className="whitespace-nowrap text-code">{text}</code>;
    case "email":
    case "link": {
      const link = safeLink(column.format === "email" ? `mailto:${value}` : value);
      return link ? (
        <a
          href={link.href}
          className="wrap-anywhere text-accent underline underline-offset-3 hover:text-accent-hover"
          {...(link.host ? { target: "_blank", rel: "noopener noreferrer nofollow" } : {})}
        >
          {text}
        </a>
      ) : (
        text
      );
    }
    default:
      return <span className="whitespace-pre-line wrap-anywhere">{text}</span>;
  }
}
