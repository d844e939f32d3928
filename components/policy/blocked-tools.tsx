"use client";

import { ReasonDialog } from "#components/identity/reason-dialog.tsx";
import { policyActs } from "#components/policy/mutations.ts";
import { useAct } from "#components/providers/use-act.ts";
import { Button } from "#components/ui/button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import { policies } from "#lib/messages/en/policies.ts";
import { translator } from "#lib/messages/translate.ts";
import type { BlockedTool } from "#lib/policy/access.ts";

const t = translator(policies);

/** The tools that nobody can use now, and why. */
export function BlockedTools({ tools, canChange }: { tools: readonly BlockedTool[]; canChange: boolean }) {
  const { act } = useAct();
  if (tools.length === 0) return <p className="text-muted">{t("blockedNone")}</p>;
  return (
    <ul className="flex flex-col rounded-card border bg-surface">
      {tools.map((tool) => (
        <li
          key={tool.id}
          className="flex items-start justify-between gap-4 border-b px-4 py-3 last:border-b-0"
        >
          <div className="min-w-0">
            <p>
              <TextLink href={`/catalog/${tool.slug}`}>{tool.name}</TextLink>{" "}
              <span className="text-muted text-small">
                {t("since")} <Time value={tool.blockedAt} />
              </span>
            </p>
            <p className="break-words text-muted">{tool.reason}</p>
          </div>
          {canChange && (
            <ReasonDialog
              trigger={<Button size="small">{t("unblock")}</Button>}
              title={t("unblockTitle", { name: tool.name })}
              consequence={t("unblockConsequence")}
              confirmLabel={t("unblock")}
              onConfirm={(reason) =>
                act(() => policyActs.unblock(tool.slug, reason), t("unblocked", { name: tool.name }))
              }
            />
          )}
        </li>
      ))}
    </ul>
  );
}
