import { concernTones } from "#components/catalog/concern-list.tsx";
import { concernShort } from "#components/catalog/concern-short.tsx";
import { t } from "#components/home/home-words.ts";
import { Sparkline } from "#components/ui/sparkline.tsx";
import { Status } from "#components/ui/status.tsx";
import {
  RowLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeadCell,
  TableRow,
} from "#components/ui/table.tsx";
import { formatNumber, formatShare } from "#lib/messages/format.ts";
import type { DeskTool } from "#lib/publishing/my-tools.ts";

/** An owner's tools: how they are used, how often they succeed, and what each needs first. */
export function MyToolRows({ tools }: { tools: readonly DeskTool[] }) {
  return (
    <div className="overflow-clip rounded-card border bg-surface">
      <Table label={t("myTools")}>
        <TableHead>
          <TableHeadCell>{t("colTool")}</TableHeadCell>
          <TableHeadCell>{t("colCalls")}</TableHeadCell>
          <TableHeadCell numeric>{t("colSuccess")}</TableHeadCell>
          <TableHeadCell>{t("needs")}</TableHeadCell>
        </TableHead>
        <TableBody>
          {tools.map(({ card, daily, concerns }) => (
            <TableRow key={card.id}>
              <TableCell phone="first">
                <RowLink href={`/owner/${card.slug}`} scroll>
                  {card.name}
                </RowLink>
              </TableCell>
              <TableCell phone="aside">
                <Sparkline
                  values={daily.map(({ calls }) => calls)}
                  label={t("calls28")}
                  last={formatNumber(card.usage.calls)}
                />
              </TableCell>
              <TableCell numeric phone="hidden">
                {card.usage.successShare === null ? t("noCalls") : formatShare(card.usage.successShare)}
              </TableCell>
              <TableCell className="md:py-2">
                {concerns[0] ? (
                  <Status tone={concernTones[concerns[0].kind]} className="items-baseline">
                    {concernShort(concerns[0])}
                  </Status>
                ) : (
                  <Status tone="positive">{t("needsNothing")}</Status>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
