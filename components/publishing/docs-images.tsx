"use client";

import { useMutation } from "@tanstack/react-query";
import { deleteDocsImage } from "#components/catalog/docs/docs-requests.ts";
import { t } from "#components/publishing/editor-words.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { ProseImage } from "#components/ui/prose/prose-image.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { imageHref } from "#lib/catalog/docs/address.ts";
import type { DocsImage } from "#lib/catalog/docs/docs-schema.ts";
import { ApiError } from "#lib/http/api-error.ts";
import { formatBytes } from "#lib/messages/format.ts";

type DocsImagesProps = {
  slug: string;
  docs: string;
  images: readonly DocsImage[];
  onInsert: (name: string) => void;
  onRemoved: (name: string) => void;
};

/** The images that the docs of a tool may show, with what each is and whether a page shows it. */
export function DocsImages({ slug, docs, images, onInsert, onRemoved }: DocsImagesProps) {
  const remove = useMutation({
    mutationFn: (name: string) => deleteDocsImage(slug, name),
    onSuccess: (_, name) => onRemoved(name),
    onError: (failure) =>
      showToast({
        tone: "danger",
        title: t("imageNotRemoved"),
        description: failure instanceof ApiError ? failure.message : "",
      }),
  });
  if (images.length === 0) return null;
  return (
    <Disclosure summary={<span className="py-1.5">{t("imagesOf", { count: images.length })}</span>}>
      <ul className="flex flex-col divide-y">
        {images.map((image) => (
          <li key={image.name} className="flex flex-wrap items-center gap-3 py-2">
            <span className="w-20 shrink-0">
              <ProseImage
                target={`image:${image.name}`}
                alt=""
                image={{ src: imageHref(slug, image), width: image.width, height: image.height }}
              />
            </span>
            <span className="flex min-w-0 flex-1 flex-col">
              <code className="text-code wrap-anywhere">{image.name}</code>
              <span className="text-muted text-small">
                {formatBytes(image.size)}
                {image.width !== null && ` · ${image.width} × ${image.height}`}
                {!docs.includes(`image:${image.name}`) && ` · ${t("imageUnused")}`}
              </span>
            </span>
            <Button size="small" onClick={() => onInsert(image.name)}>
              {t("imageInsert")}
            </Button>
            <ConfirmDialog
              trigger={
                <Button size="small" variant="quiet">
                  {t("imageRemove")}
                </Button>
              }
              title={t("imageRemoveTitle", { name: image.name })}
              consequence={t("imageRemoveText")}
              confirmLabel={t("imageRemove")}
              pendingLabel={t("imageRemoving")}
              danger
              onConfirm={() => remove.mutateAsync(image.name)}
            />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
