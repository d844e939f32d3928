import { describe, expect, it, vi } from "vitest";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { hasGenerativeModel } from "#lib/models/server/has-generative-model.ts";
import { prepareModels } from "#lib/models/server/prepare-models.ts";
import { readSecret } from "#lib/secrets/secret-store.ts";

const settings = vi.hoisted(() => {
  process.env.WEFT_KEY = "22".repeat(32);
  return { model: undefined as { baseUrl: string; name: string; apiKey: string | undefined } | undefined };
});
// The settings are read once per process; here they change as they would between two starts.
vi.mock("#lib/env.ts", async (original) => {
  const { parseEnv, ...rest } = await original<typeof import("#lib/env.ts")>();
  return { ...rest, parseEnv, env: () => ({ ...parseEnv(process.env), model: settings.model }) };
});

testDatabase();

const aliases = async () => {
  const rows = await db().modelAlias.findMany({
    orderBy: { name: "asc" },
    select: {
      name: true,
      entries: { orderBy: { position: "asc" }, select: { model: { select: { name: true } } } },
    },
  });
  return rows.map(({ name, entries }) => [name, ...entries.map(({ model }) => model.name)]);
};
const events = async () =>
  (await db().auditEvent.findMany({ orderBy: { id: "asc" }, select: { type: true, actorKind: true } })).map(
    ({ type, actorKind }) => `${actorKind} ${type}`,
  );

describe("a start", () => {
  it("brings the embedded assistant and the default alias, once", async () => {
    await prepareModels();
    await Promise.all([prepareModels(), prepareModels()]);
    expect(await aliases()).toEqual([["default", "extractive"], ["embeddings"]]);
    expect(await events()).toEqual([
      "system provider.created",
      "system alias.created",
      "system alias.created",
    ]);
    expect(await hasGenerativeModel()).toBe(false);
  });

  it("connects the server that the settings name and puts its model first", async () => {
    settings.model = { baseUrl: "http://127.0.0.1:9/v1", name: "small", apiKey: "sk-one" };
    await prepareModels();
    expect(await aliases()).toEqual([["default", "small", "extractive"], ["embeddings"]]);
    expect(await hasGenerativeModel()).toBe(true);
    const provider = await db().provider.findUniqueOrThrow({ where: { slug: "settings" } });
    expect(await readSecret("provider", provider.id, "apiKey")).toBe("sk-one");
    expect((await events()).slice(3)).toEqual(["system provider.created", "system alias.changed"]);
  });

  it("leaves alone what an administrator changed since", async () => {
    const before = await events();
    await db().modelAliasEntry.deleteMany({ where: { model: { name: "small" } } });
    await db().provider.update({ where: { slug: "settings" }, data: { isActive: false } });
    await prepareModels();
    expect(await aliases()).toEqual([["default", "extractive"], ["embeddings"]]);
    expect(await hasGenerativeModel()).toBe(false);
    expect(await events()).toEqual(before);
  });

  it("connects again when the settings themselves changed", async () => {
    settings.model = { baseUrl: "http://127.0.0.1:9/v2", name: "large", apiKey: undefined };
    await prepareModels();
    expect(await aliases()).toEqual([["default", "large", "extractive"], ["embeddings"]]);
    const provider = await db().provider.findUniqueOrThrow({ where: { slug: "settings" } });
    expect(provider).toMatchObject({ baseUrl: "http://127.0.0.1:9/v2", isActive: true });
    expect(await readSecret("provider", provider.id, "apiKey")).toBeUndefined();
  });
});
