import { isAppError } from "#lib/errors.ts";
import { seedDemoCompany } from "./seed-demo-company.ts";

export { type SeedReport, seedDemo, seedDemoCompany } from "./seed-demo-company.ts";

async function run(): Promise<void> {
  const { env } = await import("#lib/env.ts");
  const { closeDatabase, openDatabase } = await import("#lib/db/client.ts");
  const servicesUrl = env().demoServicesUrl;
  if (!servicesUrl)
    throw new Error("WEFT_DEMO_SERVICES_URL: is missing; it names the running demo services.");
  await openDatabase();
  try {
    const report = await seedDemoCompany({ servicesUrl, report: (step) => console.log(step) });
    console.log(JSON.stringify(report, null, 2));
  } finally {
    await closeDatabase();
  }
}

if (import.meta.main) {
  try {
    await run();
  } catch (error) {
    console.error(isAppError(error) ? [error.message, error.mend].filter(Boolean).join(" ") : error);
    process.exitCode = 1;
  }
}
