import { canonicalJson } from "#lib/canonical-json.ts";
import type { AgentBinding, AgentStep, StepCondition, StepInput } from "#lib/catalog/operation.ts";
import { fillTemplate, templateNames } from "#lib/tools/fill-template.ts";
import { isJsonObject, type JsonObject, valueAt } from "#lib/tools/json-object.ts";

/** What a sequence knows so far: its own input, and the output of each step that has ended well. */
export type SequenceState = {
  readonly input: JsonObject;
  readonly outputs: Readonly<Record<string, unknown>>;
};

/** A value that a step needs and that is not there; `from` is the reference as it is written. */
export type MissingValue = { readonly property: string; readonly from: string };

export type PreparedStep =
  | { readonly kind: "run"; readonly arguments: JsonObject }
  | { readonly kind: "skip"; readonly reason: string }
  | { readonly kind: "missing"; readonly missing: readonly MissingValue[] };

function partsOf(reference: string): string[] {
  return reference.split(".").map((part) => part.replaceAll("~1", ".").replaceAll("~0", "~"));
}

/** The value that a reference such as `input.a` or `steps.find.output.items.0.id` names, or undefined. */
export function valueOfReference(reference: string, state: SequenceState): unknown {
  const [root, ...rest] = partsOf(reference);
  if (root === "input") return valueAt(state.input, rest);
  const [stepId, word, ...path] = rest;
  if (root !== "steps" || stepId === undefined || word !== "output") return undefined;
  return valueAt(Object.hasOwn(state.outputs, stepId) ? state.outputs[stepId] : undefined, path);
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)
  );
}

function equal(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}

/** Whether a step's condition holds. Numbers compare as numbers, other values as text, such as ISO dates. */
export function conditionHolds(condition: StepCondition, state: SequenceState): boolean {
  const value = valueOfReference(condition.from, state);
  const other = condition.value;
  switch (condition.test) {
    case "present":
      return !isEmpty(value);
    case "missing":
      return isEmpty(value);
    case "equals":
      return equal(value, other);
    case "differs":
      return !equal(value, other);
    case "contains":
      return Array.isArray(value)
        ? value.some((item) => equal(item, other))
        : typeof value === "string" && typeof other === "string" && value.includes(other);
    case "at-least":
    case "at-most": {
      if (isEmpty(value) || isEmpty(other)) return false;
      const areNumbers = typeof value === "number" && typeof other === "number";
      const order = areNumbers ? value - other : String(value) < String(other) ? -1 : Number(value !== other);
      return condition.test === "at-least" ? order >= 0 : order <= 0;
    }
  }
}

/** One value, and the references that lead nowhere. A template with a missing part is missing as a whole. */
function resolveInput(input: StepInput, state: SequenceState): { value?: unknown; missing: string[] } {
  if ("value" in input) return { value: input.value, missing: [] };
  if ("template" in input) {
    const missing = templateNames(input.template).filter(
      (name) => valueOfReference(name, state) === undefined,
    );
    return missing.length > 0
      ? { missing }
      : { value: fillTemplate(input.template, (name) => valueOfReference(name, state)), missing };
  }
  const value = valueOfReference(input.from, state) ?? input.fallback;
  return value === undefined ? { missing: [input.from] } : { value, missing: [] };
}

function resolveAll(inputs: Readonly<Record<string, StepInput>>, state: SequenceState) {
  const values: JsonObject = {};
  const missing: MissingValue[] = [];
  for (const [property, input] of Object.entries(inputs)) {
    const resolved = resolveInput(input, state);
    missing.push(...resolved.missing.map((from) => ({ property, from })));
    if (resolved.missing.length === 0) values[property] = resolved.value;
  }
  return { values, missing };
}

/**
 * What to do with the next step. A value that is not there stops the step only where the operation's input
 * schema requires its property; otherwise the property is left out.
 */
export function prepareStep(step: AgentStep, state: SequenceState, inputSchema: unknown): PreparedStep {
  if (step.when && !conditionHolds(step.when, state)) {
    return { kind: "skip", reason: `${step.when.from} did not meet the condition "${step.when.test}".` };
  }
  const { values, missing } = resolveAll(step.inputs, state);
  const required =
    isJsonObject(inputSchema) && Array.isArray(inputSchema.required) ? inputSchema.required : [];
  const needed = missing.filter(({ property }) => required.includes(property));
  if (needed.length === 0) return { kind: "run", arguments: values };
  return step.optional
    ? { kind: "skip", reason: `${needed.map(({ from }) => from).join(", ")} had no value.` }
    : { kind: "missing", missing: needed };
}

/** The answer of a sequence that has ended: its `output` mapping, or every step's output under its id. */
export function sequenceOutput(binding: AgentBinding, state: SequenceState): JsonObject {
  return binding.output ? resolveAll(binding.output, state).values : { ...state.outputs };
}

/** What is wrong with a sequence as it is written: ids used twice, references to later or unknown steps. */
export function sequenceProblems(binding: AgentBinding): string[] {
  const problems: string[] = [];
  const known = new Set<string>();
  const check = (place: string, reference: string) => {
    const [root, stepId, word] = partsOf(reference);
    if (root === "input" && stepId !== undefined) return;
    if (root === "steps" && word === "output" && stepId !== undefined && known.has(stepId)) return;
    problems.push(`${place}: "${reference}" names nothing that is known at that point.`);
  };
  const checkInputs = (place: string, inputs: Readonly<Record<string, StepInput>>) => {
    for (const [property, input] of Object.entries(inputs)) {
      if ("from" in input) check(`${place}, ${property}`, input.from);
      if ("template" in input)
        for (const name of templateNames(input.template)) check(`${place}, ${property}`, name);
    }
  };
  for (const step of binding.steps) {
    if (known.has(step.id)) problems.push(`step ${step.id}: this id is used twice.`);
    if (step.when) check(`step ${step.id}, condition`, step.when.from);
    checkInputs(`step ${step.id}`, step.inputs);
    known.add(step.id);
  }
  checkInputs("output", binding.output ?? {});
  return problems;
}
