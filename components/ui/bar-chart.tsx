import type { ReactNode } from "react";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from "#components/ui/table.tsx";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);
const figures = new Intl.NumberFormat("en-GB");

export type Bar = {
  id: string;
  label: string;
  value: number;
  /** The part of the value that went wrong; drawn in danger at the end of the bar. */
  flagged?: number;
  href?: string;
};

type BarChartProps = {
  /** The answer in a sentence. */
  title: string;
  bars: readonly Bar[];
  /** Heads of the table: what stands left, what is counted, and what the flagged part is. */
  heads: { label: string; value: string; flagged?: string };
  /** How a bar's label is shown; the plain label unless given. */
  labelOf?: (bar: Bar) => ReactNode;
};

/** Bars on a zero baseline, each with its name and its figure; the same as a table below. */
export function BarChart({ title, bars, heads, labelOf = (bar) => bar.label }: BarChartProps) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <figure className="flex min-w-0 flex-col gap-3">
      <figcaption className="font-semibold">{title}</figcaption>
      <ul className="grid grid-cols-[minmax(6rem,max-content)_minmax(3rem,1fr)_max-content] items-center gap-x-3 gap-y-2">
        {bars.map((bar) => {
          const flagged = Math.min(bar.flagged ?? 0, bar.value);
          const width = (bar.value / most) * 100;
          const bad = (flagged / most) * 100;
          return (
            <li key={bar.id} className="contents">
              <span className="max-w-56 py-0.5 leading-6 max-md:max-w-32 md:truncate" title={bar.label}>
                {labelOf(bar)}
              </span>
              <svg
                viewBox="0 0 100 10"
                preserveAspectRatio="none"
                aria-hidden="true"
                className="h-2.5 w-full"
              >
                <rect width={Math.max(0.5, width - bad)} height="10" fill="var(--chart-1)" />
                {bad > 0 && (
                  <rect x={width - bad} width={Math.max(0.8, bad)} height="10" fill="var(--danger)" />
                )}
              </svg>
              <span className="text-right">
                {figures.format(bar.value)}
                {flagged > 0 && heads.flagged && (
                  <span className="text-danger text-small">
                    {" "}
                    {figures.format(flagged)} {heads.flagged}
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      <Disclosure summary={<span className="text-muted text-small">{t("showTable")}</span>} framed={false}>
        <Table label={title} density="dense">
          <TableHead>
            <TableHeadCell>{heads.label}</TableHeadCell>
            <TableHeadCell numeric>{heads.value}</TableHeadCell>
            {heads.flagged && <TableHeadCell numeric>{heads.flagged}</TableHeadCell>}
          </TableHead>
          <TableBody>
            {bars.map((bar) => (
              <TableRow key={bar.id}>
                <TableCell phone="first">{bar.label}</TableCell>
                <TableCell phone="aside" numeric>
                  {figures.format(bar.value)}
                </TableCell>
                {heads.flagged && (
                  <TableCell phone="aside" numeric>
                    {figures.format(bar.flagged ?? 0)}
                  </TableCell>
                )}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Disclosure>
    </figure>
  );
}
