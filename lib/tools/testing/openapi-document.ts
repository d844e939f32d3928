import type { ImportedDocument } from "#lib/tools/openapi/import-openapi.ts";

export const ok = { responses: { 200: { description: "ok" } } };

/** An OpenAPI document with a name and a server, made of these parts. */
export function openApi(parts: Record<string, unknown>): string {
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Tickets", version: "1.2.0" },
    servers: [{ url: "https://tickets.example/api/" }],
    ...parts,
  });
}

/** The first operation of a document; throws with all that was read when it cannot be used. */
export function firstOperation(document: ImportedDocument) {
  const [operation] = document.operations;
  if (!operation?.definition) throw new Error(JSON.stringify(document, null, 2));
  return { ...operation.definition, problems: operation.problems };
}
