import { z } from "zod";

/** How many tools a person can follow. */
export const mostFollowed = 500;

export const followSchema = z.object({ isFollowing: z.boolean() });

export const followedToolSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  since: z.iso.datetime(),
});
export type FollowedTool = z.infer<typeof followedToolSchema>;
