import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pinnedNode, root } from "./lib-processes.mjs";
import { parseDotEnv } from "./lib-settings.mjs";

/** Names of all settings, from the file that lists them. */
export function settingNames() {
  const text = readFileSync(join(root, ".env.example"), "utf8").replace(/^#\s?(?=[A-Z_]+=)/gm, "");
  return Object.keys(parseDotEnv(text));
}

/**
 * The environment of tests: that of the machine, without anybody's settings, so that they mean the same everywhere.
 * An empty setting counts as not set and also hides what a `.env` file says.
 */
export function testEnvironment(more = {}) {
  const isOwn = ([name]) => !/^(?:WEFT_|DATABASE_|NODE_ENV$|NODE_OPTIONS$|PORT$|FORCE_COLOR$)/.test(name);
  const machine = Object.fromEntries(Object.entries(process.env).filter(isOwn));
  const blank = Object.fromEntries(settingNames().map((name) => [name, ""]));
  const path = [join(pinnedNode(), ".."), join(root, "node_modules/.bin"), process.env.PATH].join(delimiter);
  return { ...machine, ...blank, PORT: "3000", PATH: path, NEXT_TELEMETRY_DISABLED: "1", ...more };
}
