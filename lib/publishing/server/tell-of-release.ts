import "server-only";
import { followersOf } from "#lib/collections/server/followers.ts";
import { notifyPeople } from "#lib/notifications/server/notify-people.ts";
import type { FinishedContent } from "#lib/publishing/server/content-checks.ts";

type ReleaseNews = {
  readonly versionId: string;
  readonly version: string;
  readonly notes: string;
  readonly content: FinishedContent;
  /** Who published it knows. */
  readonly exceptId: string;
};

/** Tells followers of a new version, inside the transaction of the release. */
export async function tellOfRelease(
  tool: { readonly id: string; readonly slug: string },
  { versionId, version, notes, content, exceptId }: ReleaseNews,
): Promise<void> {
  const followers = await followersOf(tool.id);
  await notifyPeople(followers, {
    kind: "release-published",
    toolId: tool.id,
    title: `${content.words.name} ${version} is there`,
    body: notes,
    href: `/catalog/${tool.slug}?tab=versions`,
    key: `version/${versionId}`,
    exceptId,
  });
}
