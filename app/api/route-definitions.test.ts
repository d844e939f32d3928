import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openApiDocument } from "#app/api/openapi.json/document.ts";
import { routeDefinitions } from "#app/api/route-definitions.ts";
import { routeList } from "../../scripts/write-route-list.ts";

describe("the list of routes", () => {
  it("is the list of files (mend: npm run routes)", () => {
    expect(readFileSync("app/api/route-definitions.ts", "utf8")).toBe(routeList());
  });

  it("gives every route a path, a summary and a permission", async () => {
    for (const definition of await routeDefinitions()) {
      expect(definition.path).toMatch(/^\/api\//);
      expect(definition.summary.length).toBeGreaterThan(8);
      expect(definition.permission).toBeTruthy();
    }
  });

  it("names each path parameter in its schema", async () => {
    const document = openApiDocument(await routeDefinitions()) as {
      paths: Record<string, Record<string, { parameters: { name: string; in: string }[] }>>;
    };
    for (const [path, operations] of Object.entries(document.paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      for (const operation of Object.values(operations)) {
        const declared = operation.parameters
          .filter((parameter) => parameter.in === "path")
          .map((parameter) => parameter.name);
        expect(declared.sort(), path).toEqual(named.sort());
      }
    }
  });
});
