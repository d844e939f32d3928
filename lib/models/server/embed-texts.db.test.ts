import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeViewer } from "#lib/identity/testing/make-people.ts";
import { aliasChangeSchema } from "#lib/models/administration.ts";
import { changeAlias } from "#lib/models/server/change-aliases.ts";
import { embedTexts } from "#lib/models/server/embed-texts.ts";
import { listAliases } from "#lib/models/server/list-providers.ts";
import { ensureEmbeddedProvider } from "#lib/models/server/prepare-models.ts";
import { makeProvider } from "#lib/models/testing/make-provider.ts";
import { startVendor, type VendorRequest } from "#lib/models/testing/vendor-server.ts";

vi.hoisted(() => {
  process.env.WEFT_EGRESS_ALLOW = "127.0.0.1";
  process.env.WEFT_KEY = "55".repeat(32);
});

testDatabase();
let admin: Viewer;
let vendor: Awaited<ReturnType<typeof startVendor>>;
let modelIds: string[] = [];
const broken = new Set<string>();
const read = ({ body }: VendorRequest) => JSON.parse(body) as { model: string; input: string[] };
const dataClass = "internal" as const;

beforeAll(async () => {
  vendor = await startVendor((request) => {
    const { model, input } = read(request);
    if (broken.has(model)) return { status: 500, parts: ["{}"] };
    const data = input.map((text, index) => ({
      object: "embedding",
      index,
      embedding: [text.length, index],
    }));
    const usage = { prompt_tokens: input.length, total_tokens: input.length };
    return { parts: [JSON.stringify({ object: "list", model, data, usage })] };
  });
  admin = await makeViewer({ name: "Adele Admin", roles: ["admin"] });
  await ensureEmbeddedProvider();
});
afterAll(() => vendor.close());
beforeEach(() => broken.clear());

it("gives nothing where no model is configured", async () => {
  expect(await embedTexts(["roaming"], { dataClass })).toBeNull();
  expect(vendor.requests).toHaveLength(0);
});

it("turns many texts into vectors in batches, in their order, and writes down what it used", async () => {
  const made = await makeProvider(
    admin,
    { slug: "vectors", baseUrl: vendor.address },
    { "embed-a": { embeddings: true }, "embed-b": { embeddings: true } },
  );
  modelIds = made.models.map(({ id }) => id);
  const alias = (await listAliases(admin)).find(({ name }) => name === "embeddings");
  const models = modelIds.map((id) => ({ id }));
  await changeAlias(admin, alias?.id ?? "", aliasChangeSchema.parse({ models }));

  const texts = Array.from({ length: 150 }, (_, at) => "x".repeat(at));
  const result = await embedTexts(texts, { dataClass });
  expect(result?.modelId).toBe(modelIds[0]);
  expect(result?.vectors.map(([length]) => length)).toEqual([
    1,
    ...texts.slice(1).map((text) => text.length),
  ]);
  expect(vendor.requests.map((request) => read(request).input.length)).toEqual([64, 64, 22]);
  const rows = await db().usageRecord.findMany({
    where: { modelId: modelIds[0] ?? "" },
    select: { tokensIn: true, outcome: true },
  });
  expect(rows).toEqual([{ tokensIn: 150, outcome: "succeeded" }]);
});

it("asks the next model when one fails, unless the vectors must be of the same", async () => {
  broken.add("embed-a");
  expect((await embedTexts(["roaming"], { dataClass }))?.modelId).toBe(modelIds[1]);
  const pinned = { dataClass, modelId: modelIds[0] ?? "" };
  await expect(embedTexts(["roaming"], pinned)).rejects.toThrow();
});

it("sends nothing to a server that may not receive it, and cuts what is too long", async () => {
  const before = vendor.requests.length;
  expect(await embedTexts(["secret"], { dataClass: "confidential" })).toBeNull();
  expect(vendor.requests).toHaveLength(before);
  expect((await embedTexts(["y".repeat(20_000)], { dataClass }))?.vectors[0]?.[0]).toBe(8000);
});
