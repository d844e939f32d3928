import { CallRow } from "#components/runs/call-row.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";
import type { CallPart } from "#lib/runs/schema.ts";

const t = translator(chat);

/** Calls that followed each other: rows while the answer is made, then one line. */
export function CallGroup({ calls, isOpen }: { calls: readonly CallPart[]; isOpen: boolean }) {
  const rows = (
    <ul className="flex flex-col gap-1">
      {calls.map((call) => (
        <li key={call.callId} className={call.parentCallId ? "pl-4" : ""}>
          <CallRow call={call} />
        </li>
      ))}
    </ul>
  );
  const notes = calls.flatMap((call) => (call.note ? [<p key={call.callId}>{call.note}</p>] : []));
  const failed = calls.filter(({ status }) => ["failed", "refused", "timed-out"].includes(status)).length;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {notes}
      {isOpen ? (
        rows
      ) : (
        <Disclosure
          framed={false}
          summary={
            <span className="text-muted text-small">
              {t("calledTools", { count: calls.length })}
              {failed > 0 && <span className="text-danger"> · {t("callsFailed", { count: failed })}</span>}
            </span>
          }
        >
          {rows}
        </Disclosure>
      )}
    </div>
  );
}
