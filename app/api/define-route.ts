import { randomUUID } from "node:crypto";
import { type ZodType, z } from "zod";
import { challengeOf, requestViewer } from "#app/api/request-viewer.ts";
import { AppError, invalidInput, isAppError } from "#lib/errors.ts";
import { answerForError, problemsOf } from "#lib/http/error-answer.ts";
import type { KeyScope } from "#lib/identity/access-key.ts";
import { hasPermission, type Permission, type Viewer } from "#lib/identity/schema.ts";
import { log } from "#lib/log.ts";
import { requestContext, withRequestContext } from "#lib/request-context.ts";
import { unstorable, unstorablePlace } from "#lib/storable.ts";
import { countRequest } from "#lib/telemetry/server/metrics.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export type RouteDefinition<Access extends Permission | "public", Params, Query, Body, Result> = {
  readonly method: Method;
  /** As in OpenAPI: `/api/tools/{slug}`. */
  readonly path: string;
  readonly summary: string;
  /** No default: an open route says "public". */
  readonly permission: Access;
  /** Opens the route to programs that ask with a person's access key of this scope; without it keys are refused. */
  readonly keyScope?: KeyScope;
  readonly params?: ZodType<Params>;
  readonly query?: ZodType<Query>;
  readonly body?: ZodType<Body>;
  /** Schema of the JSON answer, or the media type of a stream or file that the handler builds itself. */
  readonly response: ZodType<Result> | { readonly mediaType: string };
  readonly status?: number;
  /** Bytes of body accepted; 256 KiB unless told. */
  readonly maxBodyBytes?: number;
  readonly handler: (input: {
    readonly viewer: Access extends "public" ? Viewer | null : Viewer;
    readonly params: Params;
    readonly query: Query;
    readonly body: Body;
    readonly request: Request;
  }) => Promise<Result | Response>;
};

export type AnyRouteDefinition = RouteDefinition<Permission | "public", never, never, never, unknown>;

type NextContext = { params: Promise<Record<string, string | string[] | undefined>> };
export type RouteHandler = ((request: Request, context: NextContext) => Promise<Response>) & {
  readonly definition: AnyRouteDefinition;
};

const requestIdPattern = /^[A-Za-z0-9_-]{8,64}$/;
/** What a route accepts unless it says otherwise. */
export const defaultBodyBytes = 256 * 1024;

async function readBody(request: Request, limit: number): Promise<unknown> {
  const tooLarge = () =>
    new AppError("too-large", `The request is larger than ${Math.round(limit / 1024)} KiB.`, {
      mend: "Send less text, or put it into a document and refer to it.",
    });
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
  if (size === 0) return undefined;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)));
  } catch (cause) {
    throw new AppError("bad-request", "The request's body is not valid JSON.", {
      cause,
      mend: "Send JSON in UTF-8 with content-type application/json.",
    });
  }
}

function parsed<T>(schema: ZodType<T> | undefined, value: unknown, where: string): T {
  if (!schema) return undefined as T;
  const result = schema.safeParse(value);
  const place = result.success ? unstorablePlace(result.data) : undefined;
  if (result.success && place !== undefined) {
    const path = [where, ...place.split("/").slice(1)].filter(Boolean).join(".");
    throw invalidInput(path, `${path}: ${unstorable}`);
  }
  if (result.success) return result.data;
  const fields = problemsOf(result.error, where);
  throw new AppError("invalid-input", fields[0]?.message ?? "The request is not usable.", { fields });
}

const mediaTypeOf = ({ response }: { readonly response: AnyRouteDefinition["response"] }) =>
  response instanceof z.ZodType ? null : response.mediaType;

/**
 * Wraps a route handler: request id, same-origin check, viewer by session or key, permission, parsing of params, query and body,
 * the answer's schema, and the one mapping from errors to statuses.
 */
export function defineRoute<const Access extends Permission | "public", Params, Query, Body, Result>(
  definition: RouteDefinition<Access, Params, Query, Body, Result>,
): RouteHandler {
  const serve = async (request: Request, context: NextContext): Promise<Response> => {
    const viewer = await requestViewer(request, definition);
    const around = requestContext();
    if (!viewer?.key || !around) return serveTo(viewer, request, context);
    return withRequestContext({ ...around, keyId: viewer.key.id }, () => serveTo(viewer, request, context));
  };

  const serveTo = async (
    viewer: Viewer | null,
    request: Request,
    context: NextContext,
  ): Promise<Response> => {
    if (definition.permission !== "public") {
      if (!viewer)
        throw new AppError("sign-in-required", "You are not signed in, or your session has ended.", {
          mend: definition.keyScope ? "Sign in again, or send an access key." : "Sign in again.",
        });
      if (!hasPermission(viewer, definition.permission as Permission)) {
        throw new AppError("forbidden", "Your roles do not include this.", {
          mend: `It needs the permission ${definition.permission}; an administrator grants roles.`,
        });
      }
    }
    const url = new URL(request.url);
    const params = parsed(definition.params, await context.params, "");
    const query = parsed(definition.query, Object.fromEntries(url.searchParams), "");
    const body = definition.body
      ? parsed(
          definition.body,
          (await readBody(request, definition.maxBodyBytes ?? defaultBodyBytes)) ?? {},
          "",
        )
      : (undefined as Body);
    const result = await definition.handler({
      viewer: viewer as Access extends "public" ? Viewer | null : Viewer,
      params,
      query,
      body,
      request,
    });
    if (result instanceof Response) return result;
    if (!(definition.response instanceof z.ZodType))
      throw new Error(`${definition.path} must answer with a Response`);
    return Response.json(definition.response.parse(result), { status: definition.status ?? 200 });
  };

  const handler = async (request: Request, context: NextContext): Promise<Response> => {
    const given = request.headers.get("x-request-id") ?? "";
    const requestId = requestIdPattern.test(given) ? given : randomUUID();
    const ip = request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? null;
    const client = request.headers.get("user-agent")?.slice(0, 200) ?? null;
    const startedAt = performance.now();
    return withRequestContext({ requestId, ip, client }, async () => {
      let response: Response;
      try {
        response = await serve(request, context);
      } catch (error) {
        if (!isAppError(error)) log.error({ err: error, path: definition.path }, "request failed");
        response = answerForError(error, requestId);
        const challenge = response.status === 401 ? challengeOf(definition, mediaTypeOf(definition)) : null;
        if (challenge) response.headers.set("www-authenticate", challenge);
      }
      response.headers.set("x-request-id", requestId);
      if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
      countRequest(definition.method, definition.path, response.status, performance.now() - startedAt);
      return response;
    });
  };
  return Object.assign(handler, { definition: definition as unknown as AnyRouteDefinition });
}
