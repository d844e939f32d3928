import { expect, test } from "vitest";
import { circleThrough, partsOf } from "#lib/publishing/agent-parts.ts";

const calls = (entries: Record<string, string[]>) => new Map(Object.entries(entries));

test("a circle is told with its way, however long", () => {
  expect(circleThrough("a", calls({ a: ["a"] }))).toEqual(["a", "a"]);
  expect(circleThrough("a", calls({ a: ["x", "b"], b: ["c"], c: ["a"] }))).toEqual(["a", "b", "c", "a"]);
});

test("a circle elsewhere does not end the search, and is not one's own", () => {
  expect(circleThrough("a", calls({ a: ["b"], b: ["c"], c: ["b"] }))).toBeNull();
  expect(circleThrough("a", calls({ a: ["b", "b"], b: [] }))).toBeNull();
});

test("the parts of a sequence and of a loop are found, of others none", () => {
  const step = { id: "one", tool: "desk", operation: "find", inputs: {} };
  expect(partsOf({ kind: "agent", steps: [step] })).toEqual([{ tool: "desk", operation: "find" }]);
  const limits = { depth: 2, steps: 5, seconds: 60, tokens: 5000 };
  const loop = { kind: "agent-loop", instructions: "Find it.", modelAlias: "strong", limits };
  expect(partsOf({ ...loop, tools: [{ tool: "desk", operation: "find" }] })).toHaveLength(1);
  expect(partsOf({ kind: "http" })).toEqual([]);
  expect(partsOf({ kind: "agent", steps: "nonsense" })).toEqual([]);
});
