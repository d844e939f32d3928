import type { Bar } from "#components/ui/bar-chart.tsx";

export type Named = { readonly id: string; readonly name: string };

/** The longest bars, and one for all that are left. */
export function withOthers(bars: readonly Bar[], most: number, label: string): Bar[] {
  const sorted = bars.toSorted((a, b) => b.value - a.value);
  if (sorted.length <= most) return sorted;
  const rest = sorted.slice(most - 1);
  const sum = (key: "value" | "flagged") => rest.reduce((total, bar) => total + (bar[key] ?? 0), 0);
  return [
    ...sorted.slice(0, most - 1),
    { id: "others", label, value: sum("value"), flagged: sum("flagged") },
  ];
}
