import { createHash } from "node:crypto";
import { Hono } from "hono";
import type { Collection, Store } from "../store/store.ts";
import { openApiDocument } from "./openapi-document.ts";
import type { Operation } from "./operation.ts";
import { invalidField, Problem } from "./problem.ts";
import { readInput, readJsonBody } from "./read-input.ts";
import type { ServiceDefinition } from "./service.ts";

/** The first result of a request that carried an idempotency key. */
export type IdempotentResult = {
  readonly id: string;
  readonly requestHash: string;
  readonly status: number;
  readonly body: string | null;
};

type Answer = {
  readonly status: number;
  readonly body: string | null;
  readonly headers: Record<string, string>;
};

function requestHash(request: Request, body: unknown): string {
  const url = new URL(request.url);
  return createHash("sha256")
    .update(JSON.stringify([url.pathname, url.search, body]))
    .digest("hex");
}

function toResponse(answer: Answer): Response {
  return new Response(answer.body, {
    status: answer.status,
    headers: { ...(answer.body === null ? {} : { "content-type": "application/json" }), ...answer.headers },
  });
}

async function answer(
  operation: Operation,
  request: Request,
  pathValues: Readonly<Record<string, string>>,
  store: Store,
  results: Collection<IdempotentResult>,
): Promise<Response> {
  const hasBody = operation.bodyInput !== undefined;
  const body = hasBody ? await readJsonBody(request) : undefined;
  const key = operation.idempotent ? request.headers.get("idempotency-key") : null;
  if (key !== null && (key.length < 8 || key.length > 128)) {
    throw invalidField("Idempotency-Key", "Use 8 to 128 characters.");
  }
  const resultId = `${operation.operationId} ${key}`;
  const hash = key === null ? "" : requestHash(request, body);
  const earlier = key === null ? undefined : results.get(resultId);
  if (earlier !== undefined) {
    if (earlier.requestHash !== hash) {
      throw invalidField("Idempotency-Key", "This key was used for a different request.");
    }
    return toResponse({ ...earlier, headers: { "idempotency-replayed": "true" } });
  }
  const input = readInput(operation, request, pathValues, body);
  const { status } = operation.success;
  return store.together(() => {
    const result = operation.handle(input);
    const text = result.body === undefined ? null : JSON.stringify(result.body);
    if (key !== null) results.put({ id: resultId, requestHash: hash, status, body: text });
    return toResponse({ status, body: text, headers: { ...result.headers } });
  });
}

/** Serves a service's operations and its OpenAPI document. */
export function mountService(
  service: ServiceDefinition,
  store: Store,
  results: Collection<IdempotentResult>,
): Hono {
  const app = new Hono();
  let document: { readonly origin: string; readonly text: string } | undefined;

  app.get(`/${service.slug}/openapi.json`, (context) => {
    const { origin } = new URL(context.req.url);
    if (document?.origin !== origin) {
      document = { origin, text: JSON.stringify(openApiDocument(service, origin), null, 2) };
    }
    return context.body(document.text, 200, { "content-type": "application/json" });
  });

  for (const operation of service.operations) {
    const path = service.basePath + operation.path.replace(/\{(\w+)\}/g, ":$1");
    app.on(operation.method.toUpperCase(), path, (context) => {
      const { security } = service;
      if (security !== undefined && !security.admits(context.req.raw.headers)) {
        return new Problem(401, "The credential is missing or wrong.").toResponse({
          "www-authenticate": security.challenge,
        });
      }
      return answer(operation, context.req.raw, context.req.param(), store, results);
    });
  }
  return app;
}
