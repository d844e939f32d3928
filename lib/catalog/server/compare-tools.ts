import "server-only";
import type { ToolPage } from "#lib/catalog/schema.ts";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";
import { isAppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";

export type ComparedTools = {
  readonly tools: ToolPage[];
  /** Addresses that lead to nothing that the viewer may find. */
  readonly unknown: string[];
};

/** The pages of several tools in the order of their addresses. */
export async function compareTools(viewer: Viewer, slugs: readonly string[]): Promise<ComparedTools> {
  const pages = await Promise.all(
    slugs.map((slug) =>
      getToolPage(viewer, slug).catch((error: unknown) => {
        if (isAppError(error) && error.code === "not-found") return null;
        throw error;
      }),
    ),
  );
  return {
    tools: pages.flatMap((page) => page ?? []),
    unknown: slugs.filter((_, at) => pages[at] === null),
  };
}
