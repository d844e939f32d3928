import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const imageColumns = {
  name: true,
  mediaType: true,
  size: true,
  sha256: true,
  width: true,
  height: true,
  createdAt: true,
  createdBy: true,
} as const satisfies Prisma.DocsImageSelect;
export type DocsImageRow = Prisma.DocsImageGetPayload<{ select: typeof imageColumns }>;

/** Everything about the images but their bytes, oldest first. */
export async function imagesOf(toolId: string): Promise<DocsImageRow[]> {
  return db().docsImage.findMany({
    where: { toolId },
    orderBy: [{ createdAt: "asc" }, { name: "asc" }],
    select: imageColumns,
  });
}

export async function imageBytes(toolId: string, name: string) {
  return db().docsImage.findUnique({
    where: { toolId_name: { toolId, name } },
    select: { bytes: true, mediaType: true, sha256: true },
  });
}

export async function insertImage(data: Prisma.DocsImageUncheckedCreateInput): Promise<void> {
  await db().docsImage.create({ data, select: { id: true } });
}

/** False when there was none of this name. */
export async function deleteImage(toolId: string, name: string): Promise<boolean> {
  return (await db().docsImage.deleteMany({ where: { toolId, name } })).count === 1;
}
