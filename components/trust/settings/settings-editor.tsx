"use client";

import { ChangePanel } from "#components/trust/settings/change-panel.tsx";
import { DifferenceList } from "#components/trust/settings/difference-list.tsx";
import { SettingGroup } from "#components/trust/settings/setting-group.tsx";
import { settingGroups } from "#components/trust/settings/setting-groups.ts";
import { differencesOf, t } from "#components/trust/settings/setting-words.ts";
import { useSettingsForm } from "#components/trust/settings/use-settings-form.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { SettingsView } from "#lib/trust/change-input.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";

/** Says that others saved first, and what. */
function Overtaken({ view, before }: { view: SettingsView; before: TrustSettings }) {
  const differences = differencesOf(before, view.settings);
  const [newest] = view.history;
  return (
    <Notice tone="caution" title={t("meanwhileTitle")}>
      {differences.length === 0 || !newest ? (
        <p>{t("meanwhilePlain")}</p>
      ) : (
        <div className="flex flex-col gap-2">
          <p>{t("meanwhileText", { name: newest.setBy, reason: newest.reason })}</p>
          <p className="font-semibold">{t("meanwhileList")}</p>
          <DifferenceList differences={differences} />
        </div>
      )}
    </Notice>
  );
}

/** All that the rating may be set by, what a change would do, and the way to put it into force. */
export function SettingsEditor({ view }: { view: SettingsView }) {
  const form = useSettingsForm(view);
  return (
    <div className="flex flex-col gap-8">
      <nav aria-label={t("contents")}>
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {settingGroups.map(({ id }) => (
            <li key={id} className="max-md:py-1.5">
              <a href={`#group-${id}`} className="text-accent underline-offset-3 hover:underline">
                {t(`group${id}`)}
              </a>
            </li>
          ))}
          <li className="max-md:py-1.5">
            <a href="#change" className="text-accent underline-offset-3 hover:underline">
              {t("changeTitle")}
            </a>
          </li>
        </ul>
      </nav>
      {settingGroups.map((group) => (
        <SettingGroup
          key={group.id}
          group={group}
          draft={form.draft}
          base={form.base}
          problems={form.problems}
          onChange={form.change}
        />
      ))}
      <div className="flex flex-col gap-3">
        <div role="alert">{form.overtaken && <Overtaken view={view} before={form.overtaken} />}</div>
        <ChangePanel form={form} />
      </div>
    </div>
  );
}
