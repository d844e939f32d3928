import "server-only";
import { type DocsImage, imageUploadSchema } from "#lib/catalog/docs/docs-schema.ts";
import { mostImageBytes, readImage } from "#lib/catalog/docs/image-file.ts";
import { addDocsImage } from "#lib/catalog/server/docs-images.ts";
import { AppError, isAppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { buildDocs } from "#lib/publishing/docs-import/build-docs.ts";
import {
  type ImportedDocs,
  type ImportProblem,
  importedDocsSchema,
} from "#lib/publishing/docs-import/imported-docs.ts";
import { importLimits } from "#lib/publishing/docs-import/limits.ts";
import {
  commonFolder,
  isImagePath,
  isLeftover,
  isMarkdownPath,
} from "#lib/publishing/docs-import/order-files.ts";
import { requireDraftTool } from "#lib/publishing/server/tool-draft.ts";

/** A file as it was sent or lies in an archive, with a path that stays within its folder. */
export type SentFile = { readonly path: string; readonly size: number; readonly read: () => Uint8Array };

const mostToldSkipped = 20;

type Sorted = {
  readonly pages: { readonly path: string; readonly text: string }[];
  readonly images: Map<string, SentFile>;
  readonly problems: ImportProblem[];
};

function textOf(file: SentFile): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file.read()).replaceAll("\0", "");
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function sorted(files: readonly SentFile[]): Sorted {
  const kept = files.filter(({ path }) => !isLeftover(path));
  const folder = commonFolder(kept.map(({ path }) => path));
  const result: Sorted = { pages: [], images: new Map(), problems: [] };
  const skipped: string[] = [];
  for (const file of kept) {
    const path = file.path.slice(folder.length);
    const tell = (message: string) => result.problems.push({ path, line: null, message });
    if (isImagePath(path)) result.images.set(path, file);
    else if (!isMarkdownPath(path)) skipped.push(path);
    else if (file.size > importLimits.page) tell("A page holds at most 512 KB.");
    else {
      const text = textOf(file);
      if (text === null) tell("This is not text in UTF-8.");
      else result.pages.push({ path, text: text.toWellFormed() });
    }
  }
  for (const path of skipped.slice(0, mostToldSkipped))
    result.problems.push({
      path,
      line: null,
      message: "Not taken: docs are Markdown with PNG, JPEG, WebP or GIF.",
    });
  if (skipped.length > mostToldSkipped) {
    const more = `${skipped.length - mostToldSkipped} more files are not taken.`;
    result.problems.push({ path: "", line: null, message: more });
  }
  return result;
}

/** Stores an image with the tool; null with a told problem when it cannot be one. */
async function store(
  viewer: Viewer,
  slug: string,
  path: string,
  file: SentFile,
  problems: ImportProblem[],
): Promise<DocsImage | null> {
  const tell = (message: string) => {
    problems.push({ path, line: null, message });
    return null;
  };
  if (file.size > mostImageBytes) return tell("An image holds at most 2 MB.");
  const bytes = Buffer.from(file.read());
  if (!readImage(bytes)) return tell("This is no PNG, JPEG, WebP or GIF, whatever its name says.");
  const name = path.slice(path.lastIndexOf("/") + 1).slice(-200);
  try {
    return await addDocsImage(
      viewer,
      slug,
      imageUploadSchema.parse({ name, data: bytes.toString("base64") }),
    );
  } catch (error) {
    if (isAppError(error)) return tell(error.message);
    throw error;
  }
}

/**
 * Docs out of a folder of Markdown and images. The images that pages show are stored with the tool; the text is only
 * answered, and the draft stays as it is until the person takes it over.
 */
export async function importDocs(
  viewer: Viewer,
  slug: string,
  files: readonly SentFile[],
): Promise<ImportedDocs> {
  const tool = await requireDraftTool(viewer, slug);
  const { pages, images, problems } = sorted(files);
  if (pages.length === 0) {
    throw new AppError("invalid-input", "There is no Markdown file that can be read.", {
      mend: "Choose a folder or an archive with files that end in .md.",
      fields: problems.slice(0, 50).map(({ path, message }) => ({ path, message })),
    });
  }
  const { images: shown } = buildDocs(pages, (path) => (images.has(path) ? "image" : undefined));
  const stored = new Map<string, DocsImage>();
  for (const path of shown.slice(0, importLimits.images)) {
    const file = images.get(path);
    const image = file && (await store(viewer, tool.slug, path, file, problems));
    if (image) stored.set(path, image);
  }
  if (shown.length > importLimits.images) {
    const message = `Only the first ${importLimits.images} images are taken.`;
    problems.push({ path: "", line: null, message });
  }
  const built = buildDocs(pages, (path) => stored.get(path)?.name);
  if (built.docs.length > importLimits.docs) {
    throw new AppError(
      "too-large",
      `The docs would hold ${built.docs.length.toLocaleString("en-GB")} characters; at most 1,000,000 fit.`,
      { mend: "Leave some files out, or split the docs between tools." },
    );
  }
  return importedDocsSchema.parse({
    docs: built.docs,
    pages: built.pages,
    images: [...new Map([...stored.values()].map((image) => [image.name, image])).values()],
    problems: [...problems, ...built.problems],
  });
}
