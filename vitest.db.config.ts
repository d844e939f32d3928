import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // The global setup is loaded without the conditions below, so the marker package is named outright.
  resolve: {
    alias: {
      "server-only": join(import.meta.dirname, "node_modules/server-only/empty.js"),
      // Outside of Next its own loader does not pick the server's half of this module.
      "next/navigation": "next/dist/client/components/navigation.react-server.js",
    },
  },
  // Vitest hands these to Node, where "import" would also answer the `require` calls inside CommonJS packages.
  ssr: { resolve: { conditions: ["react-server", "node"], externalConditions: ["react-server", "node"] } },
  test: {
    name: "database",
    environment: "node",
    include: ["{lib,app,prisma,demo,scripts}/**/*.db.test.ts"],
    globalSetup: "./vitest.db.setup.ts",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Tools and models of these tests stand on loopback; the secrets are for them alone.
    env: {
      WEFT_EGRESS_ALLOW: "127.0.0.1",
      WEFT_KEY: "7e57".repeat(16),
      WEFT_SECRET: "a secret for tests of at least 32 characters",
    },
  },
});
