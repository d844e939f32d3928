import { expect, test } from "vitest";
import { deprecateSchema, type Successor, successorProblem } from "#lib/publishing/lifecycle.ts";

const tools = (...list: (Partial<Successor> & { slug: string })[]) =>
  new Map(
    list.map((one) => [one.slug, { lifecycle: "published", isBlocked: false, successor: null, ...one }]),
  );

test.each([
  ["a", tools({ slug: "a" }), "itself"],
  ["b", tools(), "does not exist"],
  ["b", tools({ slug: "b", lifecycle: "retired" }), "retired"],
  ["b", tools({ slug: "b", isBlocked: true }), "blocked"],
  ["b", tools({ slug: "b", lifecycle: "draft" }), "not published"],
  ["b", tools({ slug: "b", successor: "a" }), "lead back"],
  ["b", tools({ slug: "b", successor: "c" }, { slug: "c", successor: "b" }), "lead back"],
])("%s cannot succeed a where %j", (successor, bySlug, reason) => {
  expect(successorProblem("a", successor, bySlug)).toContain(reason);
});

test("a published tool can, and one that has a successor itself", () => {
  expect(successorProblem("a", "b", tools({ slug: "b" }))).toBeNull();
  const chain = tools({ slug: "b", lifecycle: "deprecated", successor: "c" }, { slug: "c" });
  expect(successorProblem("a", "b", chain)).toBeNull();
});

test.each(["31.03.2027", "2027-02-30", "tomorrow", ""])("%j is no day", (retiresOn) => {
  expect(deprecateSchema.safeParse({ successor: null, retiresOn, note: "Old." }).success).toBe(false);
});
