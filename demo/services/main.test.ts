import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { demoCredentials } from "./credentials.ts";
import { callService } from "./services-fixture.ts";

const token = "token of the process tests";
const credentials = demoCredentials(token);
let folder: string;
let running: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "northmere-process-"));
});

afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  running = [];
  rmSync(folder, { recursive: true, force: true });
});

type Ended = { code: number | null; output: string };
type Started = { child: ChildProcess; url: Promise<string>; ended: Promise<Ended> };

function start(...args: string[]): Started {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts"), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.push(child);
  let output = "";
  const ended = new Promise<Ended>((resolve) => child.on("close", (code) => resolve({ code, output })));
  const url = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const ready = /ready: (http:\S+)/.exec(output)?.[1];
      if (ready !== undefined) resolve(ready);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("close", () => reject(new Error(output)));
  });
  // Not every test waits for the address.
  url.catch(() => undefined);
  return { child, url, ended };
}

const startInFolder = () => start("--port", "0", "--data", folder, "--token", token, "--day", "2026-11-20");

const ticket = { title: "Outlives the process", category: "billing" };

async function open(url: string): Promise<string> {
  const answer = await callService(url, credentials, "tickets", "POST", "/tickets", { body: ticket });
  expect(answer.status).toBe(201);
  return (answer.body as { id: string }).id;
}

const statusOf = async (url: string, id: string) =>
  (await callService(url, credentials, "tickets", "GET", `/tickets/${id}`)).status;

describe("the process", () => {
  test("ends cleanly on SIGTERM and finds what was written", async () => {
    const first = startInFolder();
    const url = await first.url;
    const ids = [await open(url), await open(url), await open(url)];
    first.child.kill("SIGTERM");
    expect((await first.ended).code).toBe(0);
    const second = startInFolder();
    const again = await second.url;
    expect(await Promise.all(ids.map((id) => statusOf(again, id)))).toEqual([200, 200, 200]);
  });

  test("ends on SIGTERM although somebody never ends a request", async () => {
    const first = startInFolder();
    const { port } = new URL(await first.url);
    const socket = connect(Number(port), "127.0.0.1");
    socket.on("error", () => undefined);
    await once(socket, "connect");
    socket.write("POST /prices/v1/quotes HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 100\r\n\r\n{");
    first.child.kill("SIGTERM");
    expect((await first.ended).code).toBe(0);
    socket.destroy();
  });

  test("loses nothing it acknowledged when it is killed, and drops half a line", async () => {
    const first = startInFolder();
    const id = await open(await first.url);
    first.child.kill("SIGKILL");
    await first.ended;
    const journal = join(folder, "changes.jsonl");
    appendFileSync(journal, '{"collection":"tickets","id":"T-9');
    const second = startInFolder();
    const url = await second.url;
    expect(await statusOf(url, id)).toBe(200);
    const next = await open(url);
    expect(next).not.toBe(id);
    second.child.kill("SIGTERM");
    await second.ended;
    for (const line of readFileSync(journal, "utf8").trim().split("\n"))
      expect(() => JSON.parse(line)).not.toThrow();
  });

  test("keeps the day it was seeded for", async () => {
    const first = startInFolder();
    await first.url;
    first.child.kill("SIGTERM");
    await first.ended;
    const second = start("--port", "0", "--data", folder, "--token", token, "--day", "2027-01-02");
    const health = await fetch(`${await second.url}/health`);
    expect(await health.json()).toEqual({ status: "ok", day: "2026-11-20" });
  });

  test("says in one sentence why it does not start", async () => {
    const first = startInFolder();
    const { port } = new URL(await first.url);
    const taken = await start("--port", port, "--data", folder).ended;
    expect(taken).toEqual({ code: 1, output: `Port ${port} is taken. Choose another with --port.\n` });
    expect(await start("--port", "0").ended).toMatchObject({
      code: 1,
      output: expect.stringContaining("--data DIR"),
    });
    expect(await start("--data", folder, "--day", "soon").ended).toMatchObject({ code: 1 });
    expect(await start("--data", folder, "--colour", "red").ended).toMatchObject({ code: 1 });
  });
});
