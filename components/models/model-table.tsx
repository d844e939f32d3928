import { costInWords } from "#components/models/cost-words.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import {
  RowLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeadCell,
  TableRow,
} from "#components/ui/table.tsx";
import { models } from "#lib/messages/en/models.ts";
import { formatDuration, formatNumber, formatShare } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import type { ModelCard } from "#lib/models/figures.ts";

const t = translator(models);

const spread = (value: { p50: number; p95: number } | null) =>
  value ? `${formatDuration(value.p50)} / ${formatDuration(value.p95)}` : "";

/** Every model in use with how it did in our own traffic. */
export function ModelTable({ cards }: { cards: readonly ModelCard[] }) {
  if (cards.length === 0) return <EmptyState>{t("modelsEmpty")}</EmptyState>;
  return (
    <div className="overflow-clip rounded-card border bg-surface">
      <Table label={t("modelsTitle")}>
        <TableHead>
          <TableHeadCell>{t("columnModel")}</TableHeadCell>
          <TableHeadCell numeric>{t("columnCalls")}</TableHeadCell>
          <TableHeadCell numeric>{t("columnFirst")}</TableHeadCell>
          <TableHeadCell numeric>{t("columnWhole")}</TableHeadCell>
          <TableHeadCell numeric>{t("columnFailed")}</TableHeadCell>
          <TableHeadCell numeric>{t("columnTokens")}</TableHeadCell>
          <TableHeadCell numeric>{t("columnCost")}</TableHeadCell>
        </TableHead>
        <TableBody>
          {cards.map(({ id, displayName, isActive, provider, figures }) => (
            <TableRow key={id}>
              <TableCell phone="first" className="py-2">
                <RowLink href={`/admin/models/${id}`}>{displayName}</RowLink>
                <span className="block text-muted text-small">
                  {provider.name}
                  {!(isActive && provider.isActive) && `, ${t("modelOff")}`}{" "}
                  {figures.hasSample && <SampleChip />}
                </span>
              </TableCell>
              <TableCell numeric phone="aside">
                {figures.calls === 0 ? (
                  <span className="text-muted">{t("noCalls")}</span>
                ) : (
                  formatNumber(figures.calls)
                )}
              </TableCell>
              <TableCell numeric phone="hidden">
                {spread(figures.firstToken)}
              </TableCell>
              <TableCell numeric phone="hidden">
                {spread(figures.duration)}
              </TableCell>
              <TableCell numeric phone="hidden">
                {figures.failedShare === null ? "" : formatShare(figures.failedShare)}
              </TableCell>
              <TableCell numeric phone="hidden">
                {figures.tokensIn + figures.tokensOut === 0
                  ? ""
                  : `${formatNumber(figures.tokensIn)} / ${formatNumber(figures.tokensOut)}`}
              </TableCell>
              <TableCell numeric phone="second">
                {figures.tokensIn + figures.tokensOut === 0 ? "" : costInWords(figures.cost)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
