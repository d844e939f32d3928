import { tmpdir } from "node:os";
import { describe, expect, inject, it } from "vitest";
import { type MigrateOptions, migrate, migrateEmbedded } from "#lib/db/migrate.ts";
import { draftMigration } from "#lib/db/migrations/draft.ts";
import { type Migration, readMigrations } from "#lib/db/migrations/files.ts";
import { copyTemplate, type DatabaseCopy } from "#lib/db/testing/template.ts";

/** Applies migrations to a database, over its address when it is a server. */
function apply(
  copy: DatabaseCopy,
  migrations: readonly Migration[],
  afterwards?: MigrateOptions["afterwards"],
) {
  const rest = afterwards ? { afterwards } : {};
  return copy.url
    ? migrate({ dataDir: tmpdir(), databaseUrl: copy.url, migrations, ...rest })
    : migrateEmbedded(copy.engine, migrations, rest);
}

async function withEmptyDatabase(test: (copy: DatabaseCopy) => Promise<void>): Promise<void> {
  const copy = await copyTemplate(inject("databaseTemplate"), { isEmpty: true });
  try {
    await test(copy);
  } finally {
    await copy.remove();
  }
}

const isEmbedded = inject("databaseTemplate").kind === "embedded";
const first = { name: "0001_first", sql: "CREATE TABLE one (id int PRIMARY KEY);" };

describe("migrate", () => {
  it("applies what is missing, in order, once", () =>
    withEmptyDatabase(async (copy) => {
      const second = { name: "0002_second", sql: "ALTER TABLE one ADD COLUMN name text;" };
      expect(await apply(copy, [first])).toEqual(["0001_first"]);
      expect(await apply(copy, [first, second])).toEqual(["0002_second"]);
      expect(await apply(copy, [first, second])).toEqual([]);
      expect(
        await copy.engine.query(
          "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1",
        ),
      ).toEqual([{ migration_name: "0001_first" }, { migration_name: "0002_second" }]);
    }));

  it("fails on bad SQL, records nothing as applied and leaves nothing behind", () =>
    withEmptyDatabase(async (copy) => {
      const bad = { name: "0002_bad", sql: "CREATE TABLE two (id int); INSERT INTO nowhere VALUES (1);" };
      await expect(apply(copy, [first, bad])).rejects.toThrow(
        /0002_bad failed and left nothing behind.*nowhere/,
      );
      expect(
        await copy.engine.query(
          "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL",
        ),
      ).toEqual([{ migration_name: "0001_first" }]);
      expect(await copy.engine.query("SELECT to_regclass('two') AS two")).toEqual([{ two: null }]);

      const mended = { name: "0002_bad", sql: "CREATE TABLE two (id int);" };
      expect(await apply(copy, [first, mended])).toEqual(["0002_bad"]);
    }));

  it("applies dollar-quoted bodies with semicolons", () =>
    withEmptyDatabase(async (copy) => {
      const trigger = {
        name: "0002_trigger",
        sql: `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN RAISE EXCEPTION 'refused; for good'; END;
          $$;
          CREATE TRIGGER one_refuse BEFORE DELETE ON one FOR EACH ROW EXECUTE FUNCTION refuse();`,
      };
      await apply(copy, [first, trigger]);
      await copy.engine.query("INSERT INTO one VALUES (1)");
      await expect(copy.engine.query("DELETE FROM one")).rejects.toThrow("refused; for good");
    }));

  it("refuses a database of a newer Weft, and edited migrations", () =>
    withEmptyDatabase(async (copy) => {
      const second = { name: "0002_second", sql: "CREATE TABLE two (id int);" };
      await apply(copy, [first, second]);
      await expect(apply(copy, [first])).rejects.toThrow("written by a newer Weft");
      const edited = { ...second, sql: "CREATE TABLE two (id bigint);" };
      await expect(apply(copy, [first, edited])).rejects.toThrow(
        "edited after they had been applied: 0002_second",
      );
    }));

  it.skipIf(isEmbedded)("lets two processes migrate a server at the same time", () =>
    withEmptyDatabase(async (copy) => {
      const slow = { name: "0001_slow", sql: "SELECT pg_sleep(0.5); CREATE TABLE one (id int);" };
      const applied = await Promise.all([apply(copy, [slow]), apply(copy, [slow])]);
      expect(applied.flat()).toEqual(["0001_slow"]);
    }),
  );

  it("says in one sentence that a server is not there", async () => {
    const attempt = migrate({
      dataDir: tmpdir(),
      databaseUrl: "postgresql://weft:secret@127.0.0.1:1/weft",
      migrations: [],
    });
    await expect(attempt).rejects.toThrow("The database at 127.0.0.1:1/weft cannot be reached.");
  });
});

describe("schema and migrations", () => {
  it("agree", async () => {
    expect(await draftMigration()).toBeUndefined();
  });

  it("are seen to differ when they do", async () => {
    const migrations = [
      ...(await readMigrations()),
      { name: "9999_drift", sql: "ALTER TABLE person ADD COLUMN drift int;" },
    ];
    expect(await draftMigration({ migrations })).toMatch(/ALTER TABLE "person" DROP COLUMN "drift"/);
  });

  it("partition the append-heavy tables of a new schema", async () => {
    const sql = await draftMigration({ migrations: [] });
    for (const table of ["audit_event", "usage_record", "run_event"]) {
      expect(sql).toContain(`CREATE TABLE "${table}_default" PARTITION OF "${table}" DEFAULT;`);
    }
    expect(sql?.match(/PARTITION BY RANGE/g)).toHaveLength(3);
  });
});
