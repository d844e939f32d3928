"use client";

import { Ban, Check, CircleAlert, CircleSlash, LoaderCircle, Wrench } from "lucide-react";
import Link from "next/link";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { JsonValue } from "#components/ui/json-node.ts";
import { JsonView } from "#components/ui/json-view.tsx";
import { PanelTabs } from "#components/ui/panel-tabs.tsx";
import { chat } from "#lib/messages/en/chat.ts";
import { formatDuration } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import type { CallPart } from "#lib/runs/schema.ts";

const t = translator(chat);

const states = {
  running: { icon: LoaderCircle, word: "running", ink: "text-muted" },
  "waiting-approval": { icon: CircleAlert, word: "waits for you", ink: "text-caution" },
  succeeded: { icon: Check, word: "done", ink: "text-positive" },
  failed: { icon: CircleAlert, word: "failed", ink: "text-danger" },
  refused: { icon: Ban, word: "refused", ink: "text-danger" },
  "timed-out": { icon: CircleAlert, word: "no answer in time", ink: "text-danger" },
  stopped: { icon: CircleSlash, word: "stopped", ink: "text-muted" },
  declined: { icon: CircleSlash, word: "not run", ink: "text-muted" },
} as const;

function ResultView({ call }: { call: CallPart }) {
  if (call.error) {
    return (
      <div className="flex flex-col gap-1">
        <p className="text-danger">{call.error.message}</p>
        <p className="text-muted">{call.error.mend}</p>
      </div>
    );
  }
  if (!call.result) return <p className="text-muted">No result yet.</p>;
  const { content, truncated, bytes } = call.result;
  return (
    <div className="flex flex-col gap-2">
      {truncated && (
        <p className="text-caution text-small">Cut: the whole result has {Math.round(bytes / 1024)} KB.</p>
      )}
      {typeof content === "string" ? (
        <pre className="overflow-x-auto whitespace-pre-wrap text-code">{content}</pre>
      ) : (
        <JsonView value={content as JsonValue} label={t("result")} />
      )}
    </div>
  );
}

/** One tool call as a row; opened, it shows exactly what went out and what came back. */
export function CallRow({ call }: { call: CallPart }) {
  const state = states[call.status];
  const Icon = state.icon;
  return (
    <Disclosure
      framed
      summary={
        <span className="flex min-h-9 min-w-0 flex-1 items-center gap-2">
          <Wrench aria-hidden="true" className="shrink-0 text-muted" />
          <span className="min-w-0 truncate">
            <span className="font-semibold">{call.toolName}</span>{" "}
            <span className="text-muted">· {call.title}</span>
          </span>
          <span className={`ml-auto flex shrink-0 items-center gap-1 text-small ${state.ink}`}>
            <Icon
              aria-hidden="true"
              className={call.status === "running" ? "motion-safe:animate-spin" : ""}
            />
            {state.word}
            {call.durationMs !== null && (
              <span className="text-muted">{formatDuration(call.durationMs)}</span>
            )}
          </span>
        </span>
      }
    >
      <div className="flex flex-col gap-3 pt-2">
        <p className="flex flex-wrap items-center gap-x-2 text-muted text-small">
          <Link href={`/catalog/${call.toolSlug}`} className="text-accent hover:text-accent-hover">
            {call.toolName}
          </Link>
          {call.ownerTeam && <span>owned by {call.ownerTeam}</span>}
          <code className="text-code">{call.operationName}</code>
          <CopyButton
            text={JSON.stringify(
              { arguments: call.arguments, result: call.result?.content ?? null },
              null,
              2,
            )}
            label="Copy as JSON"
          />
        </p>
        <PanelTabs
          label={`${call.toolName}: ${call.title}`}
          defaultPanel={call.result || call.error ? "result" : "arguments"}
          panels={[
            {
              id: "arguments",
              label: t("arguments"),
              content: <JsonView value={call.arguments as JsonValue} label={t("arguments")} />,
            },
            { id: "result", label: t("result"), content: <ResultView call={call} /> },
          ]}
        />
      </div>
    </Disclosure>
  );
}

/** After the answer the calls fold to one line. */
export function CallGroup({ calls, isOpen }: { calls: readonly CallPart[]; isOpen: boolean }) {
  if (calls.length === 0) return null;
  const rows = (
    <ul className="flex flex-col gap-1">
      {calls.map((call) => (
        <li key={call.callId} className={call.parentCallId ? "pl-4" : ""}>
          <CallRow call={call} />
        </li>
      ))}
    </ul>
  );
  if (isOpen) return rows;
  const failed = calls.filter((call) => ["failed", "refused", "timed-out"].includes(call.status)).length;
  return (
    <Disclosure
      summary={
        <span className="text-muted text-small">
          {t("calledTools", { count: calls.length })}
          {failed > 0 && <span className="text-danger"> · {failed} failed</span>}
        </span>
      }
    >
      <div className="pt-2">{rows}</div>
    </Disclosure>
  );
}
