import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { startDemoServices } from "#demo/services/start-services.ts";
import { db } from "#lib/db/client.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { viewerOfSession } from "#lib/identity/server/load-viewer.ts";
import { startSession } from "#lib/identity/server/start-session.ts";
import { type SeedReport, seedDemoCompany } from "../main.ts";
import { companyToday } from "../seed-time.ts";

/** Seeding takes seconds on an idle machine, and much longer beside other tests. */
const patience = 300_000;
const token = "token of the seed's tests";

export type SeededCompany = {
  readonly servicesUrl: string;
  readonly token: string;
  readonly today: string;
  readonly report: SeedReport;
  /** Somebody of the company, signed in now. */
  viewer(email: string): Promise<Viewer>;
};

/** Seeds the whole company into the database of a test file, beside real services on a free port. */
export function seededCompany(): SeededCompany {
  let made: { servicesUrl: string; report: SeedReport } | undefined;
  let stop: (() => Promise<void>) | undefined;
  const today = companyToday(new Date());
  const now = () => {
    if (!made) throw new Error("The company is seeded before the first test, not before.");
    return made;
  };
  beforeAll(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "northmere-seed-"));
    const services = await startDemoServices({ port: 0, dataDir, day: today, token });
    stop = async () => {
      await services.close();
      rmSync(dataDir, { recursive: true, force: true });
    };
    made = {
      servicesUrl: services.url,
      report: await seedDemoCompany({ servicesUrl: services.url, token, today }),
    };
  }, patience);
  afterAll(async () => stop?.());
  return {
    token,
    today,
    get servicesUrl() {
      return now().servicesUrl;
    },
    get report() {
      return now().report;
    },
    async viewer(email) {
      const person = await db().person.findUniqueOrThrow({
        where: { email },
        select: { id: true, name: true },
      });
      const viewer = await viewerOfSession(await startSession(person, "demo"));
      if (!viewer) throw new Error(`${email} cannot sign in.`);
      return viewer;
    },
  };
}
