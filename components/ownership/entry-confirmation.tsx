import { Section } from "#components/layout/section.tsx";
import { ConfirmEntry } from "#components/ownership/confirm-entry.tsx";
import { KeyValueList } from "#components/ui/key-value.tsx";
import { Status } from "#components/ui/status.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import { desk } from "#lib/messages/en/desk.ts";
import { tool as toolWords } from "#lib/messages/en/tool.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(desk);
const tool = translator(toolWords);
const dayMs = 86_400_000;

type EntryConfirmationProps = {
  slug: string;
  name: string;
  people: { team: string | null; owner: string | null; deputy: string | null };
  lastConfirmedAt: string | null;
  /** The same, only while it holds. */
  confirmedAt: string | null;
  validDays: number;
  mayConfirm: boolean;
};

/** Who answers for the tool, how long their word holds, and the way to give it again. */
export function EntryConfirmation(props: EntryConfirmationProps) {
  const { slug, name, people, lastConfirmedAt, confirmedAt, validDays, mayConfirm } = props;
  const until = confirmedAt && new Date(Date.parse(confirmedAt) + validDays * dayMs).toISOString();
  return (
    <Section
      title={t("ownership")}
      actions={<TextLink href={`/owner/${slug}/people`}>{t("seePeople")}</TextLink>}
    >
      <KeyValueList
        items={[
          { key: tool("team"), value: people.team ?? tool("nobody") },
          { key: tool("owner"), value: people.owner ?? tool("nobody") },
          { key: tool("deputy"), value: people.deputy ?? tool("nobody") },
        ]}
      />
      {lastConfirmedAt ? (
        <p>
          {t("confirmedBy")} <Time value={lastConfirmedAt} mode="date" />.{" "}
          {until && (
            <>
              {t("confirmedUntil")} <Time value={until} mode="date" />.
            </>
          )}
        </p>
      ) : (
        <p>{t("neverConfirmed")}</p>
      )}
      {!confirmedAt && lastConfirmedAt && <Status tone="caution">{t("confirmExpired")}</Status>}
      {mayConfirm ? (
        <div>
          <ConfirmEntry slug={slug} name={name} isUrgent={!confirmedAt} />
        </div>
      ) : (
        <p className="text-muted text-small">{t("onlyOwners")}</p>
      )}
    </Section>
  );
}
