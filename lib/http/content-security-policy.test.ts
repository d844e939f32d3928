import { describe, expect, test } from "vitest";
import { dataPolicy, pagePolicy } from "#lib/http/content-security-policy.ts";

const directives = (policy: string) =>
  new Map(
    policy.split("; ").map((part) => [part.slice(0, part.indexOf(" ")), part.slice(part.indexOf(" ") + 1)]),
  );

describe("the policy of a page", () => {
  const policy = directives(pagePolicy({ nonce: "abc", formTargets: ["https://login.example.com"] }));

  test("runs own scripts and those with the nonce, and nothing that they name", () => {
    expect(policy.get("default-src")).toBe("'none'");
    expect(policy.get("script-src")).toBe("'self' 'nonce-abc'");
    expect(pagePolicy({ nonce: "abc" })).not.toMatch(/strict-dynamic|unsafe-eval|https?:|\*/);
  });

  test("allows inline styles as attributes only", () => {
    expect(policy.get("style-src")).not.toContain("unsafe-inline");
    expect(policy.get("style-src-attr")).toBe("'unsafe-inline'");
  });

  test("lets forms lead to the identity provider, and nobody frame the page", () => {
    expect(policy.get("form-action")).toBe("'self' https://login.example.com");
    expect(policy.get("frame-ancestors")).toBe("'none'");
    expect(policy.get("base-uri")).toBe("'none'");
  });

  test("is framed by the sites that are named, and nobody else", () => {
    const frameAncestors = ["https://intranet.example.com", "https://wiki.example.com"];
    expect(directives(pagePolicy({ nonce: "abc", frameAncestors })).get("frame-ancestors")).toBe(
      "https://intranet.example.com https://wiki.example.com",
    );
    expect(directives(pagePolicy({ nonce: "abc", frameAncestors: [] })).get("frame-ancestors")).toBe(
      "'none'",
    );
  });

  test("is loosened in development only", () => {
    expect(pagePolicy({ nonce: "abc", isDevelopment: true })).toContain("'unsafe-eval'");
  });
});

test("the policy of data allows nothing at all", () => {
  expect([...directives(dataPolicy).values()].every((value) => value === "'none'")).toBe(true);
});
