import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openSecret, readMasterKey, rewrapSecret, sealSecret } from "#lib/secrets/envelope.ts";

const key = readMasterKey(randomBytes(32).toString("base64"));
const other = readMasterKey(randomBytes(32).toString("hex"));
const context = { ownerId: "tool-1", field: "apiKey", version: 1 };

describe("sealed secrets", () => {
  test("open to what was sealed, never twice the same text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (secret) => {
        const sealed = sealSecret([key], context, secret);
        expect(openSecret([key], context, sealed)).toBe(secret);
        expect(sealSecret([key], context, secret)).not.toBe(sealed);
        expect(sealed).toMatch(/^[\w.-]+$/);
      }),
    );
  });

  test.each([
    [{ ...context, ownerId: "tool-2" }],
    [{ ...context, field: "password" }],
    [{ ...context, version: 2 }],
  ])("do not open for %j", (elsewhere) => {
    const sealed = sealSecret([key], context, "s3cret");
    expect(() => openSecret([key], elsewhere, sealed)).toThrow("could not be opened");
  });

  test("do not open when any character was altered", () => {
    const sealed = sealSecret([key], context, "s3cret");
    const body = sealed.indexOf(".", sealed.indexOf(".") + 1) + 1;
    for (let i = body; i < sealed.length; i += 1) {
      if (sealed[i] === ".") continue;
      const bytes = sealed.split("");
      bytes[i] = sealed[i] === "A" ? "w" : "A";
      const altered = bytes.join("");
      // The last character of a part may hold bits that base64 does not use.
      const isUnused = sealed[i + 1] === "." || i === sealed.length - 1;
      if (!isUnused) expect(() => openSecret([key], context, altered), `at ${i}`).toThrow();
    }
  });

  test("say which key is missing, and open again after the key was changed", () => {
    const sealed = sealSecret([key], context, "s3cret");
    expect(() => openSecret([other], context, sealed)).toThrow(key.id);
    const rewrapped = rewrapSecret([other, key], context, sealed);
    expect(openSecret([other], context, rewrapped)).toBe("s3cret");
    expect(rewrapped.split(".")[3]).toBe(sealed.split(".")[3]);
    expect(rewrapSecret([other], context, rewrapped)).toBe(rewrapped);
  });

  test.each(["", "weft1.x", "weft0.a.b.c", "plain text"])("%j is not a sealed secret", (text) => {
    expect(() => openSecret([key], context, text)).toThrow("not in a form");
  });

  test("a key has 32 bytes", () => {
    expect(() => readMasterKey("short")).toThrow("32 bytes");
    expect(() => sealSecret([], context, "x")).toThrow("no key");
  });
});
