import fc from "fast-check";
import { validate, version } from "uuid";
import { describe, expect, it } from "vitest";
import { lowerBound, newId, timeOf, upperBound } from "#lib/db/uuid.ts";

describe("uuid v7", () => {
  it("lies between the bounds of its moment", () => {
    const before = lowerBound(new Date());
    const id = newId();
    expect(version(id)).toBe(7);
    expect(before <= id && id <= upperBound(new Date())).toBe(true);
  });

  it("of one moment sorts as it was made", () => {
    const moment = new Date();
    const ids = Array.from({ length: 2000 }, () => newId(moment));
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(timeOf(ids.at(-1) ?? "")).toEqual(moment);
  });

  it("sorts as time does, and tells its time", () => {
    const moment = fc.date({ min: new Date(0), max: new Date("9999-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        expect(validate(lowerBound(a)) && validate(upperBound(a))).toBe(true);
        expect(timeOf(lowerBound(a))).toEqual(a);
        expect(lowerBound(a) < lowerBound(b)).toBe(a < b);
        expect(upperBound(a) < lowerBound(b)).toBe(a < b);
      }),
    );
  });
});
