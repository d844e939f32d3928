/**
 * `node --conditions=react-server scripts/prepare.ts [--fresh-demo] [--services-port N]`: checks settings and keys,
 * migrates the database and seeds the demo company into an empty one. It ends before Weft starts, because an embedded
 * folder has room for one process. What it did goes to its parent as messages, or to the terminal.
 */
import { parseArgs } from "node:util";
import { type Env, env } from "#lib/env.ts";
import { isAppError } from "#lib/errors.ts";

type Facts = { readonly day: string | undefined; readonly people: readonly { name: string; job: string }[] };
type Message = {
  readonly database?: string;
  readonly willSeed?: boolean;
  readonly seed?: string;
  readonly progress?: string;
  readonly facts?: Facts;
};

function tell(message: Message): void {
  if (process.send) process.send(message);
  else if (message.database ?? message.seed) console.log(message.database ?? message.seed);
}

async function offeredPeople(settings: Env): Promise<Facts["people"]> {
  if (!settings.isDemo) return [];
  const { signInPeople } = await import("#demo/company/sign-in-people.ts");
  return signInPeople.map(({ person, job }) => ({ name: person.name, job }));
}

async function migrate(settings: Env): Promise<string> {
  const { prepareDatabase } = await import("#lib/jobs/prepare-database.ts");
  const applied = await prepareDatabase(settings);
  return applied.length === 0 ? "no new migrations" : `${applied.length} migrations applied`;
}

async function seed(
  settings: Env,
  migrated: string,
  servicesPort: number | undefined,
): Promise<string | undefined> {
  const { closeDatabase, openDatabase } = await import("#lib/db/client.ts");
  const demo = await import("./prepare-demo.ts");
  await openDatabase();
  try {
    const state = await demo.seedingState();
    if (state === "begun" && settings.isEmbedded) {
      // Nobody could sign in before the seeding ended, so there is nothing of anybody's in it.
      tell({ progress: "the last seeding did not end: starting over" });
      await closeDatabase();
      await demo.removeDemo(settings);
      await migrate(settings);
      await openDatabase();
    } else if (state === "begun") {
      const { AppError } = await import("#lib/errors.ts");
      throw new AppError("conflict", "The last seeding of this database did not end.", {
        mend: "Seed it again, which deletes everything in it: npm run up -- --fresh-demo --wipe-database",
      });
    }
    if (state === "ended" || state === "other") {
      tell({ database: migrated });
      return await demo.seededDay();
    }
    tell({ database: migrated, willSeed: true });
    const { day, done } = await demo.seedDemoCompany(settings, servicesPort, (progress) =>
      tell({ progress }),
    );
    tell({ seed: done });
    return day;
  } finally {
    await closeDatabase();
  }
}

async function prepare(settings: Env): Promise<void> {
  const { values } = parseArgs({
    options: { "fresh-demo": { type: "boolean", default: false }, "services-port": { type: "string" } },
  });
  const { authSecret, masterKey } = await import("#lib/secret-files.ts");
  authSecret();
  masterKey();
  const folder = await import("./prepared-folder.ts");
  const people = await offeredPeople(settings);
  const fingerprint = await folder.databaseFingerprint();
  const prepared = values["fresh-demo"] ? undefined : await folder.findPrepared(settings, fingerprint);
  if (prepared) {
    tell({ facts: { people, day: prepared.day } });
    tell({ database: "current" });
    return;
  }
  if (values["fresh-demo"]) await (await import("./prepare-demo.ts")).removeDemo(settings);
  const migrated = await migrate(settings);
  const port = values["services-port"] ? Number(values["services-port"]) : undefined;
  const day = settings.isDemo ? await seed(settings, migrated, port) : undefined;
  if (!settings.isDemo) tell({ database: migrated });
  await folder.rememberPrepared(settings.dataDir, { fingerprint, isSeeded: settings.isDemo, day });
  tell({ facts: { people, day } });
}

function explain(error: unknown): string | undefined {
  if (isAppError(error)) return [error.message, error.mend].filter(Boolean).join(" ");
  return error instanceof Error && error.message.includes(".env.example") ? error.message : undefined;
}

try {
  await prepare(env());
  // The queue's library leaves a timer behind, for which nobody should wait.
  if (process.send) process.send({}, () => process.exit(0));
  else process.exit(0);
} catch (error) {
  const sentence = explain(error);
  console.error(sentence ? `Weft cannot start: ${sentence}` : error);
  process.exit(1);
}
