import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draftSettingsSchema } from "#lib/publishing/draft-content.ts";
import { canKeepBoth, keepBoth } from "#lib/publishing/keep-both.ts";
import { wordsFields } from "#lib/publishing/schema.ts";

describe("both versions of a part that two people changed", () => {
  test("stand below each other, what was saved first above", () => {
    expect(keepBoth("Of the first.", "Of the second.")).toBe("Of the first.\n\nOf the second.");
    expect(keepBoth(["a", "b"], ["b", "c"])).toEqual(["a", "b", "c"]);
    expect(keepBoth([{ request: "a", answer: "1" }], [{ answer: "1", request: "a" }])).toHaveLength(1);
  });

  test("are one when one of them holds the other", () => {
    expect(keepBoth("Answers. And more.", "Answers.")).toBe("Answers. And more.");
    expect(keepBoth("Answers.", "Answers. And more.")).toBe("Answers. And more.");
    expect(keepBoth("", "Answers.")).toBe("Answers.");
  });

  test("lose no text and no entry of either", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (theirs, mine) => {
        const both = keepBoth(theirs, mine);
        expect(both).toContain(theirs.trim());
        expect(both).toContain(mine.trim());
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (theirs, mine) => {
        expect(keepBoth(theirs, mine)).toEqual(expect.arrayContaining([...theirs, ...mine]));
      }),
    );
  });

  test("are offered where two fit, and nowhere else", () => {
    const offered = wordsFields.filter((field) => canKeepBoth(field, "a", "b"));
    expect(offered).toEqual(wordsFields.filter((field) => field !== "name"));
    const settings = Object.keys(draftSettingsSchema.shape);
    expect(settings.filter((field) => canKeepBoth(field, ["a"], ["b"]))).toEqual(["embedOrigins"]);
    for (const path of ["title", "name", "inputSchema", "binding.steps", "binding.limits", ""])
      expect(canKeepBoth(path, "a", "b")).toBe(false);
    expect(canKeepBoth("binding.message", undefined, "b")).toBe(false);
    expect(canKeepBoth("description", "a", 7)).toBe(false);
  });
});
