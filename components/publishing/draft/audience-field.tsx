"use client";

import { t } from "#components/publishing/draft/settings-words.ts";
import type { DraftEditor } from "#components/publishing/draft/use-draft-content.ts";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import type { DraftSettings } from "#lib/publishing/draft-content.ts";
import { type AutoApproval, approvalsNeeded } from "#lib/publishing/release-rules.ts";

/** Where the tool stands, and what its domain and its published version say about approvals. */
export type Standing = {
  readonly team: string;
  readonly domain: string;
  readonly audienceBefore: DraftSettings["audience"] | null;
  readonly autoApproval: AutoApproval;
};

/** Who may use the tool, and who has to agree to it. */
export function AudienceField({ editor, standing }: { editor: DraftEditor; standing: Standing }) {
  const { settings, changeSetting } = editor;
  const { team, domain, audienceBefore, autoApproval } = standing;
  const needed = approvalsNeeded({ settings, audienceBefore, isWordsOnly: false, autoApproval });
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        name="audience"
        legend={t("groupWho")}
        hideLegend
        value={settings.audience}
        onValueChange={(value) => changeSetting("audience", value as DraftSettings["audience"])}
        options={[
          { value: "only-me", label: t("whoOnlyMe"), hint: t("whoOnlyMeHint") },
          { value: "team", label: t("whoTeam"), hint: t("whoTeamHint", { team }) },
          { value: "domain", label: t("whoDomain"), hint: t("whoDomainHint", { domain }) },
          { value: "everyone", label: t("whoEveryone"), hint: t("whoEveryoneHint") },
        ]}
      />
      <p role="status" className="text-muted">
        {needed.length === 0
          ? t("agreeNobody")
          : t(needed.includes("security-reviewer") ? "agreeBoth" : "agreeLead", { domain })}{" "}
        {needed.length > 0 && t("wordsOnly")}
      </p>
    </div>
  );
}
