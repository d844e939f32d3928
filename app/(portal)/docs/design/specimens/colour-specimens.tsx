import { Section } from "#components/layout/section.tsx";
import { cn } from "#components/ui/cn.ts";

// Whole class names, because Tailwind only emits what it can read in the source.
const grounds = [
  ["canvas", "bg-canvas"],
  ["surface", "bg-surface"],
  ["sunken", "bg-sunken"],
  ["border", "bg-border"],
  ["border-strong", "bg-border-strong"],
  ["accent-soft", "bg-accent-soft"],
  ["positive-soft", "bg-positive-soft"],
  ["caution-soft", "bg-caution-soft"],
  ["danger-soft", "bg-danger-soft"],
  ["quote", "bg-quote"],
  ["mark", "bg-mark"],
] as const;

const inks = [
  ["text", "text-text"],
  ["muted", "text-muted"],
  ["faint", "text-faint"],
  ["accent", "text-accent"],
  ["accent-hover", "text-accent-hover"],
  ["positive", "text-positive"],
  ["caution", "text-caution"],
  ["danger", "text-danger"],
] as const;

const charts = [
  ["1", "bg-chart-1"],
  ["2", "bg-chart-2"],
  ["3", "bg-chart-3"],
  ["4", "bg-chart-4"],
  ["other", "bg-chart-other"],
] as const;

export function ColourSpecimens() {
  return (
    <Section title="Colour">
      <div className="grid gap-4 md:grid-cols-2">
        <Palette theme="light" />
        <Palette theme="dark" />
      </div>
    </Section>
  );
}

function Palette({ theme }: { theme: "light" | "dark" }) {
  return (
    <div data-theme={theme} className="flex flex-col gap-4 rounded-card border bg-canvas p-4 text-text">
      <ul className="grid grid-cols-3 gap-2 text-small">
        {grounds.map(([name, ground]) => (
          <li key={name} className="flex items-center gap-2">
            <span className={cn("size-6 shrink-0 rounded-chip border border-border-strong", ground)} />
            {name}
          </li>
        ))}
      </ul>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 rounded-control border bg-surface p-3">
        {inks.map(([name, ink]) => (
          <li key={name} className={ink}>
            {name}
          </li>
        ))}
        <li className="rounded-chip bg-accent px-1.5 text-on-accent">on-accent</li>
      </ul>
      <ul className="flex flex-wrap gap-3 text-small">
        {charts.map(([name, ground]) => (
          <li key={name} className="flex items-center gap-1.5">
            <span className={cn("h-3 w-6 rounded-chip", ground)} />
            chart {name}
          </li>
        ))}
      </ul>
    </div>
  );
}
