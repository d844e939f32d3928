import "server-only";
import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import pg from "pg";
import { pgliteEngine } from "#lib/db/embedded/engine.ts";
import { openPGlite } from "#lib/db/embedded/pglite.ts";
import type { Engine } from "#lib/db/engine.ts";
import { postgresEngine } from "#lib/db/postgres-engine.ts";

/** A migrated database that tests copy: a dumped data folder, or a template on a server. */
export type Template =
  | { readonly kind: "embedded"; readonly path: string }
  | { readonly kind: "server"; readonly adminUrl: string; readonly name: string };

export type DatabaseCopy = {
  readonly engine: Engine;
  readonly url: string | undefined;
  remove(): Promise<void>;
};

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Makes a template in a file: the data folder of a PGlite in memory that `prepare` filled. */
export async function createEmbeddedTemplate(
  path: string,
  prepare: (engine: Engine) => Promise<unknown>,
): Promise<Template> {
  const pglite = await openPGlite();
  const engine = pgliteEngine({ create: async () => pglite });
  await prepare(engine);
  const dump = await pglite.dumpDataDir("none");
  await writeFile(path, Buffer.from(await dump.arrayBuffer()));
  await engine.close();
  return { kind: "embedded", path };
}

/** Makes a template database on a server. */
export async function createServerTemplate(
  adminUrl: string,
  prepare: (url: string) => Promise<unknown>,
): Promise<Template> {
  const name = `weft_template_${randomBytes(6).toString("hex")}`;
  await asAdmin(adminUrl, `CREATE DATABASE ${name}`);
  await prepare(withDatabase(adminUrl, name));
  return { kind: "server", adminUrl, name };
}

export async function removeServerTemplate(template: Template): Promise<void> {
  if (template.kind === "server")
    await asAdmin(template.adminUrl, `DROP DATABASE IF EXISTS ${template.name} WITH (FORCE)`);
}

/** A database of one's own: as the template is, or empty. */
export async function copyTemplate(template: Template, { isEmpty = false } = {}): Promise<DatabaseCopy> {
  if (template.kind === "embedded") {
    const data = isEmpty ? undefined : new Blob([await readFile(template.path)]);
    const create = () => openPGlite(data ? { loadDataDir: data } : {});
    const engine = pgliteEngine({ create });
    return { engine, url: undefined, remove: () => engine.close() };
  }
  const name = `weft_test_${randomBytes(6).toString("hex")}`;
  const source = isEmpty ? "template0" : template.name;
  await asAdmin(template.adminUrl, `CREATE DATABASE ${name} TEMPLATE ${source}`);
  const url = withDatabase(template.adminUrl, name);
  const engine = postgresEngine({ url });
  return {
    engine,
    url,
    remove: async () => {
      await engine.close();
      await asAdmin(template.adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}
