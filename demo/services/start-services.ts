import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { z } from "zod";
import { dayOf, momentAt } from "#demo/company/days.ts";
import { demoCredentials } from "./credentials.ts";
import { makeDemoApp } from "./demo-app.ts";
import { openStore } from "./store/store.ts";

export type DemoServicesOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  /** Folder for what is written; made when it does not exist. */
  readonly dataDir: string;
  /** Day from which all seeded times count, `YYYY-MM-DD`; a folder keeps the day it began with. */
  readonly day?: string | undefined;
  /** Credentials are made from it, see `demoCredentials`. */
  readonly token: string;
};

export type DemoServices = {
  readonly url: string;
  readonly day: string;
  /** Ends open requests and closes the files. */
  close(): Promise<void>;
};

const closeWithinMs = 1_000;

const seedSchema = z.strictObject({ day: z.iso.date(), seededAt: z.iso.datetime() });

// Another day on a later start would move seeded rows under changes that were made to them.
function seedOf(dataDir: string, day: string | undefined): z.infer<typeof seedSchema> {
  const file = join(dataDir, "seed.json");
  if (existsSync(file)) return seedSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const now = new Date().toISOString();
  const asked = day ?? dayOf(now);
  const seed = { day: asked, seededAt: asked === dayOf(now) ? now : momentAt(asked, "10:30") };
  writeFileSync(`${file}.new`, JSON.stringify(seed), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return seed;
}

/** Starts the demo services on 127.0.0.1; rejects when the port is taken. */
export async function startDemoServices(options: DemoServicesOptions): Promise<DemoServices> {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  chmodSync(options.dataDir, 0o700);
  const seed = seedOf(options.dataDir, options.day);
  const store = openStore(options.dataDir);
  const app = makeDemoApp(
    { store, day: seed.day, seededAt: seed.seededAt, now: () => new Date().toISOString() },
    demoCredentials(options.token),
  );
  const server = serve({ fetch: app.fetch, port: options.port, hostname: "127.0.0.1" });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("listening", resolve);
      server.once("error", reject);
    });
  } catch (error) {
    store.close();
    throw error;
  }
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  return {
    url: `http://127.0.0.1:${port}`,
    day: seed.day,
    async close() {
      const closed = new Promise<void>((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      });
      // Whoever listens on a stream, or never ends a request, must not keep the process alive.
      const patience = setTimeout(() => {
        if ("closeAllConnections" in server) server.closeAllConnections();
      }, closeWithinMs);
      if ("closeIdleConnections" in server) server.closeIdleConnections();
      await closed;
      clearTimeout(patience);
      store.close();
    },
  };
}
