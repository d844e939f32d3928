import { readCommand, readTarget, usage } from "./cli-options.mjs";
import { CliProblem } from "./cli-problem.mjs";
import { applyTools, exportTool, listTools } from "./cli-tools.mjs";

const verbs = { apply: applyTools, export: exportTool, list: listTools };

// Of a text from elsewhere, control characters could write over what stands on the screen.
const plain = (text) => String(text).replace(/\p{Cc}/gu, (one) => (one === "\t" || one === "\n" ? one : ""));

const out = {
  print: (line) => console.log(plain(line)),
  error: (line) => console.error(plain(line)),
  write: (text) => process.stdout.write(text),
};

/** Runs a command and gives its exit code. */
export async function run(words, env) {
  try {
    const command = readCommand(words);
    if (!command) {
      console.log(usage);
      return words.length === 0 ? 2 : 0;
    }
    const target = readTarget(command.values, env);
    if (target.warning) out.error(target.warning);
    return await verbs[command.verb](command.rest, { target, values: command.values, env, out });
  } catch (error) {
    if (!(error instanceof CliProblem)) throw error;
    out.error(error.message);
    return error.exitCode;
  }
}
