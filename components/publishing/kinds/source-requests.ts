import { api } from "#lib/http/api-client.ts";
import {
  type AddedDocuments,
  addedDocumentsSchema,
  createdSourceSchema,
  mostDocumentBytes,
  type NewSourceInput,
} from "#lib/knowledge/new-source.ts";

export function createSource(input: NewSourceInput) {
  return api("/api/sources", { method: "POST", body: input, response: createdSourceSchema });
}

/** Requests stay well below what the portal takes at once, however the files are mixed. */
const bytesAtOnce = 4 * 1024 * 1024;
const filesAtOnce = 10;

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.readAsDataURL(file);
  });
}

const nameOf = (file: File) => (file.webkitRelativePath || file.name).slice(-300);

function bundles(files: readonly File[]): File[][] {
  const result: File[][] = [];
  let size = 0;
  for (const file of files) {
    const last = result.at(-1);
    if (last && last.length < filesAtOnce && size + file.size <= bytesAtOnce) {
      last.push(file);
      size += file.size;
    } else {
      result.push([file]);
      size = file.size;
    }
  }
  return result;
}

/**
 * Sends files to a source, some at a time, and tells after each bundle how many are done. Files that are too large are
 * answered here.
 */
export async function sendDocuments(
  slug: string,
  files: readonly File[],
  tooLarge: string,
  onProgress: (done: number) => void,
): Promise<AddedDocuments> {
  const small = files.filter(({ size }) => size <= mostDocumentBytes);
  const whole = {
    added: [] as string[],
    replaced: [] as string[],
    refused: files
      .filter(({ size }) => size > mostDocumentBytes)
      .map((file) => ({ name: nameOf(file), reason: tooLarge })),
    documentCount: 0,
  };
  let done = whole.refused.length;
  for (const bundle of bundles(small)) {
    const sent = await Promise.all(
      bundle.map(async (file) => ({ name: nameOf(file), data: await base64Of(file) })),
    );
    const answer = await api(`/api/sources/${encodeURIComponent(slug)}/documents`, {
      method: "POST",
      body: { files: sent },
      response: addedDocumentsSchema,
    });
    whole.added.push(...answer.added);
    whole.replaced.push(...answer.replaced);
    whole.refused.push(...answer.refused);
    whole.documentCount = answer.documentCount;
    done += bundle.length;
    onProgress(done);
  }
  return whole;
}
