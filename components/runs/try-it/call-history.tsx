"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type FormPlace, operationCallsQuery } from "#components/runs/try-it/form-requests.ts";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { Status, type StatusTone } from "#components/ui/status.tsx";
import {
  RowControl,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeadCell,
  TableRow,
} from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import { tryIt } from "#lib/messages/en/try-it.ts";
import { formatDuration } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import type { OperationCall } from "#lib/tools/operation-call.ts";

const t = translator(tryIt);

const states: Readonly<Record<string, { tone: StatusTone; word: string }>> = {
  succeeded: { tone: "positive", word: t("succeeded") },
  failed: { tone: "danger", word: t("failed") },
  refused: { tone: "danger", word: t("refusedState") },
  "timed-out": { tone: "danger", word: t("timedOut") },
  stopped: { tone: "neutral", word: t("stopped") },
  declined: { tone: "neutral", word: t("declined") },
  running: { tone: "active", word: t("running") },
  "waiting-approval": { tone: "neutral", word: t("waits") },
};

type CallHistoryProps = { place: FormPlace; onFill: (values: Record<string, unknown>) => void };

/** The person's own calls of an operation, here and in chats; read when it is opened. */
export function CallHistory({ place, onFill }: CallHistoryProps) {
  const [isOpen, setOpen] = useState(false);
  const { data, error, refetch } = useQuery({ ...operationCallsQuery(place), enabled: isOpen });
  return (
    <Disclosure summary={t("history")} onOpenChange={setOpen}>
      {error ? (
        <ErrorState
          title={t("historyUnreadable")}
          action={<Button onClick={() => refetch()}>{t("reload")}</Button>}
        >
          {error.message}
        </ErrorState>
      ) : data ? (
        <CallTable calls={data.calls} onFill={onFill} />
      ) : (
        <SkeletonRows rows={3} dense />
      )}
    </Disclosure>
  );
}

type CallTableProps = { calls: readonly OperationCall[]; onFill: CallHistoryProps["onFill"] };

function CallTable({ calls, onFill }: CallTableProps) {
  if (calls.length === 0) return <p className="text-muted">{t("noHistory")}</p>;
  return (
    <div className="-m-3 overflow-clip rounded-b-control bg-surface">
      <Table label={t("history")} density="dense">
        <TableHead>
          <TableHeadCell>{t("colTime")}</TableHeadCell>
          <TableHeadCell>{t("colOutcome")}</TableHeadCell>
          <TableHeadCell numeric>{t("colTook")}</TableHeadCell>
          <TableHeadCell>
            <span className="sr-only">{t("colAgain")}</span>
          </TableHeadCell>
        </TableHead>
        <TableBody>
          {calls.map(({ id, createdAt, channel, status, durationMs, error, arguments: sent }) => {
            const { tone, word } = states[status] ?? { tone: "neutral" as const, word: status };
            return (
              <TableRow key={id}>
                <TableCell phone="first" className="whitespace-nowrap">
                  <Time value={createdAt} mode="minute" />
                  {channel === "chat" && <span className="text-muted text-small"> · {t("inChat")}</span>}
                  {channel === "playground" && (
                    <span className="text-muted text-small"> · {t("ofDraft")}</span>
                  )}
                </TableCell>
                <TableCell className="md:py-1.5">
                  <Status tone={tone}>{word}</Status>
                  {error && <span className="block text-muted text-small">{error}</span>}
                </TableCell>
                <TableCell numeric>{durationMs === null ? "" : formatDuration(durationMs)}</TableCell>
                <TableCell phone="aside" className="md:text-right">
                  {sent && (
                    <RowControl>
                      <Button size="small" variant="quiet" onClick={() => onFill(sent)}>
                        {t("fillAgain")}
                      </Button>
                    </RowControl>
                  )}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </div>
  );
}
