import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import { beginCall, endCall, forgetHealth } from "#lib/models/server/model-health.ts";
import { resolveModel, writingModels } from "#lib/routing/server/resolve-model.ts";
import { callByForm } from "#lib/runs/server/call-by-form.ts";
import { streamModel } from "#lib/runs/server/stream-model.ts";
import { type Company, makeCompany, makeModel, makeProvider } from "#lib/runs/testing/company.ts";
import { makePrompt } from "#lib/runs/testing/company-tools.ts";
import { askAndWait, noticesIn, textIn } from "#lib/runs/testing/turns.ts";

testDatabase();
let company: Company;
const ids = new Map<string, string>();
const idOf = (name: string) => ids.get(name) ?? "";

beforeAll(async () => {
  company = await makeCompany();
  const open = await makeProvider(company.models.baseUrl, { slug: "open", dataClassCeiling: "public" });
  ids.set("public-only", await makeModel(open, "public-only"));
  ids.set("short", await makeModel(company.providerId, "short"));
  await db().model.update({ where: { id: idOf("short") }, data: { contextLength: 5 } });
  ids.set("ill", await makeModel(company.providerId, "ill"));
  for (const alias of ["public-only", "short", "ill"])
    await makePrompt(company.place, `Words of ${alias}`, alias);
});
beforeEach(() => {
  forgetHealth([idOf("ill")]);
  endCall(
    idOf("ill"),
    {
      is: "failed",
      why: { code: "credentials-refused", message: "The key was refused." },
      retryAfterMs: null,
    },
    false,
  );
});
afterAll(() => company.close());

const obstacles = [
  [
    "short",
    "refused",
    /can do what this needs\. Model short reads at most 5 tokens/,
    /connect one that can|connect a model/,
  ],
  [
    "public-only",
    "refused",
    /may be used for this\. Model public-only may receive public content/,
    /lower data class/,
  ],
  [
    "ill",
    "failed",
    /answers at the moment\. Model ill is not asked for another \d+ seconds?: The key/,
    /Try again in/,
  ],
] as const;

describe("an alias without a model that can be asked", () => {
  it.each(obstacles)(
    "%s: chat says which of the three it is, and what helps",
    async (alias, _status, says, mend) => {
      const { run } = await askAndWait(company.amelia, "How do I write to a customer who is angry?", {
        modelAlias: alias,
      });
      expect(run.status).toBe("completed");
      expect(noticesIn(run.parts)).toMatchObject([
        { tone: "caution", text: expect.stringMatching(says), mend: expect.stringMatching(mend) },
      ]);
    },
  );

  it.each(obstacles)("%s: a prompt tool says so too", async (alias, status, says, mend) => {
    const slug = `words-of-${alias}`;
    const text = "ere noon, or at the very latest in the evening";
    const { outcome } = await callByForm(
      company.amelia,
      slug,
      "rewrite",
      { text },
      new AbortController().signal,
    );
    const error = { message: expect.stringMatching(says), mend: expect.any(String) };
    expect(outcome).toMatchObject({ status, error });
    if (alias !== "short") expect(outcome.error?.mend).toMatch(mend);
  });
});

describe("a model that breaks between the choice and the call", () => {
  const question = { instructions: "", messages: [{ role: "user" as const, content: "Well?" }], tools: [] };
  const ask = (models: ReturnType<typeof writingModels>) =>
    streamModel(
      company.amelia,
      { channel: "chat" },
      { models, ...question },
      { onText: () => undefined, isSeen: true },
      new AbortController().signal,
    );

  it("is passed over when it was paused meanwhile; alone, it is said that it is left alone", async () => {
    forgetHealth([idOf("ill")]);
    const aliasId = newId();
    await db().modelAlias.create({ data: { id: aliasId, name: "pair" } });
    const writer = await db().model.findFirstOrThrow({ where: { name: "writer" } });
    await db().modelAliasEntry.createMany({
      data: [idOf("ill"), writer.id].map((modelId, position) => ({
        id: newId(),
        aliasId,
        modelId,
        position,
      })),
    });
    const choice = await resolveModel(company.amelia, { alias: "pair", dataClass: "internal" });
    const models = writingModels(choice);
    expect(models.map(({ name }) => name)).toEqual(["ill", "writer"]);
    const why = { code: "credentials-refused", message: "The key was refused." } as const;
    endCall(idOf("ill"), { is: "failed", why, retryAfterMs: null }, false);
    expect(beginCall(idOf("ill")).isLetOut).toBe(false);
    const turn = await ask(models);
    expect([turn.model.name, turn.notAnswered[0]?.failure.code]).toEqual(["writer", "held-back"]);
    await expect(ask(models.slice(0, 1))).rejects.toMatchObject({
      failure: { code: "held-back", mend: expect.stringMatching(/^Try again in \d+ seconds\.$/) },
    });
    expect(company.models.requests.filter(({ body }) => body.model === "ill")).toEqual([]);
  });

  it("is not missed when it was removed meanwhile: the answer that was begun with it ends well", async () => {
    company.models.script("writer", [{ say: "slowly ".repeat(10), pauseMs: 20 }]);
    const models = writingModels(
      await resolveModel(company.amelia, { alias: "default", dataClass: "internal" }),
    );
    const gone = models.map((model) => ({ ...model, id: newId() }));
    await expect(ask(gone)).resolves.toMatchObject({ text: expect.stringContaining("slowly") });
    company.models.script("writer");
    expect(textIn((await askAndWait(company.amelia, "[[say Still here.]]")).run.parts)).toBe("Still here.");
  });
});
