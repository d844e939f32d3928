import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256Hex } from "#lib/canonical-hash.ts";
import { sha256 } from "#lib/tools/openapi/sha256.ts";

test("every text has the hash that the server's own function gives", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(sha256Hex(text));
    }),
  );
  for (const length of [0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 100_000]) {
    expect(sha256("é".repeat(length))).toBe(sha256Hex("é".repeat(length)));
  }
  expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
