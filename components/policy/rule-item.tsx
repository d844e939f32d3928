import type { Directory } from "#components/policy/directory.ts";
import { RuleActions } from "#components/policy/rule-actions.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { cn } from "#components/ui/cn.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { KeyValueList } from "#components/ui/key-value.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import { policies } from "#lib/messages/en/policies.ts";
import { translator } from "#lib/messages/translate.ts";
import type { RuleView } from "#lib/policy/schema.ts";

const t = translator(policies);

type RuleItemProps = {
  rule: RuleView;
  directory: Directory;
  canChange: boolean;
  isChosen: boolean;
  isReviewDue: boolean;
};

/** One rule: its sentence; opened, what a stopped person reads, whom to ask, and its history. */
export function RuleItem({ rule, directory, canChange, isChosen, isReviewDue }: RuleItemProps) {
  const facts = [
    { key: t("tellsThem"), value: rule.reason },
    { key: t("contact"), value: rule.contact || t("noContact") },
    ...(rule.owner ? [{ key: t("answersFor"), value: rule.owner }] : []),
    ...(rule.reviewAt ? [{ key: t("reviewAt"), value: <Time value={rule.reviewAt} mode="date" /> }] : []),
    { key: t("lastChange"), value: <Time value={rule.updatedAt} mode="date" /> },
  ];
  return (
    <li
      id={`rule-${rule.id}`}
      className={cn(
        "flex scroll-mt-20 items-start gap-2 border-b px-4 py-1 first:rounded-t-card last:rounded-b-card last:border-b-0",
        isChosen && "bg-accent-soft",
      )}
    >
      <Disclosure
        framed={false}
        open={isChosen}
        className="flex-1"
        summary={
          <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
            <span className={cn(!rule.isActive && "text-muted line-through")}>{rule.sentence}</span>
            {!rule.isActive && <Badge tone="caution">{t("off")}</Badge>}
            {isReviewDue && <Badge tone="caution">{t("reviewDue")}</Badge>}
          </span>
        }
      >
        <div className="flex flex-col gap-3 pb-3 pl-6">
          <p className="font-semibold">{rule.title}</p>
          <KeyValueList items={facts} className="max-md:grid-cols-1 max-md:gap-y-0 max-md:[&_dd]:pb-2" />
          <p className="flex flex-wrap gap-x-4 text-small">
            <TextLink href={`/admin/audit?span=all&targetId=${rule.id}`} prefetch={false}>
              {t("history")}
            </TextLink>
            <TextLink href={`/admin/audit?span=all&ruleId=${rule.id}`} prefetch={false}>
              {t("refusals")}
            </TextLink>
          </p>
        </div>
      </Disclosure>
      {canChange && <RuleActions rule={rule} directory={directory} />}
    </li>
  );
}
