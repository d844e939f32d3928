"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { PreferenceGroup } from "#components/notifications/preference-group.tsx";
import { putPreference } from "#components/notifications/requests.ts";
import { t } from "#components/notifications/words.ts";
import { tellFailure } from "#components/providers/use-act.ts";
import { kindGroups } from "#lib/notifications/kind-settings.ts";
import type { KindPreference, PreferenceInput, Preferences } from "#lib/notifications/schema.ts";

/** Where each kind of news goes: one switch for the inbox and one for e-mail; each is saved by itself. */
export function PreferenceList({ preferences }: { preferences: Preferences }) {
  const [kinds, setKinds] = useState(preferences.kinds);
  const put = (saved: KindPreference) =>
    setKinds((before) => before.map((one) => (one.kind === saved.kind ? saved : one)));
  const { mutate } = useMutation({
    // One after the other, so that of two quick clicks the last one holds.
    scope: { id: "notification-settings" },
    mutationFn: ({ before, after }: { before: KindPreference; after: PreferenceInput }) =>
      putPreference(before.kind, after),
    onError: (error, { before }) => {
      put(before);
      tellFailure(error);
    },
  });
  const choose = (before: KindPreference, after: PreferenceInput) => {
    put({ ...before, ...after });
    mutate({ before, after });
  };
  return (
    <div className="flex flex-col gap-6">
      {kindGroups.map((group) => (
        <PreferenceGroup
          key={group}
          title={t(`group-${group}`)}
          kinds={kinds.filter((one) => one.group === group)}
          sendsMail={preferences.sendsMail}
          onChoose={choose}
        />
      ))}
    </div>
  );
}
