import { writeFileSync } from "node:fs";
import { relative } from "node:path";

/** A Vitest reporter that writes the names of the tests that passed only at their second try, as a JSON list. */
export default class UnsteadyReporter {
  #names = [];

  onTestCaseResult(test) {
    if (!test.diagnostic()?.flaky) return;
    this.#names.push(`${relative(process.cwd(), test.module.moduleId)}: ${test.fullName}`);
  }

  onTestRunEnd() {
    const file = process.env.WEFT_UNSTEADY_FILE;
    if (file) writeFileSync(file, JSON.stringify(this.#names));
  }
}
