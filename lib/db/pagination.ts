import "server-only";
import { z } from "zod";
import { invalidInput } from "#lib/errors.ts";

/** Where a page ended: the sort value of its last row, and its id for rows of the same value. */
export type Cursor = { readonly value: string | number | null; readonly id: string };

export type Page<Item> = { readonly items: Item[]; readonly nextCursor: string | undefined };

const cursorSchema = z.tuple([z.union([z.string(), z.number(), z.null()]), z.uuid()]);

/** A cursor as opaque text for addresses and answers. */
export function encodeCursor({ value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([value, id])).toString("base64url");
}

/** Reads a cursor that a client sent back; throws an AppError that names the field when it is none of ours. */
export function decodeCursor(text: string): Cursor {
  try {
    const [value, id] = cursorSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return { value, id };
  } catch {
    throw invalidInput(
      "cursor",
      "This is not a cursor of this list. Leave it out to start from the first page.",
    );
  }
}

/** Query parameters of a paged list; `limit` is 1 to 200, 50 unless told. */
export const pageQuerySchema = z.object({
  cursor: z.string().max(1024).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export type PageQuery = { readonly cursor?: string | undefined; readonly limit: number };

/**
 * Cuts a page out of rows of which one more than `limit` was read.
 * `cursorOf` tells the sort value and id of a row, in the order in which the rows were read.
 */
export function toPage<Item>(
  rows: readonly Item[],
  limit: number,
  cursorOf: (row: Item) => Cursor,
): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : undefined,
  };
}

type Order = "asc" | "desc";
type Comparison = Record<string, unknown>;

/**
 * The Prisma `where` for the rows after a cursor in the order (`field`, `id`), both in the same direction.
 * `read` turns the cursor's value into the column's type, such as `(value) => new Date(String(value))`.
 * @returns undefined for the first page.
 */
export function afterCursor(
  cursor: string | undefined,
  field: string,
  order: Order,
  read: (value: Cursor["value"]) => unknown = (value) => value,
): { OR: Comparison[] } | undefined {
  if (cursor === undefined) return undefined;
  const { value, id } = decodeCursor(cursor);
  const beyond = order === "asc" ? "gt" : "lt";
  const sortValue = read(value);
  if (sortValue instanceof Date && Number.isNaN(sortValue.getTime())) {
    throw invalidInput(
      "cursor",
      "This is not a cursor of this list. Leave it out to start from the first page.",
    );
  }
  return { OR: [{ [field]: { [beyond]: sortValue } }, { [field]: sortValue, id: { [beyond]: id } }] };
}
