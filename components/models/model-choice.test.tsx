import { describe, expect, it } from "vitest";
import { chosenOf, namedModel, withOffered } from "#components/models/model-choice.ts";
import { shortNameOf } from "#components/models/short-name.ts";
import { chosenModelsSchema } from "#lib/models/administration.ts";
import { proposedCapabilities } from "#lib/models/capabilities.ts";

const line = (name: string, isChosen: boolean, displayName = name) => ({
  name,
  displayName,
  capabilities: proposedCapabilities({}),
  contextLength: null,
  isChosen,
});

describe("the choice of models", () => {
  it("keeps what was chosen when the server is asked again", () => {
    const lines = withOffered(
      [line("small", true, "Small one"), line("gone", false)],
      [{ ...namedModel("large"), told: { tools: false }, contextLength: 8192 }, namedModel("small")],
    );
    expect(lines.map(({ name, isChosen }) => [name, isChosen])).toEqual([
      ["small", true],
      ["gone", false],
      ["large", false],
    ]);
    expect(lines[0]?.displayName).toBe("Small one");
    expect(lines[2]).toMatchObject({ capabilities: { tools: false, generates: true }, contextLength: 8192 });
  });

  it("sends the chosen ones, and a name for each", () => {
    const { models } = chosenOf([line("a", true, "  "), line("b", false), line("c", true, " See ")]);
    expect(models.map(({ name, displayName }) => [name, displayName])).toEqual([
      ["a", "a"],
      ["c", "See"],
    ]);
    expect(chosenModelsSchema.safeParse({ models }).success).toBe(true);
  });
});

describe("a short name", () => {
  it("is made of what was typed", () => {
    expect(shortNameOf("Modèles locaux (EU)")).toBe("modeles-locaux-eu");
    expect(shortNameOf("42 Ways")).toBe("ways");
    expect(shortNameOf("!")).toBe("");
  });
});
