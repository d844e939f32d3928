import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { createEgress, type Egress, type EgressOptions, egressFetch } from "#lib/http/egress.ts";

const cleanUps: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function serve(listener: RequestListener, host = "127.0.0.1"): Promise<number> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, host, done));
  cleanUps.push(() => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  });
  return (server.address() as AddressInfo).port;
}

async function serveRaw(onData: (data: Buffer, write: (text: string) => void) => void): Promise<number> {
  const server = createTcpServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.on("data", (data) => onData(data, (text) => socket.end(text)));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  cleanUps.push(() => new Promise((done) => server.close(done)));
  return (server.address() as AddressInfo).port;
}

function egress(options: EgressOptions = {}): Egress {
  const made = createEgress({ allowPrivate: ["127.0.0.0/8"], ...options });
  cleanUps.push(made.close);
  return made;
}

const echo = async (request: IncomingMessage, response: ServerResponse) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ method: request.method, url: request.url, headers: request.headers, body }));
};

const refusal = (reason: string) => ({ code: "egress-refused", details: { reason } });

describe("what may be called", () => {
  test.each([
    ["http://127.0.0.1:9/", "address"],
    ["http://2130706433/", "address"],
    ["http://0x7f.1/", "address"],
    ["http://[::1]/", "address"],
    ["http://[::ffff:10.0.0.1]/", "address"],
    ["http://[64:ff9b::a00:1]/", "address"],
    ["http://169.254.169.254/latest/meta-data/", "address"],
    ["http://10.0.0.1./", "address"],
    ["http://localhost:8099/", "address"],
    ["http://user:secret@example.org/", "address"],
    ["ftp://example.org/", "protocol"],
    ["file:///etc/passwd", "protocol"],
    ["data:text/plain,x", "protocol"],
  ])("%s is refused", async (url, reason) => {
    await expect(egress({ allowPrivate: [] }).fetch(url)).rejects.toMatchObject(refusal(reason));
  });

  test("text that is no address is invalid input", async () => {
    await expect(egress().fetch("tool/x")).rejects.toMatchObject({ code: "invalid-input" });
  });

  test("a name with one private address among public ones is refused", async () => {
    const client = egress({ allowPrivate: [], resolve: async () => ["8.8.8.8", "::ffff:127.0.0.1"] });
    await expect(client.fetch("http://tool.example/")).rejects.toMatchObject(refusal("address"));
  });

  test("a name that is not known says so", async () => {
    const client = egress({ resolve: async () => [] });
    await expect(client.fetch("http://tool.example/")).rejects.toMatchObject({
      code: "upstream-failed",
      details: { reason: "not-found" },
      message: expect.stringContaining("tool.example"),
    });
  });

  test("allowHosts confines a tool to its own addresses", async () => {
    const port = await serve(echo);
    const client = egress();
    const allowHosts = ["api.example.org"];
    await expect(client.fetch(`http://127.0.0.1:${port}/`, { allowHosts })).rejects.toMatchObject(
      refusal("address"),
    );
    const answer = await client.fetch(`http://127.0.0.1:${port}/`, { allowHosts: [`127.0.0.1:${port}`] });
    expect(answer.status).toBe(200);
  });
});

describe("the connection", () => {
  test("goes to the checked address under the name's own host header", async () => {
    const port = await serve(echo, "127.0.0.5");
    const asked: string[] = [];
    const client = egress({
      resolve: async (name) => {
        asked.push(name);
        return ["127.0.0.5"];
      },
    });
    const answer = await client.fetch(`http://tool.example:${port}/a?b=1`, {
      headers: { host: "evil.example" },
    });
    expect(await answer.json()).toMatchObject({ url: "/a?b=1", headers: { host: `tool.example:${port}` } });
    expect(asked).toEqual(["tool.example"]);
  });

  test("a name that points elsewhere on the second look is refused", async () => {
    const port = await serve((_, response) => {
      response.setHeader("connection", "close");
      response.end("first");
    });
    const answers = [["127.0.0.1"], ["10.0.0.7"]];
    const client = egress({ allowPrivate: ["127.0.0.0/8"], resolve: async () => answers.shift() ?? [] });
    const first = await client.fetch(`http://tool.example:${port}/`);
    expect(await first.text()).toBe("first");
    await expect(client.fetch(`http://tool.example:${port}/`)).rejects.toMatchObject(refusal("address"));
  });

  test("tries the next address when the first does not answer", async () => {
    const port = await serve(echo, "127.0.0.5");
    const client = egress({ resolve: async () => ["127.0.0.6", "127.0.0.5"] });
    expect((await client.fetch(`http://tool.example:${port}/`)).status).toBe(200);
  });

  test("keeps the name as TLS server name", async () => {
    const hellos: Buffer[] = [];
    const port = await serveRaw((data, write) => {
      hellos.push(data);
      write("no");
    });
    const client = egress({ resolve: async () => ["127.0.0.1"] });
    await expect(client.fetch(`https://tool.example:${port}/`)).rejects.toMatchObject({
      code: "upstream-failed",
    });
    expect(hellos[0]?.includes("tool.example")).toBe(true);
  });

  test("a pool is never shared between clients with different rights", async () => {
    const port = await serve(echo);
    expect((await egress().fetch(`http://localhost:${port}/`)).status).toBe(200);
    await expect(egress({ allowPrivate: [] }).fetch(`http://localhost:${port}/`)).rejects.toMatchObject(
      refusal("address"),
    );
  });

  test("a closed port is unreachable", async () => {
    await expect(egress().fetch("http://127.0.0.1:1/")).rejects.toMatchObject({
      code: "upstream-failed",
    });
  });

  test("a server that does not speak HTTP is unreadable", async () => {
    const port = await serveRaw((_, write) => write("SSH-2.0-OpenSSH\r\n\r\n"));
    await expect(egress().fetch(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({
      code: "upstream-failed",
      details: { reason: "unreadable" },
    });
  });
});

describe("redirects", () => {
  test("are followed, and their target is checked like any address", async () => {
    const port = await serve((request, response) => {
      if (request.url === "/") response.writeHead(302, { location: "/next" }).end();
      else if (request.url === "/private") response.writeHead(302, { location: "http://10.0.0.1/" }).end();
      else if (request.url === "/file") response.writeHead(302, { location: "file:///etc/passwd" }).end();
      else response.end("here");
    });
    const client = egress();
    const answer = await client.fetch(`http://127.0.0.1:${port}/`);
    expect(await answer.text()).toBe("here");
    expect(answer.url).toBe(`http://127.0.0.1:${port}/next`);
    await expect(client.fetch(`http://127.0.0.1:${port}/private`)).rejects.toMatchObject(refusal("address"));
    await expect(client.fetch(`http://127.0.0.1:${port}/file`)).rejects.toMatchObject(refusal("protocol"));
  });

  test("give nothing away to another origin", async () => {
    const other = await serve(echo);
    const port = await serve((_, response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${other}/` }).end(),
    );
    const headers = { authorization: "Bearer s", "x-api-key": "s", cookie: "s=1", accept: "text/x" };
    const answer = await egress().fetch(`http://127.0.0.1:${port}/`, { headers });
    const seen = (await answer.json()).headers;
    expect(seen).toMatchObject({ accept: "text/x" });
    expect(JSON.stringify(seen)).not.toMatch(/Bearer|x-api-key|s=1/);
  });

  test("keep method and body on 307 within an origin, refuse them across", async () => {
    const other = await serve(echo);
    const port = await serve((request, response) => {
      if (request.url === "/same") response.writeHead(307, { location: "/done" }).end();
      else if (request.url === "/away")
        response.writeHead(307, { location: `http://127.0.0.1:${other}/` }).end();
      else if (request.url === "/see") response.writeHead(303, { location: "/done" }).end();
      else echo(request, response);
    });
    const client = egress();
    const post = (path: string) =>
      client.fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", body: "x" });
    expect(await (await post("/same")).json()).toMatchObject({ method: "POST", body: "x" });
    expect(await (await post("/see")).json()).toMatchObject({ method: "GET", body: "" });
    await expect(post("/away")).rejects.toMatchObject(refusal("redirect"));
  });

  test("end after three, and can be switched off", async () => {
    const port = await serve((_, response) => response.writeHead(302, { location: "/" }).end());
    const client = egress();
    await expect(client.fetch(`http://127.0.0.1:${port}/`)).rejects.toMatchObject(refusal("redirect"));
    const seen = await client.fetch(`http://127.0.0.1:${port}/`, { redirect: "manual" });
    expect(seen.status).toBe(302);
  });
});

describe("limits", () => {
  test("a silent server ends at the time limit", async () => {
    const port = await serve(() => undefined);
    await expect(egress().fetch(`http://127.0.0.1:${port}/`, { timeLimitMs: 80 })).rejects.toMatchObject({
      code: "upstream-timeout",
      details: { reason: "time" },
    });
  });

  test("a trickle ends at the time limit too, and a pause at the idle limit", async () => {
    const port = await serve(async (request, response) => {
      for (let i = 0; i < 50 && !response.destroyed; i += 1) {
        response.write("x");
        await sleep(request.url === "/pause" && i === 2 ? 2000 : 20);
      }
      response.end();
    });
    const client = egress();
    const trickle = await client.fetch(`http://127.0.0.1:${port}/`, { timeLimitMs: 150 });
    await expect(trickle.text()).rejects.toMatchObject({ code: "upstream-timeout" });
    const pause = await client.fetch(`http://127.0.0.1:${port}/pause`, { idleTimeLimitMs: 150 });
    await expect(pause.text()).rejects.toMatchObject({ code: "upstream-timeout" });
  });

  test("a name server that hangs ends at the connect limit", async () => {
    const client = egress({ resolve: () => new Promise(() => undefined), connectTimeLimitMs: 60 });
    await expect(client.fetch("http://tool.example/")).rejects.toMatchObject({
      code: "upstream-timeout",
      details: { reason: "connect-time" },
    });
  });

  test("the size counts after decompression", async () => {
    const bomb = gzipSync(Buffer.alloc(2_000_000));
    const port = await serve((_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(bomb),
    );
    const answer = await egress().fetch(`http://127.0.0.1:${port}/`, { maxBytes: 100_000 });
    await expect(answer.arrayBuffer()).rejects.toMatchObject({ code: "too-large" });
  });

  test("an answer cut in the middle says so", async () => {
    const port = await serveRaw((_, write) => write("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nhalf"));
    const answer = await egress().fetch(`http://127.0.0.1:${port}/`);
    await expect(answer.text()).rejects.toMatchObject({
      code: "upstream-failed",
      details: { reason: "cut" },
    });
  });

  test("the caller's signal stops it with the caller's reason", async () => {
    const port = await serve((_, response) => void response.write("start"));
    const stop = new AbortController();
    const answer = await egress().fetch(`http://127.0.0.1:${port}/`, { signal: stop.signal });
    stop.abort(new Error("stopped by the person"));
    await expect(answer.text()).rejects.toThrow("stopped by the person");
    await expect(egress().fetch(`http://127.0.0.1:${port}/`, { signal: stop.signal })).rejects.toThrow(
      "stopped by the person",
    );
  });
});

describe("as fetch", () => {
  test("passes methods, headers and bodies of every sort", async () => {
    const port = await serve(echo);
    const send = egressFetch({ allowPrivate: ["127.0.0.1"] });
    const url = `http://127.0.0.1:${port}/`;
    const form = await send(url, { method: "POST", body: new URLSearchParams({ a: "1 2" }) });
    expect(await form.json()).toMatchObject({ body: "a=1+2", headers: { "content-length": "5" } });
    const request = await send(new Request(url, { method: "PUT", body: "{}", headers: { "x-y": "z" } }));
    expect(await request.json()).toMatchObject({ method: "PUT", body: "{}", headers: { "x-y": "z" } });
    const upload = new FormData();
    upload.set("file", new Blob(["hello"]), "a.txt");
    const multipart = await send(url, { method: "POST", body: upload });
    expect((await multipart.json()).body).toContain("hello");
  });

  test("a status without a body gives none", async () => {
    const port = await serve((_, response) => response.writeHead(204).end());
    const answer = await egress().fetch(`http://127.0.0.1:${port}/`);
    expect([answer.status, await answer.text()]).toEqual([204, ""]);
  });
});

test("a request is stopped by its signal however much memory was cleaned up in between", async () => {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const port = await serve((_request, response) => void response.write("x"));
  const stop = new AbortController();
  const silent = await serve(() => undefined);
  const client = egress();
  const unanswered = client.fetch(`http://127.0.0.1:${silent}/`, { signal: stop.signal });
  const answer = await client.fetch(`http://127.0.0.1:${port}/`, { signal: stop.signal });
  const unfinished = answer.text();
  for (let round = 0; round < 5; round += 1) {
    await sleep(20);
    collect();
  }
  stop.abort(new Error("Stopped by a person."));
  await expect(unanswered).rejects.toThrow("Stopped by a person.");
  await expect(unfinished).rejects.toThrow("Stopped by a person.");
});
