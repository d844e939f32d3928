import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lockFolder } from "#lib/db/embedded/lock.ts";

const root = join(import.meta.dirname, "..");
const longEnough = "0123456789abcdef".repeat(4);
let dataDir: string;

type Settings = Readonly<Record<string, string>>;

/** Runs a script with nothing but these settings, and returns its exit code and what it said on stderr. */
function run(
  args: readonly string[],
  settings: Settings = {},
): Promise<{ code: number; said: string; out: string }> {
  const env = {
    PATH: process.env.PATH ?? "",
    HOME: process.env.HOME ?? "",
    WEFT_DATA_DIR: dataDir,
    ...settings,
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...args],
      { cwd: root, env: { ...env, NODE_ENV: "production" } },
      (error, out, said) => {
        resolve({
          code: typeof error?.code === "number" ? error.code : error ? 1 : 0,
          said: said.trim(),
          out,
        });
      },
    );
  });
}

const up = (args: readonly string[], settings?: Settings) => run(["scripts/up.mjs", ...args], settings);
const prepare = (settings?: Settings, ...args: string[]) =>
  run(["--conditions=react-server", "scripts/prepare.ts", ...args], settings);

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), "weft-refusals-"));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe("npm run up refuses in one sentence, before it does anything", () => {
  test("a port that is taken", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const { code, said } = await up(["--port", String(port)]);
    expect(said).toMatch(
      new RegExp(`^Port ${port} is taken by another program. Stop it, or choose another port: .+$`),
    );
    expect(code).toBe(1);
    server.close();
  });

  test.each([
    [["--port", "70000"], {}, /^--port is 70000, but must be a number from 0 to 65535\.$/],
    [[], { PORT: "web" }, /^PORT is web, but must be a number/],
    [[], { WEFT_DEMO: "yes" }, /^WEFT_DEMO is yes, but can only be 1 or 0/],
    [["--wipe-database"], {}, /^--wipe-database works only together with --fresh-demo\.$/],
    [["--fresh-demo"], { WEFT_DEMO: "0" }, /^--fresh-demo works only in demo mode/],
    [
      ["--fresh-demo"],
      { DATABASE_URL: "postgresql://weft:secret@db.example.com/weft", WEFT_DEMO: "1" },
      /^DATABASE_URL is set, .* everything in the database db\.example\.com\/weft\. .* --wipe-database\.$/,
    ],
  ])("%j %j", async (args, settings, sentence) => {
    const { code, said } = await up(args, settings);
    expect(said).toMatch(sentence);
    expect(said).not.toContain("secret");
    expect(code).toBe(1);
    expect(readdirSync(dataDir)).toEqual([]);
  });
});

describe("preparing refuses in one sentence", () => {
  const server = { WEFT_SECRET: longEnough, WEFT_KEY: longEnough };

  test("a database that cannot be reached", async () => {
    const { code, said } = await prepare({
      ...server,
      DATABASE_URL: "postgresql://weft:hidden@127.0.0.1:9/weft",
    });
    expect(said).toBe(
      "Weft cannot start: The database at 127.0.0.1:9/weft cannot be reached. Start it, or correct DATABASE_URL.",
    );
    expect(code).toBe(1);
  });

  test("a server database without its secrets", async () => {
    const { code, said } = await prepare({ DATABASE_URL: "postgresql://weft@127.0.0.1:9/weft" });
    expect(said).toMatch(/^Weft cannot start: WEFT_SECRET is missing: .+$/);
    expect(code).toBe(1);
  });

  test("wrong settings, each by its name", async () => {
    const { code, said } = await prepare({ WEFT_LOG_LEVEL: "loud", WEFT_PUBLIC_URL: "weft" });
    expect(said).toMatch(/^Weft cannot start: .*WEFT_PUBLIC_URL: .*WEFT_LOG_LEVEL: .*$/);
    expect(code).toBe(1);
  });

  test("a folder that another Weft has open, and leaves it alone", async () => {
    const lock = await lockFolder(dataDir);
    try {
      const { code, said } = await prepare({ WEFT_DEMO: "0" });
      expect(said).toBe(
        `Weft cannot start: The data folder ${dataDir} is open in another Weft (process ${process.pid}). Stop it or set WEFT_DATA_DIR.`,
      );
      expect(code).toBe(1);
      expect(existsSync(join(dataDir, "db"))).toBe(false);
      const wiped = await prepare({ WEFT_DEMO: "1" }, "--fresh-demo");
      expect(wiped.code).toBe(1);
      expect(wiped.said).toContain("is open in another Weft");
    } finally {
      await lock.release();
    }
  });
});
