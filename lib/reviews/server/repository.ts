import "server-only";
import { db } from "#lib/db/client.ts";
import { lowerBound } from "#lib/db/uuid.ts";
import { env } from "#lib/env.ts";
import type { ToolClause } from "#lib/policy/visible-tools.ts";
import type { RatingRow } from "#lib/reviews/counted-ratings.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export const toolColumns = {
  id: true,
  slug: true,
  name: true,
  kind: true,
  audience: true,
  lifecycle: true,
  dataClass: true,
  domainId: true,
  createdById: true,
  blockedAt: true,
  blockedReason: true,
  domain: { select: { leadId: true } },
  ownership: { select: { teamId: true, ownerId: true, deputyId: true } },
  currentVersion: { select: { version: true } },
} as const satisfies Prisma.ToolSelect;
export type ToolRow = Prisma.ToolGetPayload<{ select: typeof toolColumns }>;

export async function toolBySlug(slug: string, clause: ToolClause): Promise<ToolRow | null> {
  return db().tool.findFirst({ where: { AND: [{ slug }, clause] }, select: toolColumns });
}

/** Whether a person has used a tool since a moment. A refused call is none; sample use counts in demo mode only. */
export async function hasUsed(personId: string, toolId: string, since: Date): Promise<boolean> {
  const row = await db().usageRecord.findFirst({
    where: {
      id: { gte: lowerBound(since) },
      personId,
      toolId,
      kind: "tool",
      occurredAt: { gte: since },
      outcome: { not: "refused" },
      channel: { not: "playground" },
      ...(env().isDemo ? {} : { source: "live" }),
    },
    select: { id: true },
  });
  return row !== null;
}

type Packed = [
  id: string,
  personId: string,
  teamId: string | null,
  teamNowId: string | null,
  major: number,
  stars: number,
  ratedAt: number,
  changedAt: number | null,
  withdrawnAt: number | null,
  isActivePerson: boolean,
];

const dateOf = (milliseconds: number | null) => (milliseconds === null ? null : new Date(milliseconds));

/**
 * Every rating of a tool, withdrawn ones included, with what decides whether it counts. One value for all: thousands
 * of rows with their people take ten times as long one by one.
 */
export async function ratingRows(toolId: string): Promise<RatingRow[]> {
  const [answer] = await db().$queryRaw<{ rows: Packed[] }[]>`
    SELECT coalesce(json_agg(json_build_array(rating.id, person_id, rating.team_id, person.team_id, major, stars,
      extract(epoch FROM rated_at) * 1000, extract(epoch FROM changed_at) * 1000,
      extract(epoch FROM withdrawn_at) * 1000, person.is_active)), '[]') AS rows
    FROM tool_rating rating JOIN person ON person.id = person_id
    WHERE tool_id = ${toolId}::uuid`;
  return (answer?.rows ?? []).map(
    ([id, personId, teamId, teamNowId, major, stars, ratedAt, changedAt, withdrawnAt, isActivePerson]) => ({
      id,
      personId,
      teamId,
      teamNowId,
      major,
      stars,
      ratedAt: new Date(ratedAt),
      changedAt: dateOf(changedAt),
      withdrawnAt: dateOf(withdrawnAt),
      isActivePerson,
    }),
  );
}

export const shownColumns = {
  id: true,
  personId: true,
  stars: true,
  text: true,
  version: true,
  ratedAt: true,
  changedAt: true,
  reply: true,
  repliedAt: true,
  repliedById: true,
  source: true,
  person: { select: { name: true, isActive: true, team: { select: { name: true } } } },
} as const satisfies Prisma.ToolRatingSelect;
export type ShownRow = Prisma.ToolRatingGetPayload<{ select: typeof shownColumns }>;

export async function shownRatings(
  where: Prisma.ToolRatingWhereInput,
  orderBy: Prisma.ToolRatingOrderByWithRelationInput[],
  take: number,
): Promise<ShownRow[]> {
  return db().toolRating.findMany({ where, orderBy, take, select: shownColumns });
}

/** Names of people with whether they are still here. */
export async function repliers(ids: readonly string[]) {
  return db().person.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, isActive: true },
  });
}

const ownColumns = {
  id: true,
  stars: true,
  text: true,
  version: true,
  ratedAt: true,
  withdrawnAt: true,
} as const satisfies Prisma.ToolRatingSelect;
export type OwnRow = Prisma.ToolRatingGetPayload<{ select: typeof ownColumns }>;

type Place = { readonly toolId: string; readonly personId: string; readonly major: number };

export async function ownRating(place: Place): Promise<OwnRow | null> {
  return db().toolRating.findUnique({ where: { toolId_personId_major: place }, select: ownColumns });
}

/** The same, held until the transaction ends, so that what is read is what is changed. */
export async function lockOwnRating(place: Place): Promise<OwnRow | null> {
  await db().$queryRaw`
    SELECT id FROM tool_rating WHERE tool_id = ${place.toolId}::uuid AND person_id = ${place.personId}::uuid
      AND major = ${place.major} FOR UPDATE`;
  return ownRating(place);
}

/** False when the person has a rating of this major version already, from a click before. */
export async function insertRating(data: Prisma.ToolRatingCreateManyInput): Promise<boolean> {
  return (await db().toolRating.createMany({ data: [data], skipDuplicates: true })).count === 1;
}

export async function updateRating(id: string, data: Prisma.ToolRatingUncheckedUpdateInput): Promise<void> {
  await db().toolRating.update({ where: { id }, data, select: { id: true } });
}

export async function repliableRating(toolId: string, id: string) {
  return db().toolRating.findFirst({
    where: { id, toolId, withdrawnAt: null },
    select: {
      id: true,
      personId: true,
      reply: true,
      repliedAt: true,
      person: { select: { name: true, isActive: true } },
    },
  });
}

/** Writes a reply only in place of the one that its writer saw. */
export async function setReply(
  id: string,
  replaces: Date | null,
  data: { readonly reply: string; readonly repliedAt: Date; readonly repliedById: string },
): Promise<boolean> {
  const { count } = await db().toolRating.updateMany({
    where: { id, repliedAt: replaces, withdrawnAt: null },
    data,
  });
  return count === 1;
}
