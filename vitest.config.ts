import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const serverConditions = ["react-server", "node", "import", "module", "default"];

export default defineConfig({
  test: {
    projects: [
      {
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
