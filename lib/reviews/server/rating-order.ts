import "server-only";
import { afterCursor, type Cursor, decodeCursor } from "#lib/db/pagination.ts";
import { invalidInput } from "#lib/errors.ts";
import type { RatingSort } from "#lib/reviews/rating-sorts.ts";
import type { Prisma } from "#prisma/generated/client.ts";

type Order = {
  readonly orderBy: Prisma.ToolRatingOrderByWithRelationInput[];
  after(cursor: string | undefined): Prisma.ToolRatingWhereInput;
  cursorOf(row: { readonly id: string; readonly ratedAt: Date; readonly stars: number }): Cursor;
};

const foreign = () =>
  invalidInput("cursor", "This is not a cursor of this list. Leave it out to start from the first page.");

/** By stars, the newest first among equals; ids begin with their time. */
function byStars(direction: "asc" | "desc"): Order {
  return {
    orderBy: [{ stars: direction }, { id: "desc" }],
    after(cursor) {
      if (cursor === undefined) return {};
      const { value, id } = decodeCursor(cursor);
      if (typeof value !== "number" || !Number.isInteger(value) || value < 1 || value > 5) {
        throw foreign();
      }
      const beyond = direction === "asc" ? { gt: value } : { lt: value };
      return { OR: [{ stars: beyond }, { stars: value, id: { lt: id } }] };
    },
    cursorOf: ({ id, stars }) => ({ value: stars, id }),
  };
}

/** How ratings are ordered and paged, by the name of the order. */
export const ratingOrders: Readonly<Record<RatingSort, Order>> = {
  newest: {
    orderBy: [{ ratedAt: "desc" }, { id: "desc" }],
    after: (cursor) =>
      afterCursor(cursor, "ratedAt", "desc", (value) => {
        if (typeof value !== "string") throw foreign();
        return new Date(value);
      }) ?? {},
    cursorOf: ({ id, ratedAt }) => ({ value: ratedAt.toISOString(), id }),
  },
  lowest: byStars("asc"),
  highest: byStars("desc"),
};
