import "server-only";
import { db } from "#lib/db/client.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { Prisma } from "#prisma/generated/client.ts";

type Used = { readonly toolId: string; readonly daysAgo?: number; readonly outcome?: string };

/** Writes down in the database of a test that a person used a tool. */
export async function makeUse(
  person: Pick<Viewer, "id" | "teamId">,
  { toolId, daysAgo = 1, outcome = "succeeded" }: Used,
): Promise<void> {
  const occurredAt = new Date(Date.now() - daysAgo * 86_400_000);
  await db().usageRecord.create({
    data: {
      id: newId(occurredAt),
      occurredAt,
      kind: "tool",
      channel: "form",
      personId: person.id,
      teamId: person.teamId,
      toolId,
      outcome,
      durationMs: 20,
    },
  });
}

/** Ratings straight into the table, without the guards; for what must be there before the test. */
export async function makeRatings(
  toolId: string,
  ratings: readonly (Partial<Prisma.ToolRatingCreateManyInput> & { personId: string })[],
): Promise<void> {
  await db().toolRating.createMany({
    data: ratings.map((facts) => {
      const ratedAt = facts.ratedAt instanceof Date ? facts.ratedAt : new Date();
      return { id: newId(ratedAt), toolId, major: 1, version: "1.0.0", stars: 4, ratedAt, ...facts };
    }),
  });
}
