import { expect, test } from "vitest";
import { highestVersion, nextVersion } from "#lib/publishing/next-version.ts";

test.each([
  ["1.2.3", "patch", "1.2.4"],
  ["1.2.3", "minor", "1.3.0"],
  ["0.9.9", "minor", "0.10.0"],
  ["2.0.0", "patch", "2.0.1"],
  ["1.2", "patch", "1.2.1"],
  ["3.1.4-beta", "patch", "3.1.5"],
  ["1.9.3", "major", "2.0.0"],
  [null, "patch", "1.0.0"],
] as const)("after %s a %s gives %s", (version, step, expected) => {
  expect(nextVersion(version, step)).toBe(expected);
});

test("the highest version is not the last in the order of letters", () => {
  expect(highestVersion(["1.9.0", "1.10.0", "1.2.9"])).toBe("1.10.0");
  expect(highestVersion([])).toBeNull();
});
