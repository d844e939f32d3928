import { describe, expect, test } from "vitest";
import {
  givenToken,
  hashOfToken,
  isToken,
  newToken,
  prefixOfToken,
} from "#lib/identity/server/access-key-token.ts";

const inHeader = (authorization: string) => givenToken(new Headers({ authorization }));
const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;

describe("the text of a key", () => {
  test("has one length, its own mark and a checksum, and is never the same twice", () => {
    const tokens = Array.from({ length: 200 }, newToken);
    expect(new Set(tokens).size).toBe(200);
    for (const token of tokens) {
      expect(token).toMatch(/^weft_[0-9A-Za-z]{49}$/);
      expect(isToken(token)).toBe(true);
    }
  });

  test("with one wrong letter is no key", () => {
    const token = newToken();
    for (let at = 5; at < token.length; at += 1) {
      const wrong = token.slice(0, at) + (token[at] === "a" ? "b" : "a") + token.slice(at + 1);
      expect(isToken(wrong), `letter ${at}`).toBe(false);
    }
  });

  test.each([
    "",
    "weft_",
    "weft_abc",
    `${newToken()}x`,
    newToken().replace("weft_", "wefT_"),
    `${newToken()}\n`,
  ])("is not %j", (text) => expect(isToken(text)).toBe(false));

  test("shows eleven letters, and is kept as a hash", () => {
    const token = newToken();
    expect(prefixOfToken(token)).toBe(token.slice(0, 11));
    expect(hashOfToken(token)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("a request's key", () => {
  const token = newToken();

  test("is the bearer token, or the password of Basic", () => {
    expect(inHeader(`Bearer ${token}`)).toEqual({ token, scheme: "bearer" });
    expect(inHeader(`bearer  ${token} `)).toEqual({ token, scheme: "bearer" });
    expect(inHeader(basic(`feed:${token}`))).toEqual({ token, scheme: "basic" });
    expect(inHeader(basic(`:${token}`))).toEqual({ token, scheme: "basic" });
  });

  test.each([
    "Bearer somebody-elses-token",
    basic("user:password of a proxy"),
    "Basic %%%",
    "Digest weft_x",
    "Bearer",
    token,
  ])("is not in %j", (header) => expect(inHeader(header)).toBeNull());
});
