import { defineConfig } from "prisma/config";

// Migrations run on the WASM engine, so the native one must not be fetched: behind a firewall that fails.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
process.env.CHECKPOINT_DISABLE ??= "1";

export default defineConfig({
  schema: "prisma",
  migrations: { path: "prisma/migrations" },
});
