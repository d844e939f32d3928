import "server-only";
import type { OperationContent } from "#lib/catalog/operation.ts";
import { contentOfVersion, unsafeEntry } from "#lib/catalog/server/repository.ts";
import { contentOf } from "#lib/catalog/server/tool-content.ts";

/** What a tool serves now, as its owner keeps it. */
export type ServedTool = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly domainId: string;
  readonly lifecycle: string;
  /** Owner and deputy, as far as they are active. */
  readonly answerableIds: readonly string[];
  /** Empty before the first release. */
  readonly operations: readonly OperationContent[];
};

/** Reads past any rule: only for work on behalf of the portal itself, never for an answer to a person. */
export async function unsafeServedTool(toolId: string): Promise<ServedTool | null> {
  const entry = await unsafeEntry({ id: toolId });
  if (!entry) return null;
  const { id, slug, name, lifecycle, ownership, currentVersion } = entry;
  const rows = currentVersion ? await contentOfVersion(currentVersion.id) : [];
  return {
    id,
    slug,
    name,
    lifecycle,
    domainId: entry.domain.id,
    answerableIds: [ownership?.owner, ownership?.deputy].flatMap((person) =>
      person?.isActive ? person.id : [],
    ),
    operations: rows.map(contentOf),
  };
}
