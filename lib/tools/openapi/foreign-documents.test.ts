import { describe, expect, test } from "vitest";
import { isAppError } from "#lib/errors.ts";
import { importOpenApi } from "#lib/tools/openapi/import-openapi.ts";
import { ok, openApi } from "#lib/tools/testing/openapi-document.ts";

/** Why a text is not imported, and what to do, as a reader sees it. */
function refusal(source: string): string {
  try {
    importOpenApi(source);
  } catch (failure) {
    if (isAppError(failure)) return `${failure.message} ${failure.mend}`;
    throw failure;
  }
  throw new Error("the document was accepted");
}

const wanted = "Paste an OpenAPI 3.1, 3.0 or 2.0 document in JSON or YAML.";
const mend = "Correct the document there and import it again.";
const textMend = "Correct the text there. It must be JSON or YAML.";
const graphQl =
  "it is a GraphQL schema, which has one address and no operations over HTTP of its own. Describe the queries that people need as an OpenAPI document, or offer an MCP server.";

test.each<[string, string, string]>([
  ["nothing", "", `the document: it is empty. ${wanted}`],
  ["white space", "\ufeff \n\t", `the document: it is empty. ${wanted}`],
  [
    "a web page",
    "<!DOCTYPE html>\n<html><body>API</body></html>",
    "the document: it is a web page. Look on that page for the address that ends in openapi.json or openapi.yaml.",
  ],
  [
    "WSDL",
    '<?xml version="1.0"?><wsdl:definitions name="Pay"></wsdl:definitions>',
    "the document: it describes a SOAP service (WSDL). Put an HTTP interface with JSON before the service.",
  ],
  ["XML", "<a/>", `the document: it is XML. ${wanted}`],
  ["a GraphQL schema", "# Shop\ntype Query {\n  me: Person\n}", `the document: ${graphQl}`],
  ["a described GraphQL schema", '"""\nThe root\n"""\nschema { query: Q }', `the document: ${graphQl}`],
  ["GraphQL introspection", '{"data":{"__schema":{"types":[]}}}', `__schema: ${graphQl}`],
  [
    "AsyncAPI",
    "asyncapi: 2.6.0\ninfo: { title: Events, version: '1' }\nchannels: {}",
    "asyncapi: the document describes messages (AsyncAPI), not calls that are answered. Import the HTTP interface of the service, if it has one.",
  ],
  [
    "Postman",
    '{"info":{"name":"C","schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},"item":[]}',
    "info › schema: it is a Postman collection. Let Postman export it as OpenAPI 3.",
  ],
  [
    "Google discovery",
    '{"kind":"discovery#restDescription","resources":{}}',
    "kind: it is a Google discovery document. Convert it to OpenAPI 3 first.",
  ],
  [
    "protobuf",
    '// fleet\nsyntax = "proto3";',
    "the document: it is a protobuf file. Let grpc-gateway make an OpenAPI document of it.",
  ],
  ["RAML", "#%RAML 1.0\ntitle: A", "the document: it is a RAML document. Convert it to OpenAPI 3 first."],
  ["Swagger 1", '{"swagger":"1.2"}', 'swagger: "1.2" is not read. Convert it to OpenAPI 3 first.'],
  ["OpenAPI 4", "openapi: 4.0.0\npaths: {}", 'openapi: "4.0.0" is not read. Use OpenAPI 3.1, 3.0 or 2.0.'],
  ["no version", "info: {}\npaths: {}", "openapi: it is missing. Use OpenAPI 3.1, 3.0 or 2.0."],
  [
    "webhooks only",
    "openapi: 3.1.0\ninfo: { title: W, version: '1' }\nwebhooks: { a: {} }",
    "paths: the document holds only webhooks, which the other side calls; there is nothing to call. Import a document that describes calls.",
  ],
  [
    "a list of paths",
    "openapi: 3.0.0\npaths: []",
    `paths: an object with the paths is expected here. ${mend}`,
  ],
  [
    "broken YAML",
    "openapi: 3.0.3\npaths:\n  /a:\n    get: {a: [1, 2}\n",
    `Line 4, column 19: Flow sequence in block collection must be sufficiently indented and end with a ] ${textMend}`,
  ],
  [
    "a name that stands twice",
    "openapi: 3.0.3\npaths:\n  /a: { get: {} }\n  /b: {}\n  /a: { post: {} }\n",
    `Line 5, column 3: the name "/a" stands twice in the same object. ${textMend}`,
  ],
  [
    "a name of the prototype",
    '{"openapi":"3.0.0","paths":{"/a":{"get":{"__proto__":{"x":1}}}}}',
    `paths › /a › get › __proto__: this name is not allowed. ${mend}`,
  ],
  [
    "a number that is none",
    "openapi: 3.0.0\npaths: { /a: { get: { x: .nan } } }",
    `paths › /a › get › x: it is no finite number. ${mend}`,
  ],
  [
    "a date of YAML 1.1",
    "%YAML 1.1\n---\nopenapi: 3.0.0\ninfo: { version: 2024-01-01 }\npaths: {}",
    `info › version: it is neither a text nor a number; write it in quotes. ${mend}`,
  ],
  [
    "parts that hold themselves",
    "openapi: 3.0.0\npaths: &p { /a: *p }",
    `paths › /a › /a › /a › /a: it is nested deeper than 100 levels. ${mend}`,
  ],
  ["very deep YAML", `openapi: 3.0.0\na: ${"{a: ".repeat(9000)}1${"}".repeat(9000)}`, "deeper"],
])("%s is refused with the reason", (_, source, expected) => {
  if (expected === "deeper") expect(refusal(source)).toContain("nested deeper than 100 levels");
  else expect(refusal(source)).toBe(expected);
  expect(({} as { x?: unknown }).x).toBeUndefined();
});

describe("what is read all the same", () => {
  test.each(["3.0", "3", '"3.1"', "3.1", "3.0.4", "3.1.1", "3.2.0"])("openapi: %s", (version) => {
    const source = `openapi: ${version}\nservers: [{ url: https://a.example }]\npaths: { /a: { get: { responses: {} } } }`;
    expect(importOpenApi(source).operations[0]?.definition?.name).toBe("get_a");
  });

  test("a name that stands twice in JSON is named with its line, for the first is lost", () => {
    const source =
      '{"openapi":"3.0.0",\n"servers":[{"url":"https://a.example"}],\n"paths":{"/a":{"get":{}},\n"/a":{"post":{}}}}';
    const document = importOpenApi(source);
    expect(document.operations.map((operation) => operation.method)).toEqual(["POST"]);
    expect(document.problems).toEqual([
      { place: "line 4", message: 'the name "/a" stands twice; the last one counts.' },
    ]);
  });

  test("a part that hundreds of operations share as a YAML alias", () => {
    const shared = 'a: &a { "404": { description: None } }\n';
    const paths = Array.from({ length: 400 }, (_, i) => `  /p${i}: { get: { responses: { <<: *a } } }\n`);
    const source = `openapi: 3.0.0\nservers: [{ url: "https://a.example" }]\n${shared}paths:\n${paths.join("")}`;
    expect(importOpenApi(source).operations).toHaveLength(400);
  });

  test("halves of characters, which cannot be stored, are replaced", () => {
    const source = openApi({ paths: { "/a": { get: { ...ok, summary: "SUMMARY" } } } }).replace(
      "SUMMARY",
      "Half \\ud83c of it\\u0000",
    );
    const [operation] = importOpenApi(source).operations;
    expect(operation?.definition?.title).toBe("Half \ufffd of it");
    expect(operation?.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});
