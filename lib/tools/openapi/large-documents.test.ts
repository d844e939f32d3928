import { describe, expect, test } from "vitest";
import { isAppError } from "#lib/errors.ts";
import { importOpenApi } from "#lib/tools/openapi/import-openapi.ts";
import { improveOperations } from "#lib/tools/openapi/improve-operation.ts";
import { readDocument } from "#lib/tools/openapi/read-document.ts";
import { ok, openApi } from "#lib/tools/testing/openapi-document.ts";

/** A document of `count` operations, each with a parameter, a body and an answer of a shared schema. */
function documentOf(count: number): string {
  const paths = Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `/things${i}/{id}`,
      {
        post: {
          operationId: `changeThing${i}`,
          tags: [`group ${i % 40}`],
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
          requestBody: {
            required: true,
            content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
          },
          responses: {
            200: {
              description: "ok",
              content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
            },
          },
        },
      },
    ]),
  );
  const Thing = {
    type: "object",
    properties: { name: { type: "string" }, parent: { $ref: "#/components/schemas/Thing" } },
  };
  return openApi({ paths, components: { schemas: { Thing } } });
}

/** Processor time in milliseconds, the least of three: other programs do not count. */
function effort(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

function refusal(source: string): string {
  try {
    importOpenApi(source);
  } catch (failure) {
    if (isAppError(failure)) return `${failure.code}: ${failure.message} ${failure.mend}`;
    throw failure;
  }
  return "accepted";
}

describe("ten thousand operations", () => {
  const source = documentOf(10_000);
  const document = importOpenApi(source);

  test("are listed, and any page of them can be looked at", () => {
    expect(document.operations).toHaveLength(10_000);
    const page = document.operations.slice(9_980);
    expect(page.at(-1)).toMatchObject({ name: "changeThing9999", tags: ["group 39"], deprecated: false });
    expect(page.every((operation) => operation.definition && operation.problems.length === 0)).toBe(true);
    expect(new Set(page.map((operation) => operation.hash)).size).toBe(20);
    const chosen = importOpenApi(source, { select: ["changeThing7", "changeThing9999"] });
    expect(chosen.operations.map((operation) => operation.hash)).toEqual([
      document.operations[7]?.hash,
      document.operations[9999]?.hash,
    ]);
  });

  test("get names of their own", () => {
    expect(new Set(improveOperations(document.operations).map((one) => one.name)).size).toBe(10_000);
  });

  test("take about four times as long as a quarter of them", () => {
    const small = documentOf(2500);
    importOpenApi(small);
    // Four times the text; what compares each with each would take sixteen times as long.
    expect(effort(() => importOpenApi(source)) / effort(() => importOpenApi(small))).toBeLessThan(10);
  });
});

test("more operations than can be listed are refused with their number", () => {
  const paths = Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [`/a${i}`, { get: ok }]));
  expect(refusal(openApi({ paths }))).toBe(
    "too-large: The document has 20001 operations, more than 20000. Split it by subject and import one tool for each.",
  );
});

describe("large texts", () => {
  test.each<[string, string]>([
    ["one byte beyond 5 MB", `openapi: 3.0.0\n#${"x".repeat(4_999_985)}`],
    ["5 MB of letters of three bytes", `openapi: 3.0.0\n#${"大".repeat(1_700_000)}`],
  ])("%s is refused", (_, source) => {
    expect(refusal(source)).toBe("too-large: The document is larger than 5 MB. Import a part of it.");
  });

  test("5 MB of JSON within the limit is read", () => {
    const description = "a".repeat(4_990_000);
    const source = openApi({ paths: { "/a": { get: { ...ok, description } } } });
    expect(importOpenApi(source).operations[0]?.definition?.description).toHaveLength(4000);
  });

  test("values without number are refused", () => {
    expect(refusal(`{"openapi":"3.0.0","x":[${"1,".repeat(600_000)}1]}`)).toBe(
      "invalid-input: the document: it holds more than 500000 values. Import a part of it.",
    );
  });

  test.each<[string, (count: number) => string]>([
    ["names in one object", (count) => Array.from({ length: count }, (_, i) => `k${i}: 1\n`).join("")],
    ["anchors", (count) => Array.from({ length: count }, (_, i) => `k${i}: &a${i} 1\n`).join("")],
  ])("many %s in YAML take no longer each than few", (_, lines) => {
    const read = (count: number) => readDocument(`openapi: 3.0.0\n${lines(count)}`);
    read(1000);
    expect(effort(() => read(16_000)) / effort(() => read(4000))).toBeLessThan(10);
  });

  test("thousands of aliases are refused before they are looked up", () => {
    const lines = Array.from({ length: 6000 }, (_, i) => `- &a${i} 1\n- *a${i}\n`).join("");
    expect(refusal(`openapi: 3.0.0\nx:\n${lines}`)).toContain("repeats parts of itself too often");
  });
});

describe("schemas that reach far", () => {
  /** A ring of schemas, each of which leads to all others in the end. */
  const ring = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `Part${i}`,
        {
          type: "object",
          properties: {
            next: { $ref: `#/components/schemas/Part${(i + 1) % count}` },
            far: { $ref: `#/components/schemas/Part${(i * 7 + 3) % count}` },
          },
        },
      ]),
    );
  const source = (count: number) => {
    const content = { "application/json": { schema: { $ref: "#/components/schemas/Part0" } } };
    return openApi({
      components: { schemas: ring(count) },
      paths: { "/a": { post: { ...ok, requestBody: { required: true, content } } }, "/b": { get: ok } },
    });
  };

  test("are imported up to a size, and beyond it say so", () => {
    const [small] = importOpenApi(source(200)).operations;
    expect(small?.definition?.inputSchema).toMatchObject({ $defs: { Part199: {} } });
    const [large, other] = importOpenApi(source(1500)).operations;
    expect(large?.definition).toBeUndefined();
    expect(large?.problems.at(-1)?.message).toBe("its inputs are too large to use.");
    expect(other?.definition).toBeDefined();
    const [huge] = importOpenApi(source(8000)).operations;
    expect(huge?.problems.at(-1)?.message).toBe("more than 5000 schemas belong to it.");
  });

  test("have a contract of bounded size that differs with the farthest of them", () => {
    const before = importOpenApi(source(3000)).operations[0];
    expect(JSON.stringify(before?.contract).length).toBeLessThan(80_000);
    const changed = source(3000).replace('"Part1777":{"type":"object"', '"Part1777":{"type":"array"');
    expect(importOpenApi(changed).operations[0]?.hash).not.toBe(before?.hash);
    expect(importOpenApi(changed).operations[1]?.hash).toBe(importOpenApi(source(3000)).operations[1]?.hash);
  });
});
