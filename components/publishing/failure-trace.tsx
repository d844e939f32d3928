"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { t } from "#components/publishing/desk-words.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Status } from "#components/ui/status.tsx";
import { api } from "#lib/http/api-client.ts";
import { formatDuration } from "#lib/messages/format.ts";
import { failureTraceSchema } from "#lib/publishing/failure-trace.ts";

/** What happened around one failed call, read when it is opened. */
export function FailureTrace({ slug, id }: { slug: string; id: string }) {
  const [isOpen, setOpen] = useState(false);
  const trace = useQuery({
    queryKey: ["publishing", "failure", slug, id],
    queryFn: ({ signal }) =>
      api(`/api/owner/${encodeURIComponent(slug)}/failures/${id}`, { response: failureTraceSchema, signal }),
    enabled: isOpen,
  });
  return (
    <Disclosure
      framed={false}
      summary={<span className="text-small">{t("trace")}</span>}
      onOpenChange={setOpen}
    >
      {trace.isPending && <p className="text-muted text-small">{t("traceLoading")}</p>}
      {trace.isError && <p className="text-danger text-small">{trace.error.message}</p>}
      {trace.data && (
        <ol aria-label={t("trace")} className="flex flex-col gap-1">
          {trace.data.calls.map((call) => (
            <li
              key={`${call.occurredAt} ${call.operation}`}
              className="flex flex-wrap items-baseline gap-x-3 text-small"
            >
              <Status tone={call.outcome === "succeeded" ? "positive" : "danger"}>
                {call.tool?.name ?? t("traceHidden")}
              </Status>
              {call.operation && <code className="text-code wrap-anywhere">{call.operation}</code>}
              {call.errorCode && <code className="text-code text-muted">{call.errorCode}</code>}
              <span className="text-muted">{formatDuration(call.durationMs)}</span>
              {call.isThis && <span className="text-muted">{t("traceThis")}</span>}
            </li>
          ))}
        </ol>
      )}
    </Disclosure>
  );
}
