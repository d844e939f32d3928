import fc from "fast-check";
import { expect, it } from "vitest";
import { continuation } from "#lib/runs/continuation.ts";

function joined(before: string, deltas: readonly string[]): string {
  const { take, rest } = continuation(before);
  return before + deltas.map(take).join("") + rest();
}

it.each([
  [
    "a space is put between two words",
    "The first half, and",
    ["the", " second"],
    "The first half, and the second",
  ],
  ["a space that is there stays the only one", "The first half, and ", ["the"], "The first half, and the"],
  ["a model may begin with its own space", "The first half, and", [" the"], "The first half, and the"],
  ["punctuation stands close", "The first half", [", then"], "The first half, then"],
  ["a new paragraph stays one", "The end.", ["\n\nNext"], "The end.\n\nNext"],
  ["scripts without spaces get none", "第一部分", ["第二部分"], "第一部分第二部分"],
  [
    "what is repeated is left out",
    "This is the first half, and",
    ["This is ", "the first half, ", "and this is the second."],
    "This is the first half, and this is the second.",
  ],
  [
    "the end of it too",
    "One sentence stands. Another sentence begins and",
    ["Another sentence begins and", " goes on."],
    "One sentence stands. Another sentence begins and goes on.",
  ],
  ["a word that happens to be the same stays", "Again and", ["and again"], "Again and and again"],
  [
    "an answer that is nothing but a repetition adds nothing",
    "All of it was said.",
    ["All of it was said."],
    "All of it was said.",
  ],
])("%s", (_name, before, deltas, expected) => {
  expect(joined(before, deltas)).toBe(expected);
});

it("loses nothing of what is new, however it is cut into pieces", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string({ minLength: 1, maxLength: 9 })), (before, pieces) => {
      const text = pieces.join("");
      const whole = joined(before, [text]);
      expect(joined(before, pieces)).toBe(whole);
      expect(whole.startsWith(before)).toBe(true);
      expect(text.endsWith(whole.slice(before.length).trimStart())).toBe(true);
    }),
  );
});
