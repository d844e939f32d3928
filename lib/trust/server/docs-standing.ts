import "server-only";
import type { Viewer } from "#lib/identity/schema.ts";
import { newestVerification } from "#lib/trust/server/docs-verification-repository.ts";
import { requireRatedTool } from "#lib/trust/server/rated-tool.ts";

export type DocsStanding = {
  readonly verified: {
    readonly version: string;
    readonly by: string;
    readonly at: string;
    readonly isSample: boolean;
  } | null;
  readonly mayVerify: boolean;
};

/** Who last read the docs of a tool and found them right, and whether the viewer may say so too. */
export async function docsStanding(viewer: Viewer, slug: string): Promise<DocsStanding> {
  const tool = await requireRatedTool(viewer, { slug });
  const row = await newestVerification(tool.id);
  return {
    verified: row && {
      version: row.version,
      by: row.verifiedBy,
      at: row.verifiedAt.toISOString(),
      isSample: row.source === "sample",
    },
    mayVerify: tool.may.verifyDocs && tool.version !== null,
  };
}
