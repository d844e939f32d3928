import type { ReactNode } from "react";
import { Status, type StatusTone } from "#components/ui/status.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import type { TrailOverview } from "#lib/audit/overview.ts";
import type { Installation } from "#lib/identity/setup.ts";
import { overview } from "#lib/messages/en/overview.ts";
import { formatBytes, formatDuration, formatNumber } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import type { ProviderView } from "#lib/models/schema.ts";
import type { ProcessHealth } from "#lib/telemetry/server/process-health.ts";

const t = translator(overview);

type Row = { key: string; part: string; tone: StatusTone; state: string; detail: ReactNode };

type HealthTableProps = {
  process: ProcessHealth;
  /** Whether the database answered, and how soon. */
  database: { readonly isReady: boolean; readonly milliseconds: number };
  installation: Installation;
  trail: TrailOverview;
  providers: readonly ProviderView[];
};

function providerRow({
  id,
  name,
  baseUrl,
  isActive,
  lastProbeAt,
  lastProbeError,
  lastProbeMs,
}: ProviderView): Row {
  const part = t("modelServer", { name });
  if (!isActive) return { key: id, part, tone: "neutral", state: t("off"), detail: "" };
  if (baseUrl === null)
    return { key: id, part, tone: "positive", state: t("ok"), detail: t("modelEmbedded") };
  if (!lastProbeAt) return { key: id, part, tone: "neutral", state: t("unknown"), detail: "" };
  if (lastProbeError) return { key: id, part, tone: "danger", state: t("broken"), detail: lastProbeError };
  return {
    key: id,
    part,
    tone: "positive",
    state: t("ok"),
    detail: (
      <>
        {t("testedIn", { duration: formatDuration(lastProbeMs ?? 0) })} <Time value={lastProbeAt} />
      </>
    ),
  };
}

function rowsOf({ process, database, installation, trail, providers }: HealthTableProps): Row[] {
  const duration = formatDuration(database.milliseconds);
  const { oidcIssuer, isDemo, isEmbedded } = installation;
  return [
    {
      key: "process",
      part: t("process"),
      tone: "positive",
      state: t("ok"),
      detail: t("processDetail", {
        uptime: formatDuration(process.uptimeMs),
        memory: formatBytes(process.memoryBytes),
        node: process.node,
      }),
    },
    {
      key: "database",
      part: t("database"),
      tone: database.isReady ? "positive" : "danger",
      state: t(database.isReady ? "ok" : "broken"),
      detail: t(isEmbedded ? "databaseEmbedded" : "databaseServer", { duration }),
    },
    {
      key: "trail",
      part: t("trail"),
      tone: "positive",
      state: t("ok"),
      detail: trail.to ? (
        <>
          {t("trailDetail", { events: formatNumber(trail.events) })} <Time value={trail.to} />
        </>
      ) : (
        t("trailEmpty")
      ),
    },
    {
      key: "sign-in",
      part: t("signIn"),
      tone: oidcIssuer || isDemo ? "positive" : "danger",
      state: t(oidcIssuer || isDemo ? "ok" : "broken"),
      detail: oidcIssuer ? t("signInOidc", { issuer: oidcIssuer }) : t(isDemo ? "signInDemo" : "signInNone"),
    },
    ...providers.map(providerRow),
  ];
}

/** The parts that the portal stands on, each with its state. */
export function HealthTable(props: HealthTableProps) {
  return (
    <div className="overflow-clip rounded-card border bg-surface">
      <Table label={t("health")}>
        <TableHead>
          <TableHeadCell>{t("part")}</TableHeadCell>
          <TableHeadCell>{t("state")}</TableHeadCell>
          <TableHeadCell>{t("detail")}</TableHeadCell>
        </TableHead>
        <TableBody>
          {rowsOf(props).map((row) => (
            <TableRow key={row.key}>
              <TableCell phone="first">{row.part}</TableCell>
              <TableCell phone="aside">
                <Status tone={row.tone}>{row.state}</Status>
              </TableCell>
              <TableCell phone="second" className="break-words text-muted max-md:basis-full">
                {row.detail}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
