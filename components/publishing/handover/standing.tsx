import { Section } from "#components/layout/section.tsx";
import { ConfirmEntry } from "#components/ownership/confirm-entry.tsx";
import { DeputyControls, LeaveDeputy } from "#components/ownership/deputy-controls.tsx";
import { t } from "#components/ownership/people-words.ts";
import { KeyValueList } from "#components/ui/key-value.tsx";
import { Status, type StatusTone } from "#components/ui/status.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ConfirmationStage } from "#lib/ownership/confirmation.ts";
import type { HandoverView } from "#lib/publishing/handover/view.ts";

function Holder({ person }: { person: HandoverView["owner"] }) {
  if (!person) return t("nobody");
  const words = person.isActive ? person.name : t("left", { name: person.name });
  return <TextLink href={`/people/${person.id}`}>{words}</TextLink>;
}

/** Team, owner, deputy and who stands behind them, with what may be changed at once. */
export function WhoAnswers({ view }: { view: HandoverView }) {
  const { tool, owner, deputy, seers, may } = view;
  return (
    <Section title={t("who")}>
      <KeyValueList
        items={[
          {
            key: t("team"),
            value: tool.team ? (
              <TextLink href={`/teams/${tool.team.slug}`}>{tool.team.name}</TextLink>
            ) : (
              t("nobody")
            ),
          },
          { key: t("owner"), value: <Holder person={owner} /> },
          { key: t("deputy"), value: <Holder person={deputy} /> },
          {
            key: t("domain"),
            value: <TextLink href={`/domains/${tool.domain.slug}`}>{tool.domain.name}</TextLink>,
          },
          {
            key: t("seers"),
            value:
              seers.length === 0 ? (
                t("nobody")
              ) : (
                <span className="flex flex-wrap gap-x-3 gap-y-1">
                  {seers.map(({ id, name }) => (
                    <TextLink key={id} href={`/people/${id}`}>
                      {name}
                    </TextLink>
                  ))}
                </span>
              ),
          },
        ]}
      />
      {may.nameDeputy && tool.team && owner && (
        <div className="flex flex-wrap gap-2">
          <DeputyControls
            slug={tool.slug}
            name={tool.name}
            teamId={tool.team.id}
            ownerId={owner.id}
            deputy={deputy}
          />
        </div>
      )}
      {may.stepDown && deputy && (
        <div>
          <LeaveDeputy slug={tool.slug} name={tool.name} deputy={deputy} isOwn />
        </div>
      )}
    </Section>
  );
}

export const stageTones: Record<ConfirmationStage, StatusTone> = {
  held: "positive",
  soon: "neutral",
  due: "caution",
  late: "caution",
  overdue: "caution",
  unconfirmed: "danger",
};

/** How long the word of those who answer holds, and the way to give it again. */
export function ConfirmationState({ view }: { view: HandoverView }) {
  const { tool, confirmation, may, isOrphan } = view;
  const { lastConfirmedAt, dueAt, stage } = confirmation;
  const isPast = stage !== "held" && stage !== "soon";
  return (
    <Section title={t("confirmation")}>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Status tone={stageTones[stage]} className="items-baseline font-semibold">
          {t(`stage-${stage}`)}
        </Status>
        <span>
          {lastConfirmedAt ? (
            <>
              {t("lastConfirmed")} <Time value={lastConfirmedAt} mode="date" />.
            </>
          ) : (
            t("never")
          )}{" "}
          {t(isPast ? "dueSince" : "due")} <Time value={dueAt} mode="date" />.
        </span>
      </p>
      <p className="measure text-muted text-small">{t("confirmationRule")}</p>
      {may.confirm && !isOrphan && (
        <div>
          <ConfirmEntry slug={tool.slug} name={tool.name} isUrgent={isPast} />
        </div>
      )}
    </Section>
  );
}
