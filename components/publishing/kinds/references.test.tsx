import { expect, test } from "vitest";
import { fixedText, fixedValue, referencesFor, stepId } from "#components/publishing/kinds/references.ts";

test("a step may refer to the form and to what earlier steps answer", () => {
  const form = { type: "object", properties: { question: { type: "string" }, "a.b": { type: "string" } } };
  const output = { type: "object", properties: { items: { type: "array" } } };
  const earlier = [{ id: "find", tool: "desk", operation: "findTickets" }];
  expect(referencesFor(form, earlier, () => output)).toEqual([
    "input.question",
    "input.a~1b",
    "steps.find.output",
    "steps.find.output.items",
  ]);
  expect(referencesFor(true, earlier, () => null)).toEqual(["steps.find.output"]);
});

test("ids of steps are made of the operation and never taken twice", () => {
  expect(stepId("findTickets", [])).toBe("find-tickets");
  expect(stepId("findTickets", ["find-tickets"])).toBe("find-tickets-2");
  expect(stepId("42", [])).toBe("step");
});

test("fixed values take the type of their property", () => {
  expect(fixedValue("7", "integer")).toBe(7);
  expect(fixedValue("seven", "integer")).toBe("seven");
  expect(fixedValue("7", "string")).toBe("7");
  expect(fixedValue("true", "boolean")).toBe(true);
  expect(fixedValue('["a"]', "array")).toEqual(["a"]);
  expect(fixedText(["a"])).toBe('["a"]');
});
