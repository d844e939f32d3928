import { Status, type StatusTone } from "#components/ui/status.tsx";
import type { AuditEventDto } from "#lib/audit/schema.ts";
import { audit } from "#lib/messages/en/audit.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(audit);

const tones: Readonly<Record<AuditEventDto["outcome"], StatusTone>> = {
  succeeded: "positive",
  refused: "danger",
  failed: "danger",
  intended: "neutral",
};

/** How it ended, in a word. */
export function OutcomeStatus({ outcome }: { outcome: AuditEventDto["outcome"] }) {
  return <Status tone={tones[outcome]}>{t(`outcome-${outcome}`)}</Status>;
}
