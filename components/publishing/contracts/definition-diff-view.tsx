import type { ReactNode } from "react";
import { ChangeLines, hasShapeChanges } from "#components/publishing/contracts/change-lines.tsx";
import { t } from "#components/publishing/contracts/contract-words.ts";
import { RevealedLines, RevealedWords } from "#components/publishing/contracts/revealed-diff.tsx";
import { RevealedText } from "#components/publishing/contracts/revealed-text.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { DefinitionDiff } from "#lib/publishing/watch/definition-diff.ts";

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-2">
      <h4 className="font-semibold">{title}</h4>
      {children}
    </div>
  );
}

/** The difference of two definitions for somebody who has to decide: words, then shape, then everything as it stands. */
export function DefinitionDiffView({ diff }: { diff: DefinitionDiff }) {
  const { step, change, texts, facts, raw, hidden } = diff;
  const hasShape = change !== null && hasShapeChanges(change);
  const isOnlyRaw = texts.length === 0 && facts.length === 0 && !hasShape;
  return (
    <div className="flex flex-col gap-4">
      {hidden.unseen + hidden.lookalikes > 0 && <Notice tone="danger">{t("hiddenWarning")}</Notice>}
      {texts.length > 0 && (
        <Group title={t("texts")}>
          <dl className="flex flex-col gap-3">
            {texts.map(({ place, before, after }) => (
              <div key={place} className="flex min-w-0 flex-col gap-1">
                <dt className="text-muted text-small wrap-anywhere">
                  <RevealedText text={place} />
                </dt>
                <dd className="min-w-0">
                  <RevealedWords before={before} after={after} />
                </dd>
              </div>
            ))}
          </dl>
        </Group>
      )}
      {hasShape && (
        <Group title={t("shape")}>
          <ChangeLines change={change} />
        </Group>
      )}
      {facts.length > 0 && (
        <Group title={t("facts")}>
          <dl className="flex flex-col gap-2">
            {facts.map(({ what, before, after }) => (
              <div key={what} className="flex min-w-0 flex-col">
                <dt className="text-muted text-small">{t(what)}</dt>
                <dd>
                  <RevealedWords before={before} after={after} />
                </dd>
              </div>
            ))}
          </dl>
        </Group>
      )}
      {isOnlyRaw && <p className="text-muted">{t(step === null ? "unreadable" : "onlyRaw")}</p>}
      <Disclosure summary={t("raw")} open={isOnlyRaw}>
        <RevealedLines before={raw.before} after={raw.after} label={t("rawDiff")} />
      </Disclosure>
    </div>
  );
}
