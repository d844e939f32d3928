import { Section } from "#components/layout/section.tsx";
import { t } from "#components/publishing/desk-words.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Prose } from "#components/ui/prose/prose.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ToolPage } from "#lib/catalog/schema.ts";
import { readMarkdown } from "#lib/read-markdown.ts";

/** Stretches in which the tool failed, with the note that everybody reads on its page. */
export function IncidentNotes({ incidents }: Pick<ToolPage, "incidents">) {
  if (incidents.length === 0) return null;
  return (
    <Section title={t("incidents")}>
      <ul className="flex flex-col gap-3">
        {incidents.map((incident) => (
          <li key={incident.id} className="border-border-strong border-l-2 pl-3">
            <p className="flex flex-wrap items-center gap-2 font-semibold">
              {incident.title}
              {!incident.endedAt && <Badge tone="danger">{t("incidentRunning")}</Badge>}
              {incident.source === "sample" && <SampleChip />}
            </p>
            <p className="text-muted text-small">
              <Time value={incident.startedAt} mode="minute" />
              {incident.endedAt && (
                <>
                  {" – "}
                  <Time value={incident.endedAt} mode="clock" />
                </>
              )}
              {incident.failedCalls > 0 && ` · ${t("incidentFailed", { count: incident.failedCalls })}`}
            </p>
            {incident.publicNote ? (
              <Prose markdown={readMarkdown(incident.publicNote)} face="sans" />
            ) : (
              <p className="text-muted">{t("noNote")}</p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
