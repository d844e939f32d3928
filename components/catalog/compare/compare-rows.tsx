import type { ReactNode } from "react";
import { t } from "#components/catalog/compare/words.ts";
import { costText } from "#components/catalog/cost-text.ts";
import { TrustMark } from "#components/trust/trust-mark.tsx";
import { trustLabel } from "#components/trust/trust-words.ts";
import { DataClassChip } from "#components/ui/data-class-chip.tsx";
import { Status } from "#components/ui/status.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { costPerUse } from "#lib/catalog/cost.ts";
import { kindWords } from "#lib/catalog/facets.ts";
import type { ToolPage } from "#lib/catalog/schema.ts";
import { tool as toolWords } from "#lib/messages/en/tool.ts";
import { formatDuration, formatNumber, formatShare } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import { notRated } from "#lib/trust/mark.ts";

const lifecycleWord = translator(toolWords);

export type CompareRow = {
  readonly id: string;
  readonly label: string;
  /** The value as text: rows in which it is equal do not differ. */
  readonly text: (tool: ToolPage) => string;
  /** The value as it is shown, where that is more than its text. */
  readonly cell?: (tool: ToolPage) => ReactNode;
};

/** Lines of a cell; more of them stand on the tool's own page. */
const mostLines = 12;

const lines = (values: readonly string[]) => values.join("\n") || t("nothingSaid");

function Lines({ values }: { values: readonly string[] }) {
  if (values.length === 0) return <span className="text-muted">{t("nothingSaid")}</span>;
  return (
    <ul className="flex list-disc flex-col gap-1 pl-4.5">
      {values.slice(0, mostLines).map((value) => (
        <li key={value}>{value}</li>
      ))}
      {values.length > mostLines && (
        <li className="list-none text-muted">{t("moreLines", { count: values.length - mostLines })}</li>
      )}
    </ul>
  );
}

function ownerOf({ team, owner }: ToolPage): string {
  if (!team) return t("noOwner");
  return owner ? t("ownerPerson", { team: team.name, name: owner.name }) : team.name;
}

function Owner({ team, owner }: { team: NonNullable<ToolPage["team"]>; owner: ToolPage["owner"] }) {
  return (
    <>
      <TextLink href={`/teams/${team.slug}`}>{team.name}</TextLink>
      {owner && (
        <>
          , <TextLink href={`/people/${owner.id}`}>{owner.name}</TextLink>
        </>
      )}
    </>
  );
}

function successOf({ usage }: ToolPage): string {
  if (usage.successShare === null) return t("noCalls");
  return t("ofCalls", { share: formatShare(usage.successShare), count: formatNumber(usage.judgedCalls) });
}

function promiseOf({ sloSuccess, sloP95Ms }: ToolPage): string {
  const share = sloSuccess === null ? "" : formatShare(sloSuccess);
  const duration = sloP95Ms === null ? "" : formatDuration(sloP95Ms);
  if (share && duration) return t("promisedBoth", { share, duration });
  if (share) return t("promisedShare", { share });
  return duration ? t("promisedTime", { duration }) : t("noPromise");
}

function costOf(tool: ToolPage): string {
  const { value, note } = costText(costPerUse(tool));
  return note ? `${value} (${note})` : value;
}

const timeOf = (value: number | null) => (value === null ? t("noCalls") : formatDuration(value));
const accessOf = ({ access }: ToolPage) => (access.allowed ? t("yesAllowed") : access.reason);
const operationsOf = ({ operations }: ToolPage) => operations.map(({ title }) => title);

/** What tools are compared by, in the order in which it helps to choose. */
export const compareRows: readonly CompareRow[] = [
  { id: "purpose", label: t("purpose"), text: ({ purpose }) => purpose },
  {
    id: "use",
    label: t("whenToUse"),
    text: ({ words }) => lines(words.whenToUse),
    cell: ({ words }) => <Lines values={words.whenToUse} />,
  },
  {
    id: "not",
    label: t("whenNotToUse"),
    text: ({ words }) => lines(words.whenNotToUse),
    cell: ({ words }) => <Lines values={words.whenNotToUse} />,
  },
  {
    id: "access",
    label: t("access"),
    text: accessOf,
    cell: (tool) => (
      <Status tone={tool.access.allowed ? "positive" : "caution"} className="items-baseline">
        {accessOf(tool)}
      </Status>
    ),
  },
  { id: "kind", label: t("kind"), text: ({ kind }) => kindWords[kind] ?? kind },
  {
    id: "owner",
    label: t("owner"),
    text: ownerOf,
    cell: ({ team, owner }) => team && <Owner team={team} owner={owner} />,
  },
  { id: "lifecycle", label: t("lifecycle"), text: ({ lifecycle }) => lifecycleWord(lifecycle) },
  {
    id: "trust",
    label: t("trust"),
    text: ({ trust }) => trustLabel(trust ?? notRated),
    cell: ({ trust }) => <TrustMark rating={trust ?? notRated} />,
  },
  { id: "success", label: t("success"), text: successOf },
  { id: "p50", label: t("speed"), text: ({ usage }) => timeOf(usage.p50Ms) },
  { id: "p95", label: t("slowest"), text: ({ usage }) => timeOf(usage.p95Ms) },
  { id: "promised", label: t("promised"), text: promiseOf },
  { id: "cost", label: t("cost"), text: costOf },
  {
    id: "class",
    label: t("dataClass"),
    text: ({ dataClass }) => dataClass,
    cell: ({ dataClass }) => <DataClassChip value={dataClass} />,
  },
  {
    id: "operations",
    label: t("operations"),
    text: (tool) => lines(operationsOf(tool)),
    cell: (tool) => <Lines values={operationsOf(tool)} />,
  },
  {
    id: "limits",
    label: t("limits"),
    text: ({ words }) => lines(words.limits),
    cell: ({ words }) => <Lines values={words.limits} />,
  },
];

/** The rows in which not all of these tools say the same. */
export function differingRows(tools: readonly ToolPage[]): CompareRow[] {
  return compareRows.filter(({ text }) => new Set(tools.map(text)).size > 1);
}
