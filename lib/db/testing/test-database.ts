import "server-only";
import { afterAll, beforeAll, inject } from "vitest";
import { closeDatabase, openDatabase } from "#lib/db/client.ts";
import type { Engine } from "#lib/db/engine.ts";
import { copyTemplate, type DatabaseCopy, type Template } from "#lib/db/testing/template.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseTemplate: Template;
  }
}

export type TestDatabase = {
  readonly kind: Engine["kind"];
  /** Of the server; undefined when embedded. */
  readonly url: string | undefined;
  readonly engine: Engine;
};

/**
 * Gives the tests of a file a database of their own, migrated and otherwise empty, and makes it the one behind `db()`.
 * Embedded unless WEFT_TEST_DATABASE_URL names a server. `isEmpty` leaves even the migrations out.
 */
export function testDatabase(options: { readonly isEmpty?: boolean } = {}): TestDatabase {
  let copy: DatabaseCopy | undefined;
  const opened = (): DatabaseCopy => {
    if (!copy) throw new Error("The database opens before the first test, not before.");
    return copy;
  };
  beforeAll(async () => {
    copy = await copyTemplate(inject("databaseTemplate"), options);
    await openDatabase(copy.engine);
  });
  afterAll(async () => {
    await closeDatabase();
    await copy?.remove();
  });
  return {
    get kind() {
      return opened().engine.kind;
    },
    get url() {
      return opened().url;
    },
    get engine() {
      return opened().engine;
    },
  };
}
