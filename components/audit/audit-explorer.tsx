"use client";

import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { type AuditSearch, auditAddress } from "#components/audit/audit-address.ts";
import { EventPanel } from "#components/audit/event-panel.tsx";
import { EventTable } from "#components/audit/event-table.tsx";
import { ExportButton } from "#components/audit/export-button.tsx";
import { FilterSheet } from "#components/audit/filter-sheet.tsx";
import { QueryField } from "#components/audit/query-field.tsx";
import { SearchSummary } from "#components/audit/search-summary.tsx";
import { SpanChoice } from "#components/audit/span-choice.tsx";
import { TrailHistogram } from "#components/audit/trail-histogram.tsx";
import type { NamedChoice } from "#components/audit/use-choices.ts";
import { useOpenEvent } from "#components/audit/use-open-event.ts";
import { cn } from "#components/ui/cn.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { AuditFilter, AuditHistogram, AuditPage } from "#lib/audit/schema.ts";
import { audit } from "#lib/messages/en/audit.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(audit);

const byId = (list: readonly NamedChoice[]) => Object.fromEntries(list.map(({ id, name }) => [id, name]));

type AuditExplorerProps = {
  search: AuditSearch;
  filter: AuditFilter;
  page: AuditPage;
  histogram: AuditHistogram;
  /** Names of the person and the thing that the filter speaks of. */
  names: { readonly actor: string | null; readonly target: string | null };
  domains: readonly NamedChoice[];
  teams: readonly NamedChoice[];
  rules: readonly NamedChoice[];
  canOpenPeople: boolean;
};

/** The trail: a query, the stretch of time, the events, and one of them in its context. */
export function AuditExplorer(props: AuditExplorerProps) {
  const { search, filter, page, histogram, names, domains, teams, rules, canOpenPeople } = props;
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const open = useOpenEvent(search);
  const go = (next: AuditSearch) =>
    startTransition(() =>
      router.push(auditAddress({ ...next, event: undefined, by: undefined }), { scroll: false }),
    );
  const ruleNames = byId(rules);
  return (
    <>
      <div className="flex flex-wrap items-start gap-2">
        <QueryField domains={domains} rules={rules} onAdd={(found) => go({ ...search, ...found })} />
        <FilterSheet
          key={auditAddress(search)}
          search={search}
          names={names}
          domains={domains}
          rules={rules}
          onApply={go}
        />
        <ExportButton filter={filter} page={page} />
      </div>
      <div className="flex flex-col gap-3 rounded-card border bg-surface p-4">
        <div className="flex items-center justify-between gap-2">
          <SpanChoice search={search} />
          <IconButton
            label={t("refresh")}
            pending={isPending}
            onClick={() => startTransition(() => router.refresh())}
          >
            <RotateCw />
          </IconButton>
        </div>
        <TrailHistogram
          histogram={histogram}
          from={search.from}
          to={search.to}
          onRange={(range) => go({ ...search, from: range?.from, to: range?.to })}
        />
      </div>
      <div
        aria-busy={isPending}
        className={cn("flex flex-col gap-3 transition-ui", isPending && "opacity-60")}
      >
        <SearchSummary
          search={search}
          page={page}
          names={names}
          domains={byId(domains)}
          rules={ruleNames}
          histogram={histogram}
        />
        {page.events.length === 0 ? (
          <EmptyState action={<LinkButton href="/admin/audit?span=all">{t("clear")}</LinkButton>}>
            {t("none")}
          </EmptyState>
        ) : (
          <EventTable
            filter={filter}
            first={page}
            search={search}
            ruleNames={ruleNames}
            openId={open.id}
            onOpen={open.open}
          />
        )}
      </div>
      {open.id && (
        <EventPanel
          id={open.id}
          by={open.by}
          search={search}
          names={{ rules: ruleNames, domains: byId(domains), teams: byId(teams) }}
          canOpenPeople={canOpenPeople}
          onOpen={open.open}
          onClose={open.close}
        />
      )}
    </>
  );
}
