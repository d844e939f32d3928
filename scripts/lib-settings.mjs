import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Problem } from "./lib-problem.mjs";

/** Reads `KEY=value` lines: comments, `export`, single and double quotes; no expansion. */
export function parseDotEnv(text) {
  const values = {};
  for (const line of text.split(/\r?\n/)) {
    const found = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line);
    if (!found) continue;
    const [, name, raw] = found;
    const quoted = /^"((?:[^"\\]|\\.)*)"\s*(?:#.*)?$/.exec(raw) ?? /^'([^']*)'\s*(?:#.*)?$/.exec(raw);
    if (!quoted) values[name] = raw.replace(/(^|\s+)#.*$/, "");
    else values[name] = raw.startsWith("'") ? quoted[1] : unescapeText(quoted[1]);
  }
  return values;
}

function unescapeText(text) {
  return text.replace(/\\(.)/g, (_, character) => ({ n: "\n", r: "\r", t: "\t" })[character] ?? character);
}

/** Adds what `.env` says to an environment; what is set already wins. */
export function withDotEnv(env, folder) {
  let text;
  try {
    text = readFileSync(resolve(folder, ".env"), "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return { ...env };
    throw new Problem(`The file .env cannot be read (${error.code}). Correct its permissions, or remove it.`);
  }
  return { ...parseDotEnv(text), ...env };
}

/**
 * Reads `--name value`, `--name=value` and `--name` by a table of name -> "text" | "flag". With `takesRest` all that is
 * no option is returned as `rest`.
 * @throws {Problem} for what the table does not know
 */
export function parseArguments(args, table, usage, { takesRest = false } = {}) {
  const values = takesRest ? { rest: [] } : {};
  for (let index = 0; index < args.length; index++) {
    const found = /^--([a-z-]+)(?:=(.*))?$/s.exec(args[index]);
    if (takesRest && !args[index].startsWith("-")) {
      values.rest.push(args[index]);
      continue;
    }
    const kind = found && Object.hasOwn(table, found[1]) ? table[found[1]] : undefined;
    if (!kind) throw new Problem(`There is no option ${args[index]}.\n\n${usage}`);
    if (kind === "flag") {
      if (found[2] !== undefined) throw new Problem(`${args[index]} takes no value.\n\n${usage}`);
      values[found[1]] = true;
      continue;
    }
    const value = found[2] ?? args[++index];
    if (value === undefined || value === "") throw new Problem(`--${found[1]} needs a value.\n\n${usage}`);
    values[found[1]] = value;
  }
  return values;
}

/**
 * What the commands must know before anything is installed. lib/env.ts is the judge of all settings and says the same
 * (a test compares the two).
 */
export function readSettings(env, { port } = {}, folder = process.cwd()) {
  const text = (name) => (env[name] === "" ? undefined : env[name]);
  const flags = { 1: true, true: true, 0: false, false: false };
  const databaseUrl = text("DATABASE_URL");
  const hasSignIn = text("WEFT_OIDC_ISSUER") !== undefined;
  const wantsDemo = text("WEFT_DEMO") === undefined ? undefined : flags[env.WEFT_DEMO];
  if (text("WEFT_DEMO") !== undefined && wantsDemo === undefined) {
    throw new Problem(`WEFT_DEMO is ${env.WEFT_DEMO}, but can only be 1 or 0. See .env.example.`);
  }
  const isDemo = wantsDemo ?? (databaseUrl === undefined && !hasSignIn);
  return {
    port: readPort(port ?? text("PORT") ?? "3000", port ? "--port" : "PORT"),
    dataDir: resolve(folder, text("WEFT_DATA_DIR") ?? ".weft"),
    databaseUrl,
    isEmbedded: databaseUrl === undefined,
    isDemo,
    hasSignIn,
    firstAdmin: text("WEFT_FIRST_ADMIN"),
    demoServicesUrl: text("WEFT_DEMO_SERVICES_URL"),
    publicUrl: text("WEFT_PUBLIC_URL"),
    logLevel: text("WEFT_LOG_LEVEL"),
    /** The demo company has no passwords, so only this machine may reach it. */
    hostname: isDemo ? "127.0.0.1" : "0.0.0.0",
  };
}

function readPort(value, name) {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65535) {
    throw new Problem(`${name} is ${value}, but must be a number from 0 to 65535.`);
  }
  return Number(value);
}
