import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** A machine of somebody else, for one test; answers with its address. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  // A test on a busy machine pauses for longer than connections are kept by default.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  cleanUps.push(() => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Parts of an OpenAPI document: two operations with parts, one with sites, all with a key. */
export const partsDocument = {
  components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } },
  security: [{ key: [] }],
  paths: {
    "/parts": {
      get: {
        operationId: "findParts",
        summary: "Find parts",
        description: "Finds parts by their number.",
        tags: ["Parts"],
        parameters: [{ name: "number", in: "query", schema: { type: "string" } }],
        responses: { 200: { description: "ok" } },
      },
      post: {
        operationId: "addPart",
        summary: "Add a part",
        tags: ["Parts"],
        requestBody: {
          content: {
            "application/json": {
              schema: { type: "object", properties: { number: { type: "string" } } },
            },
          },
        },
        responses: { 201: { description: "made" } },
      },
    },
    "/sites/{id}": {
      delete: {
        summary: "Close a site",
        tags: ["Sites"],
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: { 204: { description: "gone" } },
      },
    },
  },
};
