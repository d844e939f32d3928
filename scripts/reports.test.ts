import { describe, expect, test } from "vitest";
import { closingLines, countPlaywright, countVitest } from "./lib-counts.mjs";
import { explainOutput } from "./lib-problem.mjs";

const file = (status: string, ...tests: string[]) => ({
  name: "a.test.ts",
  status,
  assertionResults: tests.map((each) => ({ status: each, fullName: `is ${each}` })),
});

describe("counts of a test run", () => {
  test("failed tests and files that did not load are failures", () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 2,
      testResults: [file("passed", "passed", "passed"), file("failed", "passed", "failed"), file("failed")],
    };
    expect(countVitest(report, 1)).toEqual({
      passed: 3,
      failed: 2,
      skipped: 2,
      failures: ["a.test.ts", "a.test.ts: is failed"],
    });
  });

  test("an error outside tests, no report and no tests are failures too", () => {
    const passing = {
      numPassedTests: 1,
      numFailedTests: 0,
      numPendingTests: 0,
      testResults: [file("passed", "passed")],
    };
    expect(countVitest(passing, 0).failed).toBe(0);
    expect(countVitest(passing, 1).failed).toBe(1);
    expect(countVitest({ ...passing, numPassedTests: 0, testResults: [] }, 0).failed).toBe(1);
    expect(countVitest(undefined, 0).failed).toBe(1);
    expect(countPlaywright(undefined, 0).failed).toBe(1);
    expect(countPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 3 } }, 0).failed).toBe(
      1,
    );
  });

  test("what failed and what needed a second try is named", () => {
    const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
    const report = {
      stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 },
      suites: [
        {
          title: "chat.spec.ts",
          specs: [spec("a stop", "unexpected"), spec("a start", "expected")],
          suites: [{ title: "a reload", specs: [spec("loses nothing", "flaky")] }],
        },
      ],
    };
    const counts = countPlaywright(report, 1);
    expect(counts).toEqual({
      passed: 5,
      failed: 1,
      skipped: 0,
      failures: ["chat.spec.ts › a stop"],
      unsteady: ["chat.spec.ts › a reload › loses nothing"],
    });
    expect(closingLines([{ title: "End to end", ...counts }])).toEqual([
      "Passed at the second try:",
      "  End to end: chat.spec.ts › a reload › loses nothing",
      "",
      "Failed:",
      "  End to end: chat.spec.ts › a stop",
      "",
      "5 passed, 1 failed",
    ]);
  });

  test("the closing line sums all stages", () => {
    const results = [
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 20, failed: 2, skipped: 5 },
    ];
    expect(closingLines(results)).toEqual(["21 passed, 2 failed"]);
  });
});

describe("what a command printed becomes a sentence", () => {
  test.each([
    ["npm error code ENOTFOUND", "packages", /registry cannot be reached \(ENOTFOUND\)/],
    ["npm error code E401", "packages", /registry refuses/],
    ["Error: ENOSPC: no space left on device, write", undefined, /disk is full/],
    [
      "Weft cannot start: The folder is open in another Weft (process 7). Stop it.",
      undefined,
      /^The folder is open/,
    ],
    ["Error: EACCES: permission denied, mkdir '/srv/x'", undefined, /may not be written .*\/srv\/x/],
  ])("%s", (output, step, sentence) => {
    expect(explainOutput(output, step)?.sentence).toMatch(sentence);
  });

  test("a refused connection is about the registry only while packages are installed", () => {
    expect(explainOutput("connect ECONNREFUSED 127.0.0.1:5432")).toBeUndefined();
  });
});
