import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrateEmbedded } from "#lib/db/migrate.ts";
import { readMigrations } from "#lib/db/migrations/files.ts";
import {
  createEmbeddedTemplate,
  createServerTemplate,
  removeServerTemplate,
} from "#lib/db/testing/template.ts";
import { installQueue } from "#lib/jobs/install-queue.ts";
import { prepareDatabase } from "#lib/jobs/prepare-database.ts";

/** Migrates one database; every test file then gets a copy of it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "weft-test-"));
  const serverUrl = process.env.WEFT_TEST_DATABASE_URL;
  const template = serverUrl
    ? await createServerTemplate(serverUrl, (databaseUrl) =>
        prepareDatabase({ dataDir: folder, databaseUrl }),
      )
    : await createEmbeddedTemplate(join(folder, "template.tar"), async (engine) =>
        migrateEmbedded(engine, await readMigrations(), { afterwards: installQueue }),
      );
  project.provide("databaseTemplate", template);
  return async () => {
    await removeServerTemplate(template);
    await rm(folder, { recursive: true, force: true });
  };
}
