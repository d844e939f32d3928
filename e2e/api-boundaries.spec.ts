import { expect, sameOrigin, signInAs, test } from "./portal.ts";

type Operation = {
  readonly operationId: string;
  readonly "x-weft-permission"?: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema: { readonly format?: string };
  }[];
  readonly requestBody?: {
    readonly content: {
      readonly "application/json": {
        readonly schema: { readonly type?: string; readonly required?: readonly string[] };
      };
    };
  };
};
type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };
type Route = {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  readonly address: string;
};

const strangerId = "019e0000-0000-7000-8000-000000000000";
/** What a request has that another site's page, or no page at all, makes a browser send. */
const foreignHeaders: readonly Record<string, string>[] = [
  { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
  { origin: "https://evil.example" },
  {},
];
/** Permissions that an employee without any role has. */
const everybody = new Set(["portal:read", "tool:call", "chat:use"]);

/** The routes as the product itself describes them, with addresses that name nothing that exists. */
async function routes(get: (path: string) => Promise<{ json(): Promise<unknown> }>): Promise<Route[]> {
  const document = (await (await get("/api/openapi.json")).json()) as Document;
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
      address: path.replace(/\{(\w+)\}/g, (_, name: string) =>
        operation.parameters.find((parameter) => parameter.in === "path" && parameter.name === name)?.schema
          .format === "uuid"
          ? strangerId
          : "no-such-thing",
      ),
    })),
  );
}

test("every route asks who is there", async ({ request, browser }) => {
  const stranger = await browser.newContext();
  const closed = (await routes((path) => request.get(path))).filter(
    ({ operation }) => operation["x-weft-permission"],
  );
  expect(closed.length).toBeGreaterThan(25);
  for (const { method, address } of closed) {
    const response = await stranger.request.fetch(address, {
      method,
      headers: sameOrigin(),
      ...(method === "GET" ? {} : { data: {} }),
    });
    expect(response.status(), `${method} ${address}`).toBe(401);
    const body = (await response.json()) as { error: { code: string; mend: string; requestId: string } };
    expect(body.error).toMatchObject({
      code: "sign-in-required",
      requestId: response.headers()["x-request-id"],
    });
  }
  await stranger.close();
});

test("every route that needs more than an employee's rights says so", async ({ context }) => {
  await signInAs(context, "sales");
  const guarded = (await routes((path) => context.request.get(path))).filter(({ operation }) => {
    const permission = operation["x-weft-permission"];
    return permission !== undefined && !everybody.has(permission);
  });
  expect(guarded.length).toBeGreaterThan(8);
  for (const { method, address } of guarded) {
    const response = await context.request.fetch(address, {
      method,
      headers: sameOrigin(),
      ...(method === "GET" ? {} : { data: {} }),
    });
    expect(response.status(), `${method} ${address}`).toBe(403);
  }
});

test("every route that changes something refuses requests of other sites", async ({ context }) => {
  await signInAs(context, "admin");
  for (const { method, address } of (await routes((path) => context.request.get(path))).filter(
    (route) => route.method !== "GET",
  )) {
    for (const headers of foreignHeaders) {
      const response = await context.request.fetch(address, { method, headers, data: {} });
      expect(response.status(), `${method} ${address} ${JSON.stringify(headers)}`).toBe(403);
    }
  }
});

test("a body that nobody could have meant is refused with the field named", async ({ context }) => {
  await signInAs(context, "admin");
  const withBody = (await routes((path) => context.request.get(path))).filter(
    ({ operation }) => operation.requestBody?.content["application/json"].schema.type === "object",
  );
  expect(withBody.length).toBeGreaterThan(6);
  for (const { method, address } of withBody) {
    const response = await context.request.fetch(address, {
      method,
      headers: sameOrigin(),
      data: { noSuchField: 1 },
    });
    expect(response.status(), `${method} ${address}`).toBe(422);
    const body = (await response.json()) as { error: { fields: { path: string; message: string }[] } };
    expect(body.error.fields.length, `${method} ${address}`).toBeGreaterThan(0);
    expect(
      body.error.fields.some((field) => field.path.includes("noSuchField")),
      `${method} ${address} names the field`,
    ).toBe(true);
  }
});

test("ids that are none are refused, and ids of nothing are not found", async ({ context }) => {
  await signInAs(context, "admin");
  const reads = (await routes((path) => context.request.get(path))).filter(
    ({ method, operation, path }) =>
      method === "GET" &&
      path.includes("{") &&
      operation.parameters.some((parameter) => parameter.schema.format === "uuid"),
  );
  expect(reads.length).toBeGreaterThan(3);
  for (const { path, address } of reads) {
    expect(
      (await context.request.get(path.replace(/\{\w+\}/g, "not-an-id"))).status(),
      `${path} with no id`,
    ).toBe(422);
    expect((await context.request.get(address)).status(), address).toBe(404);
  }
});

test("another person's conversation, run and message are not found", async ({ context, browser }) => {
  await signInAs(context, "employee");
  const made = await context.request.post("/api/conversations", { headers: sameOrigin(), data: {} });
  const { id } = (await made.json()) as { id: string };
  const sent = await context.request.post(`/api/conversations/${id}/messages`, {
    headers: sameOrigin(),
    data: { id: crypto.randomUUID(), text: "Which P1 and P2 tickets are overdue?", parentId: null },
  });
  const { runId } = (await sent.json()) as { runId: string };
  const other = await browser.newContext();
  await signInAs(other, "sales");
  for (const [method, address, data] of [
    ["GET", `/api/conversations/${id}`, undefined],
    ["PATCH", `/api/conversations/${id}`, { title: "Mine now" }],
    ["DELETE", `/api/conversations/${id}`, undefined],
    ["POST", `/api/conversations/${id}/messages`, { id: crypto.randomUUID(), text: "hello", parentId: null }],
    ["GET", `/api/runs/${runId}/events`, undefined],
    ["POST", `/api/runs/${runId}/stop`, undefined],
  ] as const) {
    const response = await other.request.fetch(address, {
      method,
      headers: sameOrigin(),
      ...(data ? { data } : {}),
    });
    expect(response.status(), `${method} ${address}`).toBe(404);
  }
  await other.close();
});

test("a message of a megabyte is refused in words, and the portal stays up", async ({ context }) => {
  await signInAs(context, "employee");
  const made = await context.request.post("/api/conversations", { headers: sameOrigin(), data: {} });
  const { id } = (await made.json()) as { id: string };
  const address = `/api/conversations/${id}/messages`;
  const send = (length: number) =>
    context.request.post(address, {
      headers: sameOrigin(),
      data: { id: crypto.randomUUID(), text: "x".repeat(length), parentId: null },
    });
  const tooLarge = await send(1_048_576);
  expect(tooLarge.status()).toBe(413);
  expect(((await tooLarge.json()) as { error: { mend: string } }).error.mend).toBeTruthy();
  expect((await send(150_000)).status()).toBe(422);
  expect((await context.request.get("/api/health/ready")).status()).toBe(200);
});

test("a body that is no JSON is told as such", async ({ context }) => {
  await signInAs(context, "employee");
  const response = await context.request.post("/api/conversations", {
    headers: { ...sameOrigin(), "content-type": "application/json" },
    data: Buffer.from("{not json"),
  });
  expect(response.status()).toBe(400);
});
