"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import type { KeyboardEvent, MouseEvent } from "react";
import { type AuditSearch, auditAddress } from "#components/audit/audit-address.ts";
import { EventRow } from "#components/audit/event-row.tsx";
import { auditQueries } from "#components/audit/queries.ts";
import { LoadFailure } from "#components/layout/load-failure.tsx";
import { Button } from "#components/ui/button.tsx";
import { Table, TableBody, TableHead, TableHeadCell } from "#components/ui/table.tsx";
import type { AuditFilter, AuditPage } from "#lib/audit/schema.ts";
import { audit } from "#lib/messages/en/audit.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(audit);

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Arrow keys move from row to row; Enter opens the one in focus, as it does with every link. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("tbody a[data-row]")];
  const at = links.indexOf(document.activeElement as HTMLElement);
  if (at === -1) return;
  event.preventDefault();
  const next = links[step(at, links.length)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

type EventTableProps = {
  filter: AuditFilter;
  first: AuditPage;
  search: AuditSearch;
  ruleNames: Readonly<Record<string, string>>;
  openId: string | undefined;
  onOpen: (id: string) => void;
};

/** The events that match, newest first, page after page. */
export function EventTable({ filter, first, search, ruleNames, openId, onOpen }: EventTableProps) {
  const list = useInfiniteQuery(auditQueries.list(filter, first));
  const events = list.data.pages.flatMap((page) => page.events);
  const openHere = (id: string) => (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(id);
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="overflow-clip rounded-card border bg-surface">
        <Table label={t("title")} density="dense" onKeyDown={moveBetweenRows}>
          <TableHead>
            <TableHeadCell>{t("columnTime")}</TableHeadCell>
            <TableHeadCell>{t("columnPerson")}</TableHeadCell>
            <TableHeadCell>{t("columnDid")}</TableHeadCell>
            <TableHeadCell>{t("columnTarget")}</TableHeadCell>
            <TableHeadCell>{t("columnOutcome")}</TableHeadCell>
            <TableHeadCell>{t("columnRule")}</TableHeadCell>
          </TableHead>
          <TableBody>
            {events.map((event) => (
              <EventRow
                key={event.id}
                event={event}
                isOpen={event.id === openId}
                href={auditAddress({ ...search, event: event.id, by: undefined })}
                onOpen={openHere(event.id)}
                ruleNames={ruleNames}
              />
            ))}
          </TableBody>
        </Table>
      </div>
      {list.isFetchNextPageError && (
        <LoadFailure title={t("failed")} error={list.error} onRetry={() => void list.fetchNextPage()} />
      )}
      {list.hasNextPage ? (
        <Button
          className="self-center"
          pending={list.isFetchingNextPage}
          pendingLabel={t("moreLoading")}
          onClick={() => list.fetchNextPage()}
        >
          {t("more")}
        </Button>
      ) : (
        events.length > 20 && <p className="self-center text-muted text-small">{t("end")}</p>
      )}
    </div>
  );
}
