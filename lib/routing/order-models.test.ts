import { describe, expect, it } from "vitest";
import type { Standing } from "#lib/models/breaker.ts";
import {
  estimateTokens,
  type ModelCandidate,
  type ModelNeeds,
  noModelWords,
  orderModels,
} from "#lib/routing/order-models.ts";

const now = 1_000_000;
const needs: ModelNeeds = { generative: false, tools: "none", tokens: 100 };
const open: Standing = {
  is: "open",
  until: now + 24_000,
  why: { code: "credentials-refused", message: "The model server refused the portal's key for Beta." },
};

function model(name: string, facts: Partial<ModelCandidate> = {}): ModelCandidate {
  return {
    id: name,
    name,
    generates: true,
    isEmbedded: false,
    callsTools: true,
    contextLength: null,
    refusal: null,
    standing: { is: "closed" },
    ...facts,
  };
}
const names = (models: readonly ModelCandidate[]) => models.map(({ name }) => name);

describe("the order in which models are asked", () => {
  it("is the alias's own, without those that are left alone, refused or not able", () => {
    const { usable, leftOut } = orderModels(
      [
        model("Beta", { standing: open }),
        model("Alpha"),
        model("Gamma", { refusal: "Gamma may receive public content at most." }),
        model("Delta", { contextLength: 50 }),
        model("Weft", { generates: false, isEmbedded: true }),
        model("Vectors", { generates: false }),
      ],
      needs,
      now,
    );
    expect(names(usable)).toEqual(["Alpha", "Weft"]);
    expect(leftOut.map(({ model: { name }, obstacle }) => [name, obstacle])).toEqual([
      ["Beta", "no-healthy"],
      ["Gamma", "no-permitted"],
      ["Delta", "no-capable"],
      ["Vectors", "no-capable"],
    ]);
  });

  it("puts those that call tools first where operations are offered, and insists where an agent needs them", () => {
    const models = [model("Plain", { callsTools: false }), model("Caller"), model("Other")];
    const order = (tools: ModelNeeds["tools"]) => names(orderModels(models, { ...needs, tools }, now).usable);
    expect(order("none")).toEqual(["Plain", "Caller", "Other"]);
    expect(order("wanted")).toEqual(["Caller", "Other", "Plain"]);
    expect(order("required")).toEqual(["Caller", "Other"]);
  });

  it("lets a model try whose pause is over", () => {
    const { why } = open;
    expect(
      names(orderModels([model("Beta", { standing: { is: "half-open", why } })], needs, now).usable),
    ).toEqual(["Beta"]);
  });

  it("leaves the embedded assistant out where a model has to write", () => {
    const weft = model("Weft", { generates: false, isEmbedded: true });
    expect(orderModels([weft], { ...needs, generative: true }, now).usable).toEqual([]);
  });
});

describe("no model", () => {
  const words = (alias: string | null, models: ModelCandidate[], wanted: Partial<ModelNeeds> = {}) =>
    noModelWords(alias, orderModels(models, { ...needs, ...wanted }, now).leftOut, now);

  it("is capable: says what is missing", () => {
    expect(words("strong", [model("Plain", { callsTools: false })], { tools: "required" })).toEqual({
      obstacle: "no-capable",
      reason: "No model behind “strong” can do what this needs. Plain cannot call tools.",
      mend: "Choose another model, or ask an administrator to connect one that can.",
    });
    expect(words(null, []).reason).toBe("No model is connected that can write answers.");
    const long = words("fast", [model("Small", { contextLength: 4_096 })], {
      tokens: estimateTokens(400_000),
    });
    expect(long.reason).toContain("Small reads at most 4,096 tokens, and this has about 100,000.");
  });

  it("is permitted: gives the rule's reason", () => {
    const refusal = "Only the people team may use it.";
    expect(
      words("strong", [model("Plain", { callsTools: false, refusal }), model("Other", { refusal })]),
    ).toEqual({
      obstacle: "no-permitted",
      reason: "No model behind “strong” may be used for this. Only the people team may use it.",
      mend: expect.stringContaining("lower data class"),
    });
  });

  it("is healthy: says why and when it is asked again, even beside one that is not permitted", () => {
    const models = [model("Alpha", { refusal: "No." }), model("Beta", { standing: open })];
    expect(words("strong", models)).toEqual({
      obstacle: "no-healthy",
      reason:
        "No model behind “strong” answers at the moment. " +
        "Beta is not asked for another 24 seconds: The model server refused the portal's key for Beta.",
      mend: expect.stringContaining("Try again in 24 seconds"),
    });
    expect(words("fast", [model("Busy", { standing: { is: "resting", until: now + 1 } })]).reason).toContain(
      "asked to be left alone for another 1 second.",
    );
  });
});
