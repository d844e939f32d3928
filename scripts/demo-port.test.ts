import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { demoPort } from "./lib-demo-port.mjs";

let dataDir: string;
let other: Server;
let taken: number;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "weft-port-"));
  other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  taken = (other.address() as AddressInfo).port;
});
afterEach(() => {
  other.close();
  rmSync(dataDir, { recursive: true });
});

const write = (name: string, value: object) => writeFileSync(join(dataDir, name), JSON.stringify(value));

test("a data folder keeps the port of its demo services", async () => {
  const port = await demoPort(dataDir, { isSeedingAgain: false });
  expect(await demoPort(dataDir, { isSeedingAgain: false })).toBe(port);
});

test("before the seeding another port will do; after it the tools know only this one", async () => {
  write("demo.json", { port: taken });
  expect(await demoPort(dataDir, { isSeedingAgain: false })).not.toBe(taken);
  write("demo.json", { port: taken });
  write("prepared.json", { isSeeded: true });
  await expect(demoPort(dataDir, { isSeedingAgain: false })).rejects.toThrow(
    `Port ${taken}, where the demo company's tools expect its services, is taken by another program.`,
  );
  expect(await demoPort(dataDir, { isSeedingAgain: true })).not.toBe(taken);
});
