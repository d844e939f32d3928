import { Section } from "#components/layout/section.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { Status, type StatusTone } from "#components/ui/status.tsx";
import {
  RowControl,
  RowLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeadCell,
  TableRow,
} from "#components/ui/table.tsx";
import { TableSortHead } from "#components/ui/table-sort-head.tsx";
import { Time } from "#components/ui/time.tsx";

type Event = {
  id: string;
  at: string;
  who: string;
  what: string;
  to: string;
  outcome: string;
  tone: StatusTone;
  ms: number;
  sample: boolean;
};

const events: readonly Event[] = [
  {
    id: "1",
    at: "2026-05-09T14:03:11Z",
    who: "Ines Carvalho",
    what: "called find ticket",
    to: "Ticket desk",
    outcome: "Succeeded",
    tone: "positive",
    ms: 240,
    sample: false,
  },
  {
    id: "2",
    at: "2026-05-09T14:02:40Z",
    who: "Tom Okafor",
    what: "was refused",
    to: "Salary bands",
    outcome: "Refused",
    tone: "danger",
    ms: 4,
    sample: true,
  },
  {
    id: "3",
    at: "2026-05-09T13:58:02Z",
    who: "Maja Lind",
    what: "changed the rule",
    to: "Who may use Salary bands",
    outcome: "Changed",
    tone: "neutral",
    ms: 31,
    sample: true,
  },
  {
    id: "4",
    at: "2026-05-09T13:41:55Z",
    who: "Ines Carvalho",
    what: "called create ticket",
    to: "Ticket desk",
    outcome: "Timed out",
    tone: "caution",
    ms: 10_000,
    sample: true,
  },
];

export function TableSpecimens({ sort }: { sort: "ascending" | "descending" }) {
  const ordered = sort === "ascending" ? events : events.toReversed();
  const next = sort === "ascending" ? "descending" : "ascending";
  return (
    <Section title="Tables">
      <FilterBar
        count="1,204 events, 2 filters"
        clearHref="/docs/design"
        filters={[
          { name: "Person", value: "Ines Carvalho", removeHref: "/docs/design?person=" },
          { name: "Outcome", value: "Refused", removeHref: "/docs/design?outcome=" },
        ]}
      />
      {(["dense", "comfortable"] as const).map((density) => (
        <div key={density} className="overflow-clip rounded-card border bg-surface">
          <Table label={`Events, ${density}`} density={density}>
            <TableHead>
              <TableHeadCell className="w-10">
                <span className="sr-only">Chosen</span>
              </TableHeadCell>
              <TableSortHead direction={sort} href={`/docs/design?sort=${next}`}>
                Time
              </TableSortHead>
              <TableHeadCell>Person</TableHeadCell>
              <TableHeadCell>Did what</TableHeadCell>
              <TableHeadCell>To what</TableHeadCell>
              <TableHeadCell>Outcome</TableHeadCell>
              <TableHeadCell numeric>Time in ms</TableHeadCell>
            </TableHead>
            <TableBody>
              {ordered.map((event) => (
                <EventRow key={event.id} event={event} selected={event.id === "2"} />
              ))}
            </TableBody>
          </Table>
        </div>
      ))}
    </Section>
  );
}

function EventRow({ event, selected }: { event: Event; selected: boolean }) {
  return (
    <TableRow selected={selected}>
      <TableCell phone="hidden">
        <RowControl quiet>
          <Checkbox aria-label={`Choose the event of ${event.who}`} />
        </RowControl>
      </TableCell>
      <TableCell className="whitespace-nowrap">
        <Time value={event.at} mode="short" />
      </TableCell>
      <TableCell>{event.who}</TableCell>
      <TableCell phone="first">
        <RowLink href="/docs/design?event=1">{event.what}</RowLink> {event.sample && <SampleChip />}
      </TableCell>
      <TableCell>{event.to}</TableCell>
      <TableCell phone="aside">
        <Status tone={event.tone}>{event.outcome}</Status>
      </TableCell>
      <TableCell numeric phone="hidden">
        {event.ms.toLocaleString("en-GB")}
      </TableCell>
    </TableRow>
  );
}
