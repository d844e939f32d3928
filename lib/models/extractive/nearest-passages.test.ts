import { describe, expect, test } from "vitest";
import { namesTool } from "#lib/models/extractive/names-tool.ts";
import { plan } from "#lib/models/extractive/plan.ts";
import type { AssistantRequest } from "#lib/models/extractive/schema.ts";

type Candidate = AssistantRequest["candidates"][number];

function guide(toolName: string, passageFit: number): Candidate {
  return {
    toolSlug: toolName.toLowerCase().replace(" ", "-"),
    toolName,
    toolKind: "knowledge",
    operationName: "ask",
    title: "Ask",
    description: "Answers.",
    matchedWords: ["words"],
    inputSchema: { type: "object", properties: { question: { type: "string" } }, required: ["question"] },
    annotations: { readOnly: true },
    score: 0.2,
    passageFit,
  };
}

function asked(text: string, candidates: Candidate[], lastCall?: AssistantRequest["lastCall"]) {
  return plan({
    text,
    now: "2026-05-06T10:00:00Z",
    candidates,
    decision: "offer",
    ...(lastCall ? { lastCall } : {}),
  });
}

const runbooks = guide("Runbook Finder", 0.1);
const security = guide("Security Guide", 0.3);
const alarm: Candidate = {
  ...guide("Alarm Assistant", 0),
  toolKind: "agent",
  inputSchema: { type: "object", properties: { code: { type: "string" } } },
};
const before = "what does LOS-4417 mean and who is on call";

describe("the passages beside a refusal", () => {
  test("come from the tool that the words name, for the question asked before", () => {
    const last = { operation: alarm, arguments: { code: "LOS-4417" }, request: before };
    expect(asked("summarise the runbook for me", [security, runbooks], last)).toMatchObject({
      kind: "decline",
      reason: "cannot-summarise",
      nearest: { operation: { toolSlug: "runbook-finder" }, arguments: { question: before } },
    });
  });

  test("are about what a follow-up left unsaid", () => {
    const last = {
      operation: alarm,
      arguments: { code: "LOS-4417", site: "BRG-09" },
      request: "and for BRG-09?",
    };
    expect(asked("summarise the runbook for me", [runbooks], last)).toMatchObject({
      nearest: { arguments: { question: "LOS-4417 BRG-09" } },
    });
  });

  test("come from the last call when the words name nothing", () => {
    const last = {
      operation: security,
      arguments: { question: "may I share it?" },
      request: "may I share it?",
    };
    expect(asked("summarise that please", [runbooks], last)).toMatchObject({
      nearest: { operation: { toolSlug: "security-guide" }, arguments: { question: "may I share it?" } },
    });
  });

  test("answer the request itself when it has a subject of its own", () => {
    const last = { operation: alarm, arguments: { code: "LOS-4417" }, request: before };
    const text = "summarise the rules for passwords";
    expect(asked(text, [guide("Security Guide", 0.8)], last)).toMatchObject({
      nearest: { operation: { toolSlug: "security-guide" }, arguments: { question: text } },
    });
  });

  test("are left out when nothing is near", () => {
    expect(asked("summarise that please", [runbooks])).not.toHaveProperty("nearest");
  });
});

describe("told to do what no operation does", () => {
  test.each(["book me a flight to Mars", "reset my password", "encomenda uma pizza"])("%s", (text) => {
    expect(asked(text, [guide("Travel Guide", 0.6)])).toMatchObject({
      kind: "decline",
      reason: "no-operation",
      nearest: { operation: { toolSlug: "travel-guide" } },
    });
  });

  test.each(["pay day", "how do I reset my password?", "booking a flight"])("%s is a question", (text) => {
    expect(asked(text, [guide("Travel Guide", 0.6)])).toMatchObject({ kind: "call" });
  });
});

test("a code of the same shape takes the place of the one asked about before", () => {
  const last = {
    operation: guide("Runbook Finder", 0.9),
    arguments: { question: "who goes to BRG-07 for LOS-4417?" },
    request: "",
  };
  expect(asked("and for BRG-09?", [], last)).toMatchObject({
    kind: "call",
    arguments: { question: "who goes to BRG-09 for LOS-4417?" },
  });
});

test.each([
  ["what are the salary bands", "Salary Bands", "all"],
  ["what is the salary band of a lead", "Salary Bands", "all"],
  ["which clause ends it", "Clause Library", "part"],
  ["a quote for Rosa", "Salary Bands", "none"],
] as const)("%s names of %s: %s", (text, name, expected) => {
  expect(namesTool(text, name)).toBe(expected);
});
