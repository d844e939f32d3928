import { t, valueText } from "#components/tools/schema-form/field-words.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from "#components/ui/table.tsx";
import type { JsonSchema } from "#lib/catalog/operation.ts";
import { type SchemaRow, schemaRows } from "#lib/tools/schema-rows.ts";

function Description({ row }: { row: SchemaRow }) {
  const standard = row.standard === undefined ? [] : [t("standard", { value: valueText(row.standard) })];
  const notes = [...row.rules, ...standard].join(" · ");
  return (
    <span className="flex min-w-40 flex-col py-1 wrap-anywhere">
      {row.description && <span>{row.description}</span>}
      {row.isDeprecated && <span className="text-caution text-small">{t("deprecated")}</span>}
      {notes && <span className="text-muted text-small wrap-anywhere">{notes}</span>}
    </span>
  );
}

function SchemaTable({ schema, label, empty }: { schema: JsonSchema; label: string; empty: string }) {
  const rows = schemaRows(schema);
  if (rows.length === 0) return <p className="text-muted">{empty}</p>;
  return (
    <div className="overflow-clip rounded-card border bg-surface">
      <Table label={label} density="dense">
        <TableHead>
          <TableHeadCell>{t("name")}</TableHeadCell>
          <TableHeadCell>{t("type")}</TableHeadCell>
          <TableHeadCell>{t("description")}</TableHeadCell>
          <TableHeadCell>{t("exampleHead")}</TableHeadCell>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.path}>
              <TableCell phone="first" className="align-top md:py-2">
                <span className="flex flex-wrap items-center gap-2">
                  <code className="text-code wrap-anywhere">{row.path}</code>
                  {row.isRequired && <Badge tone="outline">{t("required")}</Badge>}
                </span>
              </TableCell>
              <TableCell phone="aside" className="align-top text-muted text-small md:py-2">
                {row.type}
              </TableCell>
              <TableCell className="align-top md:py-1">
                <Description row={row} />
              </TableCell>
              <TableCell phone="hidden" className="align-top md:py-2">
                {row.example !== undefined && (
                  <code className="text-code wrap-anywhere">{valueText(row.example)}</code>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

/** What an operation takes, made from its schema. */
export function OperationInputDocs({ schema }: { schema: JsonSchema }) {
  return <SchemaTable schema={schema} label={t("inputs")} empty={t("noInputs")} />;
}

/** What an operation gives back, made from its schema. */
export function OperationOutputDocs({ schema }: { schema: JsonSchema | null | undefined }) {
  return <SchemaTable schema={schema ?? true} label={t("outputs")} empty={t("noOutputs")} />;
}
