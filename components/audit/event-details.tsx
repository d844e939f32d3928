import { PanelPart } from "#components/audit/panel-part.tsx";
import { plainName } from "#components/audit/plain-name.ts";
import type { JsonValue } from "#components/ui/json-node.ts";
import { JsonView } from "#components/ui/json-view.tsx";
import { KeyValueList } from "#components/ui/key-value.tsx";
import type { AuditEventDto } from "#lib/audit/schema.ts";
import { audit } from "#lib/messages/en/audit.ts";
import { ui } from "#lib/messages/en/ui.ts";
import { formatBytes, formatDuration, formatNumber } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(audit);
const tUi = translator(ui);

function plainValue(name: string, value: unknown): string | null {
  if (value === null || value === "") return null;
  if (typeof value === "boolean") return tUi(value ? "yes" : "no");
  if (typeof value === "number") {
    if (name.endsWith("Ms")) return formatDuration(value);
    return name.endsWith("Bytes") || name === "bytes" ? formatBytes(value) : formatNumber(value);
  }
  return typeof value === "string" ? value : null;
}

const isForMachines = (text: string) => /^[0-9a-f-]{16,}$/i.test(text);

/** What else was written down: plain facts as a list, the rest as a tree. */
export function EventDetails({ details }: { details: AuditEventDto["details"] }) {
  const entries = Object.entries(details ?? {});
  const plain = entries.flatMap(([name, value]) => {
    const text = plainValue(name, value);
    return text === null ? [] : [{ name, text }];
  });
  const nested = Object.fromEntries(
    entries.filter(([, value]) => typeof value === "object" && value !== null),
  );
  if (plain.length === 0 && Object.keys(nested).length === 0) return null;
  return (
    <PanelPart title={t("details")}>
      <KeyValueList
        items={plain.map(({ name, text }) => ({
          key: plainName(name.replace(/Ms$/, "")),
          value: isForMachines(text) ? <code className="break-all text-code">{text}</code> : text,
        }))}
      />
      {Object.keys(nested).length > 0 && <JsonView value={nested as JsonValue} label={t("details")} />}
    </PanelPart>
  );
}
