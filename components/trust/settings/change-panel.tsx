"use client";

import { useState } from "react";
import { Section } from "#components/layout/section.tsx";
import { PreviewPanel } from "#components/trust/settings/preview-panel.tsx";
import { t } from "#components/trust/settings/setting-words.ts";
import type { useSettingsForm } from "#components/trust/settings/use-settings-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";

const shortestReason = 10;
type Form = ReturnType<typeof useSettingsForm>;

/** Why it cannot be saved yet; null when it can. */
function missing({ settings, isPreviewed }: Form, reason: string): string | null {
  if (!settings) return t("fixFirst");
  if (!isPreviewed) return t("previewFirst");
  return reason.trim().length < shortestReason ? t("reasonFirst") : null;
}

/** What the changes would do, why they are made, and the button that puts them into force. */
export function ChangePanel({ form }: { form: Form }) {
  const [reason, setReason] = useState("");
  const count = form.changed.length;
  const isMissing = missing(form, reason);
  const save = () => {
    if (isMissing || !form.settings) return;
    form.save.mutate({ settings: form.settings, reason: reason.trim() }, { onSuccess: () => setReason("") });
  };
  return (
    <Section title={<span id="change">{t("changeTitle")}</span>} description={t("changeText")}>
      {count === 0 ? (
        <p className="text-muted">{t("nothingChanged")}</p>
      ) : (
        <div className="flex flex-col gap-4 rounded-card border bg-surface p-4">
          <div className="flex flex-wrap items-center gap-2">
            <p role="status" className="mr-auto font-semibold">
              {t("changedFields", { count })}
            </p>
            <Button variant="quiet" onClick={form.discard}>
              {t("discard")}
            </Button>
            <Button
              pending={form.isSeeing}
              pendingLabel={t("previewing")}
              disabled={!form.settings}
              onClick={form.see}
            >
              {t("preview")}
            </Button>
          </div>
          {form.preview && !form.isPreviewed && <p className="text-caution">{t("previewAgain")}</p>}
          {form.preview && form.isPreviewed && (
            <PreviewPanel preview={form.preview.preview} nights={form.settings?.bands.nights ?? 1} />
          )}
          <Field id="settings-reason" label={t("reason")} hint={t("reasonHint")} required>
            {(control) => (
              <Textarea
                {...control}
                rows={2}
                maxLength={2000}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          <div className="flex flex-wrap items-center gap-3">
            <Button
              variant="primary"
              pending={form.save.isPending}
              pendingLabel={t("saving")}
              disabled={isMissing !== null}
              onClick={save}
            >
              {t("save")}
            </Button>
            {isMissing && <p className="text-muted text-small">{isMissing}</p>}
          </div>
        </div>
      )}
    </Section>
  );
}
