import { ResultValue } from "#components/tools/result/result-value.tsx";
import { cn } from "#components/ui/cn.ts";
import type { JsonValue } from "#components/ui/json-node.ts";
import { JsonView } from "#components/ui/json-view.tsx";
import { KeyValueList } from "#components/ui/key-value.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from "#components/ui/table.tsx";
import { operations } from "#lib/messages/en/operations.ts";
import { translator } from "#lib/messages/translate.ts";
import type { ResultShape } from "#lib/tools/result-shape.ts";

const t = translator(operations);
const mostRows = 100;

type ResultShapeViewProps = { shape: ResultShape; label: string };

/** A result as table, fields or list; whatever is too deep for that as JSON. */
export function ResultShapeView({ shape, label }: ResultShapeViewProps) {
  switch (shape.kind) {
    case "nothing":
      return <p className="text-muted">{t("nothing")}</p>;
    case "value":
      return (
        <p className="measure">
          <ResultValue value={shape.value} />
        </p>
      );
    case "list":
      return (
        <ul className="flex list-disc flex-col gap-1 pl-4.5">
          {withKeys(shape.values).map(({ key, item }) => (
            <li key={key}>
              <ResultValue value={item} />
            </li>
          ))}
        </ul>
      );
    case "json":
      return <JsonView value={shape.value as JsonValue} label={label} />;
    case "table":
      return <ResultTable shape={shape} label={label} />;
    case "fields":
      return <ResultFields shape={shape} />;
  }
}

/** Fields with a value first; what is empty is only named. */
function ResultFields({ shape }: { shape: Extract<ResultShape, { kind: "fields" }> }) {
  const given = shape.fields.filter(({ value }) => value.value !== null);
  const parts = shape.parts.filter((part) => part.shape.kind !== "nothing");
  const empty = [
    ...shape.fields.filter(({ value }) => value.value === null),
    ...shape.parts.filter((part) => part.shape.kind === "nothing"),
  ];
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {given.length > 0 && (
        <KeyValueList
          items={given.map(({ title, value }) => ({ key: title, value: <ResultValue value={value} /> }))}
        />
      )}
      {parts.map((part) => (
        <section key={part.key} aria-label={part.title} className="flex min-w-0 flex-col gap-1.5">
          <p className="font-semibold text-small">{part.title}</p>
          <ResultShapeView shape={part.shape} label={part.title} />
        </section>
      ))}
      {empty.length > 0 && (
        <p className="text-muted text-small">
          {t("emptyFields", { names: empty.map(({ title }) => title).join(", ") })}
        </p>
      )}
    </div>
  );
}

function ResultTable({ shape, label }: { shape: Extract<ResultShape, { kind: "table" }>; label: string }) {
  const rows = withKeys(shape.rows.slice(0, mostRows));
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className="overflow-x-auto rounded-card border bg-surface">
        <Table label={label} density="dense">
          <TableHead>
            {shape.columns.map((column) => (
              <TableHeadCell key={column.key} numeric={column.isNumeric}>
                {column.title}
              </TableHeadCell>
            ))}
          </TableHead>
          <TableBody>
            {rows.map(({ key, item }) => (
              <TableRow key={key}>
                {shape.columns.map((column, at) => {
                  const value = item[at] ?? { format: "text" as const, value: null };
                  return (
                    <TableCell
                      key={column.key}
                      numeric={column.isNumeric}
                      className={cn("wrap-anywhere md:py-1.5", column.isLong ? "md:min-w-24" : "md:min-w-14")}
                      phone={at === 0 ? "first" : value.value === null ? "hidden" : "second"}
                    >
                      <ResultValue value={value} />
                    </TableCell>
                  );
                })}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      {shape.hiddenTitles.length > 0 && (
        <p className="text-muted text-small">
          {t("hiddenColumns", { names: shape.hiddenTitles.join(", ") })}
        </p>
      )}
      {shape.rows.length > mostRows && (
        <p className="text-muted text-small">
          {t("firstRows", { shown: mostRows, total: shape.rows.length })}
        </p>
      )}
    </div>
  );
}

/** Results have no ids of their own and never change their order once they are shown. */
function withKeys<Item>(items: readonly Item[]): { key: string; item: Item }[] {
  return items.map((item, at) => ({ key: String(at), item }));
}
