import { describe, expect, test } from "vitest";
import { people } from "#demo/company/organisation.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { ratingQuerySchema } from "#lib/reviews/schema.ts";
import { listRatings } from "#lib/reviews/server/list-ratings.ts";
import { ratingFacts } from "#lib/reviews/server/rating-facts.ts";
import { seededCompany } from "./testing/seeded-company.ts";

testDatabase();
const company = seededCompany();
const emailOf = (id: string) => people.find((person) => person.id === id)?.email ?? id;
const reviewsFor = async (person: string, slug: string) =>
  listRatings(
    await company.viewer(emailOf(person)),
    slug,
    ratingQuerySchema.parse({ skip: "1", limit: 100 }),
  );

describe("ratings of the company", () => {
  test("are by people who had used the tool in the 90 days before", async () => {
    const [counts] = await db().$queryRaw<{ all: number; used: number; late: number }[]>`
      SELECT count(*)::int AS all,
        count(*) FILTER (WHERE EXISTS (SELECT 1 FROM usage_record use WHERE use.person_id = rating.person_id
          AND use.tool_id = rating.tool_id AND use.outcome <> 'refused' AND use.occurred_at <= rated_at
          AND use.occurred_at >= rated_at - interval '90 days'))::int AS used,
        count(*) FILTER (WHERE greatest(rated_at, changed_at, replied_at) > now() OR source <> 'sample')::int AS late
      FROM tool_rating rating`;
    expect(counts).toEqual({
      all: company.report.counts.ratings,
      used: company.report.counts.ratings,
      late: 0,
    });
    expect(counts?.all).toBeGreaterThan(80);
  });

  test("a review led to Ticket Desk 2.3, and its author changed it then", async () => {
    const { items } = await reviewsFor("ruth-calloway", "ticket-desk");
    const kofi = items.find(({ author }) => author === "Kofi Asante");
    expect(kofi).toMatchObject({ stars: 5, version: "2.3.0", reply: { by: "Hugo Lancaster" } });
    const [given, changed] = await db().auditEvent.findMany({
      where: { type: { startsWith: "rating." }, actorName: "Kofi Asante", targetName: "Ticket Desk" },
      orderBy: { id: "asc" },
    });
    expect(given).toMatchObject({ changes: { before: null, after: { stars: 2, version: "2.2.0" } } });
    expect(changed?.changes).toMatchObject({
      after: ratingFacts({ stars: 5, text: kofi?.text ?? "", version: "2.3.0" }),
    });
  });

  test("the much-used tool has an average, and exclusions of several kinds", async () => {
    const { summary, excluded, items } = await reviewsFor("oliver-finch", "ticket-desk");
    expect(items).toHaveLength(24);
    expect(summary).toMatchObject({ state: "shown", counted: 19 });
    expect(excluded).toEqual([
      { reason: "own-team", count: 2 },
      { reason: "team-share", count: 3 },
    ]);
    const claims = await reviewsFor("amelia-hart", "expense-service");
    expect(claims.excluded).toEqual([{ reason: "former-colleague", count: 1 }]);
    expect(claims.items.filter(({ author }) => author === null)).toHaveLength(1);
  });
});
