import { expect, test } from "vitest";
import { type ComparedContent, contentChanges } from "#lib/publishing/content-changes.ts";
import { emptyContent } from "#lib/publishing/draft-content.ts";

const { words, settings } = emptyContent("Greeter");
const operation = {
  name: "greet",
  title: "Greet",
  description: "",
  inputSchema: { type: "object", properties: { name: { type: "string" } } },
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  binding: { kind: "prompt", instructions: "Greet.", modelAlias: "standard" },
};
const state: ComparedContent = { version: "1.0.0", words, settings, operations: [operation] };

test("the same content differs in nothing", () => {
  expect(contentChanges(state, { ...state, version: "1.0.1" })).toMatchObject({
    fields: [],
    operations: [],
    step: null,
    settings: [],
    bindings: [],
  });
});

test("words, settings and how it is done are told apart from what callers see", () => {
  const after = contentChanges(state, {
    version: null,
    words: { ...words, purpose: "Greets people." },
    settings: { ...settings, audience: "everyone", dataClass: "confidential" },
    operations: [{ ...operation, binding: { ...operation.binding, instructions: "Greet kindly." } }],
  });
  expect(after.fields).toEqual(["purpose"]);
  expect(after.step).toBeNull();
  expect(after.settings).toEqual([
    { path: ["audience"], before: "only-me", after: "everyone" },
    { path: ["dataClass"], before: "internal", after: "confidential" },
  ]);
  expect(after.bindings).toEqual([
    {
      operation: "greet",
      changes: [{ path: ["instructions"], before: "Greet.", after: "Greet kindly." }],
    },
  ]);
});

test("bindings are not told where they are not given, nor settings that a release did not keep", () => {
  const { binding: _, ...seen } = operation;
  const shown = { ...state, operations: [seen] };
  expect(contentChanges(shown, shown).bindings).toEqual([]);
  expect(contentChanges({ ...state, settings: null }, state).settings).toEqual([]);
});

test("of a first release everything is new", () => {
  const nothing = { version: null, words, settings: null, operations: [] };
  const first = contentChanges(nothing, state);
  expect(first.operations).toMatchObject([{ kind: "added", operation: "greet" }]);
  expect(first.settings.map(({ path }) => path[0])).toContain("audience");
});
