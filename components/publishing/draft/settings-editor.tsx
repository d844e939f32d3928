"use client";

import { useState } from "react";
import { Section } from "#components/layout/section.tsx";
import { AudienceField, type Standing } from "#components/publishing/draft/audience-field.tsx";
import { DraftBar } from "#components/publishing/draft/draft-bar.tsx";
import { PromiseFields } from "#components/publishing/draft/promise-fields.tsx";
import { RiskFields } from "#components/publishing/draft/risk-fields.tsx";
import { SecretList } from "#components/publishing/draft/secret-list.tsx";
import { t } from "#components/publishing/draft/settings-words.ts";
import { UseAddress } from "#components/publishing/draft/use-address.tsx";
import { useDraftContent } from "#components/publishing/draft/use-draft-content.ts";
import { useRefresh } from "#components/publishing/draft/use-refresh.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { DraftOverview, SettingsField } from "#lib/publishing/draft-content.ts";
import { settingsProblems } from "#lib/publishing/draft-problems.ts";

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

type SettingsEditorProps = { overview: DraftOverview; standing: Standing };

/** Who may use a tool, what it may be given, what is promised, and the secrets that it needs. */
export function SettingsEditor({ overview, standing }: SettingsEditorProps) {
  const refresh = useRefresh();
  const editor = useDraftContent(overview, [], refresh);
  const { settings, changeSetting, generation } = editor;
  const [origins, setOrigins] = useState({ text: settings.embedOrigins.join("\n"), generation });
  const originsText = origins.generation === generation ? origins.text : settings.embedOrigins.join("\n");
  const [touched, setTouched] = useState<ReadonlySet<SettingsField>>(new Set());
  const problems = settingsProblems(overview.kind, settings);
  // Nobody has to be told that something is missing before they could write it.
  const errorOf = (field: SettingsField) =>
    touched.has(field) ? problems.find((problem) => problem.field === field)?.message : undefined;
  const touch = (field: SettingsField) => setTouched((now) => new Set(now).add(field));
  const canBeShown = overview.kind !== "link";
  return (
    <div className="flex flex-col gap-6">
      <DraftBar editor={editor} />
      <div className="flex max-w-thread flex-col gap-8">
        {overview.kind === "link" && (
          <Section title={t("groupLink")}>
            <Field
              id="settings-linkUrl"
              label={t("linkUrl")}
              hint={t("linkUrlHint")}
              error={errorOf("linkUrl")}
            >
              {(control) => (
                <Input
                  {...control}
                  type="url"
                  value={settings.linkUrl ?? ""}
                  onBlur={() => touch("linkUrl")}
                  onChange={(event) =>
                    changeSetting("linkUrl", event.target.value === "" ? null : event.target.value)
                  }
                />
              )}
            </Field>
          </Section>
        )}
        <Section title={t("groupWho")}>
          <AudienceField editor={editor} standing={standing} />
        </Section>
        <Section title={t("groupRisk")}>
          <RiskFields editor={editor} />
        </Section>
        <Section title={t("groupPromise")}>
          <Field
            id="settings-supportChannel"
            label={t("support")}
            hint={t("supportHint")}
            error={errorOf("supportChannel")}
          >
            {(control) => (
              <Input
                {...control}
                value={settings.supportChannel}
                maxLength={400}
                onBlur={() => touch("supportChannel")}
                onChange={(event) => changeSetting("supportChannel", event.target.value)}
              />
            )}
          </Field>
          <PromiseFields key={generation} editor={editor} />
        </Section>
        {canBeShown && (
          <Section title={t("groupEmbed")} description={t("embedHint")}>
            <UseAddress slug={overview.slug} />
            <Field
              id="settings-embedOrigins"
              label={t("embedOrigins")}
              hint={t("embedOriginsHint")}
              error={errorOf("embedOrigins")}
            >
              {(control) => (
                <Textarea
                  {...control}
                  rows={3}
                  spellCheck={false}
                  value={originsText}
                  onBlur={() => touch("embedOrigins")}
                  onChange={(event) => {
                    setOrigins({ text: event.target.value, generation });
                    changeSetting("embedOrigins", linesOf(event.target.value).slice(0, 40));
                  }}
                />
              )}
            </Field>
          </Section>
        )}
        {canBeShown && (
          <Section title={t("groupSecrets")} description={t("secretsHint")}>
            <SecretList slug={overview.slug} secrets={overview.secrets} onChanged={refresh} />
          </Section>
        )}
      </div>
    </div>
  );
}
