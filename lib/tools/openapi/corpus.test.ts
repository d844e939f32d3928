import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { operationDefinitionSchema } from "#lib/catalog/operation.ts";
import { buildHttpRequest } from "#lib/tools/build-http-request.ts";
import { type ImportedDocument, importOpenApi } from "#lib/tools/openapi/import-openapi.ts";
import type { Problem } from "#lib/tools/openapi/problem.ts";
import { checkArguments } from "#lib/tools/validate-arguments.ts";

/** What importing one document of the corpus must give: how many operations, and why not the others. */
type ExpectedDocument = {
  readonly file: string;
  readonly documentUrl?: string;
  readonly imported: number;
  /** Place, reason and mend by the name of the operation. */
  readonly refused: Readonly<Record<string, string>>;
  /** What is missing from operations that can be used, and paths that were not read. */
  readonly leftOut: readonly string[];
};
/** What one call must send; every credential is `s3cret`. */
type ExpectedCall = {
  readonly file: string;
  readonly operation: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly request: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

const folder = join(import.meta.dirname, "corpus");
const table = <T>(name: string): T[] => JSON.parse(readFileSync(join(import.meta.dirname, name), "utf8"));
const documents = table<ExpectedDocument>("corpus-documents.json");
const calls = table<ExpectedCall>("corpus-calls.json");
const viewer = { id: "p-1", email: "ada@acme.example", name: "Ada Lovelace" };

const imported = new Map<string, ImportedDocument>();
function read(file: string): ImportedDocument {
  const documentUrl = documents.find((document) => document.file === file)?.documentUrl;
  const source = readFileSync(join(folder, file), "utf8");
  const document = imported.get(file) ?? importOpenApi(source, documentUrl ? { documentUrl } : {});
  imported.set(file, document);
  return document;
}

const sentence = (problem: Problem | undefined) =>
  [`${problem?.place}: ${problem?.message}`, problem?.mend].filter(Boolean).join(" ");

test("every document of the corpus is in the table, and is as long as a page or two", () => {
  expect(documents.map((document) => document.file).sort()).toEqual(readdirSync(folder).sort());
  expect(documents.length).toBeGreaterThanOrEqual(34);
});

describe.each(documents)("$file", (expected) => {
  const document = read(expected.file);

  test("imports what can be called, and says of the rest exactly why not", () => {
    const usable = document.operations.filter((operation) => operation.definition);
    const refused = document.operations.filter((operation) => !operation.definition);
    expect(usable).toHaveLength(expected.imported);
    expect(
      Object.fromEntries(refused.map((operation) => [operation.name, sentence(operation.problems.at(-1))])),
    ).toEqual(expected.refused);
    const paths = document.problems.filter((problem) => problem.place.startsWith("paths"));
    const noted = [...paths, ...usable.flatMap((operation) => operation.problems)];
    expect(noted.map(sentence)).toEqual(expected.leftOut);
  });

  test("gives definitions that can be kept, under names of their own, with contracts of their own", () => {
    const names = document.operations.map((operation) => operation.name);
    expect(new Set(names).size).toBe(names.length);
    for (const operation of document.operations) {
      if (operation.definition)
        expect(operationDefinitionSchema.parse(operation.definition)).toEqual(operation.definition);
      expect(operation.contract.paths).toHaveProperty([operation.path]);
      expect(JSON.stringify(operation.contract).length).toBeLessThan(100_000);
    }
    expect(new Set(document.operations.map((operation) => operation.hash)).size).toBe(names.length);
  });

  test("reads the same from contracts as from the whole", () => {
    const url = expected.documentUrl;
    for (const operation of document.operations.filter((one) => one.definition)) {
      const alone = importOpenApi(JSON.stringify(operation.contract), url ? { documentUrl: url } : {});
      const again = alone.operations.find((one) => one.path === operation.path);
      expect(again?.definition?.binding, operation.name).toEqual(operation.definition?.binding);
    }
  });
});

describe("calls", () => {
  test("most documents have one", () => {
    expect(new Set(calls.map((call) => call.file)).size).toBe(documents.length);
  });

  test.each(calls)("$file $operation sends $request", ({ file, operation, args, request, headers, body }) => {
    const definition = read(file).operations.find((one) => one.name === operation)?.definition;
    if (definition?.binding.kind !== "http") throw new Error("It was not imported.");
    expect(checkArguments(definition.inputSchema, args)).toEqual([]);
    const secrets = Object.fromEntries(
      definition.binding.security.map((credential) => [credential.secretName, "s3cret"]),
    );
    const built = buildHttpRequest(definition.binding, args, secrets, viewer);
    expect(`${built.method} ${built.url}`).toBe(request);
    const { accept, ...sent } = Object.fromEntries(built.headers);
    expect(accept).toContain("application/json");
    expect(sent).toEqual(headers);
    expect(built.body).toBe(body);
  });
});
