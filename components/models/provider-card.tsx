import { HealthStrip } from "#components/models/health-strip.tsx";
import { ProviderActions } from "#components/models/provider-actions.tsx";
import { limitFields } from "#components/models/provider-draft.ts";
import { stateTones } from "#components/models/state-tones.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { DataClassChip } from "#components/ui/data-class-chip.tsx";
import { KeyValueList } from "#components/ui/key-value.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Status } from "#components/ui/status.tsx";
import { Time } from "#components/ui/time.tsx";
import { models } from "#lib/messages/en/models.ts";
import { formatDuration, formatNumber } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import type { HealthDay, ProviderView } from "#lib/models/schema.ts";

const t = translator(models);

function State({ provider }: { provider: ProviderView }) {
  const { isActive, baseUrl, lastProbeAt, lastProbeState, lastProbeMs } = provider;
  if (!isActive) return <Status tone="neutral">{t("switchedOff")}</Status>;
  if (baseUrl === null) return <Status tone="positive">{t("state-connected")}</Status>;
  if (!lastProbeAt || !lastProbeState) return <Status tone="neutral">{t("notTested")}</Status>;
  return (
    <span>
      <Status tone={stateTones[lastProbeState]}>{t(`state-${lastProbeState}`)}</Status>
      <span className="text-muted text-small">
        {" · "}
        {lastProbeState === "connected"
          ? t("testedIn", { duration: formatDuration(lastProbeMs ?? 0) })
          : t("tested")}{" "}
        <Time value={lastProbeAt} />
      </span>
    </span>
  );
}

function limitsOf(provider: ProviderView): string {
  return limitFields
    .flatMap((field) => {
      const most = provider[field];
      return most === null ? [] : [t(`limit-${field}`, { most: formatNumber(most) })];
    })
    .join(", ");
}

type ProviderCardProps = { provider: ProviderView; health: readonly HealthDay[] };

/** One model server: whether it works, where it is, what it may receive, and its models in use. */
export function ProviderCard({ provider, health }: ProviderCardProps) {
  const { name, slug, type, baseUrl, region, secrets, settings, dataClassCeiling, lastProbeError } = provider;
  const limits = limitsOf(provider);
  const inUse = provider.models.filter(({ isActive }) => isActive);
  const facts = [
    ...(baseUrl
      ? [
          { key: t("address"), value: <code className="break-all text-code">{baseUrl}</code> },
          { key: t("key"), value: t(secrets.length > 0 ? "keyStored" : "keyNone") },
          ...(settings.apiVersion ? [{ key: t("field-apiVersion"), value: settings.apiVersion }] : []),
          ...(settings.awsRegion ? [{ key: t("field-awsRegion"), value: settings.awsRegion }] : []),
        ]
      : []),
    { key: t("ceiling"), value: <DataClassChip value={dataClassCeiling} /> },
    ...(region ? [{ key: t("region"), value: region }] : []),
    ...(limits ? [{ key: t("limits"), value: limits }] : []),
    {
      key: t("modelsOf"),
      value:
        inUse.length === 0 ? (
          <span className="text-muted">{t("modelsNone")}</span>
        ) : (
          <span className="flex flex-wrap gap-1">
            {inUse.map((model) => (
              <Badge key={model.id} tone="neutral" title={model.name}>
                {model.displayName}
              </Badge>
            ))}
          </span>
        ),
    },
  ];
  return (
    <Card className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h3 className="text-lead">{name}</h3>
          <p className="text-muted text-small">
            {t(`type-${type}`)} · <span className="text-code">{slug}</span>
          </p>
        </div>
        <ProviderActions provider={provider} />
      </div>
      <State provider={provider} />
      {lastProbeError && provider.isActive && <p className="break-words text-muted">{lastProbeError}</p>}
      {provider.paused.map((paused) => (
        <Notice key={paused.name} tone="caution" title={t("paused", { model: paused.name })}>
          {paused.reason} {t("pausedUntil")} <Time value={paused.until} mode="second" />.
        </Notice>
      ))}
      {baseUrl && <HealthStrip days={health} />}
      <KeyValueList items={facts} className="max-md:grid-cols-1 max-md:gap-y-0 max-md:[&_dd]:pb-2" />
    </Card>
  );
}
