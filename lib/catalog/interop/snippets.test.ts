import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pythonLiteral, type SnippetId, snippetsOf } from "#lib/catalog/interop/snippets.ts";

const run = promisify(execFile);
const args = { text: `it's "down" $HOME \`x\` ä\n2`, open: true, tags: [], page: { size: 5 }, who: null };

type Received = { method?: string | undefined; url?: string | undefined; body: unknown; headers: unknown };
const received: Received[] = [];
const server = createServer(async (request: IncomingMessage, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { "content-type": type, origin, cookie } = request.headers;
  received.push({
    method: request.method,
    url: request.url,
    body: JSON.parse(Buffer.concat(chunks).toString()),
    headers: { type, origin, cookie },
  });
  response.setHeader("content-type", "application/json").end(JSON.stringify({ ok: true }));
});
let origin = "";
let folder = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), "weft-snippets-"));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const place = () => ({ origin, cookie: "__Host-weft-session", slug: "ticket-desk" });
const codeOf = (id: SnippetId, values: Record<string, unknown> = args) =>
  snippetsOf(place(), "find_tickets", values).find((one) => one.id === id)?.code ?? "";

test.each([
  ["curl", "bash", "call.sh"],
  ["typescript", process.execPath, "call.mts"],
  ["python", "python3", "call.py"],
] as const)(
  "%s sends the call with exactly these arguments, in the person's session",
  async (id, program, file) => {
    const path = join(folder, file);
    writeFileSync(path, codeOf(id));
    const { stdout } = await run(program, [path], {
      env: { ...process.env, NODE_OPTIONS: "", WEFT_SESSION: "the-session", NO_PROXY: "127.0.0.1" },
    });
    expect(stdout).toMatch(/ok/);
    expect(received.pop()).toEqual({
      method: "POST",
      url: "/api/tools/ticket-desk/operations/find_tickets/calls",
      body: { arguments: args },
      headers: { type: "application/json", origin, cookie: "__Host-weft-session=the-session" },
    });
  },
);

test("in the browser the call goes to the portal's own address", () => {
  expect(codeOf("browser", {})).toContain('fetch("/api/tools/ticket-desk/operations/find_tickets/calls"');
  expect(codeOf("browser", {})).toContain('"arguments": {}');
});

test("values are written as Python writes them", () => {
  expect(pythonLiteral({ a: true, b: null, c: [], d: "x" })).toBe(
    '{\n    "a": True,\n    "b": None,\n    "c": [],\n    "d": "x",\n}',
  );
});
