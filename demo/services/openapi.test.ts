import SwaggerParser from "@apidevtools/swagger-parser";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServices, type ServiceSlug, startTestServices } from "./services-fixture.ts";

type Schema = { [key: string]: unknown };
type Parameter = {
  name: string;
  in: string;
  required: boolean;
  description?: string;
  schema: Schema;
  example?: unknown;
};
type Operation = {
  operationId: string;
  summary: string;
  description: string;
  parameters: Parameter[];
  requestBody?: {
    content: { "application/json": { schema: Schema; examples?: Record<string, { value: unknown }> } };
  };
  responses: Record<string, { content?: Record<string, { schema: Schema; example?: unknown }> }>;
};
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> };

const slugs: readonly ServiceSlug[] = ["tickets", "directory", "expenses", "prices"];
let services: RunningServices;

beforeAll(async () => {
  services = await startTestServices("2026-11-20");
});
afterAll(() => services.stop());

async function documentOf(slug: ServiceSlug): Promise<Document> {
  const response = await fetch(`${services.url}/${slug}/openapi.json`);
  expect(response.status).toBe(200);
  return (await response.json()) as Document;
}

async function dereferenced(slug: ServiceSlug): Promise<Document> {
  const document = await documentOf(slug);
  return (await SwaggerParser.dereference(structuredClone(document) as never)) as unknown as Document;
}

function operationsOf(document: Document): { method: string; path: string; operation: Operation }[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
}

/** OpenAPI 3.0 says `nullable` where JSON Schema names the type null. */
function toJsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(toJsonSchema);
  if (typeof schema !== "object" || schema === null) return schema;
  const { nullable, example: _example, discriminator: _discriminator, ...rest } = schema as Schema;
  const converted: Schema = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, toJsonSchema(value)]),
  );
  if (typeof converted.exclusiveMinimum === "boolean") {
    converted.exclusiveMinimum = converted.minimum;
    delete converted.minimum;
  }
  return nullable === true ? { anyOf: [converted, { type: "null" }] } : converted;
}

function checker(schema: unknown) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  return ajv.compile(toJsonSchema(schema) as Schema);
}

describe("OpenAPI documents", () => {
  test.each(slugs)("the one of %s is valid", async (slug) => {
    await SwaggerParser.validate((await documentOf(slug)) as never);
  });

  test("there are two of OpenAPI 3.0 and two of 3.1", async () => {
    const versions = await Promise.all(slugs.map(async (slug) => (await documentOf(slug)).openapi));
    expect(versions.sort()).toEqual(["3.0.3", "3.0.3", "3.1.0", "3.1.0"]);
  });

  test.each(slugs)("every operation of %s is described for people", async (slug) => {
    const operations = operationsOf(await dereferenced(slug));
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { operation } of operations) {
      expect(operation.summary.length, operation.operationId).toBeGreaterThan(5);
      expect(operation.description.length, operation.operationId).toBeGreaterThan(30);
      for (const parameter of operation.parameters) {
        expect(parameter.description, `${operation.operationId} ${parameter.name}`).toBeTruthy();
      }
    }
  });

  test.each(slugs)("every body example of %s fits its schema", async (slug) => {
    for (const { operation } of operationsOf(await dereferenced(slug))) {
      const body = operation.requestBody?.content["application/json"];
      for (const [name, example] of Object.entries(body?.examples ?? {})) {
        const check = checker(body?.schema);
        check(example.value);
        expect(check.errors, `${operation.operationId} ${name}`).toBeNull();
      }
    }
  });

  // Values for path parameters whose example does not exist in the seed.
  const stored: Readonly<Record<string, string>> = { quoteId: "Q-5001" };
  const needed: Readonly<Record<string, string>> = {
    findApprover: "?amount=1200",
    comparePrices: "?codes=FIB-100,FIB-500",
    listPublicHolidays: "?office=porto",
    listWhoIsAway: "?team=front-line",
    listTickets: "?limit=100",
    listClaims: "?limit=100",
    findPeople: "?limit=100&includeLeft=true",
  };

  test.each(slugs)("what %s answers fits its document", async (slug) => {
    if (slug === "prices") {
      await services.call("prices", "POST", "/quotes", {
        body: { currency: "GBP", lines: [{ code: "FIB-500" }] },
      });
    }
    let checked = 0;
    for (const { method, path, operation } of operationsOf(await dereferenced(slug))) {
      if (method !== "get") continue;
      const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) => {
        const parameter = operation.parameters.find(
          (candidate) => candidate.in === "path" && candidate.name === name,
        );
        const fromEnum = Array.isArray(parameter?.schema.enum) ? parameter.schema.enum[0] : undefined;
        return encodeURIComponent(String(stored[name] ?? parameter?.example ?? fromEnum));
      });
      const answer = await services.call(slug, "GET", filled + (needed[operation.operationId] ?? ""));
      expect(answer.status, operation.operationId).toBe(200);
      const check = checker(operation.responses["200"]?.content?.["application/json"]?.schema);
      check(answer.body);
      expect(check.errors, operation.operationId).toBeNull();
      checked += 1;
    }
    expect(checked).toBeGreaterThanOrEqual(4);
  });

  test.each(slugs)("every body example of %s really runs, and the answer fits", async (slug) => {
    let ran = 0;
    for (const { method, path, operation } of operationsOf(await dereferenced(slug))) {
      const examples = Object.entries(operation.requestBody?.content["application/json"].examples ?? {});
      if (method !== "post" || path.includes("{")) continue;
      for (const [name, example] of examples) {
        const answer = await services.call(slug, "POST", path, { body: example.value });
        expect(answer.status, `${operation.operationId} ${name} ${JSON.stringify(answer.body)}`).toBe(201);
        const check = checker(operation.responses["201"]?.content?.["application/json"]?.schema);
        check(answer.body);
        expect(check.errors, `${operation.operationId} ${name}`).toBeNull();
        ran += 1;
      }
    }
    expect(ran).toBeGreaterThanOrEqual(1);
  });

  test.each(slugs)("%s refuses a name it does not know", async (slug) => {
    for (const { method, path, operation } of operationsOf(await documentOf(slug))) {
      if (method !== "get" || path.includes("{")) continue;
      const answer = await services.call(slug, "GET", `${path}?nonsense=1`);
      expect(answer.status, operation.operationId).toBe(422);
      expect(answer.body).toMatchObject({
        errors: expect.arrayContaining([expect.objectContaining({ field: "nonsense" })]),
      });
    }
  });

  test.each(["tickets", "directory", "expenses"] as const)(
    "%s asks for its credential everywhere",
    async (slug) => {
      for (const { method, path } of operationsOf(await documentOf(slug))) {
        const answer = await services.call(slug, method.toUpperCase(), path.replace(/[{}]/g, ""), {
          anonymous: true,
        });
        expect(answer.status, `${method} ${path}`).toBe(401);
        expect(answer.headers.get("www-authenticate")).toBeTruthy();
      }
    },
  );
});
