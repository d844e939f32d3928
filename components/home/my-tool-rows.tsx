import { concernTones } from "#components/catalog/concern-list.tsx";
import { concernShort } from "#components/catalog/concern-short.tsx";
import { t } from "#components/home/home-words.ts";
import { needsOf } from "#components/publishing/needs-of.tsx";
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

/** What a tool wants most, in a few words: the same order as on the owner's desk. */
function FirstNeed({ tool }: { tool: DeskTool }) {
  const [concern] = tool.concerns;
  if (tool.suspended > 0)
    return <Status tone="danger">{t("needsSuspended", { count: tool.suspended })}</Status>;
  if (concern) {
    return (
      <Status tone={concernTones[concern.kind]} className="items-baseline">
        {concernShort(concern)}
      </Status>
    );
  }
  const rest = needsOf(tool).length;
  if (rest === 0) return <Status tone="positive">{t("needsNothing")}</Status>;
  return <Status tone="caution">{t("needsThings", { count: rest })}</Status>;
}

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
          {tools.map((tool) => (
            <TableRow key={tool.card.id}>
              <TableCell phone="first">
                <RowLink href={`/owner/${tool.card.slug}`} scroll>
                  {tool.card.name}
                </RowLink>
              </TableCell>
              <TableCell phone="aside">
                <Sparkline
                  values={tool.daily.map(({ calls }) => calls)}
                  label={t("calls28")}
                  last={formatNumber(tool.card.usage.calls)}
                />
              </TableCell>
              <TableCell numeric phone="hidden">
                {tool.card.usage.successShare === null
                  ? t("noCalls")
                  : formatShare(tool.card.usage.successShare)}
              </TableCell>
              <TableCell className="md:py-2">
                <FirstNeed tool={tool} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
