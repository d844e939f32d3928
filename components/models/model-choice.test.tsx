import { describe, expect, it } from "vitest";
import { chosenOf, withOffered } from "#components/models/model-choice.ts";
import { shortNameOf } from "#components/models/short-name.ts";

const line = (name: string, isChosen: boolean, displayName = name) => ({
  name,
  displayName,
  tools: true,
  isChosen,
});

describe("the choice of models", () => {
  it("keeps what was chosen when the server is asked again", () => {
    const lines = withOffered([line("small", true, "Small one"), line("gone", false)], ["large", "small"]);
    expect(lines.map(({ name, isChosen }) => [name, isChosen])).toEqual([
      ["small", true],
      ["gone", false],
      ["large", false],
    ]);
    expect(lines[0]?.displayName).toBe("Small one");
  });

  it("sends the chosen ones, and a name for each", () => {
    expect(chosenOf([line("a", true, "  "), line("b", false), line("c", true, " See ")])).toEqual({
      models: [
        { name: "a", displayName: "a", tools: true },
        { name: "c", displayName: "See", tools: true },
      ],
    });
  });
});

describe("a short name", () => {
  it("is made of what was typed", () => {
    expect(shortNameOf("Modèles locaux (EU)")).toBe("modeles-locaux-eu");
    expect(shortNameOf("42 Ways")).toBe("ways");
    expect(shortNameOf("!")).toBe("");
  });
});
