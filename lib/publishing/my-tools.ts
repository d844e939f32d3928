import { z } from "zod";
import { concernSchema } from "#lib/catalog/concerns.ts";
import { toolCardSchema } from "#lib/catalog/schema.ts";
import { dailyUseSchema } from "#lib/telemetry/schema.ts";

/** How somebody comes to answer for a tool. */
export const tieSchema = z.enum(["owner", "deputy", "maker", "team"]);
export type Tie = z.infer<typeof tieSchema>;

/** What a tool wants of those who answer for it. */
export const deskFactsSchema = z.object({
  card: toolCardSchema,
  concerns: z.array(concernSchema),
  openQuestions: z.number().int(),
  /** Operations that are not called until a changed contract was read. */
  suspended: z.number().int(),
  /** Remarks of the last 90 days that docs did not help. */
  unhelpful: z.number().int(),
  /** Reviews of three stars and less, of the last 90 days, without a reply. */
  unanswered: z.number().int(),
  followers: z.number().int(),
  /** The newest release that was handed in, as long as it waits or came back. */
  request: z
    .object({ id: z.uuid(), version: z.string(), status: z.enum(["in-review", "returned"]) })
    .nullable(),
  draft: z.object({ updatedAt: z.iso.datetime(), updatedBy: z.string() }).nullable(),
});
export type DeskFacts = z.infer<typeof deskFactsSchema>;

/** A tool on the desk of somebody who answers for it. */
export const deskToolSchema = deskFactsSchema.extend({ tie: tieSchema, daily: dailyUseSchema });
export type DeskTool = z.infer<typeof deskToolSchema>;

type People = {
  readonly owner: { readonly id: string } | null;
  readonly deputy: { readonly id: string } | null;
  readonly makerId: string | null;
  readonly teamId: string | null;
};

/** What ties a person to a tool, the strongest first; null for everybody else's tool. */
export function tieOf(
  person: { readonly id: string; readonly teamId: string | null },
  { owner, deputy, makerId, teamId }: People,
): Tie | null {
  if (owner?.id === person.id) return "owner";
  if (deputy?.id === person.id) return "deputy";
  if (makerId === person.id) return "maker";
  return person.teamId !== null && person.teamId === teamId ? "team" : null;
}

/** Where a draft is gone on with: what a new tool does comes before its words. */
export function draftHref({
  slug,
  version,
}: {
  readonly slug: string;
  readonly version: string | null;
}): string {
  return `/owner/${slug}/${version === null ? "operations" : "edit"}`;
}
