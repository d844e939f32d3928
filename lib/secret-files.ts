import "server-only";
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";

const shortestSecret = 32;

type Holder = typeof globalThis & { weftSecrets?: { auth?: string; master?: Buffer } };
const holder = globalThis as Holder;
holder.weftSecrets ??= {};
const known = holder.weftSecrets;

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/**
 * Reads a secret of this installation, or makes it on the first start. It is written beside its place and linked,
 * so that of two processes starting together one wins and neither reads half a file.
 */
function readOrMake(dataDir: string, name: string): string {
  const path = join(dataDir, name);
  const present = readIfPresent(path);
  if (present) return present;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${path}.new-${process.pid}-${randomBytes(4).toString("hex")}`;
  try {
    writeFileSync(draft, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(path, "utf8").trim();
}

function missing(variable: string, purpose: string): AppError {
  return new AppError("unavailable", `${variable} is missing: ${purpose}.`, {
    mend: `Set ${variable} to the output of "openssl rand -hex 32", the same on every replica, and start again.`,
  });
}

function unusable(variable: string, problem: string): AppError {
  return new AppError("unavailable", `${variable} ${problem}.`, {
    mend: `Set ${variable} to the output of "openssl rand -hex 32".`,
  });
}

/** The secret that seals session cookies: WEFT_SECRET, or `<data folder>/secret` when the database is embedded. */
export function authSecret(): string {
  if (known.auth) return known.auth;
  const { secret, isEmbedded, dataDir } = env();
  if (!secret && !isEmbedded) throw missing("WEFT_SECRET", "it seals the session cookies");
  const value = secret ?? readOrMake(dataDir, "secret");
  if (value.length < shortestSecret) {
    throw unusable("WEFT_SECRET", `is shorter than ${shortestSecret} characters`);
  }
  known.auth = value;
  return value;
}

/** Reads 32 bytes written as 64 hexadecimal digits or as base64; throws an AppError otherwise. */
export function parseMasterKey(text: string): Buffer {
  const isHex = /^[0-9a-fA-F]{64}$/.test(text);
  const isBase64 = /^[A-Za-z0-9+/_-]{43}=?$/.test(text);
  const key = isHex ? Buffer.from(text, "hex") : isBase64 ? Buffer.from(text, "base64") : undefined;
  if (key?.length !== 32) throw unusable("WEFT_KEY", "is not 32 bytes in hexadecimal or base64");
  return key;
}

/** The key that wraps stored secrets: WEFT_KEY, or `<data folder>/key` when the database is embedded. 32 bytes. */
export function masterKey(): Buffer {
  if (known.master) return known.master;
  const { key, isEmbedded, dataDir } = env();
  if (!key && !isEmbedded) throw missing("WEFT_KEY", "it seals the stored secrets of tools and models");
  known.master = parseMasterKey(key ?? readOrMake(dataDir, "key"));
  return known.master;
}
