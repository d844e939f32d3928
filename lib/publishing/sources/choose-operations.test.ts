import { describe, expect, test } from "vitest";
import type { OperationDefinition } from "#lib/catalog/operation.ts";
import { asDraftOperation, type DraftOperation } from "#lib/publishing/draft-content.ts";
import { type ChoiceFacts, chooseOperations } from "#lib/publishing/sources/choose-operations.ts";
import { fillableInputs, fillsOf, withFills } from "#lib/publishing/sources/fill-inputs.ts";
import type { Offered } from "#lib/publishing/sources/offered.ts";

function definitionOf(path: string, more: Partial<OperationDefinition> = {}): OperationDefinition {
  return {
    name: path.slice(1),
    title: `Title of ${path}`,
    description: `Text of ${path}`,
    inputSchema: {
      type: "object",
      properties: { who: { type: "string" }, count: { type: "integer" } },
      required: ["who", "count"],
    },
    annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
    binding: {
      kind: "http",
      serverUrl: "https://a.example",
      method: "GET",
      path,
      parameters: ["who", "count"].map((name) => ({
        name,
        in: "query",
        style: "form",
        explode: true,
        required: true,
        property: name,
      })),
      security: [],
    },
    ...more,
  };
}

function offer(path: string, more: Partial<Offered> = {}): Offered {
  const definition = definitionOf(path);
  const { name, title, description } = definition;
  return {
    key: `GET ${path}`,
    method: "GET",
    path,
    texts: { name, title, description },
    original: { name, title: `raw ${path}`, description: `raw text ${path}` },
    searchText: title,
    tags: [],
    isDeprecated: false,
    annotations: definition.annotations,
    definition,
    originalDefinition: definition,
    problems: [],
    contract: { path },
    hash: path,
    ...more,
  };
}

const chosen = (path: string, more: Partial<DraftOperation> = {}): DraftOperation => ({
  ...asDraftOperation({ ...definitionOf(path), exampleRequests: [], contract: { path } }),
  ...more,
});

function choose(facts: Partial<ChoiceFacts>, offers: readonly Offered[] = [offer("/a"), offer("/b")]) {
  return chooseOperations({
    draft: [],
    isOwn: ({ binding }) => binding.kind === "http",
    offered: new Map(offers.map((one) => [one.key, one])),
    choices: [],
    before: (operation) => offer(String(operation.binding.path)),
    bind: (definition) => definition,
    ...facts,
  });
}

describe("a choice", () => {
  test("stands in the order of the draft, with what is new at the end and others untouched", () => {
    const other = { ...chosen("/other"), binding: { kind: "prompt" } };
    const result = choose({
      draft: [chosen("/b"), other, chosen("/gone")],
      choices: [{ key: "GET /a" }, { key: "GET /b" }],
    });
    expect(result.map(({ name }) => name)).toEqual(["b", "other", "a"]);
    expect(result[1]).toBe(other);
  });

  test("keeps texts of the owner and follows the source in those that were taken over", () => {
    const newer = offer("/a", {
      texts: { name: "a", title: "New title", description: "New text" },
      original: { name: "a", title: "new raw", description: "new raw text" },
    });
    const take = (existing: DraftOperation, choice: object = {}) =>
      choose({ draft: [existing], choices: [{ key: "GET /a", ...choice }] }, [newer])[0];
    expect(take(chosen("/a"))).toMatchObject({ title: "New title", description: "New text" });
    expect(take(chosen("/a", { title: "Mine", exampleRequests: ["x"] }))).toMatchObject({
      title: "Mine",
      description: "New text",
      exampleRequests: ["x"],
    });
    expect(take(chosen("/a", { title: "raw /a" }))?.title).toBe("new raw");
    expect(take(chosen("/a", { title: "Mine", name: "own" }), { useOriginal: true })).toMatchObject({
      title: "new raw",
      name: "a",
    });
    expect(take(chosen("/a"), { title: "Given", useOriginal: true })?.title).toBe("Given");
  });

  test("keeps what the owner said the operation does, and inputs that the portal fills", () => {
    const annotations = { readOnly: false, destructive: true, idempotent: false, openWorld: true };
    const filled = withFills(chosen("/a", { annotations }), chosen("/a"), { who: "viewer.email" });
    const [result] = choose({ draft: [filled], choices: [{ key: "GET /a" }] });
    expect(result).toMatchObject({ annotations, inputSchema: { required: ["count"] } });
    expect(fillsOf(result ?? filled)).toEqual({ who: "viewer.email" });
  });

  test("gives new operations names that are free, whatever their case", () => {
    const other = { ...chosen("/x", { name: "A" }), binding: { kind: "prompt" } };
    const result = choose({ draft: [other], choices: [{ key: "GET /a" }, { key: "GET /b" }] });
    expect(result.map(({ name }) => name)).toEqual(["A", "a_2", "b"]);
  });

  test("of one that cannot be used says why", () => {
    const bad = offer("/a", {
      definition: undefined,
      originalDefinition: undefined,
      problems: [{ place: "p", message: "it is broken." }],
    });
    expect(() => choose({ choices: [{ key: "GET /a" }] }, [bad])).toThrow("it is broken.");
  });

  test("of more than a tool takes is refused", () => {
    const offers = Array.from({ length: 1001 }, (_, at) => offer(`/${at}`));
    const choices = offers.map(({ key }) => ({ key }));
    expect(choose({ choices: choices.slice(0, 1000) }, offers)).toHaveLength(1000);
    expect(() => choose({ choices }, offers)).toThrow("at most 1,000 operations");
  });
});

describe("inputs that the portal fills", () => {
  test("are asked of nobody, and come back as the source describes them", () => {
    const pristine = chosen("/a");
    expect(fillableInputs(pristine)).toEqual(["who"]);
    const filled = withFills(pristine, pristine, { who: "viewer.id", count: "viewer.id", no: "viewer.id" });
    expect(filled.inputSchema).toMatchObject({ properties: { count: {} }, required: ["count"] });
    expect(Object.keys(Object(filled.inputSchema.valueOf()).properties)).toEqual(["count"]);
    expect(withFills(filled, pristine, {})).toEqual(pristine);
  });

  test("that the source itself leaves to the portal stay with it", () => {
    const mcp: DraftOperation = {
      ...chosen("/a"),
      binding: { kind: "mcp", serverUrl: "https://a.example", toolName: "a", fill: { me: "viewer.email" } },
    };
    const filled = withFills(mcp, mcp, { who: "viewer.name" });
    expect(fillsOf(filled)).toEqual({ me: "viewer.email", who: "viewer.name" });
    expect(fillsOf(withFills(filled, mcp, {}))).toEqual({ me: "viewer.email" });
  });
});
