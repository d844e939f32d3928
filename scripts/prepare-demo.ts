import { rm } from "node:fs/promises";
import { join } from "node:path";
import { defaultToken } from "#demo/services/credentials.ts";
import { startDemoServices } from "#demo/services/start-services.ts";
import { closeDatabase, databaseEngine, openDatabase } from "#lib/db/client.ts";
import { asOwner } from "#lib/db/owner.ts";
import type { Env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { removeDatabaseFolder } from "./prepared-folder.ts";

const stateKey = "demo.seeding";

/** `none` for an empty database, `begun` when a seeding did not end, `other` when there is anything else in it. */
export async function seedingState(): Promise<"none" | "begun" | "ended" | "other"> {
  const [row] = await databaseEngine().query(
    `SELECT (SELECT value->>'state' FROM setting WHERE key = $1) AS state, EXISTS (SELECT 1 FROM person) AS "hasPeople"`,
    [stateKey],
  );
  if (row?.state === "begun" || row?.state === "ended") return row.state;
  return row?.hasPeople ? "other" : "none";
}

/** The day that the demo company in the open database counts from. */
export async function seededDay(): Promise<string | undefined> {
  const [row] = await databaseEngine().query("SELECT value->>'day' AS day FROM setting WHERE key = $1", [
    stateKey,
  ]);
  return typeof row?.day === "string" ? row.day : undefined;
}

async function remember(state: "begun" | "ended", day: string): Promise<void> {
  await databaseEngine().query(
    `INSERT INTO setting (key, value) VALUES ($1, $2::jsonb)
     ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value, updated_at = now()`,
    [stateKey, JSON.stringify({ state, day })],
  );
}

/** Deletes the database behind the settings and what was done in the demo services. */
export async function removeDemo(settings: Env): Promise<void> {
  if (settings.isEmbedded) {
    await removeDatabaseFolder(settings.dataDir);
  } else {
    await openDatabase();
    await asOwner((database) =>
      database.execute(
        "DROP SCHEMA IF EXISTS pgboss CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public;",
      ),
    );
    await closeDatabase();
  }
  await rm(join(settings.dataDir, "demo-services"), { recursive: true, force: true });
}

/** Seeds the demo company into the open, empty database, with its services running in this process meanwhile. */
export async function seedDemoCompany(
  settings: Env,
  servicesPort: number | undefined,
  report: (progress: string) => void,
): Promise<{ readonly day: string; readonly done: string }> {
  const { seedDemo } = await import("#prisma/seed/main.ts");
  const today = new Date().toISOString().slice(0, 10);
  const services =
    servicesPort === undefined
      ? undefined
      : await startDemoServices({
          port: servicesPort,
          dataDir: join(settings.dataDir, "demo-services"),
          day: today,
          token: defaultToken,
        });
  const servicesUrl = services?.url ?? settings.demoServicesUrl;
  if (!servicesUrl) throw new AppError("unavailable", "The demo company's services have no address.");
  const day = services?.day ?? today;
  try {
    await remember("begun", day);
    const done = await seedDemo({ day, servicesUrl, report });
    await remember("ended", day);
    return { day, done };
  } finally {
    await services?.close();
  }
}
