"use client";

import { useMutation } from "@tanstack/react-query";
import { FileArchive, FolderOpen, Import } from "lucide-react";
import { type ChangeEvent, useRef, useState } from "react";
import { tellFailure } from "#components/providers/use-act.ts";
import { ImportResult } from "#components/publishing/docs-import/import-result.tsx";
import {
  archiveForm,
  folderForm,
  sendDocs,
  sizeOfForm,
} from "#components/publishing/docs-import/send-docs.ts";
import { Button } from "#components/ui/button.tsx";
import { DropdownMenu, MenuItem } from "#components/ui/dropdown-menu.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import type { DocsImage } from "#lib/catalog/docs/docs-schema.ts";
import { docsImport } from "#lib/messages/en/docs-import.ts";
import { translator } from "#lib/messages/translate.ts";
import { importLimits } from "#lib/publishing/docs-import/limits.ts";

const t = translator(docsImport);
// React knows no such attribute, browsers do.
const wholeFolder: Record<string, string> = { webkitdirectory: "" };

type DocsImportProps = {
  slug: string;
  docs: string;
  /** The docs with what was imported, and the images that came with it. */
  onTake: (docs: string, images: readonly DocsImage[]) => void;
};

/** Takes docs over from a folder or a ZIP archive of Markdown and images, after showing what they would be. */
export function DocsImport({ slug, docs, onTake }: DocsImportProps) {
  const folder = useRef<HTMLInputElement>(null);
  const archive = useRef<HTMLInputElement>(null);
  const [isShown, setShown] = useState(false);
  const { mutate, isPending, data } = useMutation({
    mutationFn: (form: FormData) => sendDocs(slug, form),
    onSuccess: () => setShown(true),
    onError: tellFailure,
  });
  const choose =
    (formOf: (files: readonly File[]) => FormData | null) => (event: ChangeEvent<HTMLInputElement>) => {
      const form = formOf([...(event.target.files ?? [])]);
      event.target.value = "";
      if (!form) showToast({ tone: "danger", title: t("failed"), description: t("nothing") });
      else if (sizeOfForm(form) > importLimits.upload)
        showToast({ tone: "danger", title: t("failed"), description: t("tooLarge") });
      else mutate(form);
    };
  const take = (how: "replace" | "append") => {
    setShown(false);
    if (!data) return;
    onTake(how === "append" ? `${docs.trimEnd()}\n\n${data.docs}` : data.docs, data.images);
    showToast({ tone: "positive", title: t("taken", { count: data.pages.length }) });
  };
  return (
    <>
      <DropdownMenu
        label={t("button")}
        trigger={
          <Button pending={isPending} pendingLabel={t("reading")}>
            <Import />
            {t("button")}
          </Button>
        }
      >
        <MenuItem icon={<FolderOpen />} onSelect={() => folder.current?.click()}>
          {t("folder")}
        </MenuItem>
        <MenuItem icon={<FileArchive />} onSelect={() => archive.current?.click()}>
          {t("archive")}
        </MenuItem>
      </DropdownMenu>
      <input
        {...wholeFolder}
        ref={folder}
        type="file"
        multiple
        aria-label={t("folderInput")}
        tabIndex={-1}
        className="sr-only"
        onChange={choose(folderForm)}
      />
      <input
        ref={archive}
        type="file"
        accept=".zip,application/zip"
        aria-label={t("archiveInput")}
        tabIndex={-1}
        className="sr-only"
        onChange={choose(([file]) => (file ? archiveForm(file) : null))}
      />
      {isShown && data && (
        <ImportResult
          found={data}
          hasDocs={docs.trim() !== ""}
          onTake={take}
          onClose={() => setShown(false)}
        />
      )}
    </>
  );
}
