import { type AuditSearch, auditAddress, defaultSpan, spanNames } from "#components/audit/audit-address.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import { audit } from "#lib/messages/en/audit.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(audit);

/** How far back to look; choosing one lets go of a range chosen in the histogram. */
export function SpanChoice({ search }: { search: AuditSearch }) {
  const { from, to, event, by, ...rest } = search;
  return (
    <div className="scrollbar-none min-w-0 overflow-x-auto whitespace-nowrap rounded-control">
      <Segmented
        label={t("spans")}
        current={search.span ?? defaultSpan}
        items={spanNames.map((span) => ({
          id: span,
          label: t(`span-${span}`),
          href: auditAddress({ ...rest, span }),
        }))}
      />
    </div>
  );
}
