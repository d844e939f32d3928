import fc from "fast-check";
import { expect, test } from "vitest";
import { fromLocalInput, toLocalInput } from "#lib/tools/form/local-time.ts";

test("a moment survives the control, whatever the time zone", () => {
  const moments = fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (date) => {
      date.setUTCMilliseconds(0);
      const local = toLocalInput(date.toISOString()) ?? "";
      // An hour that a change of clocks repeats cannot be told apart in the control.
      const isRepeated = Math.abs(new Date(local).getTime() - date.getTime()) > 0;
      fc.pre(!isRepeated);
      expect(new Date(fromLocalInput(local) ?? "").getTime()).toBe(date.getTime());
      expect(fromLocalInput(local)).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/);
    }),
  );
});

test.each(["tomorrow", "2026-05-09", "2026-13-45T10:00:00Z", ""])("%j is no moment", (text) => {
  expect(toLocalInput(text)).toBeUndefined();
});

test.each(["", "nonsense"])("%j in the control is nothing", (text) => {
  expect(fromLocalInput(text)).toBeUndefined();
});
