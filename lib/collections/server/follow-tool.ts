import "server-only";
import { requireFoundTool } from "#lib/catalog/server/require-found-tool.ts";
import { currentSource, now } from "#lib/clock.ts";
import { mostFollowed } from "#lib/collections/following.ts";
import { recordFollow } from "#lib/collections/server/audit-events.ts";
import {
  countFollowsOf,
  deleteFollow,
  followBySlug,
  insertFollow,
} from "#lib/collections/server/follow-repository.ts";
import { transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";

/** Follows a tool that the viewer may find, so that they hear of its releases; following twice changes nothing. */
export async function followTool(viewer: Viewer, slug: string): Promise<void> {
  const tool = await requireFoundTool(viewer, slug);
  await transaction(async () => {
    const isNew = await insertFollow(tool.id, viewer.id, now(), currentSource());
    if (!isNew) return;
    if ((await countFollowsOf(viewer.id)) > mostFollowed) {
      throw new AppError("conflict", `You follow ${mostFollowed} tools, and there is no room for more.`, {
        mend: "Stop following some that you no longer need.",
      });
    }
    await recordFollow(viewer, "tool.followed", tool);
  });
}

/** Stops following, also what the viewer may not find any more. */
export async function unfollowTool(viewer: Viewer, slug: string): Promise<void> {
  const followed = await followBySlug(viewer.id, slug);
  if (!followed) {
    await requireFoundTool(viewer, slug);
    return;
  }
  await transaction(async () => {
    if (await deleteFollow(followed.id, viewer.id)) await recordFollow(viewer, "tool.unfollowed", followed);
  });
}
