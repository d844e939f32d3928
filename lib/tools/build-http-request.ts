import type { HttpBinding, HttpBody, HttpParameter, SecurityRequirement } from "#lib/catalog/operation.ts";
import { AppError } from "#lib/errors.ts";
import { formatPointer, member } from "#lib/tools/json-object.ts";
import { isForm } from "#lib/tools/openapi/media-type.ts";
import { plainText, writeHeaderValue, writePathValue, writeQueryPairs } from "#lib/tools/parameter-style.ts";
import { type CallViewer, factOf } from "#lib/tools/viewer-facts.ts";
import { type WrittenBody, writeForm } from "#lib/tools/write-form.ts";

export type BuiltRequest = {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;
};

type Arguments = Readonly<Record<string, unknown>>;
/** Values of the stored credentials by their `secretName`. */
export type SecretValues = Readonly<Record<string, string>>;

function notSendable(property: string, message: string): AppError {
  return new AppError("invalid-input", `${property} ${message}`, {
    fields: [{ path: formatPointer([property]), message }],
    mend: "Change that value.",
  });
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isHeaderText(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}

/** The value of a parameter: an argument, or a fact that no argument can replace. */
function parameterValue(parameter: HttpParameter, args: Arguments, viewer: CallViewer): unknown {
  if (!parameter.fill) return member(args, parameter.property);
  const fact = factOf(viewer, parameter.fill);
  // Names have letters that no header may hold; the server gets them as in a query.
  return parameter.in === "header" && !/^[\x20-\x7e]*$/.test(fact) ? encodeURIComponent(fact) : fact;
}

function writePath(binding: HttpBinding, args: Arguments, viewer: CallViewer): string {
  let path = binding.path;
  for (const parameter of binding.parameters) {
    if (parameter.in !== "path") continue;
    const value = parameterValue(parameter, args, viewer);
    const text = isGiven(value) ? writePathValue(parameter, value) : "";
    if (text === "") throw notSendable(parameter.property, "is missing.");
    path = path.replaceAll(`{${parameter.name}}`, () => text);
    // A segment of dots would climb to another operation of the server.
    if (path.split("/").some((segment) => segment === "." || segment === "..")) {
      throw notSendable(parameter.property, "must not consist of dots.");
    }
  }
  return path;
}

function writeBody(body: HttpBody, args: Arguments): WrittenBody | undefined {
  const { contentType } = body;
  const value = body.property
    ? member(args, body.property)
    : Object.fromEntries(
        (body.fields ?? [])
          .filter((field) => member(args, field.property) !== undefined)
          .map((field) => [field.name, args[field.property]]),
      );
  const isEmpty = value === undefined || (!body.property && Object.keys(Object(value)).length === 0);
  if (isEmpty && !body.required) return undefined;
  if (/^text\/(?!json\b)/i.test(contentType)) return { text: plainText(value ?? ""), contentType };
  if (isForm(contentType)) return writeForm(contentType, value);
  return { text: JSON.stringify(value ?? null), contentType };
}

function secretOf(requirement: SecurityRequirement, secrets: SecretValues): string {
  const stored = Object.hasOwn(secrets, requirement.secretName) ? secrets[requirement.secretName] : undefined;
  const secret = stored?.trim();
  if (secret && isHeaderText(secret)) return secret;
  throw new AppError(
    "unavailable",
    secret
      ? `The credential "${requirement.secretName}" holds characters that cannot be sent.`
      : `The credential "${requirement.secretName}" is not stored.`,
    { mend: "The owner of the tool must enter it.", details: { reason: "credentials-missing" } },
  );
}

type Draft = { readonly query: string[]; readonly cookies: string[]; readonly headers: Headers };

/** Puts the credentials into a request; also used where an MCP server wants them. */
export function addCredentials(
  draft: Draft,
  security: readonly SecurityRequirement[],
  secrets: SecretValues,
): void {
  for (const requirement of security) {
    const secret = secretOf(requirement, secrets);
    const name = requirement.name ?? "authorization";
    if (requirement.scheme === "bearer") draft.headers.set("authorization", `Bearer ${secret}`);
    else if (requirement.scheme === "basic") {
      const bytes = new TextEncoder().encode(secret);
      draft.headers.set("authorization", `Basic ${btoa(String.fromCharCode(...bytes))}`);
    } else if (requirement.in === "query") {
      draft.query.push(`${encodeURIComponent(name)}=${encodeURIComponent(secret)}`);
    } else if (requirement.in === "cookie") draft.cookies.push(`${name}=${encodeURIComponent(secret)}`);
    else draft.headers.set(name, secret);
  }
}

function addParameters(draft: Draft, binding: HttpBinding, args: Arguments, viewer: CallViewer): void {
  for (const parameter of binding.parameters) {
    const value = parameterValue(parameter, args, viewer);
    if (!isGiven(value)) continue;
    if (parameter.in === "query") draft.query.push(...writeQueryPairs(parameter, value));
    if (parameter.in !== "header" && parameter.in !== "cookie") continue;
    const text = writeHeaderValue(parameter, value);
    if (!isHeaderText(text))
      throw notSendable(parameter.property, "holds characters that cannot be sent here.");
    if (parameter.in === "header") draft.headers.set(parameter.name, text);
    else draft.cookies.push(`${encodeURIComponent(parameter.name)}=${encodeURIComponent(text)}`);
  }
}

/**
 * The request for one call on behalf of `viewer`. Throws `invalid-input` naming the property that cannot be sent,
 * and `unavailable` when a credential is not stored.
 */
export function buildHttpRequest(
  binding: HttpBinding,
  args: Arguments,
  secrets: SecretValues,
  viewer: CallViewer,
): BuiltRequest {
  const headers = new Headers({ accept: "application/json, text/*;q=0.8, */*;q=0.1" });
  const draft: Draft = { query: [], cookies: [], headers };
  addParameters(draft, binding, args, viewer);
  addCredentials(draft, binding.security, secrets);
  if (draft.cookies.length > 0) headers.set("cookie", draft.cookies.join("; "));

  const url = new URL(binding.serverUrl);
  url.pathname = url.pathname.replace(/\/+$/, "") + writePath(binding, args, viewer);
  url.search = [url.search.slice(1), ...draft.query].filter(Boolean).join("&");
  const body = binding.body && writeBody(binding.body, args);
  if (body) headers.set("content-type", body.contentType);
  return { url: url.href, method: binding.method, headers, body: body?.text };
}
