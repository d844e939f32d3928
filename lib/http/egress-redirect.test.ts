import { expect, test } from "vitest";
import { followRedirect, type OutgoingRequest } from "#lib/http/egress-redirect.ts";

function request(url: string, method = "GET"): OutgoingRequest {
  const headers = new Headers({ accept: "a/b", authorization: "Bearer s", "content-type": "c/d" });
  return { url: new URL(url), method, headers, body: method === "GET" ? undefined : new Uint8Array([1]) };
}

const names = (followed: OutgoingRequest) => [...followed.headers.keys()];

test.each([
  ["https://a.example/x", "http://a.example/x", "without encryption"],
  ["https://a.example/x", "http://[", "cannot be read"],
])("from %s to %s is refused", (from, location, words) => {
  expect(() => followRedirect(request(from), 302, location)).toThrow(words);
});

test.each<[number, string, string]>([
  [301, "POST", "GET"],
  [302, "POST", "GET"],
  [303, "PUT", "GET"],
  [303, "HEAD", "HEAD"],
  [301, "PUT", "PUT"],
  [307, "POST", "POST"],
  [308, "DELETE", "DELETE"],
])("status %i turns %s into %s", (status, method, expected) => {
  const followed = followRedirect(request("https://a.example/x/y", method), status, "../z");
  expect([followed.method, followed.url.href]).toEqual([expected, "https://a.example/z"]);
  expect(followed.body === undefined).toBe(expected === "GET");
  expect(names(followed).includes("content-type")).toBe(expected !== "GET");
  expect(names(followed)).toContain("authorization");
});

test("another port or host is another site", () => {
  for (const location of ["https://a.example:8443/", "https://b.example/", "//c.example/"]) {
    expect(names(followRedirect(request("https://a.example/"), 302, location))).toEqual(["accept"]);
    expect(() => followRedirect(request("https://a.example/", "POST"), 308, location)).toThrow(
      "another site",
    );
  }
});
