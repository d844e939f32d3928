import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { type AnyRouteDefinition, defineRoute } from "#app/api/define-route.ts";
import { routeDefinitions } from "#app/api/route-definitions.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import { authCookieName, sealSessionId } from "#lib/identity/server/session-cookie.ts";
import { makeViewer } from "#lib/identity/testing/make-people.ts";
import { type Company, makeCompany } from "#lib/runs/testing/company.ts";

const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
  }),
  headers: async () => new Headers(),
}));

testDatabase();
let company: Company;
let definitions: AnyRouteDefinition[];

beforeAll(async () => {
  company = await makeCompany();
  definitions = await routeDefinitions();
  const admin = await makeViewer({ name: "Ada Admin", roles: ["admin", "auditor"] });
  jar.set(authCookieName("session"), await sealSessionId(admin.sessionId));
});
afterAll(() => company.close());

type Schema = {
  type?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
};

/** A value that fits a schema, with `text` wherever a text may stand. */
function valueFor(schema: Schema, text: string): unknown {
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (choice) return valueFor(choice, text);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.type === "object") {
    const properties = Object.entries(schema.properties ?? { any: { type: "string" } });
    return Object.fromEntries(properties.map(([name, inner]) => [name, valueFor(inner, text)]));
  }
  if (schema.type === "array") return [valueFor(schema.items ?? {}, text)];
  if (schema.type === "integer" || schema.type === "number") return 1;
  if (schema.type === "boolean") return true;
  if (schema.format === "uuid") return newId();
  if (schema.format === "date-time") return "2026-11-20T10:00:00Z";
  return text;
}

function fill(schema: z.ZodType | undefined, text: string): Record<string, unknown> {
  if (!schema) return {};
  return valueFor(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema, text) as Record<
    string,
    unknown
  >;
}

async function send(
  definition: AnyRouteDefinition,
  text: string,
  body = JSON.stringify(fill(definition.body, text)),
): Promise<Response> {
  const url = new URL(`http://localhost${definition.path}`);
  const query = fill(definition.query, text);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  const request = new Request(url, {
    method: definition.method,
    headers: { "sec-fetch-site": "same-origin", "content-type": "application/json" },
    ...(definition.method === "GET" ? {} : { body }),
    signal: AbortSignal.timeout(5_000),
  });
  const params = fill(definition.params, text) as Record<string, string>;
  return defineRoute(definition)(request, { params: Promise.resolve(params) });
}

const odd: readonly (readonly [string, string])[] = [
  ["NUL", "ab\u0000cd"],
  ["half of a character", "ab\ud83d cd"],
  ["wildcards and quotes", `%_'"\\;--`],
  ["a very long word", "x".repeat(60)],
  ["10,000 characters", "ticket desk ".repeat(833).slice(0, 10_000)],
  ["other scripts, turned round", "\u202Eفاتورة 发票 ใบแจ้งหนี้ τιμολόγιο счёт\u202C \u2066\u200B👩‍👩‍👧"],
  ["an empty text", ""],
];

describe("every route", () => {
  it.each(odd)("answers text that nobody meant without failing: %s", async (_, text) => {
    expect(definitions.length).toBeGreaterThan(30);
    for (const definition of definitions) {
      const response = await send(definition, text);
      const name = `${definition.method} ${definition.path}`;
      if (definition.path.includes("/health/")) continue;
      expect(response.status, `${name} answers ${response.status}`).toBeLessThan(500);
      if (response.status !== 422) continue;
      const { error } = (await response.json()) as { error: { fields: { path: string; message: string }[] } };
      expect(error.fields.length, name).toBeGreaterThan(0);
    }
  });

  it("names the field that holds what cannot be stored", async () => {
    const path = "/api/tools/{slug}/operations/{name}/calls";
    const definition = definitions.find((one) => one.path === path && one.method === "POST");
    if (!definition) throw new Error("The route is gone.");
    for (const value of ['"a\\u0000b"', `${"[".repeat(20_000)}${"]".repeat(20_000)}`]) {
      const response = await send(definition, "ticket-desk", `{"arguments":{"subject":${value}}}`);
      expect(response.status).toBe(422);
      const { error } = (await response.json()) as { error: { fields: { path: string }[] } };
      expect(error.fields[0]?.path).toMatch(/^arguments\.subject/);
    }
  });
});
