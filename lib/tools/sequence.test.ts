import { describe, expect, test } from "vitest";
import type { AgentBinding, AgentStep, StepCondition } from "#lib/catalog/operation.ts";
import {
  conditionHolds,
  prepareStep,
  sequenceOutput,
  sequenceProblems,
  valueOfReference,
} from "#lib/tools/sequence.ts";

const state = {
  input: { site: "BRG-07", alarm: "LOS-4417", "a.b": 1, "t~x": 2, nothing: null },
  outputs: {
    alarm: { severity: 2, sites: [{ id: "BRG-07" }, { id: "BRG-09" }], raised: "2026-05-09T10:00:00Z" },
    empty: [],
  },
};

function step(more: Partial<AgentStep>): AgentStep {
  return { id: "next", tool: "tickets", operation: "draft", inputs: {}, ...more };
}

describe("references", () => {
  test.each([
    ["input.site", "BRG-07"],
    ["input.a~1b", 1],
    ["input.t~0x", 2],
    ["steps.alarm.output.sites.1.id", "BRG-09"],
    ["steps.alarm.output.severity", 2],
    ["steps.alarm.output.sites.7.id", undefined],
    ["steps.alarm.result.severity", undefined],
    ["steps.other.output", undefined],
    ["steps.constructor.output", undefined],
    ["input.constructor", undefined],
    ["input.__proto__", undefined],
    ["elsewhere.site", undefined],
  ])("%s is %j", (reference, expected) => {
    expect(valueOfReference(reference, state)).toEqual(expected);
  });
});

describe("conditions", () => {
  test.each<[string, StepCondition["test"], unknown, boolean]>([
    ["input.site", "present", undefined, true],
    ["input.nothing", "present", undefined, false],
    ["steps.empty.output", "present", undefined, false],
    ["steps.empty.output", "missing", undefined, true],
    ["input.site", "equals", "BRG-07", true],
    ["input.site", "differs", "BRG-07", false],
    ["steps.alarm.output.sites", "contains", { id: "BRG-09" }, true],
    ["input.alarm", "contains", "LOS", true],
    ["steps.alarm.output.severity", "at-least", 2, true],
    ["steps.alarm.output.severity", "at-most", 1, false],
    ["steps.alarm.output.severity", "at-least", 10, false],
    ["steps.alarm.output.raised", "at-least", "2026-05-01", true],
    ["input.none", "at-least", 1, false],
    ["input.none", "equals", 1, false],
  ])("%s %s %j: %s", (from, word, value, expected) => {
    expect(conditionHolds({ from, test: word, value }, state)).toBe(expected);
  });
});

describe("a step", () => {
  const schema = { type: "object", required: ["title"], properties: { title: {}, site: {} } };

  test("takes values, references, fallbacks and templates", () => {
    const inputs = {
      title: { template: "{{input.alarm}} on {{steps.alarm.output.sites.0.id}}" },
      site: { from: "input.site" },
      priority: { from: "steps.alarm.output.priority", fallback: "normal" },
      fixed: { value: { a: ["{{input.site}}"] } },
    };
    expect(prepareStep(step({ inputs }), state, schema)).toEqual({
      kind: "run",
      arguments: {
        title: "LOS-4417 on BRG-07",
        site: "BRG-07",
        priority: "normal",
        fixed: { a: ["{{input.site}}"] },
      },
    });
  });

  test("a value in a template is not a template itself", () => {
    const given = { input: { a: "{{input.b}}", b: "secret" }, outputs: {} };
    const prepared = prepareStep(step({ inputs: { title: { template: "<{{input.a}}>" } } }), given, schema);
    expect(prepared).toEqual({ kind: "run", arguments: { title: "<{{input.b}}>" } });
  });

  test("names what is missing, where it is required", () => {
    const inputs = {
      title: { template: "{{input.who}} {{input.site}} {{input.when}}" },
      site: { from: "input.other" },
    };
    expect(prepareStep(step({ inputs }), state, schema)).toEqual({
      kind: "missing",
      missing: [
        { property: "title", from: "input.who" },
        { property: "title", from: "input.when" },
      ],
    });
    expect(prepareStep(step({ inputs, optional: true }), state, schema)).toMatchObject({ kind: "skip" });
    expect(prepareStep(step({ inputs: { site: { from: "input.other" } } }), state, schema)).toEqual({
      kind: "run",
      arguments: {},
    });
  });

  test("is skipped when its condition does not hold", () => {
    const when = { from: "steps.alarm.output.severity", test: "at-least" as const, value: 3 };
    expect(prepareStep(step({ when }), state, schema)).toMatchObject({ kind: "skip" });
  });
});

describe("a whole sequence", () => {
  const binding = (steps: AgentStep[], output?: AgentBinding["output"]): AgentBinding => ({
    kind: "agent",
    steps,
    ...(output ? { output } : {}),
  });

  test("answers with its mapping, or with every output", () => {
    const steps = [step({ id: "alarm" })];
    expect(sequenceOutput(binding(steps), state)).toEqual(state.outputs);
    const mapped = binding(steps, { where: { from: "input.site" }, none: { from: "input.none" } });
    expect(sequenceOutput(mapped, state)).toEqual({ where: "BRG-07" });
  });

  test("is checked before it runs", () => {
    const good = binding([
      step({ id: "a", inputs: { x: { from: "input.site" } } }),
      step({ id: "b", inputs: { x: { template: "{{steps.a.output}}" } } }),
    ]);
    expect(sequenceProblems(good)).toEqual([]);
    const bad = binding(
      [
        step({ id: "a", inputs: { x: { from: "steps.b.output.y" } } }),
        step({ id: "a", when: { from: "steps.a.input", test: "present" } }),
      ],
      { o: { template: "{{nowhere}}" } },
    );
    expect(sequenceProblems(bad)).toHaveLength(4);
  });
});
