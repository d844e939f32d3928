import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffLines, diffTokens, diffWords } from "#lib/text-diff.ts";

const side = (parts: readonly { kind: string; text: string }[], kept: "removed" | "added") =>
  parts.filter(({ kind }) => kind === "same" || kind === kept).map(({ text }) => text);

describe("a diff", () => {
  it("gives both sides back, whatever they are", () => {
    const tokens = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 30 });
    fc.assert(
      fc.property(tokens, tokens, (before, after) => {
        const parts = diffTokens(before, after);
        expect(side(parts, "removed")).toEqual(before);
        expect(side(parts, "added")).toEqual(after);
      }),
    );
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const parts = diffWords(before, after);
        expect(side(parts, "removed").join("")).toBe(before);
        expect(side(parts, "added").join("")).toBe(after);
      }),
    );
  });

  it("is no longer than it must be", () => {
    expect(diffTokens(["a", "b", "c"], ["a", "x", "b", "c"])).toEqual([
      { kind: "same", text: "a" },
      { kind: "added", text: "x" },
      { kind: "same", text: "b" },
      { kind: "same", text: "c" },
    ]);
  });

  it("joins words of one kind", () => {
    expect(diffWords("for tickets only", "for open tickets only")).toEqual([
      { kind: "same", text: "for " },
      { kind: "added", text: "open " },
      { kind: "same", text: "tickets only" },
    ]);
  });

  it("shows the words inside a line that changed a little, and a new line as a new line", () => {
    const lines = diffLines(
      "# Use\nAsk for one alarm.\nEnd",
      "# Use\nAsk for one site.\nSomething else entirely\nEnd",
    );
    expect(lines.map(({ kind }) => kind)).toEqual(["same", "removed", "added", "added", "same"]);
    const [, changed] = diffLines("a\nAsk for one alarm.", "a\nAsk for one site.");
    expect(changed?.parts).toEqual([
      { kind: "same", text: "Ask for one " },
      { kind: "removed", text: "alarm." },
    ]);
  });

  it("of two very long texts shows both whole", () => {
    const long = (word: string) => Array.from({ length: 5000 }, (_, at) => `${word} ${at}`).join("\n");
    expect(diffLines(long("a"), long("b"))).toHaveLength(10_000);
  });
});
