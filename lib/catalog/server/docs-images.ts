import "server-only";
import { createHash } from "node:crypto";
import type { DocsImage, ImageUpload } from "#lib/catalog/docs/docs-schema.ts";
import { docsImageSchema } from "#lib/catalog/docs/docs-schema.ts";
import { imageName, mostImageBytes, readImage } from "#lib/catalog/docs/image-file.ts";
import { recordDocsEvent } from "#lib/catalog/server/docs-audit-events.ts";
import {
  type DocsImageRow,
  deleteImage,
  imageBytes,
  imagesOf,
  insertImage,
} from "#lib/catalog/server/docs-image-repository.ts";
import { requireEditableTool } from "#lib/catalog/server/require-editable-tool.ts";
import { requireFoundTool } from "#lib/catalog/server/require-found-tool.ts";
import { currentSource, now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { violatedUnique } from "#lib/db/unique-violation.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError, invalidInput, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";

const mostImages = 500;

export function toImage({ createdAt, ...row }: DocsImageRow): DocsImage {
  return docsImageSchema.parse({ ...row, createdAt: createdAt.toISOString() });
}

/** The images of a tool's docs, oldest first, for somebody who may find the tool. */
export async function listDocsImages(viewer: Viewer, slug: string): Promise<DocsImage[]> {
  const tool = await requireFoundTool(viewer, slug);
  return (await imagesOf(tool.id)).map(toImage);
}

/** One image as it was uploaded. Its bytes never change under a name. */
export async function docsImage(viewer: Viewer, slug: string, name: string) {
  const tool = await requireFoundTool(viewer, slug);
  const image = await imageBytes(tool.id, name);
  if (!image) throw notFound("The image");
  return image;
}

/** Takes an image into a tool's docs. The same file a second time is the image that is there already. */
export async function addDocsImage(viewer: Viewer, slug: string, upload: ImageUpload): Promise<DocsImage> {
  const tool = await requireEditableTool(viewer, slug);
  const bytes = Buffer.from(upload.data, "base64");
  if (bytes.length > mostImageBytes) throw invalidInput("data", "An image holds at most 2 MB.");
  const facts = readImage(bytes);
  if (!facts) throw invalidInput("data", "This is no PNG, JPEG, WebP or GIF. Other kinds are not taken.");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const existing = await imagesOf(tool.id);
  const same = existing.find((image) => image.sha256 === sha256);
  if (same) return toImage(same);
  if (existing.length >= mostImages) {
    throw new AppError("conflict", `The docs of a tool hold at most ${mostImages} images.`, {
      mend: "Remove images that no page shows any more.",
    });
  }
  const createdAt = now();
  const row = {
    name: imageName(upload.name, facts.mediaType, new Set(existing.map(({ name }) => name))),
    ...facts,
    size: bytes.length,
    sha256,
    createdAt,
    createdBy: viewer.name,
  };
  try {
    await transaction(async () => {
      const own = { id: newId(createdAt), toolId: tool.id, createdById: viewer.id, source: currentSource() };
      await insertImage({ ...row, ...own, bytes });
      const { name, mediaType, size } = row;
      await recordDocsEvent(viewer, "docs.image-added", tool, { details: { name, mediaType, size, sha256 } });
    });
  } catch (error) {
    if (!violatedUnique(error)) throw error;
    throw new AppError("conflict", "Somebody else added an image of this name at the same moment.", {
      mend: "Add it again.",
      cause: error,
    });
  }
  return toImage(row);
}

/** Takes an image out of the docs, older versions included. */
export async function removeDocsImage(viewer: Viewer, slug: string, name: string): Promise<void> {
  const tool = await requireEditableTool(viewer, slug);
  await transaction(async () => {
    const image = (await imagesOf(tool.id)).find((one) => one.name === name);
    if (!image || !(await deleteImage(tool.id, name))) throw notFound("The image");
    const { sha256, size } = image;
    await recordDocsEvent(viewer, "docs.image-removed", tool, { details: { name, size, sha256 } });
  });
}
