import { AnswerCell, isNumeric } from "#components/runs/answer-cell.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from "#components/ui/table.tsx";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";
import type { AnswerPartOf, Column } from "#lib/models/extractive/schema.ts";

const t = translator(chat);

const naming = /^(?:title|name|subject|summary|description)$|(?:Title|Name)$/;
const judging = /^(?:status|state|severity|priority|decision)$/;

/** On a phone a row is two lines: the column that names it, then what state it is in, then the rest. */
function phonePlaces(columns: readonly Column[]): readonly ("first" | "aside" | "second")[] {
  const first = Math.max(
    0,
    columns.findIndex(({ key }) => naming.test(key)),
  );
  const aside = columns.findIndex(({ key }, at) => at !== first && judging.test(key));
  return columns.map((_, at) => (at === first ? "first" : at === aside ? "aside" : "second"));
}

/** Rows that a tool answered. */
export function AnswerTable({ part }: { part: AnswerPartOf<"table"> }) {
  const places = phonePlaces(part.columns);
  const rows = part.rows.map((cells, at) => ({ key: `${at}`, cells }));
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="overflow-x-auto rounded-card border bg-surface">
        <Table label={t("result")} density="dense">
          <TableHead>
            {part.columns.map((column) => (
              <TableHeadCell key={column.key} numeric={isNumeric(column)}>
                {column.title}
              </TableHeadCell>
            ))}
          </TableHead>
          <TableBody>
            {rows.map(({ key, cells }) => (
              <TableRow key={key}>
                {part.columns.map((column, at) => {
                  const value = cells[at] ?? null;
                  const isEmpty = value === null || value === "";
                  return (
                    <TableCell
                      key={column.key}
                      numeric={isNumeric(column)}
                      phone={isEmpty ? "hidden" : places[at]}
                    >
                      <AnswerCell value={value} column={column} />
                    </TableCell>
                  );
                })}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      {part.total > part.rows.length && (
        <p className="text-muted text-small">{t("rowsOf", { shown: part.rows.length, total: part.total })}</p>
      )}
    </div>
  );
}
