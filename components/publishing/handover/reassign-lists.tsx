import type { ReactNode } from "react";
import { t } from "#components/ownership/health-words.ts";
import { Status, type StatusTone } from "#components/ui/status.tsx";
import type { PlannedTool, ReassignedTool } from "#lib/publishing/handover/reassignment.ts";

type Line = { id: string; name: string; tone: StatusTone; word: string; problem: string | null };

function Lines({ title, lines, foot }: { title: string; lines: readonly Line[]; foot?: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <h3 className="font-semibold">{title}</h3>
      <ul className="flex max-h-80 flex-col overflow-y-auto">
        {lines.map(({ id, name, tone, word, problem }) => (
          <li
            key={id}
            className="flex flex-wrap items-baseline justify-between gap-x-4 border-b py-2 last:border-b-0"
          >
            <span className="min-w-0 wrap-anywhere">{name}</span>
            <Status tone={tone} className="items-baseline text-small">
              {problem ?? word}
            </Status>
          </li>
        ))}
      </ul>
      {foot}
    </section>
  );
}

/** What would become of each of the chosen tools. */
export function PlannedTools({ plan }: { plan: readonly PlannedTool[] }) {
  const lines = plan.map(({ toolId, name, way, problem }) => ({
    id: toolId,
    name,
    tone: way === null ? ("caution" as const) : ("active" as const),
    word: way === null ? "" : t(`way-${way}`),
    problem,
  }));
  return <Lines title={t("preview")} lines={lines} />;
}

/** What became of each of them. */
export function ReassignedTools({ results }: { results: readonly ReassignedTool[] }) {
  const lines = results.map(({ toolId, name, outcome, problem }) => ({
    id: toolId,
    name,
    tone: outcome === "not-done" ? ("caution" as const) : ("positive" as const),
    word: t(`outcome-${outcome}`),
    problem: problem === null ? null : `${t("outcome-not-done")}: ${problem}`,
  }));
  const done = results.filter(({ outcome }) => outcome !== "not-done").length;
  return (
    <Lines
      title={t("results")}
      lines={lines}
      foot={
        <p aria-live="polite" className="text-muted">
          {t("resultCount", { done, count: results.length })}
        </p>
      }
    />
  );
}
