import { useMutation } from "@tanstack/react-query";
import { postDocsImage } from "#components/catalog/docs/docs-requests.ts";
import { t } from "#components/publishing/editor-words.ts";
import { showToast } from "#components/ui/toast-store.ts";
import type { DocsImage } from "#lib/catalog/docs/docs-schema.ts";
import { mostImageBytes } from "#lib/catalog/docs/image-file.ts";
import { ApiError } from "#lib/http/api-error.ts";

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error ?? new Error("The file cannot be read."));
    reader.readAsDataURL(file);
  });
}

/** Sends an image for the docs, and says why when it is not taken. */
export function useImageUpload(slug: string, onAdded: (image: DocsImage) => void) {
  const { mutate, isPending } = useMutation({
    mutationFn: async (file: File) =>
      postDocsImage(slug, { name: file.name || "image", data: await base64Of(file) }),
    onSuccess: onAdded,
    onError: (failure) => {
      const known = failure instanceof ApiError ? failure : null;
      showToast({
        tone: "danger",
        title: t("imageNotAdded"),
        description: [known?.fields[0]?.message ?? known?.message, known?.mend].filter(Boolean).join(" "),
        ...(known?.requestId ? { requestId: known.requestId } : {}),
      });
    },
  });
  const upload = (file: File) => {
    if (file.size <= mostImageBytes) mutate(file);
    else showToast({ tone: "danger", title: t("imageNotAdded"), description: t("imageTooLarge") });
  };
  return { upload, isPending };
}
