"use client";

import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { docsImport } from "#lib/messages/en/docs-import.ts";
import { translator } from "#lib/messages/translate.ts";
import type { ImportedDocs, ImportProblem } from "#lib/publishing/docs-import/imported-docs.ts";

const t = translator(docsImport);

function problemWords({ path, line, message }: ImportProblem): string {
  if (path === "") return message;
  return line === null ? t("problemIn", { path, message }) : t("problemAt", { path, line, message });
}

type ImportResultProps = {
  found: ImportedDocs;
  hasDocs: boolean;
  onTake: (how: "replace" | "append") => void;
  onClose: () => void;
};

/** What an import would make of the docs; nothing of the draft changes before it is taken over. */
export function ImportResult({ found, hasDocs, onTake, onClose }: ImportResultProps) {
  const { pages, images, problems } = found;
  // Two pages may have one title.
  const listed = pages.map((title, at) => ({ id: `page-${at}`, title }));
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={hasDocs ? t("replaceNote") : undefined}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          {hasDocs && <Button onClick={() => onTake("append")}>{t("append")}</Button>}
          <Button variant="primary" onClick={() => onTake("replace")}>
            {t(hasDocs ? "replace" : "take")}
          </Button>
        </>
      }
    >
      <div className="flex max-h-96 flex-col gap-3 overflow-y-auto" tabIndex={-1}>
        <p>{t("found", { count: pages.length })}</p>
        <ol className="list-decimal pl-6">
          {listed.map(({ id, title }) => (
            <li key={id} className="wrap-anywhere">
              {title}
            </li>
          ))}
        </ol>
        {images.length > 0 && <p>{t("images", { count: images.length })}</p>}
        {problems.length > 0 && (
          <Notice tone="caution" title={t("problems", { count: problems.length })}>
            <ul className="flex flex-col gap-1 pt-1 text-small">
              {[...new Set(problems.map(problemWords))].map((words) => (
                <li key={words} className="wrap-anywhere">
                  {words}
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
