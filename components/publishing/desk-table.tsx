import { t } from "#components/publishing/desk-words.ts";
import { needsOf } from "#components/publishing/needs-of.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { Sparkline } from "#components/ui/sparkline.tsx";
import { Status } from "#components/ui/status.tsx";
import {
  RowControl,
  RowLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeadCell,
  TableRow,
} from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { formatDuration, formatNumber, formatShare } from "#lib/messages/format.ts";
import { confirmationStage } from "#lib/ownership/confirmation.ts";
import type { DeskTool } from "#lib/publishing/my-tools.ts";

/** Whether the last word of its owner is a month overdue. */
function isOwnershipUnconfirmed({ concerns }: DeskTool): boolean {
  const at = concerns.find(({ kind }) => kind === "unconfirmed")?.facts.at;
  if (!at) return false;
  const confirmedAt = new Date(at);
  return confirmationStage({ confirmedAt, createdAt: confirmedAt }, new Date()) === "unconfirmed";
}

function DeskRow({ tool }: { tool: DeskTool }) {
  const { card, daily, tie, draft } = tool;
  const { calls, successShare, p95Ms } = card.usage;
  const needs = needsOf(tool).length;
  return (
    <TableRow>
      <TableCell phone="first" className="max-md:basis-full">
        <span className="flex flex-wrap items-center gap-x-2">
          <RowLink href={`/owner/${card.slug}`} scroll className="font-semibold">
            {card.name}
          </RowLink>
          {card.usage.hasSample && <SampleChip />}
          {isOwnershipUnconfirmed(tool) && (
            <Status tone="danger" className="text-small">
              {t("unconfirmed")}
            </Status>
          )}
        </span>
      </TableCell>
      <TableCell className="text-muted">{t(tie)}</TableCell>
      <TableCell numeric>
        {formatNumber(calls)}
        <span className="md:hidden"> {t("colCalls").toLowerCase()}</span>
      </TableCell>
      <TableCell numeric>
        {successShare === null ? t("none") : formatShare(successShare)}
        {successShare !== null && <span className="md:hidden"> {t("colSuccess").toLowerCase()}</span>}
      </TableCell>
      <TableCell numeric phone="hidden">
        {p95Ms === null ? t("none") : formatDuration(p95Ms)}
      </TableCell>
      <TableCell phone="hidden">
        {calls > 0 && (
          <Sparkline
            values={daily.map((day) => day.calls)}
            label={t("perDayLabel", { tool: card.name })}
            last={t("today", { count: daily.at(-1)?.calls ?? 0 })}
          />
        )}
      </TableCell>
      <TableCell>
        <Status tone={needs > 0 ? "caution" : "positive"} className="whitespace-nowrap">
          {needs > 0 ? t("needs", { count: needs }) : t("inOrder")}
        </Status>
      </TableCell>
      <TableCell phone="hidden">
        <RowControl>
          <TextLink href={`/owner/${card.slug}/edit`} className="whitespace-nowrap text-small">
            {t(draft ? "editDraft" : "edit")}
          </TextLink>
        </RowControl>
      </TableCell>
    </TableRow>
  );
}

/** The tools that somebody answers for, with how they were used in 28 days. */
export function DeskTable({ tools }: { tools: readonly DeskTool[] }) {
  return (
    <div className="overflow-clip rounded-card border bg-surface">
      <Table label={t("myTools")}>
        <TableHead>
          <TableHeadCell>{t("colTool")}</TableHeadCell>
          <TableHeadCell>{t("colPart")}</TableHeadCell>
          <TableHeadCell numeric>{t("colCalls")}</TableHeadCell>
          <TableHeadCell numeric>{t("colSuccess")}</TableHeadCell>
          <TableHeadCell numeric>{t("colP95")}</TableHeadCell>
          <TableHeadCell>{t("colPerDay")}</TableHeadCell>
          <TableHeadCell>{t("colNeeds")}</TableHeadCell>
          <TableHeadCell>
            <span className="sr-only">{t("edit")}</span>
          </TableHeadCell>
        </TableHead>
        <TableBody>
          {tools.map((tool) => (
            <DeskRow key={tool.card.id} tool={tool} />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
