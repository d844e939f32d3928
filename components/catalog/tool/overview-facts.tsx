import { t } from "#components/catalog/tool/tool-words.ts";
import { Section } from "#components/layout/section.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Prose } from "#components/ui/prose/prose.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ToolPage } from "#lib/catalog/schema.ts";
import { formatDuration, formatNumber } from "#lib/messages/format.ts";
import { readMarkdown } from "#lib/read-markdown.ts";

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="measure flex list-disc flex-col gap-1 pl-4.5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}

/** What the owner admits: known issues and limits. */
export function KnownLimits({ tool }: { tool: ToolPage }) {
  return (
    <>
      <Lines title={t("knownIssues")} lines={tool.words.knownIssues} />
      <Lines title={t("limits")} lines={tool.words.limits} />
    </>
  );
}

const durationOf = (from: string, to: string) => formatDuration(Date.parse(to) - Date.parse(from));
const isSameDay = (from: string, to: string) => from.slice(0, 10) === to.slice(0, 10);

/** Stretches in which the tool failed, with what its owner says about them. */
export function IncidentList({ tool }: { tool: ToolPage }) {
  if (tool.incidents.length === 0) return null;
  return (
    <Section title={t("incidents")}>
      <ul className="flex flex-col gap-3">
        {tool.incidents.map((incident) => (
          <li key={incident.id} className="border-border-strong border-l-2 pl-3">
            <p className="flex flex-wrap items-center gap-2 font-semibold wrap-anywhere">
              {incident.title}
              {!incident.endedAt && <Badge tone="danger">{t("incidentRunning")}</Badge>}
              {incident.source === "sample" && <SampleChip />}
            </p>
            <p className="text-muted text-small">
              <Time value={incident.startedAt} mode="minute" />
              {incident.endedAt && (
                <>
                  {" – "}
                  <Time
                    value={incident.endedAt}
                    mode={isSameDay(incident.startedAt, incident.endedAt) ? "clock" : "minute"}
                  />
                </>
              )}
              {incident.endedAt && ` · ${durationOf(incident.startedAt, incident.endedAt)}`}
              {incident.failedCalls > 0 && ` · ${t("incidentFailed", { count: incident.failedCalls })}`}
            </p>
            {incident.publicNote && (
              <Prose markdown={readMarkdown(incident.publicNote)} face="sans" isQuoted className="gap-1" />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What the tool is made of: the documents it answers from, or the tools it runs in order. */
export function MadeOf({ tool }: { tool: ToolPage }) {
  return (
    <>
      {tool.sources.length > 0 && (
        <Section title={t("answersFrom")}>
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {tool.sources.map((source) => (
              <li key={source.slug}>
                {tool.access.allowed ? (
                  <TextLink href={`/sources/${source.slug}`}>{source.name}</TextLink>
                ) : (
                  source.name
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {tool.loop && <LoopFacts tool={tool} loop={tool.loop} />}
      {tool.steps.length > 0 && !tool.loop && (
        <Section title={t("madeOf")}>
          <ol className="flex list-decimal flex-col gap-1 pl-4.5">
            {tool.steps.map((step) => (
              <li key={step.id}>
                {step.title}
                <StepTool tool={tool} slug={step.tool} />
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}

/** An agent in which a model chooses: what it may call, how far, and how it is told to work. */
function LoopFacts({ tool, loop }: { tool: ToolPage; loop: NonNullable<ToolPage["loop"]> }) {
  const { steps, seconds, tokens, depth } = loop.limits;
  const limits = { steps, seconds, tokens: formatNumber(tokens), depth };
  return (
    <Section title={t("mayUse")} description={t("loopRights")}>
      <ul className="flex list-disc flex-col gap-1 pl-4.5">
        {tool.steps.map((step) => (
          <li key={step.id}>
            <code className="text-code">{step.operation}</code>
            <StepTool tool={tool} slug={step.tool} />
          </li>
        ))}
      </ul>
      <p className="measure text-muted">{t("loopLimits", limits)}</p>
      <Disclosure summary={t("loopInstructions")}>
        <p className="measure whitespace-pre-wrap">{loop.instructions}</p>
      </Disclosure>
    </Section>
  );
}

function StepTool({ tool, slug }: { tool: ToolPage; slug: string }) {
  const name = tool.related.find((one) => one.slug === slug)?.name;
  if (!name) return null;
  return (
    <>
      {" · "}
      <TextLink href={`/catalog/${slug}`}>{name}</TextLink>
    </>
  );
}
