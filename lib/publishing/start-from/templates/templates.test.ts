import { describe, expect, test } from "vitest";
import { promptBindingSchema } from "#lib/catalog/operation.ts";
import { toolWordsSchema } from "#lib/catalog/schema.ts";
import { operationProblems, settingsProblems } from "#lib/publishing/draft-problems.ts";
import { wordsFields } from "#lib/publishing/schema.ts";
import { toolTemplateSchema } from "#lib/publishing/start-from/template.ts";
import { toolTemplates } from "#lib/publishing/start-from/templates/all-templates.ts";
import { checkArguments } from "#lib/tools/validate-arguments.ts";

test("there are eight templates, for each kind that runs here", () => {
  expect(new Set(toolTemplates.map(({ id }) => id)).size).toBe(8);
  const kinds = new Set(toolTemplates.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(["agent", "http", "knowledge", "mcp", "prompt"]);
});

describe.each(toolTemplates.map((template) => [template.id, template] as const))(
  "the template %s",
  (_, template) => {
    test("fits a draft, and its words and settings need nothing more for a release", () => {
      expect(toolTemplateSchema.parse(template)).toEqual(template);
      expect(toolWordsSchema.safeParse(template.words).error?.issues ?? []).toEqual([]);
      expect(settingsProblems(template.kind, template.settings)).toEqual([]);
    });

    test("gives hints for fields that there are", () => {
      const fields = [...wordsFields, "operations"];
      expect(Object.keys(template.hints).filter((field) => !fields.includes(field))).toEqual([]);
    });

    test("works as it is, or says what it needs", () => {
      const problems = template.operations.flatMap((operation) =>
        operationProblems(template.kind, operation),
      );
      expect(problems.length > 0 || template.operations.length === 0).toBe(template.needs.length > 0);
    });

    test("has examples that fit its inputs, and fills only inputs that there are", () => {
      for (const { inputSchema, exampleInput, exampleRequests, binding } of template.operations) {
        expect(checkArguments(inputSchema, exampleInput)).toEqual([]);
        expect(exampleRequests.length).toBeGreaterThan(1);
        const names = Object.keys((inputSchema as { properties: object }).properties);
        const { message = "" } = promptBindingSchema
          .partial()
          .loose()
          .parse({ ...binding, kind: "prompt" });
        const filled = [...message.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = ""]) => name);
        expect(filled.filter((name) => !names.includes(name))).toEqual([]);
      }
    });
  },
);
