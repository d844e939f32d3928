import Link from "next/link";
import { KeyValueList } from "#components/ui/key-value.tsx";
import { Markdown } from "#components/ui/markdown.tsx";
import { Passage, type PassageSegment } from "#components/ui/passage.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import type { AnswerPart, Cell, Column } from "#lib/models/extractive/schema.ts";

type PassageFacts = { readonly href: string | null; readonly verifiedBy: string | null };

function formatCell(value: Cell, column: Pick<Column, "format" | "currency">): string {
  if (value === null || value === "") return "–";
  switch (column.format) {
    case "money":
      return typeof value === "number" && column.currency
        ? new Intl.NumberFormat("en-GB", { style: "currency", currency: column.currency }).format(value)
        : String(value);
    case "number":
      return typeof value === "number" ? new Intl.NumberFormat("en-GB").format(value) : String(value);
    case "yes-no":
      return value === true ? "Yes" : value === false ? "No" : String(value);
    default:
      return String(value);
  }
}

function CellView({ value, column }: { value: Cell; column: Pick<Column, "format" | "currency"> }) {
  if (typeof value === "string" && value && (column.format === "date" || column.format === "date-time")) {
    return <Time value={value} mode={column.format === "date" ? "date" : "minute"} />;
  }
  if (column.format === "code") return <code className="text-code">{formatCell(value, column)}</code>;
  return <>{formatCell(value, column)}</>;
}

function isNumeric(column: Column): boolean {
  return column.format === "number" || column.format === "money";
}

function TableView({ part }: { part: Extract<AnswerPart, { type: "table" }> }) {
  return (
    <div className="flex flex-col gap-1">
      <div className="overflow-x-auto rounded-card border bg-surface">
        <Table label="Result" density="dense">
          <TableHead>
            {part.columns.map((column) => (
              <TableHeadCell key={column.key} numeric={isNumeric(column)}>
                {column.title}
              </TableHeadCell>
            ))}
          </TableHead>
          <TableBody>
            {part.rows.map((row) => (
              <TableRow key={JSON.stringify(row)}>
                {part.columns.map((column, at) => (
                  <TableCell
                    key={column.key}
                    numeric={isNumeric(column)}
                    phone={at === 0 ? "first" : at === 1 ? "aside" : "second"}
                  >
                    <CellView value={row[at] ?? null} column={column} />
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      {part.total > part.rows.length && (
        <p className="text-muted text-small">
          {part.rows.length} of {part.total} rows
        </p>
      )}
    </div>
  );
}

function ChartView({ part }: { part: Extract<AnswerPart, { type: "chart" }> }) {
  const most = Math.max(...part.points.map((point) => point.y), 1);
  return (
    <table className="w-full max-w-thread">
      <caption className="pb-2 text-left text-muted text-small">
        {part.y.title} by {part.x.title}
      </caption>
      <tbody>
        {part.points.map((point) => (
          <tr key={point.x}>
            <th scope="row" className="w-1/4 py-1 pr-3 text-left font-normal text-small">
              {point.x}
            </th>
            <td className="py-1">
              <span className="flex items-center gap-2">
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 flex-1" aria-hidden="true">
                  <rect width={(100 * point.y) / most} height="8" className="fill-accent" />
                </svg>
                <span className="w-16 text-right text-small">{formatCell(point.y, part.y)}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function passageSegments(part: Extract<AnswerPart, { type: "passage" }>): PassageSegment[] {
  if (!part.best) return [{ text: part.text }];
  const { start, end } = part.best;
  return [
    { text: part.text.slice(0, start) },
    { text: part.text.slice(start, end), matched: true },
    { text: part.text.slice(end) },
  ].filter((segment) => segment.text !== "");
}

/** One part of a quoted or computed answer. `passage` tells where a passage's document is read. */
export function AnswerPartView({ part, passage }: { part: AnswerPart; passage: PassageFacts | null }) {
  switch (part.type) {
    case "text":
      return <Markdown>{part.text}</Markdown>;
    case "passage":
      return (
        <Passage
          segments={passageSegments(part)}
          document={part.document}
          {...(passage?.href ? { href: passage.href } : {})}
          support="exact"
          details={[
            ...(part.headingPath.length > 0 ? [{ id: "section", text: part.headingPath.join(" › ") }] : []),
            ...(part.page ? [{ id: "page", text: `page ${part.page}` }] : []),
            ...(part.date
              ? [
                  {
                    id: "date",
                    text: (
                      <>
                        verified <Time value={part.date} mode="date" />
                      </>
                    ),
                  },
                ]
              : []),
            ...(passage?.verifiedBy ? [{ id: "by", text: `by ${passage.verifiedBy}` }] : []),
          ]}
        />
      );
    case "citation":
      return null;
    case "table":
      return <TableView part={part} />;
    case "fields":
      return (
        <div className="flex flex-col gap-2 rounded-card border bg-surface p-4">
          {part.title && <p className="font-semibold">{part.title}</p>}
          <KeyValueList
            layout="row"
            items={part.fields.map((field) => ({
              key: field.title,
              value: <CellView value={field.value} column={field} />,
            }))}
          />
        </div>
      );
    case "chart":
      return <ChartView part={part} />;
    case "tool-suggestion":
      return (
        <ul className="flex flex-col gap-2">
          {part.tools.map((tool) => (
            <li
              key={`${tool.toolSlug} ${tool.operationName}`}
              className="rounded-card border bg-surface px-4 py-3"
            >
              <Link
                href={`/catalog/${tool.toolSlug}`}
                className="font-semibold text-accent hover:text-accent-hover"
              >
                {tool.toolName}
              </Link>
              <p className="text-muted">{tool.description}</p>
              {tool.matchedWords.length > 0 && (
                <p className="text-muted text-small">
                  Matches {tool.matchedWords.map((word) => `“${word}”`).join(", ")}
                </p>
              )}
            </li>
          ))}
        </ul>
      );
    case "ask-form":
      return null;
  }
}
