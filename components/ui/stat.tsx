import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";

type StatProps = { label: string; value: ReactNode; detail?: ReactNode; chart?: ReactNode };

/** One figure in a tile: what it is, the number, and one line that says how to take it. */
export function Stat({ label, value, detail, chart }: StatProps) {
  return (
    <Card className="flex min-w-0 flex-col gap-1">
      <p className="text-muted text-small">{label}</p>
      <p className="text-lead">{value}</p>
      {chart && <div className="pt-1">{chart}</div>}
      {detail && <p className="text-muted text-small">{detail}</p>}
    </Card>
  );
}
