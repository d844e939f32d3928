import { t } from "#components/trust/tab/tab-words.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import { trust } from "#lib/messages/en/trust.ts";
import { translator } from "#lib/messages/translate.ts";
import { isMovement } from "#lib/trust/moved.ts";
import type { GateKind } from "#lib/trust/schema.ts";
import type { Movement, RatingPoint } from "#lib/trust/view.ts";

const name = translator(trust);
const width = 720;
const height = 140;
const rowsShown = 30;

const points100 = (value: number | null) => (value === null ? t("none") : String(Math.round(value * 100)));

/** Stretches of the line; a time without a number breaks it. */
function stretches(points: readonly RatingPoint[]): string[] {
  const first = Date.parse(points[0]?.at ?? "");
  const span = Math.max(1, Date.parse(points.at(-1)?.at ?? "") - first);
  const paths: string[] = [];
  let path = "";
  for (const { at, score } of points) {
    if (score === null) {
      if (path) paths.push(path);
      path = "";
      continue;
    }
    const x = ((Date.parse(at) - first) / span) * width;
    const y = height * (1 - score / 100);
    path += path === "" ? `M${x.toFixed(1)} ${y.toFixed(1)}h0.5` : `L${x.toFixed(1)} ${y.toFixed(1)}`;
  }
  return path ? [...paths, path] : paths;
}

function MovedWords({ moved, gateWords }: { moved: Movement | null; gateWords: (kind: GateKind) => string }) {
  if (!moved) return t("first");
  return [
    ...moved.gatesAdded.map((kind) => t("gateAdded", { gate: gateWords(kind) })),
    ...moved.gatesGone.map((kind) => t("gateGone", { gate: gateWords(kind) })),
    ...moved.components.map(({ component, from, to }) =>
      t("movedComponent", { component: name(component), from: points100(from), to: points100(to) }),
    ),
    ...(moved.hasNewSettings ? [t("newSettings")] : []),
  ].join("; ");
}

function Chart({ points, label }: { points: readonly RatingPoint[]; label: string }) {
  const [first, last] = [points[0], points.at(-1)];
  return (
    <figure className="flex flex-col gap-1">
      <figcaption>{label}</figcaption>
      <div className="relative pr-8">
        <svg
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={label}
          className="h-36 w-full text-chart-1"
        >
          {[80, 65, 50, 0].map((edge) => (
            <path
              key={edge}
              d={`M0 ${height * (1 - edge / 100) - 0.5}H${width}`}
              stroke="var(--border)"
              vectorEffect="non-scaling-stroke"
            />
          ))}
          {stretches(points).map((path) => (
            <path
              key={path}
              d={path}
              fill="none"
              stroke="currentColor"
              strokeWidth="1.5"
              strokeLinejoin="round"
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
        <div aria-hidden="true" className="absolute inset-y-0 right-0 w-6 text-muted text-small">
          <span className="absolute top-[20%] -translate-y-1/2">80</span>
          <span className="absolute top-[35%] -translate-y-1/2">65</span>
          <span className="absolute top-[50%] -translate-y-1/2">50</span>
          <span className="absolute bottom-0">0</span>
        </div>
      </div>
      <p className="flex justify-between pr-8 text-muted text-small">
        {first && <Time value={first.at} mode="date" />}
        {last && <Time value={last.at} mode="date" />}
      </p>
    </figure>
  );
}

type RatingHistoryProps = {
  points: readonly RatingPoint[];
  /** What a gate is called, without its cap. */
  gateWords: (kind: GateKind) => string;
};

/** The number over 90 days with the edges of the bands, and under it what moved it. */
export function RatingHistory({ points, gateWords }: RatingHistoryProps) {
  const scores = points.flatMap(({ score }) => score ?? []);
  if (points.length === 0) return <p className="text-muted">{t("historyNone")}</p>;
  const moves = points
    .filter(({ moved }) => moved === null || isMovement(moved))
    .toReversed()
    .slice(0, rowsShown);
  const [from, to] = [Math.round(scores[0] ?? 0), Math.round(scores.at(-1) ?? 0)];
  return (
    <div className="flex flex-col gap-3">
      {scores.length > 1 && <Chart points={points} label={t("historyChart", { from, to })} />}
      <Disclosure summary={t("showTable")}>
        <Table label={t("showTable")} density="dense">
          <TableHead>
            <TableHeadCell>{t("colWhen")}</TableHeadCell>
            <TableHeadCell numeric>{t("colNumber")}</TableHeadCell>
            <TableHeadCell>{t("colMoved")}</TableHeadCell>
          </TableHead>
          <TableBody>
            {moves.map((point) => (
              <TableRow key={point.id}>
                <TableCell phone="first">
                  <Time value={point.at} mode="date" />
                </TableCell>
                <TableCell numeric phone="aside">
                  {point.score === null ? t("noNumber") : Math.round(point.score)}
                </TableCell>
                <TableCell phone="second">
                  <MovedWords moved={point.moved} gateWords={gateWords} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Disclosure>
    </div>
  );
}
