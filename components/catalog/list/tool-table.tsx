import { ReadinessFact } from "#components/catalog/readiness-fact.tsx";
import { ToolControlSlot } from "#components/catalog/tool-control-slot.tsx";
import { TrustMark } from "#components/trust/trust-mark.tsx";
import {
  RowLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeadCell,
  TableRow,
} from "#components/ui/table.tsx";
import { kindWords } from "#lib/catalog/facets.ts";
import type { CatalogHit } from "#lib/catalog/schema.ts";
import { catalog } from "#lib/messages/en/catalog.ts";
import { formatNumber, formatShare } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import { notRated } from "#lib/trust/mark.ts";

const t = translator(catalog);

/** The compact view: one row per tool. */
export function ToolTable({ hits, onOpen }: { hits: readonly CatalogHit[]; onOpen: (id: string) => void }) {
  return (
    <div className="overflow-clip rounded-card border bg-surface">
      <Table label={t("results")}>
        <TableHead>
          <TableHeadCell>{t("colName")}</TableHeadCell>
          <TableHeadCell>{t("colDomain")}</TableHeadCell>
          <TableHeadCell className="max-lg:hidden">{t("colKind")}</TableHeadCell>
          <TableHeadCell>{t("colTrust")}</TableHeadCell>
          <TableHeadCell numeric>{t("colSuccess")}</TableHeadCell>
          <TableHeadCell>{t("colReady")}</TableHeadCell>
        </TableHead>
        <TableBody>
          {hits.map((hit) => (
            <TableRow key={hit.id}>
              <TableCell phone="first">
                <div className="flex items-center justify-between gap-2">
                  <RowLink
                    href={`/catalog/${hit.slug}`}
                    scroll
                    prefetch={false}
                    onClick={() => onOpen(hit.id)}
                    title={hit.purpose}
                  >
                    {hit.name}
                  </RowLink>
                  <ToolControlSlot tool={{ id: hit.id, slug: hit.slug, name: hit.name }} place="row" />
                </div>
              </TableCell>
              <TableCell phone="aside" className="text-muted max-md:text-small">
                {hit.domain.name}
              </TableCell>
              <TableCell phone="hidden" className="text-muted max-lg:hidden">
                {kindWords[hit.kind]}
              </TableCell>
              <TableCell phone="hidden">
                <TrustMark rating={hit.trust ?? notRated} size="small" interactive={false} />
              </TableCell>
              <TableCell numeric phone="hidden">
                {hit.usage.successShare === null
                  ? t("noCalls")
                  : t("ofCalls", {
                      share: formatShare(hit.usage.successShare),
                      count: formatNumber(hit.usage.judgedCalls),
                    })}
              </TableCell>
              <TableCell phone="second">
                <ReadinessFact card={hit} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
