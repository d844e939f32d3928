import { join } from "node:path";
import { pinnedNode, root, runToEnd } from "./lib-processes.mjs";
import { step } from "./lib-steps.mjs";

/**
 * Checks the settings, migrates the database and seeds the demo company, all in one process that ends before Weft
 * starts, because the embedded folder has room for one.
 * @returns {Promise<{ day?: string, people: { name: string, job: string }[] }>}
 */
export async function prepare(args, env, stop) {
  const events = { database: resolvers(), seed: resolvers() };
  let facts = { people: [] };
  let progress = () => undefined;
  const finished = runToEnd(
    pinnedNode(),
    ["--conditions=react-server", join(root, "scripts/prepare.ts"), ...args],
    {
      step: "the database",
      stop,
      env,
      ipc: true,
      onMessage: (message) => {
        if (message.progress) progress(message.progress);
        if (message.facts) facts = message.facts;
        if (message.database) events.database.resolve(message);
        if (message.seed) events.seed.resolve(message);
      },
    },
  );
  const failed = finished.then(() => ({}));
  let willSeed = false;
  await step("Database", async (show) => {
    progress = show;
    const message = await Promise.race([events.database.promise, failed]);
    willSeed = message.willSeed ?? false;
    return message.database ?? "ready";
  });
  if (willSeed) {
    await step("Demo company", async (show) => {
      progress = show;
      return (await Promise.race([events.seed.promise, failed])).seed ?? "seeded";
    });
  }
  await finished;
  return facts;
}

// Promise.withResolvers is younger than the oldest Node that may run this.
function resolvers() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}
