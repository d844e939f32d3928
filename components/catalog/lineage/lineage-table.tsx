import { kindOf, relationOf, t } from "#components/catalog/lineage/lineage-words.ts";
import {
  RowLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeadCell,
  TableRow,
} from "#components/ui/table.tsx";
import type { Lineage } from "#lib/catalog/lineage.ts";

/** The same as the drawing, in rows: from what uses the tool to what it uses. */
export function LineageTable({ lineage, name }: { lineage: Lineage; name: string }) {
  const nameOf = new Map(lineage.nodes.map((node) => [node.id, node.name]));
  const usedBy = (id: string) =>
    lineage.edges.flatMap(({ from, to }) => (from === id ? (nameOf.get(to) ?? []) : [])).join(", ");
  const rows = lineage.nodes.toSorted((a, b) => a.distance - b.distance || a.name.localeCompare(b.name));
  return (
    <div className="overflow-clip rounded-card border bg-surface">
      <Table label={t("table", { name })}>
        <TableHead>
          <TableHeadCell>{t("colName")}</TableHeadCell>
          <TableHeadCell>{t("colKind")}</TableHeadCell>
          <TableHeadCell>{t("colRelation")}</TableHeadCell>
          <TableHeadCell>{t("colUses")}</TableHeadCell>
        </TableHead>
        <TableBody>
          {rows.map((node) => (
            <TableRow key={node.id} selected={node.id === lineage.root}>
              <TableCell phone="first">
                {node.href && node.id !== lineage.root ? (
                  <RowLink href={node.href} scroll>
                    {node.name}
                  </RowLink>
                ) : (
                  node.name
                )}
              </TableCell>
              <TableCell phone="aside" className="text-muted max-md:text-small">
                {kindOf(node)}
              </TableCell>
              <TableCell className="max-md:basis-full">{relationOf(node)}</TableCell>
              <TableCell phone="hidden" className="text-muted">
                {usedBy(node.id) || t("nothing")}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
