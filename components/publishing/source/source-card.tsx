"use client";

import { type ChangeEvent, useId, useRef, useState } from "react";
import type { DraftEditor } from "#components/publishing/draft/use-draft-content.ts";
import { ChooseOperations } from "#components/publishing/source/choose-operations.tsx";
import { ConnectServer } from "#components/publishing/source/connect-server.tsx";
import { showFailure } from "#components/publishing/source/failure-text.ts";
import { SchemeSecrets } from "#components/publishing/source/scheme-secrets.tsx";
import { SourceChanges } from "#components/publishing/source/source-changes.tsx";
import { refreshSource, removeSource } from "#components/publishing/source/source-requests.ts";
import { t } from "#components/publishing/source/source-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Status } from "#components/ui/status.tsx";
import { Time } from "#components/ui/time.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import type { SourceAnswer, SourceView } from "#lib/publishing/sources/schema.ts";

const largestFile = 5_000_000;

type SourceCardProps = {
  editor: DraftEditor;
  source: SourceView;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onChanged: () => Promise<unknown>;
};

/** One source: what it is, what differs from the draft, and its list of operations when that is open. */
export function SourceCard({ editor, source, isOpen, onOpenChange, onChanged }: SourceCardProps) {
  const { slug } = editor;
  const titleId = useId();
  const file = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [isSigningIn, setSigningIn] = useState(false);
  const [answer, setAnswer] = useState<SourceAnswer | null>(null);

  async function refresh(text?: string) {
    setBusy(true);
    setAnswer(null);
    try {
      setAnswer(await refreshSource(slug, source.id, text));
      await onChanged();
    } catch (failure) {
      showFailure(failure);
    } finally {
      setBusy(false);
    }
  }

  async function refreshFromFile(event: ChangeEvent<HTMLInputElement>) {
    const [chosen] = event.target.files ?? [];
    event.target.value = "";
    if (!chosen) return;
    if (chosen.size > largestFile) showToast({ tone: "danger", title: t("fileTooLarge") });
    else await refresh(await chosen.text());
  }

  const facts = [
    source.version && t("version", { version: source.version }),
    source.isKnown && t("counts", { count: source.operationCount }),
    source.chosenCount > 0 && t(source.isKnown ? "chosenCount" : "chosenOnly", { count: source.chosenCount }),
  ].filter(Boolean);

  return (
    <Card padded>
      <section aria-labelledby={titleId} className="flex min-w-0 flex-col gap-4">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
          <div className="min-w-0">
            <h3 id={titleId} className="font-semibold wrap-anywhere">
              {source.title}
            </h3>
            {source.address !== source.title && (
              <p className="text-muted text-small wrap-anywhere">{source.address ?? t("pasted")}</p>
            )}
            <p className="text-muted text-small">
              {facts.join(" · ")}
              {source.readAt && (
                <>
                  {" · "}
                  {t("readAt")} <Time value={source.readAt} />
                </>
              )}
            </p>
          </div>
          <div className="flex flex-wrap gap-2">
            {source.isKnown && (
              <Button
                variant={isOpen || source.chosenCount > 0 ? "secondary" : "primary"}
                aria-expanded={isOpen}
                onClick={() => onOpenChange(!isOpen)}
              >
                {t(isOpen ? "closeChoice" : "choose")}
              </Button>
            )}
            <Button
              pending={isBusy}
              pendingLabel={t("refreshing")}
              onClick={() => (source.address === null ? file.current?.click() : void refresh())}
            >
              {t(source.address === null ? "refreshPasted" : "refresh")}
            </Button>
            <input
              ref={file}
              type="file"
              hidden
              aria-label={t("refreshPasted")}
              accept=".json,.yaml,.yml"
              onChange={(event) => void refreshFromFile(event)}
            />
            {source.kind === "mcp" && (
              <Button onClick={() => setSigningIn((now) => !now)}>{t("changeSignIn")}</Button>
            )}
            <ConfirmDialog
              trigger={<Button variant="quiet">{t("remove")}</Button>}
              title={t("removeTitle")}
              consequence={t("removeConsequence")}
              confirmLabel={t("removeConfirm")}
              pendingLabel={t("removing")}
              danger
              onConfirm={async () => {
                await removeSource(slug, source.id);
                showToast({ title: t("removed") });
                await onChanged();
              }}
            />
          </div>
        </div>
        {isSigningIn && source.address !== null && (
          <ConnectServer
            slug={slug}
            address={source.address}
            onCancel={() => setSigningIn(false)}
            onConnected={async () => {
              setSigningIn(false);
              await onChanged();
            }}
          />
        )}
        {source.failure && (
          <Notice tone="caution" title={t("lastFailure")}>
            {source.failure}
          </Notice>
        )}
        {!source.isKnown && <Notice>{t("notRead")}</Notice>}
        <SourceChanges source={source} answer={answer} />
        {source.problemCount > 0 && (
          <Disclosure
            summary={<Status tone="caution">{t("problems", { count: source.problemCount })}</Status>}
          >
            <ul className="flex flex-col gap-1 text-small">
              {source.problems.map(({ place, message, mend }) => (
                <li key={`${place} ${message}`} className="wrap-anywhere">
                  <span className="text-muted">{place}:</span> {message}{" "}
                  {mend && <span className="text-muted">{mend}</span>}
                </li>
              ))}
            </ul>
            {source.problemCount > source.problems.length && (
              <p className="text-muted text-small">{t("moreProblems", { count: source.problems.length })}</p>
            )}
          </Disclosure>
        )}
        {source.kind === "openapi" && source.schemes.length > 0 && (
          <SchemeSecrets slug={slug} schemes={source.schemes} onKept={onChanged} />
        )}
        {isOpen && source.isKnown && (
          <ChooseOperations
            key={source.fingerprint}
            editor={editor}
            source={source}
            onTaken={async () => {
              setAnswer(null);
              await onChanged();
            }}
          />
        )}
      </section>
    </Card>
  );
}
