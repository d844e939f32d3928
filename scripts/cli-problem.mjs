/** Something that a person can mend, told without a stack. Exit code 1, or 2 when the command itself is wrong. */
export class CliProblem extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

export const misused = (message) => new CliProblem(`${message}\nnpm run weft -- --help shows how.`, 2);
