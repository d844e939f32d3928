import { expect, test } from "vitest";
import { changeSourceSchema, whyInUse } from "#lib/knowledge/manage-source.ts";

test.each([
  [[], 0, null],
  [["Leave rules"], 0, "Leave rules answers from it."],
  [["Leave rules", "Travel guide"], 0, "Leave rules and Travel guide answer from it."],
  [["Leave rules"], 2, "Leave rules and 2 more answer from it."],
  [[], 1, "A tool that you cannot see answers from it."],
  [[], 3, "3 tools that you cannot see answer from it."],
])("%j and %i hidden: %s", (names, hidden, said) => {
  expect(whyInUse({ names, hidden })).toBe(said);
});

test("a name is needed, and nothing else may be changed", () => {
  expect(changeSourceSchema.safeParse({ name: " ", description: "" }).success).toBe(false);
  expect(changeSourceSchema.safeParse({ name: "Rules", description: "", dataClass: "public" }).success).toBe(
    false,
  );
});
