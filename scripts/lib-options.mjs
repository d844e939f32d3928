import { Problem } from "./lib-problem.mjs";

/** The options of `npm run up` and `npm run dev`. */
export const startOptions = {
  port: "text",
  "fresh-demo": "flag",
  "wipe-database": "flag",
  "no-worker": "flag",
  help: "flag",
};

export const startUsage = (command) => `npm run ${command} -- [options]

  --port NUMBER      listen here (PORT; 3000)
  --fresh-demo       throw the demo company and all that was done in it away, and seed it again
  --wipe-database    with --fresh-demo and DATABASE_URL: yes, delete everything in that database
  --no-worker        with DATABASE_URL: leave the background work to "npm run worker"
  --help             show this

Settings come from the environment and from the file .env; .env.example lists them all.`;

function addressOf(databaseUrl) {
  if (!URL.canParse?.(databaseUrl)) return "of DATABASE_URL";
  const { host, pathname } = new URL(databaseUrl);
  return `${host}${pathname}`;
}

/**
 * Seeding again deletes. Says what, and refuses where that could be more than a demo.
 * @returns {string | undefined} the sentence to print first
 */
export function checkFreshDemo(chosen, settings) {
  if (!chosen["fresh-demo"]) {
    if (chosen["wipe-database"]) throw new Problem("--wipe-database works only together with --fresh-demo.");
    return undefined;
  }
  if (!settings.isDemo) {
    throw new Problem(
      "--fresh-demo works only in demo mode: without DATABASE_URL and OIDC, or with WEFT_DEMO=1.",
    );
  }
  if (settings.isEmbedded) {
    return `Seeding again: the database in ${settings.dataDir} and the data of the demo services are thrown away.`;
  }
  const database = addressOf(settings.databaseUrl);
  if (!chosen["wipe-database"]) {
    throw new Problem(
      `DATABASE_URL is set, so --fresh-demo would delete everything in the database ${database}. If that is meant, add --wipe-database.`,
    );
  }
  return `Seeding again: everything in the database ${database} is deleted.`;
}
