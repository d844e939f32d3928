"use client";

import { useState } from "react";
import { useAct } from "#components/providers/use-act.ts";
import { ReasonField } from "#components/publishing/release/reason-field.tsx";
import { t } from "#components/publishing/release/release-words.ts";
import { rollBack } from "#components/publishing/release/requests.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ToolPage } from "#lib/catalog/schema.ts";

type Version = ToolPage["versions"][number];

function GoBack({ slug, version, current }: { slug: string; version: string; current: string }) {
  const { act } = useAct();
  const [note, setNote] = useState("");
  return (
    <ConfirmDialog
      trigger={
        <Button size="small" aria-label={`${t("goBack")}: ${version}`}>
          {t("goBack")}
        </Button>
      }
      title={t("goBackTitle", { version })}
      consequence={t("goBackText", { current })}
      confirmLabel={t("goBack")}
      pendingLabel={t("goingBack")}
      confirmDisabled={note.trim().length < 3}
      onConfirm={() => act(() => rollBack(slug, { version, note }), t("wentBack", { version }))}
    >
      <ReasonField id={`why-${version}`} value={note} onChange={setNote} />
    </ConfirmDialog>
  );
}

/** All versions with the way back to each that does not serve. */
export function EarlierVersions({ slug, versions }: { slug: string; versions: readonly Version[] }) {
  const current = versions.find(({ isCurrent }) => isCurrent);
  if (!current || versions.length < 2) return <p className="text-muted">{t("noVersions")}</p>;
  return (
    <ul className="flex flex-col">
      {versions.map(({ version, publishedAt, releaseNotes, isCurrent }) => (
        <li
          key={version}
          className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-b py-3 first:pt-0 last:border-b-0"
        >
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-x-3">
              <TextLink href={`/catalog/${slug}?tab=versions&changes=${encodeURIComponent(version)}`}>
                {version}
              </TextLink>
              {isCurrent && <Badge tone="positive">{t("current")}</Badge>}
              <span className="text-muted text-small">
                <Time value={publishedAt} mode="date" />
              </span>
            </p>
            <p className="measure line-clamp-2 wrap-anywhere text-muted">{releaseNotes}</p>
          </div>
          {!isCurrent && <GoBack slug={slug} version={version} current={current.version} />}
        </li>
      ))}
    </ul>
  );
}
