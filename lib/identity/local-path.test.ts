import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localPath } from "#lib/identity/local-path.ts";

const origin = "https://weft.example.com";

describe("the page to go to after sign-in", () => {
  test.each([
    ["/chat?tool=leave#end", "/chat?tool=leave#end"],
    [`${origin}/catalog`, "/catalog"],
    ["/", "/"],
  ])("%s is kept", (given, path) => expect(localPath(given, origin)).toBe(path));

  test.each([
    undefined,
    "",
    "https://evil.example/",
    "https://weft.example.com.evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/..//evil.example",
    "javascript:alert(1)",
    "/sign-in?error=x",
    "/api/auth/signout",
  ])("%s is the home page", (given) => expect(localPath(given, origin)).toBe("/"));

  test("whatever is given, a browser stays with the portal", () => {
    const piece = fc.constantFrom(
      "/",
      "\\",
      ":",
      "@",
      ".",
      "\t",
      "\n",
      "evil.example",
      "https",
      "%2f",
      "a",
      "?",
      "#",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = localPath(pieces.join(""), origin);
        expect(new URL(path, origin).origin).toBe(origin);
        expect(path).toMatch(/^\/(?![/\\])/);
      }),
    );
  });
});
