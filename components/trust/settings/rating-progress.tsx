"use client";

import { useQuery } from "@tanstack/react-query";
import { progressOf } from "#components/trust/settings/requests.ts";
import { t } from "#components/trust/settings/setting-words.ts";
import type { SettingsProgress } from "#lib/trust/settings-progress.ts";

type RatingProgressProps = { settingsId: string | null; first: SettingsProgress };

/** How many tools are rated with the settings in force; follows until all are. */
export function RatingProgress({ settingsId, first }: RatingProgressProps) {
  const { data, isError } = useQuery(progressOf(settingsId, first));
  if (isError) return <p className="text-muted text-small">{t("progressFailed")}</p>;
  const { tools, rated } = data;
  const isDone = rated >= tools;
  return (
    <div className="flex flex-col gap-1">
      <p role="status" className="text-muted text-small">
        {isDone ? t("progressDone", { count: tools }) : t("progressRunning", { rated, tools })}
      </p>
      {!isDone && (
        <progress
          aria-label={t("progressLabel")}
          max={tools}
          value={rated}
          className="h-1.5 w-full max-w-80 accent-accent"
        />
      )}
    </div>
  );
}
