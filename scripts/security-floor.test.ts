import { expect, test } from "vitest";
import { belowFloor, compareVersions } from "./lib-security-floor.mjs";

test("versions compare by number, and a pre-release comes before its release", () => {
  expect(compareVersions("16.10.0", "16.9.9")).toBeGreaterThan(0);
  expect(compareVersions("4.24.15", "4.24.15")).toBe(0);
  expect(compareVersions("19.3.1", "20.0.0")).toBeLessThan(0);
  expect(compareVersions("5.0.0-beta.30", "5.0.0")).toBeLessThan(0);
});

test("a copy below the floor is found wherever it lies, and so is one that is gone", () => {
  const lock = {
    packages: {
      "": { version: "0.1.0" },
      "node_modules/next": { version: "16.4.6" },
      "node_modules/other/node_modules/next": { version: "16.4.5" },
      "node_modules/not-next": { version: "1.0.0" },
    },
  };
  expect(belowFloor({ next: "16.4.6" }, lock)).toEqual([
    "node_modules/other/node_modules/next is 16.4.5; the floor is 16.4.6.",
  ]);
  expect(belowFloor({ next: "16.4.0" }, lock)).toEqual([]);
  expect(belowFloor({ react: "19.3.1" }, lock)).toHaveLength(1);
});
