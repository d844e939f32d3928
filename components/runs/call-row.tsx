import { Ban, Check, CircleAlert, CircleSlash, LoaderCircle, Wrench } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { ArgumentList } from "#components/runs/argument-list.tsx";
import { CallResult } from "#components/runs/call-result.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { PanelTabs } from "#components/ui/panel-tabs.tsx";
import { callStates, chat } from "#lib/messages/en/chat.ts";
import { formatDuration } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import type { CallPart } from "#lib/runs/schema.ts";

const t = translator(chat);

const looks = {
  running: { icon: LoaderCircle, ink: "text-muted" },
  "waiting-approval": { icon: CircleAlert, ink: "text-caution" },
  succeeded: { icon: Check, ink: "text-positive" },
  failed: { icon: CircleAlert, ink: "text-danger" },
  refused: { icon: Ban, ink: "text-danger" },
  "timed-out": { icon: CircleAlert, ink: "text-danger" },
  stopped: { icon: CircleSlash, ink: "text-muted" },
  declined: { icon: CircleSlash, ink: "text-muted" },
} as const;

function CallSummary({ call }: { call: CallPart }) {
  const { icon: Icon, ink } = looks[call.status];
  return (
    <span className="flex min-w-0 flex-1 items-center gap-2">
      <Wrench aria-hidden="true" className="shrink-0 text-muted max-md:hidden" />
      <span className="min-w-0 truncate">
        <span className="font-semibold">{call.toolName}</span>{" "}
        <span className="text-muted">· {call.title}</span>
      </span>
      <span className={`ml-auto flex shrink-0 items-center gap-1 text-small ${ink}`}>
        <Icon
          aria-hidden="true"
          className={call.status === "running" ? "motion-safe:animate-spin" : undefined}
        />
        {callStates[call.status]}
        {call.durationMs !== null && <span className="text-muted">{formatDuration(call.durationMs)}</span>}
      </span>
    </span>
  );
}

function CallDetails({ call }: { call: CallPart }) {
  const json = JSON.stringify({ arguments: call.arguments, result: call.result?.content ?? null }, null, 2);
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-2 text-muted text-small">
        <Link href={`/catalog/${call.toolSlug}`} className="text-accent hover:text-accent-hover">
          {call.toolName}
        </Link>
        {call.ownerTeam && <span>{t("callOwner", { team: call.ownerTeam })}</span>}
        <code className="text-code">{call.operationName}</code>
        <CopyButton text={json} label={t("copyCall")} className="-my-1 ml-auto" />
      </div>
      <PanelTabs
        label={`${call.toolName}: ${call.title}`}
        defaultPanel={call.result || call.error ? "result" : "arguments"}
        panels={[
          { id: "arguments", label: t("arguments"), content: <ArgumentList arguments={call.arguments} /> },
          { id: "result", label: t("result"), content: <CallResult call={call} /> },
        ]}
      />
    </div>
  );
}

/** One tool call as a row; opened, it shows exactly what went out and what came back. */
export function CallRow({ call }: { call: CallPart }) {
  // A long thread has many calls, and few are looked into.
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure framed onOpenChange={setOpen} summary={<CallSummary call={call} />}>
      {isOpen && <CallDetails call={call} />}
    </Disclosure>
  );
}
