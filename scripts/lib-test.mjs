import { findChromium } from "./lib-chromium.mjs";
import { closingLines } from "./lib-counts.mjs";
import { generate, install, isInstalled } from "./lib-install.mjs";
import { Problem, reportFailure } from "./lib-problem.mjs";
import { root, stopOnSignals } from "./lib-processes.mjs";
import { parseArguments } from "./lib-settings.mjs";
import { withSetupLock } from "./lib-setup-lock.mjs";
import { checkSpace } from "./lib-space.mjs";
import { stages } from "./lib-stages.mjs";
import { step } from "./lib-steps.mjs";

const names = stages.map(({ name }) => name);
const usage = `npm test -- [options] [names of test files]

  --only LIST           only these stages: ${names.join(", ")}
  --skip LIST           all but these
  --require-postgres    fail when the tests on a PostgreSQL server cannot be run
  --help                show this`;

function namesIn(list = "") {
  const chosen = list.split(",").filter(Boolean);
  const unknown = chosen.find((name) => !names.includes(name));
  if (unknown) throw new Problem(`There is no stage ${unknown}.\n\n${usage}`);
  return chosen;
}

function choose({ only, skip }) {
  const [wanted, unwanted] = [namesIn(only), namesIn(skip)];
  return stages.filter(
    ({ name }) => (wanted.length === 0 || wanted.includes(name)) && !unwanted.includes(name),
  );
}

function summaryOf({ passed, failed, skipped, note }) {
  return [
    failed > 0 ? `${passed} passed, ${failed} FAILED` : `${passed} passed`,
    ...(skipped > 0 ? [`${skipped} left out`] : []),
    ...(note ? [note] : []),
  ].join(", ");
}

async function runStages(chosen, context) {
  const results = [];
  for (const { name, title, run } of chosen) {
    let result;
    await step(title, async (show) => {
      result = await run({ ...context, show });
      return summaryOf(result);
    });
    results.push({ title, ...result });
    if (result.failed > 0) context.failed.add(name);
    if (result.output) console.log(`\n${result.output.trim()}\n`);
  }
  return results;
}

/** Installs what is needed, runs all stages, and says last how many tests passed and failed. Returns the exit code. */
export async function runTests(args) {
  const stop = stopOnSignals();
  try {
    const options = { only: "text", skip: "text", "require-postgres": "flag", help: "flag" };
    const { rest, ...chosenOptions } = parseArguments(args, options, usage, { takesRest: true });
    if (chosenOptions.help) {
      console.log(usage);
      return 0;
    }
    const chosen = choose(chosenOptions);
    await checkSpace([{ folder: root, megabytes: isInstalled() ? 500 : 2_500 }]);
    const context = {
      stop,
      rest,
      mustRun: { postgres: chosenOptions["require-postgres"] === true },
      failed: new Set(),
      chromium: {},
    };
    await withSetupLock(async () => {
      await step("Packages", (show) => install(show, stop));
      await step("Database client", (show) => generate(show, stop));
      if (chosen.some(({ name }) => name === "e2e")) {
        await step("Browser", async (show) => {
          context.chromium = await findChromium(show, stop);
          return context.chromium.version ?? "missing";
        });
      }
    });
    const results = await runStages(chosen, context);
    console.log(`\n${closingLines(results).join("\n")}`);
    return results.some(({ failed }) => failed > 0) ? 1 : 0;
  } catch (error) {
    const code = reportFailure(error);
    if (code === 1) console.log("\n0 passed, 1 failed");
    return code;
  }
}
