import { AppError, invalidInput } from "#lib/errors.ts";
import { importLimits } from "#lib/publishing/docs-import/limits.ts";
import { plainPath } from "#lib/publishing/docs-import/order-files.ts";
import type { SentFile } from "#lib/publishing/server/import-docs.ts";
import { readZip } from "#lib/publishing/server/read-zip.ts";

const tooLarge = () =>
  new AppError("too-large", "The files are larger than 25 MB together.", {
    mend: "Leave out what is no docs, or make the images smaller.",
  });

async function bytesOf(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > importLimits.upload) throw tooLarge();
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > importLimits.upload) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

async function formOf(request: Request): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  try {
    return await new Response(await bytesOf(request), { headers: { "content-type": type } }).formData();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("bad-request", "The request holds no files that can be read.", {
      cause,
      mend: "Send multipart/form-data with one “archive”, or with a “path” before each “file”.",
    });
  }
}

/** The files of a request: those of one archive, or those that were sent one by one with their paths. */
export async function readUpload(request: Request): Promise<readonly SentFile[]> {
  const form = await formOf(request);
  const archive = form.get("archive");
  if (archive instanceof File) return readZip(new Uint8Array(await archive.arrayBuffer()));
  const files = form.getAll("file").filter((value) => value instanceof File);
  const paths = form.getAll("path").filter((value) => typeof value === "string");
  if (files.length === 0 || files.length !== paths.length)
    throw invalidInput("file", "Send one “archive”, or a “path” for each “file”.");
  if (files.length > importLimits.entries)
    throw invalidInput(
      "file",
      `A folder holds at most ${importLimits.entries.toLocaleString("en-GB")} files.`,
    );
  return Promise.all(
    files.map(async (file, at) => {
      const path = plainPath(paths[at] ?? "");
      if (path === null) throw invalidInput("path", `“${paths[at]}” points out of the folder.`);
      const bytes = new Uint8Array(await file.arrayBuffer());
      return { path, size: bytes.length, read: () => bytes };
    }),
  );
}
