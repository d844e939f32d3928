import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterCursor, decodeCursor, encodeCursor, toPage } from "#lib/db/pagination.ts";
import { newId } from "#lib/db/uuid.ts";

describe("cursors", () => {
  it("come back as they went", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null)),
        fc.uuid({ version: 7 }),
        (value, id) => {
          expect(decodeCursor(encodeCursor({ value, id }))).toEqual({
            value: Object.is(value, -0) ? 0 : value,
            id,
          });
        },
      ),
    );
  });

  it.each([
    "",
    "nonsense",
    Buffer.from('["a"]').toString("base64url"),
    Buffer.from('["a","b"]').toString("base64url"),
  ])("that are not ours are refused: %j", (text) => {
    expect(() => decodeCursor(text)).toThrow("not a cursor of this list");
  });

  it("become a where clause for the rows beyond", () => {
    const id = newId();
    expect(afterCursor(undefined, "name", "asc")).toBeUndefined();
    expect(afterCursor(encodeCursor({ value: "b", id }), "name", "desc")).toEqual({
      OR: [{ name: { lt: "b" } }, { name: "b", id: { lt: id } }],
    });
    const wrongType = encodeCursor({ value: "no date", id });
    expect(() => afterCursor(wrongType, "at", "asc", (value) => new Date(String(value)))).toThrow(
      "not a cursor",
    );
  });
});

describe("toPage", () => {
  const rows = Array.from({ length: 5 }, (_, value) => ({ id: newId(), value }));

  it("gives a cursor only when there is more", () => {
    const page = toPage(rows.slice(0, 3), 2, (row) => row);
    expect(page.items).toEqual(rows.slice(0, 2));
    expect(decodeCursor(page.nextCursor ?? "")).toEqual({ value: 1, id: rows[1]?.id });
    expect(toPage(rows, 5, (row) => row).nextCursor).toBeUndefined();
    expect(toPage([], 5, (row: { id: string; value: number }) => row)).toEqual({
      items: [],
      nextCursor: undefined,
    });
  });
});
