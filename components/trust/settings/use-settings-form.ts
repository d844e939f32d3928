"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { startTransition, useState } from "react";
import { previewOf, putSettings } from "#components/trust/settings/requests.ts";
import { t } from "#components/trust/settings/setting-words.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";
import type { SettingsView } from "#lib/trust/change-input.ts";
import type { SettingsPreview } from "#lib/trust/preview.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";
import { draftOf, type SettingPath, type SettingsDraft } from "#lib/trust/settings-fields.ts";
import { checkDraft } from "#lib/trust/settings-problems.ts";

type Edits = Readonly<Partial<SettingsDraft>>;
type Seen = { readonly key: string; readonly preview: SettingsPreview };

/** Says why something was refused. */
export function tellFailure(title: string): (failure: Error) => void {
  return (failure) => {
    const known = failure instanceof ApiError ? failure : null;
    showToast({
      tone: "danger",
      title,
      description: [known?.message, known?.mend].filter(Boolean).join(" "),
      ...(known?.requestId ? { requestId: known.requestId } : {}),
    });
  };
}

/**
 * The form over the settings in force. Only what somebody changed is kept here, so that when others save meanwhile the
 * form shows theirs with the changes on top.
 */
export function useSettingsForm(view: SettingsView) {
  const router = useRouter();
  const [edits, setEdits] = useState<Edits>({});
  const [seen, setSeen] = useState<Seen | null>(null);
  /** The settings that were in force when a change met another. */
  const [overtaken, setOvertaken] = useState<TrustSettings | null>(null);
  const base = draftOf(view.settings);
  const draft: SettingsDraft = { ...base, ...edits };
  const changed = (Object.keys(edits) as SettingPath[]).filter((path) => draft[path] !== base[path]);
  const { settings, problems } = checkDraft(draft);
  const key = JSON.stringify([view.id, draft]);

  const preview = useMutation({
    mutationFn: async (of: { settings: TrustSettings; key: string }): Promise<Seen> => ({
      key: of.key,
      preview: await previewOf(of.settings),
    }),
    onSuccess: setSeen,
    onError: tellFailure(t("previewFailed")),
  });
  const clear = () => {
    setEdits({});
    setSeen(null);
    setOvertaken(null);
  };
  const save = useMutation({
    mutationFn: (of: { settings: TrustSettings; reason: string }) => putSettings({ ...of, basedOn: view.id }),
    onSuccess: () => {
      showToast({ tone: "positive", title: t("saved"), description: t("savedText") });
      startTransition(() => {
        router.refresh();
        clear();
      });
    },
    onError: (failure) => {
      if (failure instanceof ApiError && failure.code === "conflict") {
        setOvertaken(view.settings);
        router.refresh();
        return;
      }
      tellFailure(t("failedToSave"))(failure);
    },
  });
  return {
    draft,
    base,
    changed,
    problems,
    settings,
    overtaken,
    preview: seen,
    /** Whether the preview is of what the form holds now. */
    isPreviewed: seen?.key === key,
    change: (path: SettingPath, value: string) => setEdits((known) => ({ ...known, [path]: value })),
    discard: clear,
    see: () => settings && preview.mutate({ settings, key }),
    isSeeing: preview.isPending,
    save,
  };
}
