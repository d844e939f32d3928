import type { ZodType } from "zod";
import { ApiError } from "#lib/http/api-error.ts";
import { errorAnswerSchema } from "#lib/http/error-answer.ts";

function offline(cause: unknown): ApiError {
  const error = new ApiError(0, {
    code: "offline",
    message: "The portal cannot be reached.",
    mend: "Check your connection and try again. What you typed is kept.",
    fields: [],
    details: null,
    requestId: null,
  });
  error.cause = cause;
  return error;
}

async function errorOf(response: Response): Promise<ApiError> {
  const body = errorAnswerSchema.safeParse(await response.json().catch((cause: unknown) => ({ cause })));
  if (body.success) return new ApiError(response.status, body.data.error);
  return new ApiError(response.status, {
    code: "unreadable",
    message: `The portal answered with status ${response.status}.`,
    mend: "Try again in a moment.",
    fields: [],
    details: null,
    requestId: response.headers.get("x-request-id"),
  });
}

export type ApiRequest<T> = {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly query?: Readonly<Record<string, string | number | boolean | null | undefined>>;
  readonly body?: unknown;
  readonly response: ZodType<T>;
  readonly signal?: AbortSignal;
};

/**
 * Calls the portal's own JSON API from the browser and checks the answer against its schema.
 * @throws ApiError with a message, what to do, and the request id
 */
export async function api<T>(path: string, request: ApiRequest<T>): Promise<T> {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined && value !== null && value !== "") query.set(key, String(value));
  }
  const address = query.size > 0 ? `${path}?${query}` : path;
  let response: Response;
  try {
    response = await fetch(address, {
      method: request.method ?? "GET",
      headers: request.body === undefined ? {} : { "content-type": "application/json" },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      ...(request.signal ? { signal: request.signal } : {}),
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw offline(cause);
  }
  if (!response.ok) throw await errorOf(response);
  return request.response.parse(await response.json());
}
