import "server-only";
import { readTarget } from "#lib/catalog/docs/link-target.ts";
import { docsLinks } from "#lib/catalog/docs/links.ts";
import { addDocsImage, docsImage } from "#lib/catalog/server/docs-images.ts";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";
import { standardSettings } from "#lib/catalog/tool-settings.ts";
import { isAppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { DraftContent } from "#lib/publishing/draft-content.ts";
import { createTool } from "#lib/publishing/server/create-tool.ts";
import { publishedContent, requireDraftTool, storedDraft } from "#lib/publishing/server/tool-draft.ts";
import { type ClonedTool, type CloneToolInput, clonedToolSchema } from "#lib/publishing/start-from/clone.ts";

const mostImages = 100;

/** What may be taken over: all of a tool that one may edit, of others only what stands on the page. */
async function contentToClone(viewer: Viewer, slug: string) {
  const page = await getToolPage(viewer, slug);
  if (!page.canEdit) {
    const content: DraftContent = { words: page.words, settings: standardSettings, operations: [] };
    return { kind: page.kind, copied: "words" as const, content };
  }
  const tool = await requireDraftTool(viewer, slug);
  const { words, settings, operations } =
    (tool.published ? null : await storedDraft(tool))?.content ?? (await publishedContent(tool));
  // Who may see and embed it is decided anew.
  const content: DraftContent = {
    words,
    settings: { ...settings, audience: "only-me", embedOrigins: [] },
    operations,
  };
  return { kind: page.kind, copied: "all" as const, content };
}

function imagesIn(docs: string): string[] {
  const names = docsLinks(docs).flatMap(({ target }) => {
    const place = readTarget(target);
    return place.kind === "image" ? [place.name] : [];
  });
  return [...new Set(names)];
}

async function copyImage(viewer: Viewer, from: string, to: string, name: string): Promise<boolean> {
  try {
    const { bytes } = await docsImage(viewer, from, name);
    const copy = await addDocsImage(viewer, to, { name, data: Buffer.from(bytes).toString("base64") });
    return copy.name === name;
  } catch (error) {
    if (isAppError(error)) return false;
    throw error;
  }
}

/**
 * Begins a new tool with what another one is: a draft of the person who asks, for them alone, without secrets and
 * without those who answer for the original. How a tool works is taken over only by those who may edit it.
 */
export async function cloneTool(viewer: Viewer, slug: string, input: CloneToolInput): Promise<ClonedTool> {
  const { kind, copied, content } = await contentToClone(viewer, slug);
  const created = await createTool(viewer, { ...input, kind }, content);
  const images = imagesIn(content.words.docs);
  let kept = 0;
  for (const name of images.slice(0, mostImages))
    if (await copyImage(viewer, slug, created.slug, name)) kept += 1;
  return clonedToolSchema.parse({ ...created, copied, missingImages: images.length - kept });
}
