import type { Directory } from "#components/policy/directory.ts";
import { RuleItem } from "#components/policy/rule-item.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { policies } from "#lib/messages/en/policies.ts";
import { translator } from "#lib/messages/translate.ts";
import { type RuleView, resourceKinds } from "#lib/policy/schema.ts";

const t = translator(policies);

type RuleListProps = {
  rules: readonly RuleView[];
  directory: Directory;
  canChange: boolean;
  /** The rule that a link from elsewhere means. */
  chosenId: string | undefined;
  /** The moment of the page, for reviews that are due. */
  today: string;
};

/** All rules in sentences, the widest first. */
export function RuleList({ rules, directory, canChange, chosenId, today }: RuleListProps) {
  if (rules.length === 0) return <EmptyState>{t("rulesNone")}</EmptyState>;
  return (
    <div className="flex flex-col gap-4">
      {resourceKinds.map((kind) => {
        const group = rules.filter((rule) => rule.resourceKind === kind);
        if (group.length === 0) return null;
        return (
          <section key={kind} aria-label={t(`group-${kind}`)} className="flex flex-col gap-2">
            <h3 className="text-muted text-small">{t(`group-${kind}`)}</h3>
            <ul className="rounded-card border bg-surface">
              {group.map((rule) => (
                <RuleItem
                  key={rule.id}
                  rule={rule}
                  directory={directory}
                  canChange={canChange}
                  isChosen={rule.id === chosenId}
                  isReviewDue={rule.reviewAt !== null && rule.reviewAt < today}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
