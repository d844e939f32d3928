import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { toolSlugSchema } from "#lib/catalog/tool-slug.ts";

const problemOf = (slug: string) =>
  toolSlugSchema.safeParse(slug).error?.issues.map(({ message }) => message);

test("a tool's address is plain, and not that of a page of the portal", () => {
  for (const slug of ["ticket-desk", "a", "4g-planner", "newsletter", "compare-prices"]) {
    expect(problemOf(slug)).toBeUndefined();
  }
  const pages = readdirSync("app/(portal)/catalog").filter((name) => /^[a-z-]+$/.test(name));
  expect(pages).toContain("compare");
  const parts = readdirSync("app/api/tools").filter((name) => /^[a-z-]+$/.test(name));
  expect(parts).toContain("apply");
  for (const slug of ["new", ...pages, ...parts]) {
    expect(problemOf(slug)).toEqual([
      `“${slug}” is the address of a page of the portal; choose another one.`,
    ]);
  }
  for (const slug of ["", "Ticket", "-a", "a-", "a/b", "a".repeat(81)]) expect(problemOf(slug)).toBeDefined();
});
