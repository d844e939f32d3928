import { expect, test } from "vitest";
import { joinValues } from "#lib/join-values.ts";

test("sentences follow each other, values have commas", () => {
  expect(joinValues(["Look at the port.", "Check the far end."])).toBe(
    "Look at the port. Check the far end.",
  );
  expect(joinValues(["red", "green", 3])).toBe("red, green, 3");
  expect(joinValues(["One sentence here.", "a word"])).toBe("One sentence here., a word");
  expect(joinValues([])).toBe("");
});
