import { describe, expect, test } from "vitest";
import {
  approvalsNeeded,
  isBelowFloor,
  isStepTooSmall,
  type ReleaseFacts,
  riskFloor,
} from "#lib/publishing/release-rules.ts";

const reading = { readOnly: true, destructive: false, idempotent: true, openWorld: false };
const destroying = { ...reading, readOnly: false, destructive: true };

test.each([
  ["public", reading, "low"],
  ["internal", reading, "low"],
  ["internal", destroying, "medium"],
  ["internal", { ...destroying, readOnly: true }, "low"],
  ["confidential", reading, "medium"],
  ["restricted", reading, "high"],
  ["restricted", destroying, "high"],
] as const)("a tool for %s data that does %j is at least of %s risk", (dataClass, annotations, floor) => {
  expect(riskFloor({ dataClass }, [{ annotations: reading }, { annotations }])).toBe(floor);
});

test("a tier is below a floor or it is not", () => {
  expect(isBelowFloor("low", "medium")).toBe(true);
  expect(isBelowFloor("medium", "medium")).toBe(false);
  expect(isBelowFloor("high", "low")).toBe(false);
});

const lead = ["domain-lead"];
const both = ["domain-lead", "security-reviewer"];
const facts = (change: Partial<Omit<ReleaseFacts, "settings">> & Partial<ReleaseFacts["settings"]>) => ({
  settings: { audience: change.audience ?? "everyone", riskTier: change.riskTier ?? "low" },
  audienceBefore: change.audienceBefore === undefined ? ("everyone" as const) : change.audienceBefore,
  isWordsOnly: change.isWordsOnly ?? false,
  autoApproval: change.autoApproval ?? "later",
});

describe("who has to agree", () => {
  test.each([
    [
      "nobody to what stays with oneself",
      { audience: "only-me", riskTier: "high", audienceBefore: null },
      [],
    ],
    ["nobody to what stays in the team", { audience: "team", riskTier: "medium" }, []],
    ["nobody to words of an approved version", { isWordsOnly: true, riskTier: "high" }, []],
    ["the lead to the first release", { audienceBefore: null }, lead],
    ["the lead when a team's tool is offered", { audienceBefore: "team", isWordsOnly: true }, lead],
    [
      "the lead when a private tool is offered to the domain",
      { audience: "domain", audienceBefore: "only-me" },
      lead,
    ],
    ["nobody to later releases of low risk", {}, []],
    ["the lead to each, where the domain wants it", { autoApproval: "never" }, lead],
    ["nobody to the first, where the domain trusts", { autoApproval: "always", audienceBefore: null }, []],
    ["the lead to medium risk, always", { riskTier: "medium", autoApproval: "always" }, lead],
    ["lead and security to high risk", { riskTier: "high", autoApproval: "always" }, both],
    ["lead and security to a first release of high risk", { riskTier: "high", audienceBefore: null }, both],
  ] as const)("%s", (_, change, expected) => {
    expect(approvalsNeeded(facts(change))).toEqual(expected);
  });
});

test("a step may be larger than needed, never smaller", () => {
  expect(isStepTooSmall("minor", "major")).toBe(true);
  expect(isStepTooSmall("patch", "minor")).toBe(true);
  expect(isStepTooSmall("major", "patch")).toBe(false);
  expect(isStepTooSmall("patch", null)).toBe(false);
});
