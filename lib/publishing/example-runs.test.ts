import { describe, expect, test } from "vitest";
import type { OperationContent } from "#lib/catalog/operation.ts";
import { exampleOf, judgeOutcome, runsCheck } from "#lib/publishing/example-runs.ts";
import type { ToolErrorCode } from "#lib/tools/outcome.ts";

const reads = { readOnly: true, destructive: false, idempotent: true, openWorld: false };
const operation: OperationContent = {
  name: "find",
  title: "Find",
  description: "Finds.",
  inputSchema: { type: "object", properties: { id: { type: "integer" } }, required: ["id"] },
  annotations: reads,
  exampleRequests: [],
  exampleInput: { id: 7 },
  binding: {
    kind: "http",
    serverUrl: "https://desk.example",
    method: "GET",
    path: "/{id}",
    parameters: [],
    security: [],
  },
};
const http = (method: "DELETE" | "POST") => ({ ...operation.binding, method }) as OperationContent["binding"];

describe("which example is run", () => {
  test("the one of an operation that only reads", () => {
    expect(exampleOf(operation)).toEqual({ input: { id: 7 } });
    expect(exampleOf({ ...operation, binding: http("POST") })).toEqual({ input: { id: 7 } });
  });

  test.each<[string, Partial<OperationContent>]>([
    ["It changes something.", { annotations: { ...reads, readOnly: false } }],
    ["It changes something.", { annotations: { ...reads, destructive: true } }],
    ["It is said to read only, but it is sent as DELETE.", { binding: http("DELETE") }],
    ["It needs a model.", { binding: { kind: "prompt", instructions: "Say.", modelAlias: "default" } }],
    ["It runs elsewhere.", { binding: { kind: "link", url: "https://desk.example" } }],
    ["It has no example.", { exampleInput: undefined }],
    ["Its example does not fit.", { exampleInput: { id: "seven" } }],
    ["Its example does not fit.", { exampleInput: [7] }],
  ])("none: %s", (leftOut, change) => {
    expect(exampleOf({ ...operation, ...change })).toEqual({ leftOut });
  });

  test("none is needed by an operation that takes nothing", () => {
    const { exampleInput: _exampleInput, ...bare } = operation;
    for (const inputSchema of [{ type: "object" }, { type: "object", properties: {} }])
      expect(exampleOf({ ...bare, inputSchema })).toEqual({ input: {} });
    expect(exampleOf({ ...bare, inputSchema: { type: "object", required: ["id"] } })).toEqual({
      leftOut: "Its example does not fit.",
    });
  });
});

const ended = { durationMs: 1, attempts: 1 };
const fail = (code: ToolErrorCode) =>
  judgeOutcome("find", {
    status: "failed",
    error: { code, message: "It is so.", mend: "Mend it." },
    ...ended,
  });
const succeed = judgeOutcome("list", { status: "succeeded", ...ended });
const leftOut = { operation: "write", state: "left-out" as const, message: "It changes something." };

describe("what the runs say", () => {
  test("a failure that speaks against the tool stops the release, with the other side's reason", () => {
    for (const code of ["rejected-by-tool", "not-found", "tool-failed", "credentials-refused"] as const)
      expect(runsCheck([succeed, fail(code), leftOut])).toMatchObject({
        id: "runs",
        state: "failed",
        isRequired: true,
        problems: [{ at: "find", message: "It is so." }],
        runs: [
          { operation: "list", state: "succeeded" },
          { operation: "find", state: "failed", message: "It is so." },
          { operation: "write", state: "left-out", message: "It changes something." },
        ],
      });
  });

  test("one of the moment, or of the person, is told and stops nothing", () => {
    for (const code of [
      "rate-limited",
      "tool-timeout",
      "tool-unreachable",
      "refused",
      "stopped",
      "internal",
    ] as const)
      expect(runsCheck([fail(code)])).toMatchObject({ state: "warning", isRequired: false });
    expect(runsCheck([fail("rate-limited"), fail("not-found")])).toMatchObject({ state: "failed" });
  });

  test("what answered and what was left out is counted", () => {
    expect(runsCheck([succeed, leftOut])).toMatchObject({
      state: "passed",
      message: "1 example answered. 1 operation left out.",
    });
    expect(runsCheck([leftOut]).message).toBe("No example was run. 1 operation left out.");
    expect(runsCheck([])).toMatchObject({ state: "passed", message: "There is nothing to run." });
  });

  test("an answer that differs from its description says so", () => {
    const warnings = ["The result differs from its description: it is no list"];
    expect(judgeOutcome("list", { status: "succeeded", warnings, ...ended }).message).toContain("differs");
  });
});
