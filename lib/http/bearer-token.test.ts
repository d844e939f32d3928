import { expect, test } from "vitest";
import { hasBearerToken } from "#lib/http/bearer-token.ts";

const headers = (authorization?: string) => new Headers(authorization ? { authorization } : {});

test("only the expected token passes, and none passes where none is configured", () => {
  expect(hasBearerToken(headers("Bearer secret"), "secret")).toBe(true);
  expect(hasBearerToken(headers("bearer secret"), "secret")).toBe(true);
  expect(hasBearerToken(headers("Bearer secre"), "secret")).toBe(false);
  expect(hasBearerToken(headers("Basic secret"), "secret")).toBe(false);
  expect(hasBearerToken(headers(), "secret")).toBe(false);
  expect(hasBearerToken(headers("Bearer undefined"), undefined)).toBe(false);
});
