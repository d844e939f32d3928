"use client";

import { useState } from "react";
import { t } from "#components/ownership/health-words.ts";
import type { TeamOption } from "#components/ownership/receiver-fields.tsx";
import { ReassignDialog } from "#components/publishing/handover/reassign-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Status, type StatusTone } from "#components/ui/status.tsx";
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
import { Time } from "#components/ui/time.tsx";
import type { HealthRow, HealthState } from "#lib/publishing/handover/health.ts";

const tones: Record<HealthState, StatusTone> = {
  orphan: "danger",
  unconfirmed: "danger",
  due: "caution",
  "no-deputy": "neutral",
  offered: "active",
};

function nameOf(person: HealthRow["owner"]): string {
  if (!person) return t("nobody");
  return person.isActive ? person.name : t("left", { name: person.name });
}

type RowProps = { row: HealthRow; isChosen: boolean; onChoose: (isChosen: boolean) => void };

function Row({ row, isChosen, onChoose }: RowProps) {
  return (
    <TableRow selected={isChosen}>
      <TableCell phone="aside" className="w-10">
        <RowControl>
          <Checkbox
            aria-label={t("choose", { tool: row.name })}
            checked={isChosen}
            onChange={(event) => onChoose(event.target.checked)}
          />
        </RowControl>
      </TableCell>
      <TableCell phone="first">
        <RowLink href={`/owner/${row.slug}/people`} scroll className="font-semibold">
          {row.name}
        </RowLink>
      </TableCell>
      <TableCell phone="second" className="text-muted">
        {row.team?.name ?? t("noTeam")}
        <span className="block text-small max-md:hidden">{row.domain.name}</span>
      </TableCell>
      <TableCell phone="second">{nameOf(row.owner)}</TableCell>
      <TableCell phone="hidden">{nameOf(row.deputy)}</TableCell>
      <TableCell phone="hidden">
        <Time value={row.dueAt} mode="date" />
      </TableCell>
      <TableCell className="max-md:order-5 max-md:basis-full">
        <span className="flex flex-wrap gap-x-3 gap-y-1">
          {row.states.map((state) => (
            <Status key={state} tone={tones[state]} className="whitespace-nowrap">
              {t(`state-${state}`)}
            </Status>
          ))}
        </span>
      </TableCell>
    </TableRow>
  );
}

type HealthTableProps = { rows: readonly HealthRow[]; teams: readonly TeamOption[] };

/** Tools with who answers for them; several can be chosen and handed over together. */
export function HealthTable({ rows, teams }: HealthTableProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const inView = rows.filter(({ id }) => chosen.has(id));
  const choose = (ids: readonly string[], isChosen: boolean) =>
    setChosen((before) => {
      const next = new Set(before);
      for (const id of ids) {
        if (isChosen) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  const all = rows.map(({ id }) => id);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex min-h-control flex-wrap items-center gap-x-4 gap-y-2">
        <Checkbox
          label={t("chooseAll")}
          checked={rows.length > 0 && inView.length === rows.length}
          onChange={(event) => choose(all, event.target.checked)}
        />
        <p aria-live="polite" className="text-muted">
          {t("chosen", { count: inView.length })}
        </p>
        {inView.length > 0 && (
          <>
            <ReassignDialog
              key={inView.map(({ id }) => id).join()}
              tools={inView}
              teams={teams}
              onDone={() => setChosen(new Set())}
            />
            <Button variant="quiet" onClick={() => setChosen(new Set())}>
              {t("clearChoice")}
            </Button>
          </>
        )}
      </div>
      <div className="overflow-clip rounded-card border bg-surface">
        <Table label={t("table")}>
          <TableHead>
            <TableHeadCell>
              <span className="sr-only">{t("colSelect")}</span>
            </TableHeadCell>
            <TableHeadCell>{t("colTool")}</TableHeadCell>
            <TableHeadCell>{t("colTeam")}</TableHeadCell>
            <TableHeadCell>{t("colOwner")}</TableHeadCell>
            <TableHeadCell>{t("colDeputy")}</TableHeadCell>
            <TableHeadCell>{t("colDue")}</TableHeadCell>
            <TableHeadCell>{t("colStates")}</TableHeadCell>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <Row
                key={row.id}
                row={row}
                isChosen={chosen.has(row.id)}
                onChoose={(isChosen) => choose([row.id], isChosen)}
              />
            ))}
          </TableBody>
        </Table>
      </div>
    </div>
  );
}
