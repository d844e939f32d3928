import { expect, it } from "vitest";
import { gistOf } from "#lib/routing/gist.ts";

it("leaves an ordinary request as it is", () => {
  const text = "Which tickets\n  of customer 4711 are open?";
  expect(gistOf(text)).toBe(text);
});

it("reads the beginning and the end of a long one", () => {
  const gist = gistOf(`Translate this: ${"pasted ".repeat(20_000)} into Portuguese, please`);
  expect(gist).toMatch(/^Translate this: pasted/);
  expect(gist).toMatch(/into Portuguese, please$/);
  expect(gist.length).toBeLessThan(3_100);
  expect(gistOf("😀".repeat(9_999)).isWellFormed()).toBe(true);
});
