import "server-only";
import { notifyPeople } from "#lib/notifications/server/notify-people.ts";
import type { FinishedContent } from "#lib/publishing/server/content-checks.ts";
import { followersOfTool } from "#lib/publishing/server/repository.ts";

type ReleaseNews = {
  readonly versionId: string;
  readonly version: string;
  readonly content: FinishedContent;
  /** Who published it knows. */
  readonly exceptId: string;
};

/** Tells followers of a new version, inside the transaction of the release. */
export async function tellOfRelease(
  tool: { readonly id: string; readonly slug: string },
  { versionId, version, content, exceptId }: ReleaseNews,
): Promise<void> {
  const followers = await followersOfTool(tool.id);
  await notifyPeople(
    followers.filter((id) => id !== exceptId),
    {
      kind: "release-published",
      toolId: tool.id,
      title: `${content.words.name} ${version} is there`,
      body: "",
      href: `/catalog/${tool.slug}?tab=versions`,
      key: `version/${versionId}`,
    },
  );
}
