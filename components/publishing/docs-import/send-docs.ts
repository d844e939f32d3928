import { ApiError } from "#lib/http/api-error.ts";
import { errorAnswerSchema } from "#lib/http/error-answer.ts";
import { type ImportedDocs, importedDocsSchema } from "#lib/publishing/docs-import/imported-docs.ts";
import { isImagePath, isLeftover, isMarkdownPath } from "#lib/publishing/docs-import/order-files.ts";

/** A chosen folder as it is sent, without what docs are not made of; null when nothing is left. */
export function folderForm(files: readonly File[]): FormData | null {
  const form = new FormData();
  for (const file of files) {
    const path = file.webkitRelativePath || file.name;
    if (isLeftover(path) || !(isMarkdownPath(path) || isImagePath(path))) continue;
    form.append("path", path);
    form.append("file", file);
  }
  return form.has("file") ? form : null;
}

export function archiveForm(file: File): FormData {
  const form = new FormData();
  form.append("archive", file);
  return form;
}

/** Bytes that a form would send. */
export function sizeOfForm(form: FormData): number {
  return [...form.values()].reduce((sum, value) => sum + (typeof value === "string" ? 0 : value.size), 0);
}

/**
 * Sends files and gives the docs that they would make.
 * @throws ApiError with a message and what to do
 */
export async function sendDocs(slug: string, form: FormData): Promise<ImportedDocs> {
  const address = `/api/tools/${encodeURIComponent(slug)}/docs/import`;
  const response = await fetch(address, { method: "POST", body: form });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return importedDocsSchema.parse(body);
  const known = errorAnswerSchema.safeParse(body);
  const unknown = {
    code: "unreadable",
    message: `The portal answered with status ${response.status}.`,
    mend: "Try again in a moment.",
    fields: [],
    details: null,
    requestId: response.headers.get("x-request-id"),
  };
  throw new ApiError(response.status, known.success ? known.data.error : unknown);
}
