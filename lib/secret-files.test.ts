import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

const settings = vi.hoisted(() => ({ current: { WEFT_LOG_LEVEL: "silent" } as Record<string, string> }));
vi.mock(import("#lib/env.ts"), async (original) => {
  const real = await original();
  return { ...real, env: () => real.parseEnv(settings.current) };
});

/** The module as a process finds it that has just started. */
async function freshStart() {
  delete (globalThis as { weftSecrets?: unknown }).weftSecrets;
  vi.resetModules();
  return import("#lib/secret-files.ts");
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "weft-secrets-"));
  settings.current = { WEFT_LOG_LEVEL: "silent", WEFT_DATA_DIR: join(folder, "data") };
});
afterEach(() => rmSync(folder, { recursive: true }));

const server = { DATABASE_URL: "postgres://weft@127.0.0.1/weft" };

describe("secrets of an embedded installation", () => {
  test("are made once, readable by their owner only, and the same after a restart", async () => {
    const first = await freshStart();
    const secret = first.authSecret();
    const key = first.masterKey();
    expect(key).toHaveLength(32);
    expect(secret).not.toBe(key.toString("hex"));
    const path = join(folder, "data", "secret");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, "data", "key")).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, "utf8").trim()).toBe(secret);
    const second = await freshStart();
    expect(second.authSecret()).toBe(secret);
    expect(second.masterKey()).toEqual(key);
  });
});

describe("secrets beside a database server", () => {
  test("are required, and the sentence names what to set", async () => {
    Object.assign(settings.current, server);
    const { authSecret, masterKey } = await freshStart();
    expect(authSecret).toThrow(/^WEFT_SECRET is missing/);
    expect(masterKey).toThrow(/^WEFT_KEY is missing/);
  });

  test("must be long enough and well formed", async () => {
    Object.assign(settings.current, server, { WEFT_SECRET: "short", WEFT_KEY: "also short" });
    const { authSecret, masterKey } = await freshStart();
    expect(authSecret).toThrow(/shorter than 32/);
    expect(masterKey).toThrow(/32 bytes/);
  });

  test("are taken in hexadecimal and in base64", async () => {
    const { parseMasterKey } = await freshStart();
    const key = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7));
    expect(parseMasterKey(key.toString("hex"))).toEqual(key);
    expect(parseMasterKey(key.toString("base64"))).toEqual(key);
    expect(parseMasterKey(key.toString("base64url"))).toEqual(key);
    expect(() => parseMasterKey(key.subarray(1).toString("hex"))).toThrow();
  });
});
