import { phrase } from "#lib/models/extractive/phrases.ts";
import type {
  Answer,
  AnswerPart,
  AnswerPartOf,
  Cell,
  Column,
  Language,
} from "#lib/models/extractive/schema.ts";

/** An answer as Markdown, the same for the same answer: what clients without parts read, and what is stored as text. */
export function renderAnswer(answer: Answer): string {
  const blocks = answer.parts
    .map((part) => renderPart(part, answer.language))
    .filter((block) => block !== "");
  const citations = answer.parts.flatMap((part) => (part.type === "citation" ? [renderCitation(part)] : []));
  const notes = citations.length > 0 ? [citations.join("\n")] : [];
  return [...blocks, ...notes, `*${phrase(answer.language, "madeBy")}*`].join("\n\n");
}

/** One part as a block of Markdown; citations are written at the end, so theirs is empty. */
export function renderPart(part: AnswerPart, language: Language): string {
  switch (part.type) {
    case "text":
      return part.text;
    case "passage":
      return renderPassage(part);
    case "citation":
      return "";
    case "table":
      return renderTable(part, language);
    case "fields": {
      const lines = part.fields.map(
        (field) => `- **${escapeText(field.title)}:** ${renderCell(field.value, field, language)}`,
      );
      return [...(part.title ? [`**${escapeText(part.title)}**`, ""] : []), ...lines].join("\n");
    }
    case "chart": {
      const rows = part.points.map(({ x, y }): Cell[] => [x, y]);
      return renderTable({ type: "table", columns: [part.x, part.y], rows, total: rows.length }, language);
    }
    case "tool-suggestion":
      return part.tools
        .map(
          (tool) => `- **@${tool.toolSlug}** ${escapeText(tool.toolName)}: ${escapeText(tool.description)}`,
        )
        .join("\n");
    case "ask-form": {
      const filled = Object.entries(part.filled).map(
        ([path, value]) => `- ${escapeText(path)}: ${escapeText(JSON.stringify(value))}`,
      );
      return filled.join("\n");
    }
  }
}

/** Every line quoted; the best sentence in bold where it stands in one line, so that no mark breaks the Markdown. */
function renderPassage(part: AnswerPartOf<"passage">): string {
  const { best, text, citation } = part;
  const marked =
    best && canMark(text, best)
      ? `${text.slice(0, best.start)}**${text.slice(best.start, best.end)}**${text.slice(best.end)}`
      : text;
  const whole = part.tableHead ? `${part.tableHead}\n${marked}` : marked;
  const quoted = whole.split("\n").map((line) => (line === "" ? ">" : `> ${line}`));
  return `${quoted.join("\n")}\n>\n> [${citation}]`;
}

function canMark(text: string, best: { readonly start: number; readonly end: number }): boolean {
  const sentence = text.slice(best.start, best.end);
  return !/[\n|*_`]/u.test(sentence) && sentence.trim() === sentence && sentence !== "";
}

function renderCitation({ number, document, section, page, date }: AnswerPartOf<"citation">): string {
  const place = [
    escapeText(document),
    section && section !== document ? escapeText(section) : "",
    page ? `p. ${page}` : "",
    date?.slice(0, 10) ?? "",
  ];
  return `[${number}] ${place.filter((one) => one !== "").join(", ")}  `;
}

function renderTable({ columns, rows, total }: AnswerPartOf<"table">, language: Language): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const lines = [
    row(columns.map((column) => escapeText(column.title))),
    row(columns.map(({ format }) => (format === "number" || format === "money" ? "---:" : "---"))),
    ...rows.map((cells) => row(columns.map((column, at) => renderCell(cells[at] ?? null, column, language)))),
  ];
  if (total > rows.length) lines.push("", phrase(language, "moreRows", { shown: rows.length, total }));
  return lines.join("\n");
}

function renderCell(value: Cell, column: Pick<Column, "format" | "currency">, language: Language): string {
  if (value === null || value === "") return "–";
  if (typeof value === "boolean") return phrase(language, value ? "yes" : "no");
  if (typeof value === "number") {
    const locale = language === "pt" ? "pt-PT" : "en-GB";
    if (column.format === "money" && column.currency) {
      return new Intl.NumberFormat(locale, { style: "currency", currency: column.currency }).format(value);
    }
    return new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(value);
  }
  if (column.format === "date-time")
    return value.replace("T", " ").replace(/(?::\d{2})(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})$/u, "");
  return escapeText(value);
}

/** What a tool answered is text: nothing in it becomes markup, a link, an image or a new line. */
export function escapeText(text: string): string {
  return text.replace(/\s*\n\s*/gu, " ").replace(/[\\`*_{}[\]<>|#!~]/gu, "\\$&");
}
