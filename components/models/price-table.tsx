"use client";

import { modelActs } from "#components/models/mutations.ts";
import { useAct } from "#components/providers/use-act.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Status } from "#components/ui/status.tsx";
import {
  RowControl,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeadCell,
  TableRow,
} from "#components/ui/table.tsx";
import { models } from "#lib/messages/en/models.ts";
import { formatMoney } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import type { PriceView } from "#lib/models/prices.ts";

const t = translator(models);
const tones = { later: "active", now: "positive", past: "neutral" } as const;

/** Every price with the day from which it holds; one that has not begun can be taken back. */
export function PriceTable({ modelId, prices }: { modelId: string; prices: readonly PriceView[] }) {
  const { act } = useAct();
  if (prices.length === 0) return <EmptyState>{t("pricesEmpty")}</EmptyState>;
  return (
    <div className="overflow-clip rounded-card border bg-surface">
      <Table label={t("pricesTitle")}>
        <TableHead>
          <TableHeadCell>{t("columnFrom")}</TableHeadCell>
          <TableHeadCell>{t("columnStanding")}</TableHeadCell>
          <TableHeadCell numeric>{t("columnIn")}</TableHeadCell>
          <TableHeadCell numeric>{t("columnCached")}</TableHeadCell>
          <TableHeadCell numeric>{t("columnOut")}</TableHeadCell>
          <TableHeadCell>
            <span className="sr-only">{t("withdraw")}</span>
          </TableHeadCell>
        </TableHead>
        <TableBody>
          {prices.map(({ id, from, standing, currency, inputPerMillion, outputPerMillion, ...rest }) => (
            <TableRow key={id}>
              <TableCell phone="first">{from}</TableCell>
              <TableCell phone="second">
                <Status tone={tones[standing]}>{t(`standing-${standing}`)}</Status>
              </TableCell>
              <TableCell numeric phone="second">
                {formatMoney(inputPerMillion, currency)}
              </TableCell>
              <TableCell numeric phone="hidden">
                {rest.cachedInputPerMillion === null ? "" : formatMoney(rest.cachedInputPerMillion, currency)}
              </TableCell>
              <TableCell numeric phone="second">
                {formatMoney(outputPerMillion, currency)}
              </TableCell>
              <TableCell phone={standing === "later" ? "aside" : "hidden"} className="text-right">
                {standing === "later" && (
                  <RowControl>
                    <ConfirmDialog
                      trigger={
                        <Button variant="quiet" size="small" aria-label={t("withdrawOf", { from })}>
                          {t("withdraw")}
                        </Button>
                      }
                      title={t("withdrawTitle", { from })}
                      consequence={t("withdrawText")}
                      confirmLabel={t("withdraw")}
                      danger
                      onConfirm={() => act(() => modelActs.withdrawPrice(modelId, id), t("withdrawn"))}
                    />
                  </RowControl>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
