import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseEnv } from "#lib/env.ts";
import { parseArguments, parseDotEnv, readSettings } from "./lib-settings.mjs";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Settings that lib/env.ts knows; NODE_ENV is set by the commands, not by people. */
const known = [...read("lib/env.ts").matchAll(/^ {2}([A-Z][A-Z_]+):/gm)]
  .map(([, name]) => name)
  .filter((name) => name !== "NODE_ENV")
  .sort();

describe("every setting is documented", () => {
  test("in .env.example", () => {
    expect(known).toContain("WEFT_DATA_DIR");
    const named = [...read(".env.example").matchAll(/^#([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual(known);
  });

  test("in the operators' guide", () => {
    const named = [...read("docs/operators.md").matchAll(/^\| `([A-Z][A-Z_]+)` \|/gm)].map(
      ([, name]) => name,
    );
    expect(named.sort()).toEqual(known);
  });
});

test("the commands and lib/env.ts read settings alike", () => {
  const maybe = (...values: string[]) => fc.constantFrom(undefined, "", ...values);
  const environments = fc.record({
    PORT: fc.constantFrom(undefined, "0", "3000", "65535"),
    WEFT_DATA_DIR: maybe(".weft", "/srv/weft"),
    DATABASE_URL: maybe("postgresql://weft@localhost/weft"),
    WEFT_DEMO: maybe("0", "1", "true", "false"),
    WEFT_OIDC_ISSUER: maybe("https://login.example.com"),
    WEFT_OIDC_CLIENT_ID: fc.constant("weft"),
    WEFT_DEMO_SERVICES_URL: maybe("http://127.0.0.1:4100"),
    WEFT_PUBLIC_URL: maybe("https://weft.example.com"),
  });
  fc.assert(
    fc.property(environments, (env) => {
      const full = parseEnv(env);
      const early = readSettings(env);
      expect({ ...early, hostname: undefined, logLevel: undefined, hasSignIn: undefined }).toEqual({
        port: full.port,
        dataDir: full.dataDir,
        databaseUrl: full.databaseUrl,
        isEmbedded: full.isEmbedded,
        isDemo: full.isDemo,
        firstAdmin: full.firstAdmin,
        demoServicesUrl: full.demoServicesUrl,
        publicUrl: full.publicUrl,
      });
      expect(early.hasSignIn).toBe(full.oidc !== undefined);
      expect(early.hostname).toBe(full.isDemo ? "127.0.0.1" : "0.0.0.0");
    }),
  );
});

test("a .env file is read as people write it", () => {
  const text = [
    "# a comment",
    "PLAIN=value",
    "export SPACED =  two words  # and why",
    "HASH=a#b",
    `DOUBLE="a # b\\n\\"c\\""`,
    "SINGLE='a \\n b' # why",
    "EMPTY=",
    "not a line",
  ].join("\r\n");
  expect(parseDotEnv(text)).toEqual({
    PLAIN: "value",
    SPACED: "two words",
    HASH: "a#b",
    DOUBLE: 'a # b\n"c"',
    SINGLE: "a \\n b",
    EMPTY: "",
  });
});

test("options are read in both notations, and unknown ones are refused", () => {
  const table = { port: "text", help: "flag" };
  expect(parseArguments(["--port", "1", "--help"], table, "")).toEqual({ port: "1", help: true });
  expect(parseArguments(["--port=1"], table, "")).toEqual({ port: "1" });
  expect(parseArguments(["a.test.ts", "--help"], table, "", { takesRest: true })).toEqual({
    help: true,
    rest: ["a.test.ts"],
  });
  for (const wrong of [["--prot", "1"], ["--port"], ["--help=1"], ["extra"], ["--constructor"]]) {
    expect(() => parseArguments(wrong, table, "usage")).toThrow(/usage/);
  }
});
