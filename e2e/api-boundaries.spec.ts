import type { APIRequestContext, APIResponse } from "@playwright/test";
import type { SignInRole } from "./fixtures/people.ts";
import {
  type ApiRoute,
  apiRoutes,
  asksForPlaceFirst,
  foreignAddress,
  membersOf,
  sampleFor,
  wrongFor,
} from "./fixtures/routes.ts";
import type { Sessions } from "./fixtures/sessions.ts";
import { expect, test } from "./fixtures.ts";

type Refusal = {
  error: { code: string; message: string; fields: { path: string; message: string }[]; requestId: string };
};

const origin = process.env.WEFT_E2E_URL ?? "";

/** A demo person who has the permission that a route asks for. */
function allowedRole({ permission }: ApiRoute): SignInRole {
  if (permission?.startsWith("audit:")) return "auditor";
  return /^(?:person|policy|model|admin|setting)/.test(permission ?? "") ? "admin" : "employee";
}

/** Clients by person; a request of theirs looks like one of the portal's own pages. */
class Clients {
  readonly #clients = new Map<string, Promise<APIRequestContext>>();
  readonly #make: (role: SignInRole | null) => Promise<APIRequestContext>;

  constructor(make: (role: SignInRole | null) => Promise<APIRequestContext>) {
    this.#make = make;
  }

  of(role: SignInRole | null): Promise<APIRequestContext> {
    const known = this.#clients.get(String(role)) ?? this.#make(role);
    this.#clients.set(String(role), known);
    return known;
  }

  async close(): Promise<void> {
    for (const client of this.#clients.values()) await (await client).dispose();
  }
}

const routeTest = test.extend<{ clients: Clients; routes: readonly ApiRoute[] }>({
  clients: async (
    {
      playwright,
      sessions,
    }: { playwright: { request: { newContext: PlaywrightContext } }; sessions: Sessions },
    use,
  ) => {
    const clients = new Clients(async (role) =>
      playwright.request.newContext({
        baseURL: origin,
        extraHTTPHeaders: { origin },
        ...(role ? { storageState: await sessions.of(role) } : {}),
      }),
    );
    await use(clients);
    await clients.close();
  },
  routes: async ({ request }, use) => use(await apiRoutes(request)),
});
type PlaywrightContext = (options: Record<string, unknown>) => Promise<APIRequestContext>;

type Sent = { readonly data?: unknown; readonly headers?: Record<string, string>; readonly query?: string };

function send(
  client: APIRequestContext,
  route: ApiRoute,
  { data, headers, query }: Sent = {},
): Promise<APIResponse> {
  const address = foreignAddress(route);
  const more = query ? `${address.includes("?") ? "&" : "?"}${query}` : "";
  return client.fetch(address + more, {
    method: route.method,
    ...(data === undefined ? {} : { data }),
    ...(headers ? { headers } : {}),
    maxRedirects: 0,
  });
}

/** Every refusal says what is wrong and under which id it can be asked about. */
async function expectRefusal(answer: APIResponse, status: number, name: string): Promise<Refusal["error"]> {
  expect.soft(answer.status(), `${name}: ${await answer.text()}`).toBe(status);
  expect.soft(answer.headers()["content-type"], name).toContain("application/json");
  const { error } = (await answer.json()) as Refusal;
  expect.soft(error?.message, name).toBeTruthy();
  expect.soft(error?.requestId, name).toBe(answer.headers()["x-request-id"]);
  return error ?? { code: "", message: "", fields: [], requestId: "" };
}

routeTest("nobody without a session gets anywhere", async ({ clients, routes }) => {
  expect(routes.length).toBeGreaterThan(30);
  const client = await clients.of(null);
  for (const route of routes.filter(({ permission }) => permission !== null)) {
    const data = route.body ? sampleFor(route) : undefined;
    await expectRefusal(await send(client, route, { data }), 401, route.name);
  }
});

routeTest("too little right is told from no session", async ({ clients, routes }) => {
  const employee = await clients.of("employee");
  const guarded = routes.filter((route) => route.permission !== null && allowedRole(route) !== "employee");
  expect(guarded.length).toBeGreaterThan(10);
  for (const route of guarded) {
    const data = route.body ? sampleFor(route) : undefined;
    await expectRefusal(await send(employee, route, { data }), 403, route.name);
  }
});

routeTest("no other site changes anything in a person's name", async ({ clients, routes }) => {
  for (const route of routes.filter(({ method }) => method !== "GET")) {
    const client = await clients.of(allowedRole(route));
    const data = route.body ? sampleFor(route) : undefined;
    const foreign: Record<string, string>[] = [
      { origin: "https://elsewhere.example" },
      { origin, "sec-fetch-site": "cross-site" },
      { origin, "sec-fetch-site": "same-site" },
    ];
    for (const headers of foreign) {
      const answer = await send(client, route, { data, headers });
      await expectRefusal(answer, 403, `${route.name} ${JSON.stringify(headers)}`);
    }
  }
});

routeTest("input of the wrong type is named", async ({ clients, routes }) => {
  for (const route of routes) {
    const { body } = route;
    if (!body) continue;
    const client = await clients.of(allowedRole(route));
    const members = membersOf(body);
    if (members.length === 0) {
      const { fields } = await expectRefusal(await send(client, route, { data: {} }), 422, route.name);
      expect.soft(fields.length, route.name).toBeGreaterThan(0);
    }
    for (const member of members) {
      const data = { ...(sampleFor(route) as object), [member]: wrongFor(body, member) };
      const { fields } = await expectRefusal(
        await send(client, route, { data }),
        422,
        `${route.name} ${member}`,
      );
      const named = fields.some(({ path }) => path === member || path.startsWith(`${member}.`));
      expect.soft(named, `${route.name} names ${member}: ${JSON.stringify(fields)}`).toBe(true);
    }
  }
});

routeTest("an id that is none is named", async ({ clients, routes }) => {
  for (const route of routes) {
    const ids = route.parameters.filter(
      ({ schema, ...one }) => one.in === "path" && schema.format === "uuid",
    );
    if (ids.length === 0) continue;
    const client = await clients.of(allowedRole(route));
    const address = route.path.replace(/\{\w+\}/g, "not-an-id");
    const answer = await client.fetch(address, {
      method: route.method,
      ...(route.body ? { data: sampleFor(route) } : {}),
    });
    const { fields } = await expectRefusal(answer, 422, route.name);
    expect
      .soft(
        fields.map(({ path }) => path),
        route.name,
      )
      .toContain(ids[0]?.name);
  }
});

routeTest("a field that does not exist is named", async ({ clients, routes }) => {
  for (const route of routes) {
    const client = await clients.of(allowedRole(route));
    if (route.body && membersOf(route.body).length > 0) {
      const data = { ...(sampleFor(route) as object), nonsense: 1 };
      const { fields } = await expectRefusal(await send(client, route, { data }), 422, route.name);
      expect
        .soft(
          fields.map(({ path }) => path),
          route.name,
        )
        .toContain("nonsense");
    }
    const takesQuery = route.parameters.some((one) => one.in === "query");
    if (takesQuery) {
      const answer = await send(client, route, { query: "nonsense=1" });
      const { fields } = await expectRefusal(answer, 422, `${route.name}?nonsense`);
      expect
        .soft(
          fields.map(({ path }) => path),
          route.name,
        )
        .toContain("nonsense");
    }
  }
});

routeTest("what is not there, or not one's own, is not found", async ({ clients, routes }) => {
  for (const route of routes.filter(asksForPlaceFirst)) {
    const client = await clients.of(allowedRole(route));
    const data = route.body ? sampleFor(route) : undefined;
    await expectRefusal(await send(client, route, { data }), 404, route.name);
  }
});

routeTest("a body larger than any form is refused before it is read", async ({ clients, routes }) => {
  for (const route of routes.filter(({ body }) => body !== null)) {
    const client = await clients.of(allowedRole(route));
    const data = { ...(sampleFor(route) as object), nonsense: "x".repeat(route.maxBodyBytes) };
    expect(route.maxBodyBytes, route.name).toBeGreaterThan(0);
    await expectRefusal(await send(client, route, { data }), 413, route.name);
  }
});

routeTest("a message of a megabyte is refused in words, and the portal stays up", async ({ clients }) => {
  const client = await clients.of("employee");
  const { id } = (await (await client.post("/api/conversations", { data: {} })).json()) as { id: string };
  const say = (length: number) =>
    client.post(`/api/conversations/${id}/messages`, {
      data: { id: crypto.randomUUID(), text: "x".repeat(length), parentId: null },
    });
  await expectRefusal(await say(1_048_576), 413, "a megabyte");
  const { fields } = await expectRefusal(await say(150_000), 422, "too long");
  expect(fields.map(({ path }) => path)).toContain("text");
  expect((await client.get("/api/health/ready")).status()).toBe(200);
});

routeTest("text that is not JSON is said to be none", async ({ clients, routes }) => {
  for (const route of routes.filter(({ body }) => body !== null)) {
    const client = await clients.of(allowedRole(route));
    const headers = { "content-type": "application/json" };
    await expectRefusal(
      await send(client, route, { data: Buffer.from('{"half":'), headers }),
      400,
      route.name,
    );
  }
});

routeTest("another person's conversation, run and call do not exist", async ({ clients }) => {
  const owner = await clients.of("employee");
  const { id } = (await (await owner.post("/api/conversations", { data: {} })).json()) as { id: string };
  const message = { id: crypto.randomUUID(), text: "@ticket-desk Show ticket T-4712", parentId: null };
  const sent = await owner.post(`/api/conversations/${id}/messages`, { data: message });
  const { runId } = (await sent.json()) as { runId: string };
  const events = await owner.get(`/api/runs/${runId}/events`);
  const callId = /"callId":"([0-9a-f-]{36})"/.exec(await events.text())?.[1] ?? "";
  expect(callId).not.toBe("");

  for (const role of ["sales", "admin", "auditor"] as const) {
    const other = await clients.of(role);
    const attempts: [string, Promise<APIResponse>][] = [
      ["read", other.get(`/api/conversations/${id}`)],
      ["rename", other.patch(`/api/conversations/${id}`, { data: { title: "mine" } })],
      ["delete", other.delete(`/api/conversations/${id}`)],
      ["restore", other.post(`/api/conversations/${id}/restore`)],
      [
        "write",
        other.post(`/api/conversations/${id}/messages`, { data: { ...message, id: crypto.randomUUID() } }),
      ],
      ["follow", other.get(`/api/runs/${runId}/events`)],
      ["stop", other.post(`/api/runs/${runId}/stop`)],
      ["result", other.get(`/api/calls/${callId}/result`)],
      ["file", other.get(`/api/calls/${callId}/result/file`)],
      ["answer", other.post(`/api/calls/${callId}/answer`, { data: { answer: "decline" } })],
    ];
    for (const [name, attempt] of attempts) await expectRefusal(await attempt, 404, `${role} ${name}`);
  }
});
