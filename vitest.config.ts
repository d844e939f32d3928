import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// Vitest hands these to Node, where "import" would also answer the `require` calls inside CommonJS packages.
const serverConditions = ["react-server", "node"];

export default defineConfig({
  test: {
    projects: [
      {
        // Outside of Next its own loader does not pick the server's half of this module.
        resolve: { alias: { "next/navigation": "next/dist/client/components/navigation.react-server.js" } },
        ssr: { resolve: { conditions: serverConditions, externalConditions: serverConditions } },
        test: {
          name: "server",
          environment: "node",
          include: ["{lib,app,prisma,demo,scripts,bench}/**/*.test.ts"],
          exclude: ["**/*.db.test.ts"],
          testTimeout: 20_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: "browser",
          environment: "jsdom",
          include: ["{components,app}/**/*.test.tsx"],
        },
      },
    ],
  },
});
