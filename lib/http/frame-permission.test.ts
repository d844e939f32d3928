import { afterEach, expect, test } from "vitest";
import { frameOrigins, setFrameRule } from "#lib/http/frame-permission.ts";
import { securityHeaders } from "#lib/http/security-headers.ts";

const site = "https://intranet.example.com";
const noCookie = () => undefined;
afterEach(() => setFrameRule(async () => []));

test("only the page of a tool by itself asks who may frame it", async () => {
  const asked: string[] = [];
  setFrameRule(async (slug) => {
    asked.push(slug);
    return [site];
  });
  for (const path of [
    "/",
    "/use",
    "/use/",
    "/use/desk/more",
    "/use/desk/",
    "/use/%64esk",
    "/catalog/desk",
    "/x/use/desk",
    `/use/${"a".repeat(81)}`,
  ])
    expect(await frameOrigins(path, noCookie), path).toEqual([]);
  expect(asked).toEqual([]);
  expect(await frameOrigins("/use/desk", noCookie)).toEqual([site]);
  expect(asked).toEqual(["desk"]);
});

test("the rule is told the person's cookies", async () => {
  setFrameRule(async (_slug, cookie) => (cookie("weft-session") === "mine" ? [site] : []));
  expect(await frameOrigins("/use/desk", (name) => (name === "weft-session" ? "mine" : undefined))).toEqual([
    site,
  ]);
  expect(await frameOrigins("/use/desk", noCookie)).toEqual([]);
});

test("a page that may be framed has no header that forbids it to all", () => {
  expect(securityHeaders({ isSecure: true })["x-frame-options"]).toBe("DENY");
  expect(securityHeaders({ isSecure: true, isFramed: true })).not.toHaveProperty("x-frame-options");
});
