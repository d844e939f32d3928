/** Counts of a Vitest JSON report. A file that did not load and an error outside tests count as one failure each. */
export function countVitest(report, exitCode) {
  if (!report) return { passed: 0, failed: 1, skipped: 0, failures: [] };
  const isBroken = ({ status, assertionResults }) =>
    status === "failed" && !assertionResults.some((test) => test.status === "failed");
  const broken = report.testResults.filter(isBroken);
  const failed = report.numFailedTests + broken.length;
  const passed = report.numPassedTests;
  return {
    passed,
    failed: failed === 0 && (exitCode !== 0 || passed === 0) ? 1 : failed,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    failures: [
      ...broken.map(({ name }) => name),
      ...report.testResults.flatMap(({ name, assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === "failed")
          .map(({ fullName }) => `${name}: ${fullName}`),
      ),
    ],
  };
}

const specsIn = ({ specs = [], suites = [] }, above = []) => [
  ...specs.map((spec) => ({ ...spec, path: [...above, spec.title].join(" › ") })),
  ...suites.flatMap((suite) => specsIn(suite, [...above, suite.title])),
];

/** Counts of a Playwright JSON report. A test that passed at its second try has passed, and is named as unsteady. */
export function countPlaywright(report, exitCode) {
  if (!report) return { passed: 0, failed: 1, skipped: 0, failures: [], unsteady: [] };
  const { expected, unexpected: failed, flaky, skipped } = report.stats;
  const passed = expected + flaky;
  const specs = specsIn(report);
  const named = (wanted) =>
    specs.filter(({ tests }) => tests.some(({ status }) => status === wanted)).map(({ path }) => path);
  return {
    passed,
    failed: failed === 0 && (exitCode !== 0 || passed === 0) ? 1 : failed,
    skipped,
    failures: named("unexpected"),
    unsteady: named("flaky"),
  };
}

function list(title, results, key) {
  const lines = results.flatMap((result) => (result[key] ?? []).map((name) => `  ${result.title}: ${name}`));
  return lines.length > 0 ? [`${title}:`, ...lines, ""] : [];
}

/** What a test run says last: which tests failed, which needed a second try, and the sums of all stages. */
export function closingLines(results) {
  const sum = (name) => results.reduce((total, result) => total + result[name], 0);
  return [
    ...list("Passed at the second try", results, "unsteady"),
    ...list("Failed", results, "failures"),
    `${sum("passed")} passed, ${sum("failed")} failed`,
  ];
}
