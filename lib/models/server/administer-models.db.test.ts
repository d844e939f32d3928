import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeViewer } from "#lib/identity/testing/make-people.ts";
import {
  aliasChangeSchema,
  chosenModelsSchema,
  type NewProvider,
  newAliasSchema,
  newProviderSchema,
  type ProviderChange,
  providerChangeSchema,
  type TypedConnection,
} from "#lib/models/administration.ts";
import { proposedCapabilities } from "#lib/models/capabilities.ts";
import { listActiveModels, modelsOfAlias } from "#lib/models/server/active-models.ts";
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
import { probeTyped, testConnection } from "#lib/models/server/probe-provider.ts";
import { readSecret, storeSecret } from "#lib/secrets/secret-store.ts";

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

const input = (slug: string, more: Partial<NewProvider> = {}): NewProvider => {
  const facts = { baseUrl, apiKey: "sk-very-secret", dataClassCeiling: "internal" };
  return newProviderSchema.parse({ slug, name: `Server ${slug}`, ...facts, ...more });
};
const asChange = (slug: string, more: Record<string, unknown> = {}): ProviderChange => {
  const { slug: _, type: __, apiKey: ___, ...rest } = input(slug);
  return providerChangeSchema.parse({ ...rest, isActive: true, ...more });
};
const typed = (address: string, apiKey = ""): TypedConnection => ({
  type: "openai-compatible",
  baseUrl: address,
  apiVersion: "",
  awsRegion: "",
  ...(apiKey ? { apiKey } : {}),
});
const chosen = (...names: string[]) =>
  chosenModelsSchema.parse({
    models: names.map((name) => ({ name, displayName: name, capabilities: proposedCapabilities({}) })),
  });
const alias = (name: string, ids: readonly string[] = []) =>
  newAliasSchema.parse({ name, models: ids.map((id) => ({ id })) });
const aliasChange = (description: string, ids: readonly string[]) =>
  aliasChangeSchema.parse({ description, models: ids.map((id) => ({ id })) });
const eventsOf = (targetId: string) =>
  db().auditEvent.findMany({
    where: { targetId },
    orderBy: { id: "asc" },
    select: { type: true, changes: true, canonical: true },
  });

describe("a model server", () => {
  it("is connected with a key that is sealed, kept, replaced and never told", async () => {
    const made = await addProvider(admin, input("first"));
    expect(made).toMatchObject({ slug: "first", secrets: ["apiKey"], isActive: true, models: [] });
    expect(await readSecret("provider", made.id, "apiKey")).toBe("sk-very-secret");
    await changeProvider(admin, made.id, asChange("first", { name: "Renamed" }));
    expect(await readSecret("provider", made.id, "apiKey")).toBe("sk-very-secret");
    await changeProvider(admin, made.id, asChange("first", { apiKey: "" }));
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
    const elsewhere = asChange("second", { baseUrl: "https://models.example.com/v1" });
    await expect(changeProvider(admin, made.id, elsewhere)).rejects.toMatchObject({
      fields: [{ path: "apiKey" }],
    });
    expect((await listProviders(admin)).find(({ id }) => id === made.id)?.baseUrl).toBe(baseUrl);
    await changeProvider(admin, made.id, asChange("second", { baseUrl: `${baseUrl}/other` }));
    await changeProvider(admin, made.id, { ...elsewhere, apiKey: "sk-own" });
    expect(await readSecret("provider", made.id, "apiKey")).toBe("sk-own");
  });

  it("asks for what its type needs, and goes to the vendor's own address", async () => {
    const bare = (type: string, more = {}) =>
      newProviderSchema.parse({ slug: type, name: type, type, dataClassCeiling: "public", ...more });
    const problemsOf = (given: NewProvider) =>
      addProvider(admin, given).then(
        () => [],
        (error: { fields: { path: string }[] }) => error.fields.map(({ path }) => path),
      );
    expect(await problemsOf(bare("openai"))).toEqual(["apiKey"]);
    expect(await problemsOf(bare("azure", { apiKey: "k" }))).toEqual(["baseUrl"]);
    expect(await problemsOf(bare("bedrock"))).toEqual(["awsRegion", "accessKeyId", "secretAccessKey"]);
    expect(await problemsOf(bare("mistral", { apiKey: "k", sessionToken: "t" }))).toEqual(["sessionToken"]);
    const keys = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "aws-secret" };
    const made = await addProvider(admin, bare("bedrock", { ...keys, awsRegion: "eu-central-1" }));
    expect(made).toMatchObject({
      type: "bedrock",
      baseUrl: "https://bedrock-runtime.eu-central-1.amazonaws.com",
      settings: { awsRegion: "eu-central-1" },
      secrets: ["accessKeyId", "secretAccessKey"],
    });
    const moved = { name: "bedrock", dataClassCeiling: "public", awsRegion: "us-east-1", isActive: true };
    await expect(changeProvider(admin, made.id, providerChangeSchema.parse(moved))).rejects.toMatchObject({
      fields: [{ path: "accessKeyId" }],
    });
    const stays = { ...moved, awsRegion: "eu-central-1", maxConcurrent: 4 };
    expect(await changeProvider(admin, made.id, providerChangeSchema.parse(stays))).toMatchObject({
      secrets: ["accessKeyId", "secretAccessKey"],
      maxConcurrent: 4,
    });
    expect(JSON.stringify(await eventsOf(made.id))).not.toContain("aws-secret");
  });

  it("has a short name of its own and an address without a password", async () => {
    await addProvider(admin, input("third"));
    await expect(addProvider(admin, input("third"))).rejects.toMatchObject({ fields: [{ path: "slug" }] });
    const bad = ["ftp://models.example.com", "models.example.com", "https://me:secret@models.example.com"];
    for (const address of bad)
      expect(newProviderSchema.safeParse({ ...input("x-x"), baseUrl: address }).success).toBe(false);
  });

  it("is removed with its models and its key, and its past is kept", async () => {
    const made = await addProvider(admin, input("fourth"));
    await chooseModels(admin, made.id, chosen("small"));
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
    await expect(testConnection(other, typed(baseUrl))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a test of the connection", () => {
  it("lists the models, sends the key, and is noted", async () => {
    const made = await addProvider(admin, input("sixth"));
    const result = await testConnection(admin, { providerId: made.id });
    expect(result).toMatchObject({
      state: "connected",
      models: [{ name: "large" }, { name: "small" }],
    });
    expect(sentKeys).toEqual(["Bearer sk-very-secret"]);
    const view = (await listProviders(admin)).find(({ id }) => id === made.id);
    expect(view).toMatchObject({ lastProbeError: null });
    expect(view?.lastProbeAt).not.toBeNull();
    answer = json({ models: [{ name: "llama" }] });
    expect((await probeTyped(typed(baseUrl))).models).toMatchObject([{ name: "llama" }]);
    expect(sentKeys.at(-1)).toBeUndefined();
  });

  it.each([
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
    const result = await probeTyped(typed(baseUrl, "sk-very-secret"));
    expect(result).toMatchObject({ state: "failing", models: [] });
    expect(result.message).toMatch(message);
    expect(result.mend).toBeTruthy();
  });

  it("tells a missing key and a refused one from a server that fails", async () => {
    answer = json({ error: "no" }, 401);
    expect(await probeTyped(typed(baseUrl, "sk-old"))).toMatchObject({
      state: "needs-sign-in",
      message: expect.stringContaining("refused the key"),
    });
    expect(await probeTyped(typed(baseUrl))).toMatchObject({
      state: "needs-sign-in",
      message: expect.stringContaining("wants a key"),
    });
    const made = await addProvider(admin, input("keyless", { type: "mistral" }));
    await storeSecret("provider", made.id, "apiKey", "");
    const asked = sentKeys.length;
    expect(await testConnection(admin, { providerId: made.id })).toMatchObject({ state: "needs-sign-in" });
    expect(sentKeys).toHaveLength(asked);
    expect((await listProviders(admin)).find(({ id }) => id === made.id)).toMatchObject({
      lastProbeState: "needs-sign-in",
    });
  });

  it("keeps to the addresses that are open, and tells where nothing answers", async () => {
    const refused = await probeTyped(typed("http://169.254.169.254/v1"));
    expect(refused).toMatchObject({ state: "failing", mend: expect.stringContaining("WEFT_EGRESS_ALLOW") });
    const silent = await probeTyped(typed("http://127.0.0.1:1/v1"));
    expect(silent).toMatchObject({ state: "failing", message: expect.stringContaining("127.0.0.1:1") });
  });
});

describe("models and aliases", () => {
  it("are chosen, switched off and put in order", async () => {
    const made = await addProvider(admin, input("seventh"));
    const view = await chooseModels(admin, made.id, chosen("small", "large"));
    const ids = view.models.map(({ id }) => id);
    const quickly = await addAlias(admin, alias("quick", ids));
    expect(quickly.models.map(({ name }) => name)).toEqual(view.models.map(({ name }) => name));
    const turned = await changeAlias(admin, quickly.id, aliasChange("Turned", ids.toReversed()));
    expect(turned.models.map(({ id }) => id)).toEqual(ids.toReversed());
    await chooseModels(admin, made.id, chosen("small"));
    const [quick] = (await listAliases(admin)).filter(({ name }) => name === "quick");
    expect(quick?.models.map(({ name, isActive }) => [name, isActive])).toEqual([
      ["small", true],
      ["large", false],
    ]);
    expect((await eventsOf(quickly.id)).map(({ type }) => type)).toEqual(["alias.created", "alias.changed"]);
    expect((await eventsOf(quickly.id))[1]?.changes).toMatchObject({
      before: { models: ["seventh/large", "seventh/small"] },
      after: { models: ["seventh/small", "seventh/large"] },
    });
  });

  it("stand where they can do the work: vectors under embeddings, answers elsewhere", async () => {
    await ensureEmbeddedProvider();
    const made = await addProvider(admin, input("vectors"));
    const capabilities = proposedCapabilities({ embeddings: true });
    const models = [{ name: "bge", displayName: "BGE", capabilities }, ...chosen("writer").models];
    const view = await chooseModels(admin, made.id, chosenModelsSchema.parse({ models }));
    const idOf = (name: string) => view.models.find((model) => model.name === name)?.id ?? "";
    const reserved = (await listAliases(admin)).find(({ name }) => name === "embeddings");
    if (!reserved) throw new Error("It is always there.");
    await expect(addAlias(admin, alias("mixed", [idOf("bge")]))).rejects.toMatchObject({
      fields: [{ path: "models" }],
    });
    await expect(changeAlias(admin, reserved.id, aliasChange("", [idOf("writer")]))).rejects.toMatchObject({
      fields: [{ path: "models" }],
    });
    await changeAlias(admin, reserved.id, aliasChange("", [idOf("bge")]));
    await expect(removeAlias(admin, reserved.id)).rejects.toMatchObject({ code: "conflict" });
    const answering = (await listActiveModels()).map(({ name }) => name);
    expect(answering).toContain("writer");
    expect(answering).not.toContain("bge");
  });

  it("are drawn by weight where the alias says so", async () => {
    const made = await addProvider(admin, input("weights"));
    const view = await chooseModels(admin, made.id, chosen("heavy", "light"));
    const [heavy = "", light = ""] = view.models.map(({ id }) => id);
    const models = [
      { id: heavy, weight: 9 },
      { id: light, weight: 1 },
    ];
    await addAlias(admin, newAliasSchema.parse({ name: "drawn", mode: "weighted", models }));
    expect((await modelsOfAlias("drawn", () => 0.5))?.modelIds).toEqual([heavy, light]);
    expect((await modelsOfAlias("drawn", () => 0.95))?.modelIds).toEqual([light, heavy]);
    expect(await modelsOfAlias("drawn")).toMatchObject({
      mode: "weighted",
      entries: [
        { modelId: heavy, weight: 9 },
        { modelId: light, weight: 1 },
      ],
    });
    expect(await modelsOfAlias("nobody")).toBeNull();
  });

  it("keep what others rely on", async () => {
    await ensureEmbeddedProvider();
    const standard = (await listAliases(admin)).find(({ name }) => name === "default");
    const embedded = (await listProviders(admin)).find(({ type }) => type === "embedded");
    if (!standard || !embedded) throw new Error("Both are always there.");
    await expect(removeAlias(admin, standard.id)).rejects.toMatchObject({ code: "conflict" });
    await expect(changeAlias(admin, standard.id, aliasChange("", []))).rejects.toMatchObject({
      fields: [{ path: "models" }],
    });
    await expect(removeProvider(admin, embedded.id, "not wanted")).rejects.toMatchObject({
      code: "conflict",
    });
    await changeEmbedded(admin, embedded.id, { dataClassCeiling: "internal", isActive: true });
    const bound = await addAlias(admin, alias("bound"));
    await expect(changeAlias(admin, bound.id, aliasChange("", [newId()]))).rejects.toMatchObject({
      fields: [{ path: "models" }],
    });
    const domainId = newId();
    await db().domain.create({ data: { id: domainId, slug: "d", name: "D" } });
    await db().tool.create({
      data: { id: newId(), slug: "p", name: "P", kind: "prompt", domainId, modelAlias: "bound" },
    });
    await expect(removeAlias(admin, bound.id)).rejects.toMatchObject({ code: "conflict" });
    await db().tool.deleteMany();
    await removeAlias(admin, bound.id);
    await expect(addAlias(admin, alias("default"))).rejects.toMatchObject({
      fields: [{ path: "name" }],
    });
  });
});
