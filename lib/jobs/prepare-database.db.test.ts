import { tmpdir } from "node:os";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { copyTemplate, type DatabaseCopy } from "#lib/db/testing/template.ts";
import { newId } from "#lib/db/uuid.ts";
import { createBoss, queueName } from "#lib/jobs/boss.ts";
import { prepareDatabase } from "#lib/jobs/prepare-database.ts";

describe.skipIf(inject("databaseTemplate").kind === "embedded")("the rights of the app's role", () => {
  const role = `weft_app_${process.pid}`;
  let copy: DatabaseCopy;
  let app: Client;

  beforeAll(async () => {
    copy = await copyTemplate(inject("databaseTemplate"));
    await copy.engine.query(`CREATE ROLE ${role} LOGIN PASSWORD 'app'`);
    const url = new URL(copy.url ?? "");
    url.username = role;
    url.password = "app";
    await prepareDatabase({ dataDir: tmpdir(), databaseUrl: url.href, databaseOwnerUrl: copy.url });
    app = new Client({ connectionString: url.href });
    await app.connect();
  });
  afterAll(async () => {
    await app.end();
    await copy.engine.query(`DROP OWNED BY ${role}`);
    await copy.engine.query(`DROP ROLE ${role}`);
    await copy.remove();
  });

  it("allow rows and background work", async () => {
    await app.query("INSERT INTO setting (key, value) VALUES ('a', '1')");
    await app.query("UPDATE setting SET value = '2'");
    await app.query("DELETE FROM setting");
    await app.query(
      "INSERT INTO run_event (id, run_id, sequence, kind, payload) VALUES ($1, $1, 1, 'x', '{}')",
      [newId()],
    );
    const boss = createBoss({
      query: async (sql, values = []) => (await app.query(sql, [...values])).rows,
      execute: async (script) => {
        await app.query(script);
      },
    });
    await boss.start();
    await boss.send(queueName, { job: "x" });
    const [job] = await boss.fetch(queueName);
    await boss.complete(queueName, job?.id ?? "");
    await boss.maintain();
    await boss.stop({ graceful: false });
  });

  it.each([
    "UPDATE audit_event SET type = 'x'",
    "DELETE FROM audit_event",
    "TRUNCATE audit_event",
    "SELECT * FROM audit_event_default",
    "DELETE FROM audit_event_default",
    "CREATE TABLE mine (id int)",
    "DROP TABLE setting",
    "DELETE FROM _prisma_migrations",
    "ALTER TABLE audit_event DISABLE TRIGGER ALL",
  ])("forbid %s", async (sql) => {
    await expect(app.query(sql)).rejects.toThrow(/permission denied|must be owner/);
  });
});
