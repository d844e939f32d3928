import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { HttpBinding, JsonSchema, OperationAnnotations } from "#lib/catalog/operation.ts";
import { createEgress } from "#lib/http/egress.ts";
import type { CallContext, RunnableOperation } from "#lib/tools/server/call-context.ts";
import { runHttp } from "#lib/tools/server/run-http.ts";

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  cleanUps.push(() => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const ada = { id: "p-1", email: "ada@acme.example", name: "Ada Lovelace" };

function context(more: Partial<CallContext> = {}): CallContext {
  const egress = createEgress({ allowPrivate: ["127.0.0.1"] });
  cleanUps.push(egress.close);
  return { egress, secrets: {}, viewer: ada, timeLimitMs: 3000, ...more };
}

const reading: OperationAnnotations = {
  readOnly: true,
  destructive: false,
  idempotent: true,
  openWorld: false,
};
const writing: OperationAnnotations = {
  readOnly: false,
  destructive: false,
  idempotent: false,
  openWorld: false,
};

function operation(
  serverUrl: string,
  more: Partial<HttpBinding> = {},
  outputSchema?: JsonSchema,
): RunnableOperation<HttpBinding> {
  const method = more.method ?? "GET";
  return {
    inputSchema: { type: "object", properties: { id: { type: "integer" } }, additionalProperties: false },
    outputSchema,
    annotations: method === "GET" ? reading : writing,
    binding: {
      kind: "http",
      serverUrl,
      method,
      path: "/tickets",
      parameters: [
        { name: "id", in: "query", style: "form", explode: true, required: false, property: "id" },
      ],
      security: [],
      ...more,
    },
  };
}

const answer =
  (
    status: number,
    body: string | Buffer,
    headers: Record<string, string> = { "content-type": "application/json" },
  ): RequestListener =>
  (_, response) =>
    void response.writeHead(status, headers).end(body);

describe("a call that succeeds", () => {
  test("sends the arguments and gives the JSON back", async () => {
    const seen: unknown[] = [];
    const url = await serve((request, response) => {
      seen.push(
        request.method,
        request.url,
        request.headers["x-request-id"],
        request.headers["idempotency-key"],
      );
      answer(200, '{"id":4417,"open":true}')(request, response);
    });
    const outcome = await runHttp(
      operation(url),
      { id: 4417 },
      context({ requestId: "r-1", idempotencyKey: "c-1" }),
    );
    expect(outcome).toMatchObject({
      status: "succeeded",
      result: {
        content: { id: 4417, open: true },
        truncated: false,
        bytes: 23,
        contentType: "application/json",
      },
      attempts: 1,
    });
    expect(outcome.durationMs).toBeGreaterThan(0);
    expect(seen).toEqual(["GET", "/tickets?id=4417", "r-1", undefined]);
  });

  test("a write carries the key that keeps it from happening twice", async () => {
    let key: unknown;
    const url = await serve((request, response) => {
      key = request.headers["idempotency-key"];
      response.writeHead(204).end();
    });
    const outcome = await runHttp(
      operation(url, { method: "POST" }),
      {},
      context({ idempotencyKey: "call-7" }),
    );
    expect(outcome).toMatchObject({ status: "succeeded", result: { content: null, bytes: 0 } });
    expect(key).toBe("call-7");
  });

  test.each<[string, string | Buffer, unknown]>([
    ["text/plain; charset=iso-8859-1", Buffer.from("caf\xe9", "latin1"), "café"],
    ["application/problem+json", '{"a":1}', { a: 1 }],
    ["text/csv", "a,b\n1,2", "a,b\n1,2"],
    ["", '{"a":1}', { a: 1 }],
    ["application/octet-stream", "plain after all", "plain after all"],
  ])("reads %s", async (type, body, content) => {
    const url = await serve(answer(200, body, type ? { "content-type": type } : {}));
    expect((await runHttp(operation(url), {}, context())).result?.content).toEqual(content);
  });

  test("a result that differs from its description is a warning", async () => {
    const url = await serve(answer(200, '{"id":"x"}'));
    const schema = { type: "object", required: ["title"], properties: { id: { type: "integer" } } };
    expect(await runHttp(operation(url, {}, schema), {}, context())).toMatchObject({
      status: "succeeded",
      warnings: [
        "The result differs from its description: title is missing.",
        "The result differs from its description: id must be a whole number.",
      ],
    });
  });

  test("a huge result is cut and the rest kept apart, without reading for ever", async () => {
    const line = `${"0123456789".repeat(100)}\n`;
    let sent = 0;
    const url = await serve((_, response) => {
      response.writeHead(200, { "content-type": "text/plain" });
      const write = () => {
        while (!response.destroyed && sent < 50_000_000) {
          sent += line.length;
          if (!response.write(line)) return void response.once("drain", write);
        }
        response.end();
      };
      write();
    });
    const outcome = await runHttp(operation(url), {}, context());
    expect(outcome).toMatchObject({ status: "succeeded", result: { truncated: true } });
    expect(String(outcome.result?.content)).toHaveLength(262_144);
    expect(outcome.overflow).toHaveLength(4_000_000);
    expect(sent).toBeLessThan(40_000_000);
  });
});

describe("a call that does not", () => {
  test("wrong arguments never leave", async () => {
    let calls = 0;
    const url = await serve(() => {
      calls += 1;
    });
    const outcome = await runHttp(operation(url), { id: "x", extra: 1 }, context());
    expect(outcome).toMatchObject({ status: "failed", attempts: 0, error: { code: "invalid-arguments" } });
    expect(outcome.error?.fields).toHaveLength(2);
    expect(calls).toBe(0);
  });

  test.each<[number, string, string, string]>([
    [400, '{"detail":"id is too old"}', "rejected-by-tool", "id is too old"],
    [401, "{}", "credentials-refused", "credential"],
    [403, '{"error":{"message":"No access"}}', "credentials-refused", "No access"],
    [404, "<html>not found</html>", "not-found", "status 404"],
    [405, "", "tool-failed", "described"],
    [409, '{"errors":[{"message":"already closed"}]}', "rejected-by-tool", "already closed"],
    [422, "bad\u0000 \u001b[31mvalue", "rejected-by-tool", "bad [31mvalue"],
    [500, '{"message":"boom"}', "tool-failed", "boom"],
    [304, "", "tool-failed", "no result"],
  ])("status %i becomes %s", async (status, body, code, words) => {
    const url = await serve(answer(status, body));
    const { error } = await runHttp(operation(url, { method: "POST" }), {}, context());
    expect(error).toMatchObject({ code, status });
    expect(error?.message).toContain(words);
    expect(error?.message).not.toContain("<html>");
    expect(error?.mend).toMatch(/\.$/);
  });

  test.each<[string, RequestListener, string]>([
    ["nonsense in place of JSON", answer(200, "{nope"), "unreadable-result"],
    ["a picture", answer(200, Buffer.from([137, 80]), { "content-type": "image/png" }), "unreadable-result"],
    [
      "bytes",
      answer(200, Buffer.from([255, 254, 0]), { "content-type": "application/octet-stream" }),
      "unreadable-result",
    ],
    ["a redirect to a private machine", answer(302, "", { location: "http://10.0.0.1/" }), "egress-refused"],
    ["a circle", answer(302, "", { location: "/tickets" }), "egress-refused"],
    [
      "an answer cut off",
      (_, response) => {
        response.writeHead(200, { "content-length": "100" }).write("half");
        setTimeout(() => response.destroy(), 20);
      },
      "tool-unreachable",
    ],
  ])("%s", async (_, listener, code) => {
    const outcome = await runHttp(operation(await serve(listener)), {}, context());
    expect(outcome.error?.code).toBe(code);
    expect(outcome.status).toBe(code === "egress-refused" ? "refused" : "failed");
  });

  test("a silent tool is timed out, a stopped call stops", async () => {
    const url = await serve(() => undefined);
    const slow = await runHttp(operation(url), {}, context({ timeLimitMs: 150 }));
    expect(slow).toMatchObject({ status: "timed-out", error: { code: "tool-timeout" } });
    const signal = AbortSignal.timeout(50);
    expect(await runHttp(operation(url), {}, context({ signal }))).toMatchObject({
      status: "stopped",
      error: { code: "stopped" },
    });
  });

  test("a credential that is not stored is named", async () => {
    const security = [{ scheme: "bearer" as const, secretName: "api token" }];
    const outcome = await runHttp(operation("https://tool.example", { security }), {}, context());
    expect(outcome).toMatchObject({ attempts: 0, error: { code: "credentials-missing" } });
    expect(outcome.error?.message).toContain("api token");
  });
});

describe("a second attempt", () => {
  function flaky(first: RequestListener): { listener: RequestListener; calls: () => number } {
    let calls = 0;
    const listener: RequestListener = (request, response) => {
      calls += 1;
      if (calls === 1) first(request, response);
      else answer(200, "2")(request, response);
    };
    return { listener, calls: () => calls };
  }
  const failures: [string, RequestListener][] = [
    ["status 503", answer(503, "")],
    ["status 429", answer(429, "", { "retry-after": "0" })],
    ["a dropped connection", (request) => void request.socket.destroy()],
  ];

  test.each(failures)("after %s, where the operation may be repeated", async (_, first) => {
    const { listener } = flaky(first);
    const outcome = await runHttp(operation(await serve(listener)), {}, context());
    expect(outcome).toMatchObject({ status: "succeeded", attempts: 2, result: { content: 2 } });
  });

  test.each(failures)("never after %s where it may not", async (_, first) => {
    const { listener, calls } = flaky(first);
    const outcome = await runHttp(operation(await serve(listener), { method: "POST" }), {}, context());
    expect(outcome).toMatchObject({ status: "failed", attempts: 1 });
    expect(calls()).toBe(1);
  });

  test("never a third, and never beyond the time limit", async () => {
    let calls = 0;
    const url = await serve((_, response) => {
      calls += 1;
      response.writeHead(503, { "retry-after": "60" }).end();
    });
    const waiting = await runHttp(operation(url), {}, context());
    expect(waiting).toMatchObject({ attempts: 1, error: { code: "tool-failed", status: 503 } });
    const other = await serve((_, response) => {
      calls += 1;
      response.writeHead(502).end();
    });
    calls = 0;
    expect(await runHttp(operation(other), {}, context())).toMatchObject({ attempts: 2, status: "failed" });
    expect(calls).toBe(2);
  });
});

test("secrets are taken out of results and errors", async () => {
  const security = [{ scheme: "basic" as const, secretName: "login" }];
  const secrets = { login: "weft:correct horse" };
  let status = 200;
  const url = await serve((request, response) => {
    const body = JSON.stringify({ message: `you are ${request.headers.authorization}, weft:correct horse` });
    answer(status, body)(request, response);
  });
  const good = await runHttp(operation(url, { security }), {}, context({ secrets }));
  expect(good.result?.content).toEqual({ message: "you are Basic [secret], [secret]" });
  status = 400;
  const bad = await runHttp(operation(url, { security }), {}, context({ secrets }));
  expect(JSON.stringify(bad)).not.toMatch(/correct horse|d2VmdD/);
});
