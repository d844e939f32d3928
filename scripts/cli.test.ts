import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

const script = join(import.meta.dirname, "weft.mjs");
const key = `weft_${"a".repeat(49)}`;
type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;
const json =
  (status: number, value: unknown): Handler =>
  (_, response) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(value));
  };

let server: Server;
let url: string;
const folder = mkdtempSync(join(tmpdir(), "weft-cli-"));
let handle: Handler = json(500, {});
let asked: { path: string; authorization: string | undefined; body: string }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString("utf8");
    });
    request.on("end", () => {
      asked.push({ path: request.url ?? "", authorization: request.headers.authorization, body });
      handle(request, response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  asked = [];
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

type Ran = { readonly code: number; readonly out: string; readonly err: string };

function weft(words: readonly string[], options: { env?: object; input?: string } = {}): Promise<Ran> {
  const env = { ...process.env, WEFT_URL: url, WEFT_ACCESS_KEY: key, ...options.env };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script, ...words], { env, cwd: folder }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
    child.stdin?.end(options.input ?? "");
  });
}

const nothing = { added: [], changed: [], removed: [] };
const applied = {
  slug: "room-desk",
  name: "Room Desk",
  outcome: "created",
  isWritten: true,
  changes: { words: ["name"], settings: [], operations: { ...nothing, added: ["getBooking"] } },
  replaces: null,
  secrets: [{ name: "rooms-token", isKept: false }],
  notes: [{ line: 4, column: 3, path: "owner.team", message: "It is “x” now." }],
  href: "/owner/room-desk/edit",
};
const file = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content);
  return name;
};

describe("tools apply", () => {
  test("sends the file with the key, and says what became of it", async () => {
    handle = json(200, applied);
    const name = file("room.yaml", "apiVersion: weft.tool/v1\n");
    const { code, out, err } = await weft(["tools", "apply", name]);
    expect(asked).toEqual([
      {
        path: "/api/tools/apply",
        authorization: `Bearer ${key}`,
        body: JSON.stringify({ file: "apiVersion: weft.tool/v1\n", mode: "draft", overDraft: false }),
      },
    ]);
    expect(out).toContain("room-desk: a new tool; its draft is written");
    expect(out).toContain("operations added: getBooking");
    expect(out).toContain("still to be entered in the portal: rooms-token");
    expect(out).toContain(`${url}/owner/room-desk/edit`);
    expect(err).toBe("room.yaml:4:3: note: It is “x” now.\n");
    expect(code).toBe(0);
  });

  test("reads standard input, only checks, and answers in JSON", async () => {
    handle = json(200, { ...applied, isWritten: false });
    const words = ["tools", "apply", "-", "--check", "--json", "--over-draft"];
    const { code, out } = await weft(words, { input: "slug: x" });
    expect(JSON.parse(asked[0]?.body ?? "")).toEqual({ file: "slug: x", mode: "check", overDraft: true });
    expect(JSON.parse(out)).toMatchObject({ file: "stdin", slug: "room-desk", isWritten: false });
    expect(code).toBe(0);
  });

  test("tells each problem at its line, goes on with the next file, and fails", async () => {
    const problems = [
      { line: 2, column: 7, path: "slug", message: "Use small letters." },
      { line: 9, column: 1, path: "tags", message: "Too many.\u001b[2J" },
    ];
    handle = (request, response, body) =>
      body.includes("bad")
        ? json(422, { error: { message: "Line 2: …", details: { problems } } })(request, response, body)
        : json(200, { ...applied, outcome: "unchanged", secrets: [], notes: [] })(request, response, body);
    const { code, out, err } = await weft([
      "tools",
      "apply",
      file("bad.yaml", "bad"),
      file("good.yaml", "ok"),
    ]);
    expect(err).toBe("bad.yaml:2:7: Use small letters.\nbad.yaml:9:1: Too many.[2J\n");
    expect(out).toContain("room-desk: nothing differs");
    expect(code).toBe(1);
  });

  test("says whose draft stands in the way", async () => {
    const message = "Dora is editing Room Desk. Their draft was not replaced.";
    handle = json(409, { error: { message, mend: "Apply it over theirs (--over-draft).", details: null } });
    const { code, err } = await weft(["tools", "apply", file("room.yaml", "x")]);
    expect(err).toBe(`room.yaml: ${message} Apply it over theirs (--over-draft).\n`);
    expect(code).toBe(1);
  });

  test.each([
    ["no file", "missing.yaml", /no such file/],
    ["a folder", ".", /folder/],
    ["what is no text", file("binary.yaml", Buffer.from([0x89, 0x50, 0xff, 0xfe, 0])), /1:1: .*UTF-8/],
    ["more than 2 MB", file("large.yaml", "x".repeat(2 * 1024 * 1024 + 1)), /1:1: .*2 MB/],
  ])("does not send %s", async (_, name, message) => {
    const { code, err } = await weft(["tools", "apply", name]);
    expect(err).toMatch(message);
    expect(asked).toEqual([]);
    expect(code).toBe(1);
  });
});

test("tools export prints the file, or writes it", async () => {
  handle = (_, response) => response.end("# head\napiVersion: weft.tool/v1\nname: Ängström\n");
  const { code, out } = await weft(["tools", "export", "room-desk", "--draft"]);
  expect(asked[0]?.path).toBe("/api/tools/room-desk/tool.yaml?of=draft");
  expect(out).toBe("# head\napiVersion: weft.tool/v1\nname: Ängström\n");
  expect(code).toBe(0);
  const written = await weft(["tools", "export", "room-desk", "--output", "out.yaml"]);
  expect(written).toMatchObject({ code: 0, out: "" });
});

test("tools list goes through all pages", async () => {
  handle = (request, response, body) => {
    const page = Number(new URL(request.url ?? "", url).searchParams.get("page"));
    const hits =
      page < 3 ? [{ slug: `tool-${page}`, version: "1.0.0", kind: "http", name: `Tool ${page}` }] : [];
    json(200, { hits, page, pageSize: 1, total: 2 })(request, response, body);
  };
  const { code, out } = await weft(["tools", "list", "meeting", "rooms"]);
  expect(asked.map(({ path }) => path)).toEqual([
    "/api/catalog?q=meeting+rooms&page=1",
    "/api/catalog?q=meeting+rooms&page=2",
  ]);
  expect(out).toBe("tool-1\t1.0.0\thttp\tTool 1\ntool-2\t1.0.0\thttp\tTool 2\n");
  expect(code).toBe(0);
});

describe("whoever answers", () => {
  test.each<[string, Handler, RegExp]>([
    [
      "a refused key",
      json(401, { error: { message: "Revoked.", mend: "Make a new key." } }),
      /Revoked\. Make a new/,
    ],
    ["a failure", json(500, { error: { message: "Wrong.", requestId: "r-1" } }), /Wrong\. \(request r-1\)/],
    ["a page of something else", (_, response) => response.end("<html>Welcome</html>"), /not Weft/],
    [
      "an error of something else",
      (_, response) => response.writeHead(502).end("Bad gateway"),
      /502\) is not Weft/,
    ],
    ["JSON of something else", json(200, { ok: true }), /not Weft/],
    [
      "a redirect",
      (_, response) => response.writeHead(302, { location: "https://elsewhere.example/" }).end(),
      /sends on to https:\/\/elsewhere.example\//,
    ],
    ["nothing", () => undefined, /did not answer within 1 s/],
    [
      "half an answer",
      (_, response) => void response.write("{", () => response.destroy()),
      /does not answer/,
    ],
  ])("%s is told in a sentence", async (_, handler, message) => {
    handle = handler;
    const { code, out, err } = await weft(["tools", "list", "--wait", "1"]);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
    expect(out).toBe("");
    expect(code).toBe(1);
  });

  test("nobody at all", async () => {
    const { code, err } = await weft(["tools", "list", "--url", "http://127.0.0.1:9"]);
    expect(err).toMatch(/does not answer at http:\/\/127.0.0.1:9 .*npm run up/);
    expect(code).toBe(1);
  });
});

describe("a command that is wrong", () => {
  test.each<[readonly string[], object, RegExp]>([
    [["tools", "publish"], {}, /no command “tools publish”/],
    [["nonsense"], {}, /no command/],
    [["tools", "apply"], {}, /takes a file/],
    [["tools", "export", "a", "b"], {}, /slug of one tool/],
    [["tools", "export", "../people"], {}, /not the slug/],
    [["tools", "list", "--check"], {}, /no option --check/],
    [["tools", "list", "--wrong"], {}, /--wrong/],
    [["tools", "list", "--wait", "soon"], {}, /seconds/],
    [["tools", "list", "--key", key], {}, /WEFT_ACCESS_KEY/],
    [["tools", "list"], { WEFT_ACCESS_KEY: "" }, /my\/keys/],
    [["tools", "list"], { WEFT_ACCESS_KEY: "ghp_something" }, /begins with weft_/],
    [["tools", "list", "--url", "ftp://weft"], {}, /not the address/],
    [["tools", "list", "--url", "https://a:b@weft.example"], {}, /no name and no password/],
    [["tools", "apply", "-", "-"], {}, /one file/],
  ])("%j is told, with code 2", async (words, env, message) => {
    const { code, err } = await weft(words, { env });
    expect(err).toMatch(message);
    expect(err).not.toContain(key);
    expect(code).toBe(2);
    expect(asked).toEqual([]);
  });

  test("--help needs no key and no portal", async () => {
    const { code, out } = await weft(["--help"], { env: { WEFT_ACCESS_KEY: "", WEFT_URL: "" } });
    expect(out).toContain("tools apply FILE");
    expect(code).toBe(0);
    expect((await weft([])).code).toBe(2);
  });
});
