import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readStoredSettings, standardSettings, trustSettingsSchema } from "#lib/trust/settings.ts";
import {
  draftOf,
  isNumberPath,
  type NumberBound,
  numberFields,
  readNumber,
  type SettingPath,
  settingPaths,
  settingsOf,
} from "#lib/trust/settings-fields.ts";
import { boundWords, checkDraft, sumOf } from "#lib/trust/settings-problems.ts";

type JsonSchema = {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  type?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
};

/** Every place of the schema that holds a value, the five shares of the stars each for itself. */
function leaves(schema: JsonSchema, path: readonly string[] = []): [string, JsonSchema][] {
  if (schema.properties) {
    return Object.entries(schema.properties).flatMap(([name, inner]) => leaves(inner, [...path, name]));
  }
  if (path.at(-1) === "prior" && schema.items) {
    const { items } = schema;
    return [0, 1, 2, 3, 4].map((at) => [[...path, at].join("."), items]);
  }
  return [[path.join("."), schema]];
}

const schemaLeaves = leaves(z.toJSONSchema(trustSettingsSchema) as JsonSchema);
const standard = draftOf(standardSettings);
const problemsWith = (path: SettingPath, value: string) =>
  checkDraft({ ...standard, [path]: value }).problems;

describe("the form", () => {
  it("has a field for everything that may be set, and for nothing else", () => {
    expect([...settingPaths].sort()).toEqual(schemaLeaves.map(([path]) => path).sort());
  });

  it("says the bounds of the schema", () => {
    for (const [path, schema] of schemaLeaves) {
      if (!isNumberPath(path)) continue;
      const bound: NumberBound = numberFields[path];
      const told = {
        min: bound.min,
        max: bound.max,
        isAbove: bound.isAbove ?? false,
        isWhole: bound.isWhole ?? false,
      };
      expect([path, told]).toEqual([
        path,
        {
          min: schema.exclusiveMinimum ?? schema.minimum,
          max: schema.maximum ?? null,
          isAbove: schema.exclusiveMinimum !== undefined,
          isWhole: schema.type === "integer",
        },
      ]);
    }
  });

  it("holds the settings and gives them back", () => {
    expect(settingsOf(standard)).toEqual(standardSettings);
    expect(checkDraft(standard)).toEqual({ settings: standardSettings, problems: {} });
  });

  it("reads numbers as people write them", () => {
    expect(["0.25", " 0,25 ", ".5", "1e-7", "3."].map(readNumber)).toEqual([0.25, 0.25, 0.5, 1e-7, 3]);
    expect(["", "-1", "abc", "1 000", "NaN", "Infinity", "0x10"].map(readNumber)).toEqual(
      Array.from({ length: 7 }, () => undefined),
    );
  });

  it("says at the field what is wrong with it", () => {
    expect(problemsWith("confidence", "many")).toEqual({ confidence: "Not a number that fits. 0 to 5." });
    expect(Object.keys(problemsWith("reliability.windowDays", "7.5"))).toEqual(["reliability.windowDays"]);
    expect(Object.keys(problemsWith("compliance.expiryDays", "0"))).toEqual(["compliance.expiryDays"]);
    expect(problemsWith("weights.people", "0.2")).toEqual({
      "weights.evaluation": "The six weights must add up to 1.",
    });
    expect(problemsWith("bands.good", "81")).toHaveProperty(["bands.trusted"]);
    expect(problemsWith("people.prior.4", "0.4")).toEqual({
      "people.prior.0": "The five shares must add up to 1.",
    });
    expect(problemsWith("ownership.timeZone", "Mars/Olympus")).toEqual({
      "ownership.timeZone": "This is not the name of a time zone.",
    });
  });

  it("says bounds in words, and sums as they are typed", () => {
    expect(boundWords({ min: 0, max: null, isAbove: true })).toBe("More than 0.");
    const weights = settingPaths.filter((path) => path.startsWith("weights."));
    expect(sumOf(standard, weights)).toBe(1);
    expect(sumOf({ ...standard, "weights.people": "0,2" }, weights)).toBe(1.1);
    expect(sumOf({ ...standard, "weights.people": "?" }, weights)).toBe(0.9);
  });
});

it("stored settings of an older version get the standard of what they did not know", () => {
  const { margin: _, ...bands } = standardSettings.bands;
  const { strength: __, ...older } = { ...standardSettings, weakestLink: 0.5, bands };
  expect(readStoredSettings(older)).toEqual({ ...standardSettings, weakestLink: 0.5 });
});
