import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeViewer } from "#lib/identity/testing/make-people.ts";
import { type NewProvider, newProviderSchema } from "#lib/models/administration.ts";
import { addAlias, changeAlias, removeAlias } from "#lib/models/server/change-aliases.ts";
import {
  addProvider,
  changeEmbedded,
  changeProvider,
  removeProvider,
} from "#lib/models/server/change-providers.ts";
import { chooseModels } from "#lib/models/server/choose-models.ts";
import { listAliases, listProviders } from "#lib/models/server/list-providers.ts";
import { ensureEmbeddedProvider } from "#lib/models/server/prepare-models.ts";
import { probeAddress, testConnection } from "#lib/models/server/probe-provider.ts";
import { readSecret } from "#lib/secrets/secret-store.ts";

vi.hoisted(() => {
  process.env.WEFT_EGRESS_ALLOW = "127.0.0.1";
  process.env.WEFT_KEY = "11".repeat(32);
});

testDatabase();
let admin: Viewer;
let server: Server;
let baseUrl: string;
let answer: (response: ServerResponse) => void;
let sentKeys: (string | undefined)[] = [];

const json =
  (body: unknown, status = 200) =>
  (response: ServerResponse) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

beforeAll(async () => {
  server = createServer((request, response) => {
    sentKeys.push(request.headers.authorization);
    if (request.url === "/v1/models") answer(response);
    else json({}, 404)(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  admin = await makeViewer({ name: "Adele Admin", roles: ["admin"] });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  sentKeys = [];
  answer = json({ object: "list", data: [{ id: "small" }, { id: "large" }] });
});

const input = (slug: string, more: Partial<NewProvider> = {}): NewProvider => ({
  slug,
  name: `Server ${slug}`,
  baseUrl,
  apiKey: "sk-very-secret",
  region: "",
  dataClassCeiling: "internal",
  ...more,
});
const eventsOf = (targetId: string) =>
  db().auditEvent.findMany({
    where: { targetId },
    orderBy: { id: "asc" },
    select: { type: true, changes: true, canonical: true },
  });

describe("a model server", () => {
  it("is connected with a key that is sealed, kept, replaced and never told", async () => {
    const made = await addProvider(admin, input("first"));
    expect(made).toMatchObject({ slug: "first", hasSecret: true, isActive: true, models: [] });
    expect(await readSecret("provider", made.id, "apiKey")).toBe("sk-very-secret");
    const { slug: _, apiKey: __, ...rest } = input("first");
    await changeProvider(admin, made.id, { ...rest, name: "Renamed", isActive: true });
    expect(await readSecret("provider", made.id, "apiKey")).toBe("sk-very-secret");
    await changeProvider(admin, made.id, { ...rest, apiKey: "", isActive: true });
    expect(await readSecret("provider", made.id, "apiKey")).toBeUndefined();
    const told = JSON.stringify([
      await listProviders(admin),
      (await eventsOf(made.id)).map(({ changes }) => changes),
    ]);
    expect(told).not.toContain("sk-very-secret");
    const bytes = (await eventsOf(made.id))
      .map(({ canonical }) => Buffer.from(canonical).toString())
      .join("");
    expect(bytes).not.toContain("sk-very-secret");
    expect((await eventsOf(made.id)).map(({ type }) => type)).toEqual([
      "provider.created",
      "provider.changed",
      "provider.changed",
    ]);
  });

  it("does not get the key of another one: a new address asks for its own", async () => {
    const made = await addProvider(admin, input("second"));
    const { slug: _, apiKey: __, ...rest } = input("second");
    const elsewhere = { ...rest, baseUrl: "https://models.example.com/v1", isActive: true };
    await expect(changeProvider(admin, made.id, elsewhere)).rejects.toMatchObject({
      fields: [{ path: "apiKey" }],
    });
    expect((await listProviders(admin)).find(({ id }) => id === made.id)?.baseUrl).toBe(baseUrl);
    await changeProvider(admin, made.id, { ...rest, baseUrl: `${baseUrl}/other`, isActive: true });
    await changeProvider(admin, made.id, { ...elsewhere, apiKey: "sk-own" });
    expect(await readSecret("provider", made.id, "apiKey")).toBe("sk-own");
  });

  it("has a short name of its own and an address without a password", async () => {
    await addProvider(admin, input("third"));
    await expect(addProvider(admin, input("third"))).rejects.toMatchObject({ fields: [{ path: "slug" }] });
    const bad = ["ftp://models.example.com", "models.example.com", "https://me:secret@models.example.com"];
    for (const address of bad)
      expect(newProviderSchema.safeParse(input("x-x", { baseUrl: address })).success).toBe(false);
  });

  it("is removed with its models and its key, and its past is kept", async () => {
    const made = await addProvider(admin, input("fourth"));
    await chooseModels(admin, made.id, { models: [{ name: "small", displayName: "Small", tools: true }] });
    await removeProvider(admin, made.id, "moved elsewhere");
    expect(await db().model.count({ where: { providerId: made.id } })).toBe(0);
    expect(await readSecret("provider", made.id, "apiKey")).toBeUndefined();
    expect((await eventsOf(made.id)).at(-1)).toMatchObject({
      type: "provider.removed",
      changes: { before: { models: ["small"] } },
    });
  });

  it("is administered by administrators only", async () => {
    const other = await makeViewer({ roles: ["auditor"] });
    await expect(listProviders(other)).rejects.toMatchObject({ code: "forbidden" });
    await expect(addProvider(other, input("fifth"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(testConnection(other, { baseUrl, apiKey: "" })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a test of the connection", () => {
  it("lists the models, sends the key, and is noted", async () => {
    const made = await addProvider(admin, input("sixth"));
    const result = await testConnection(admin, { providerId: made.id });
    expect(result).toMatchObject({ ok: true, models: ["large", "small"] });
    expect(sentKeys).toEqual(["Bearer sk-very-secret"]);
    const view = (await listProviders(admin)).find(({ id }) => id === made.id);
    expect(view).toMatchObject({ lastProbeError: null });
    expect(view?.lastProbeAt).not.toBeNull();
    answer = json({ models: [{ name: "llama" }] });
    expect((await probeAddress(baseUrl, undefined)).models).toEqual(["llama"]);
    expect(sentKeys.at(-1)).toBeUndefined();
  });

  it.each([
    ["a refused key", json({ error: "no" }, 401), /refused the key/],
    ["no list", json({}, 404), /no list of models/],
    ["too many requests", json({}, 429), /no more requests/],
    ["a failing server", json({}, 500), /failed \(status 500\)/],
    [
      "a redirect",
      (response: ServerResponse) => response.writeHead(302, { location: "/elsewhere" }).end(),
      /another address/,
    ],
    ["nonsense", (response: ServerResponse) => response.end("<html>hello</html>"), /not with a list/],
    ["another shape", json({ data: "no" }), /not with a list/],
    [
      "a cut answer",
      (response: ServerResponse) => {
        response.writeHead(200, { "content-length": "5000" }).write('{"data":[');
        setTimeout(() => response.destroy(), 20);
      },
      /cut off/,
    ],
  ] as const)("says what is wrong with %s and what to do", async (_, reply, message) => {
    answer = reply;
    const result = await probeAddress(baseUrl, "sk-very-secret");
    expect(result).toMatchObject({ ok: false, models: [] });
    expect(result.message).toMatch(message);
    expect(result.mend).toBeTruthy();
  });

  it("keeps to the addresses that are open, and tells where nothing answers", async () => {
    const refused = await probeAddress("http://169.254.169.254/v1", undefined);
    expect(refused).toMatchObject({ ok: false, mend: expect.stringContaining("WEFT_EGRESS_ALLOW") });
    const silent = await probeAddress("http://127.0.0.1:1/v1", undefined);
    expect(silent).toMatchObject({ ok: false, message: expect.stringContaining("127.0.0.1:1") });
  });
});

describe("models and aliases", () => {
  it("are chosen, switched off and put in order", async () => {
    const made = await addProvider(admin, input("seventh"));
    const chosen = (...names: string[]) => ({
      models: names.map((name) => ({ name, displayName: name, tools: true })),
    });
    const view = await chooseModels(admin, made.id, chosen("small", "large"));
    const ids = view.models.map(({ id }) => id);
    const alias = await addAlias(admin, { name: "quick", description: "", modelIds: ids });
    expect(alias.models.map(({ name }) => name)).toEqual(view.models.map(({ name }) => name));
    const turned = await changeAlias(admin, alias.id, { description: "Turned", modelIds: ids.toReversed() });
    expect(turned.models.map(({ id }) => id)).toEqual(ids.toReversed());
    await chooseModels(admin, made.id, chosen("small"));
    const [quick] = (await listAliases(admin)).filter(({ name }) => name === "quick");
    expect(quick?.models.map(({ name, isActive }) => [name, isActive])).toEqual([
      ["small", true],
      ["large", false],
    ]);
    expect((await eventsOf(alias.id)).map(({ type }) => type)).toEqual(["alias.created", "alias.changed"]);
    expect((await eventsOf(alias.id))[1]?.changes).toMatchObject({
      before: { models: ["seventh/large", "seventh/small"] },
      after: { models: ["seventh/small", "seventh/large"] },
    });
  });

  it("keep what others rely on", async () => {
    await ensureEmbeddedProvider();
    const standard = (await listAliases(admin)).find(({ name }) => name === "default");
    const embedded = (await listProviders(admin)).find(({ type }) => type === "embedded");
    if (!standard || !embedded) throw new Error("Both are always there.");
    await expect(removeAlias(admin, standard.id)).rejects.toMatchObject({ code: "conflict" });
    await expect(changeAlias(admin, standard.id, { description: "", modelIds: [] })).rejects.toMatchObject({
      fields: [{ path: "modelIds" }],
    });
    await expect(removeProvider(admin, embedded.id, "not wanted")).rejects.toMatchObject({
      code: "conflict",
    });
    await changeEmbedded(admin, embedded.id, { dataClassCeiling: "internal", isActive: true });
    const bound = await addAlias(admin, { name: "bound", description: "", modelIds: [] });
    await expect(
      changeAlias(admin, bound.id, { description: "", modelIds: [newId()] }),
    ).rejects.toMatchObject({
      fields: [{ path: "modelIds" }],
    });
    const domainId = newId();
    await db().domain.create({ data: { id: domainId, slug: "d", name: "D" } });
    await db().tool.create({
      data: { id: newId(), slug: "p", name: "P", kind: "prompt", domainId, modelAlias: "bound" },
    });
    await expect(removeAlias(admin, bound.id)).rejects.toMatchObject({ code: "conflict" });
    await db().tool.deleteMany();
    await removeAlias(admin, bound.id);
    await expect(addAlias(admin, { name: "default", description: "", modelIds: [] })).rejects.toMatchObject({
      fields: [{ path: "name" }],
    });
  });
});
