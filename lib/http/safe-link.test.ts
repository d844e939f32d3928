import { describe, expect, it } from "vitest";
import { safeLink } from "#lib/http/safe-link.ts";

describe("safeLink", () => {
  it.each([
    ["https://example.org/a", "example.org"],
    ["http://example.org:8080/", "example.org:8080"],
    ["/catalog/tickets", null],
    ["mailto:help@example.org", null],
  ])("keeps %s", (href, host) => {
    expect(safeLink(href)).toMatchObject({ host });
  });

  it.each([
    undefined,
    "",
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example/x",
    "/\\evil.example",
    "https://user:pass@example.org/",
    "https://user@example.org/",
    "blob:https://example.org/1",
    "relative/path",
  ])("drops %s", (href) => {
    expect(safeLink(href)).toBeNull();
  });
});
