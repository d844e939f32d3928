/** Counts of a Vitest JSON report. A file that did not load and an error outside tests count as one failure each. */
export function countVitest(report, exitCode) {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  ).length;
  const failed = report.numFailedTests + broken;
  const passed = report.numPassedTests;
  return {
    passed,
    failed: failed === 0 && (exitCode !== 0 || passed === 0) ? 1 : failed,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

/** Counts of a Playwright JSON report; a test that passed only on another try has failed. */
export function countPlaywright(report, exitCode) {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky;
  return {
    passed: expected,
    failed: failed === 0 && (exitCode !== 0 || expected === 0) ? 1 : failed,
    skipped,
  };
}

/** Sums of stages, as the last line of a test run says them. */
export function closingLine(results) {
  const sum = (name) => results.reduce((total, result) => total + result[name], 0);
  return `${sum("passed")} passed, ${sum("failed")} failed`;
}
