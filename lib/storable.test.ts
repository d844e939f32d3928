import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { storableJson, storableText, unstorablePlace } from "#lib/storable.ts";

const anyText = fc.string({ unit: "binary" });
const anyJson = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    anyText,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(anyText, tie("value"), { maxKeys: 4 }),
  ),
})).value;

describe("what can be stored", () => {
  it("has no NUL and no half characters, and is otherwise untouched", () => {
    expect(storableText("a\0b\ud83dc 😀")).toBe("ab\ufffdc 😀");
    fc.assert(
      fc.property(anyText, (text) => {
        const stored = storableText(text);
        expect(stored.isWellFormed() && !stored.includes("\0")).toBe(true);
        if (text.isWellFormed() && !text.includes("\0")) expect(stored).toBe(text);
      }),
    );
  });

  it("is found in every place of a value", () => {
    const value = { a: ["x", { "n\0": "y" }] };
    expect(storableJson(value)).toEqual({ a: ["x", { n: "y" }] });
    expect(unstorablePlace(value)).toBe("/a/1/n");
    expect(unstorablePlace({ "a/b": "\0" })).toBe("/a~1b");
    fc.assert(
      fc.property(anyJson, (json) => {
        const stored = storableJson(json);
        expect(unstorablePlace(stored)).toBeUndefined();
        if (unstorablePlace(json) === undefined) expect(stored).toEqual(json);
      }),
    );
  });

  it("is not nested without end", () => {
    const deep = JSON.parse(`${"[".repeat(50_000)}1${"]".repeat(50_000)}`);
    expect(unstorablePlace(deep)).toMatch(/^(\/0)+$/);
    expect(unstorablePlace(storableJson(deep))).toBeUndefined();
    expect(JSON.stringify(storableJson(deep))).toContain("[nested too deeply]");
  });
});
