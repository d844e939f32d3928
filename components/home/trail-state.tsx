import { auditAddress } from "#components/audit/audit-address.ts";
import { t } from "#components/home/home-words.ts";
import { PlainList } from "#components/home/plain-list.tsx";
import { Section } from "#components/layout/section.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { Sparkline } from "#components/ui/sparkline.tsx";
import { Stat } from "#components/ui/stat.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { RefusalBurst, TrailOverview } from "#lib/audit/overview.ts";
import { formatNumber } from "#lib/messages/format.ts";

/** The explorer, narrowed to one person's refusals of one thing. */
function burstHref({ actor, target, from, to }: RefusalBurst): string {
  const end = new Date(Date.parse(to) + 60_000).toISOString();
  return auditAddress({ actorId: actor.id, targetId: target.id, outcome: "refused", from, to: end });
}

/** What an auditor looks at first: whether the trail is whole, and what stands out in it. */
export function TrailState({ trail }: { trail: TrailOverview }) {
  const refused = trail.refusalsByDay.map(({ count }) => count);
  return (
    <>
      <Section title={t("trail")} actions={<TextLink href="/admin/audit">{t("trailOpen")}</TextLink>}>
        <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-4">
          <Stat
            label={t("trailEvents")}
            value={formatNumber(trail.events)}
            detail={
              <>
                {trail.from && (
                  <>
                    {t("trailSince")} <Time value={trail.from} mode="date" />
                  </>
                )}
                {trail.sampleEvents > 0 && `, ${t("trailSample", { count: trail.sampleEvents })}`}
              </>
            }
          />
          <Stat label={t("trailNewest")} value={trail.to ? <Time value={trail.to} /> : "–"} />
          <Stat
            label={t("trailOutcomes")}
            value={formatNumber(trail.withoutOutcome)}
            detail={
              trail.withoutOutcome === 0
                ? t("trailOutcomesGood")
                : t("trailOutcomesBad", { count: trail.withoutOutcome })
            }
          />
          <Stat
            label={t("refusals")}
            value={
              <TextLink href={auditAddress({ outcome: "refused" })}>
                {formatNumber(refused.reduce((sum, count) => sum + count, 0))}
              </TextLink>
            }
            chart={
              <Sparkline values={refused} label={t("refusals")} last={formatNumber(refused.at(-1) ?? 0)} />
            }
          />
        </div>
      </Section>
      <Section title={t("unusual")}>
        {trail.bursts.length === 0 ? (
          <p className="text-muted">{t("nothingUnusual")}</p>
        ) : (
          <PlainList
            items={trail.bursts.map((burst) => ({
              id: `${burst.actor.id} ${burst.target.id} ${burst.from}`,
              text: t("burst", { actor: burst.actor.name, target: burst.target.name, times: burst.times }),
              href: burstHref(burst),
              note: (
                <span className="flex items-center gap-2">
                  <span>
                    <Time value={burst.from} mode="short" /> – <Time value={burst.to} mode="clock" />
                  </span>
                  {burst.source === "sample" && <SampleChip />}
                </span>
              ),
            }))}
          />
        )}
      </Section>
    </>
  );
}
