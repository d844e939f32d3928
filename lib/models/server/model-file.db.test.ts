import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeViewer } from "#lib/identity/testing/make-people.ts";
import { secretsOf } from "#lib/models/server/connection-of.ts";
import { exportModels, variableFor } from "#lib/models/server/export-models.ts";
import { importModels } from "#lib/models/server/import-models.ts";
import { ensureEmbeddedProvider } from "#lib/models/server/prepare-models.ts";

vi.hoisted(() => {
  process.env.WEFT_KEY = "66".repeat(32);
  process.env.WEFT_MODEL_KEY_LAB = "sk-of-the-environment";
});

testDatabase();
let admin: Viewer;
const file = `
apiVersion: weft/models-1
providers:
  - slug: lab
    name: Lab cluster
    type: openai-compatible
    baseUrl: http://127.0.0.1:1/v1
    secrets:
      apiKey: { env: WEFT_MODEL_KEY_LAB }
    dataClassCeiling: confidential
    limits: { maxConcurrent: 8 }
    models:
      - name: writer
        displayName: Writer
        capabilities: { tools: false }
        contextLength: 32768
        prices:
          - { from: 2026-01-01, currency: EUR, inputPerMillion: 3, outputPerMillion: 12 }
          - { from: 2026-06-01, currency: EUR, inputPerMillion: 2.5, outputPerMillion: 10 }
      - name: old
        isActive: false
aliases:
  - name: quick
    mode: weighted
    models:
      - { model: lab/writer, weight: 3 }
      - { model: weft/extractive }
`;
const read = (text: string, isTrial = false) => importModels(admin, { text, isTrial });
const refused = (text: string) =>
  read(text).then(
    () => [],
    (error: { fields: { path: string; message: string }[] }) =>
      error.fields.map(({ path, message }) => `${path} | ${message}`),
  );

beforeAll(async () => {
  admin = await makeViewer({ name: "Adele Admin", roles: ["admin"] });
  await ensureEmbeddedProvider();
});

describe("a file of model servers", () => {
  it("is tried without a trace, read, and read again without a change", async () => {
    const added = [
      { kind: "provider", name: "lab", did: "added" },
      { kind: "alias", name: "quick", did: "added" },
    ];
    const events = await db().auditEvent.count();
    expect(await read(file, true)).toEqual({ isTrial: true, changes: added });
    expect(await db().provider.count({ where: { slug: "lab" } })).toBe(0);
    expect(await db().auditEvent.count()).toBe(events);

    expect(await read(file)).toEqual({ isTrial: false, changes: added });
    const provider = await db().provider.findUniqueOrThrow({
      where: { slug: "lab" },
      select: { id: true, maxConcurrent: true, models: { orderBy: { name: "asc" } } },
    });
    expect(provider).toMatchObject({
      maxConcurrent: 8,
      models: [
        { name: "old", isActive: false },
        { name: "writer", displayName: "Writer", contextLength: 32_768, isActive: true },
      ],
    });
    expect(await secretsOf(provider.id)).toEqual({ apiKey: "sk-of-the-environment" });
    expect(await db().modelPrice.count()).toBe(2);

    const again = await read(file);
    expect(again.changes.map(({ did }) => did)).toEqual(["same", "same"]);
    expect(await db().modelPrice.count()).toBe(2);
  });

  it("is what the export writes, without any secret", async () => {
    const text = await exportModels(admin);
    expect(text).not.toContain("sk-of-the-environment");
    expect(text).toContain("env: WEFT_MODEL_KEY_LAB");
    expect(text).toContain("model: lab/writer");
    const again = await read(text);
    expect(new Set(again.changes.map(({ did }) => did))).toEqual(new Set(["same"]));
    expect(variableFor("lab-cluster", "secretAccessKey")).toBe(
      "WEFT_MODEL_KEY_LAB_CLUSTER_SECRET_ACCESS_KEY",
    );
  });

  it("leaves alone what it does not name", async () => {
    const more = `apiVersion: weft/models-1
providers:
  - { slug: lab, name: Lab cluster, type: openai-compatible, baseUrl: "http://127.0.0.1:1/v1", dataClassCeiling: public,
      models: [{ name: extra }] }
`;
    expect((await read(more)).changes).toEqual([{ kind: "provider", name: "lab", did: "changed" }]);
    const models = await db().model.findMany({
      where: { provider: { slug: "lab" }, isActive: true },
      orderBy: { name: "asc" },
      select: { name: true },
    });
    expect(models.map(({ name }) => name)).toEqual(["extra", "writer"]);
    expect(await db().modelAlias.count({ where: { name: "quick" } })).toBe(1);
  });

  it("is read whole or not at all", async () => {
    const half = `apiVersion: weft/models-1
providers:
  - { slug: half, name: Half, type: mistral, secrets: { apiKey: { env: WEFT_MODEL_KEY_LAB } }, dataClassCeiling: public }
aliases:
  - name: broken
    models:
      - model: half/nobody
`;
    expect(await refused(half)).toEqual([
      "aliases.0.models.0.model | Line 7: There is no model half/nobody.",
    ]);
    expect(await db().provider.count({ where: { slug: "half" } })).toBe(0);
  });

  it("does not take another variable of the environment, nor a secret that is not there", async () => {
    const withKey = (name: string) =>
      file.replace("WEFT_MODEL_KEY_LAB", name).replaceAll("slug: lab", "slug: other");
    expect(await refused(withKey("WEFT_KEY"))).toEqual([
      expect.stringMatching(/^providers\.0\.secrets\.apiKey\.env \| Line 9: Name a variable that begins/),
    ]);
    expect(await refused(withKey("WEFT_MODEL_KEY_ABSENT"))).toEqual([
      expect.stringMatching(/^providers\.0\.secrets\.apiKey \| Line 9: .* holds no WEFT_MODEL_KEY_ABSENT/),
    ]);
    expect(await refused(file.replace("type: openai-compatible", "type: mistral"))).toEqual([
      expect.stringMatching(/^providers\.0\.type \| Line 6: .* a type stays/),
    ]);
  });

  it.each([
    ["anchors", "apiVersion: &a weft/models-1\nproviders: [*a]\n", /anchors and aliases/],
    ["a bomb", `a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n`, /anchors and aliases/],
    ["a prototype", "apiVersion: weft/models-1\n__proto__: { isAdmin: true }\n", /__proto__/],
    ["depth", `a: ${"[".repeat(5000)}`, /too deep/],
    ["no YAML", "providers: [", /not YAML/],
    ["another version", "apiVersion: weft/models-9\n", /Line 1: the field “apiVersion” is one of weft/],
    [
      "a missing field",
      "apiVersion: weft/models-1\nproviders:\n  - slug: abc\n",
      /Line 3: the field “name” is missing/,
    ],
    [
      "a type of its own",
      file.replace("openai-compatible", "mine"),
      /Line 6: the field “type” is one of openai-comp/,
    ],
    ["an unknown field", "apiVersion: weft/models-1\nservers: []\n", /no field “servers”/],
    ["a secret in the open", file.replace("{ env: WEFT_MODEL_KEY_LAB }", "sk-in-the-open"), /Line 9/],
  ])("is refused with %s", async (_, text, words) => {
    const problems = await refused(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.join("\n")).toMatch(words);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it("is for administrators", async () => {
    const other = await makeViewer({ roles: ["auditor"] });
    await expect(exportModels(other)).rejects.toMatchObject({ code: "forbidden" });
    await expect(importModels(other, { text: file, isTrial: true })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
