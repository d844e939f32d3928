"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { t } from "#components/publishing/draft/draft-words.ts";
import { AddedOutcome, DocumentFiles } from "#components/publishing/kinds/document-files.tsx";
import { sendDocuments } from "#components/publishing/kinds/source-requests.ts";
import { Notice } from "#components/ui/notice.tsx";
import { ApiError } from "#lib/http/api-error.ts";

/** More files for a source that exists. */
export function AddToSource({ slug }: { slug: string }) {
  const router = useRouter();
  const [progress, setProgress] = useState<string>("");
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: (files: readonly File[]) => {
      const tell = (done: number) => setProgress(t("uploading", { done, count: files.length }));
      tell(0);
      return sendDocuments(slug, files, t("fileTooLarge"), tell);
    },
    onSettled: () => router.refresh(),
  });
  return (
    <div className="flex flex-col gap-3">
      <DocumentFiles pending={isPending ? progress : null} onFiles={(files) => mutate(files)} />
      {error && (
        <Notice tone="danger" title={t("notUploaded")}>
          {[error.message, error instanceof ApiError ? error.mend : null].filter(Boolean).join(" ")}
        </Notice>
      )}
      {data && <AddedOutcome added={data} />}
    </div>
  );
}
