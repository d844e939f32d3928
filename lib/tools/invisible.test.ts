import { expect, test } from "vitest";
import { countInvisible, revealInvisible, stripInvisible } from "#lib/tools/invisible.ts";

test.each([
  ["plain text, tabs\tand\nlines – é 日本 🛠", 0, "plain text, tabs\tand\nlines – é 日本 🛠"],
  ["zero\u200bwidth", 1, "zero[U+200B]width"],
  ["\u202eright to left\u202c", 2, "[U+202E]right to left[U+202C]"],
  ["tag\u{e0041}\u{e0042}", 2, "tag[U+E0041][U+E0042]"],
  ["bell\u0007 soft\u00ad feff\ufeff", 3, "bell[U+0007] soft[U+00AD] feff[U+FEFF]"],
  ["fill\u3164er\u2028", 2, "fill[U+3164]er[U+2028]"],
])("%j holds %i characters that cannot be seen", (text, count, revealed) => {
  expect(countInvisible(text)).toBe(count);
  expect(revealInvisible(text)).toBe(revealed);
  expect(countInvisible(stripInvisible(text))).toBe(0);
});
