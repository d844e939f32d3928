"use client";

import { Section } from "#components/layout/section.tsx";
import { SettingField } from "#components/trust/settings/setting-field.tsx";
import type { SettingGroup as Group } from "#components/trust/settings/setting-groups.ts";
import { t } from "#components/trust/settings/setting-words.ts";
import { cn } from "#components/ui/cn.ts";
import type { SettingPath, SettingsDraft } from "#lib/trust/settings-fields.ts";
import { type SettingsProblems, sumOf } from "#lib/trust/settings-problems.ts";

type SettingGroupProps = {
  group: Group;
  draft: SettingsDraft;
  base: SettingsDraft;
  problems: SettingsProblems;
  onChange: (path: SettingPath, value: string) => void;
};

/** Says while one types what some fields add up to. */
function Sum({ draft, text, paths }: { draft: SettingsDraft } & NonNullable<Group["sum"]>) {
  const sum = sumOf(draft, paths);
  return (
    <p role="status" className={cn("text-small", sum === 1 ? "text-muted" : "font-semibold text-danger")}>
      {t(text, { sum: String(sum) })} {sum === 1 ? null : t("sumWrong")}
    </p>
  );
}

/** The settings of one component, with what they are about. */
export function SettingGroup({ group, draft, base, problems, onChange }: SettingGroupProps) {
  return (
    <Section
      title={<span id={`group-${group.id}`}>{t(`group${group.id}`)}</span>}
      description={t(`group${group.id}Text`)}
    >
      <div className="flex flex-col gap-4 rounded-card border bg-surface p-4">
        <div className="grid gap-x-6 gap-y-5 md:grid-cols-2 lg:grid-cols-3">
          {group.paths.map((path) => (
            <SettingField
              key={path}
              path={path}
              value={draft[path]}
              base={base[path]}
              problem={problems[path]}
              onChange={(value) => onChange(path, value)}
            />
          ))}
        </div>
        {group.sum && <Sum draft={draft} {...group.sum} />}
      </div>
    </Section>
  );
}
