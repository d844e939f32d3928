import type { SecurityRequirement } from "#lib/catalog/operation.ts";
import { isJsonObject, type JsonObject, member } from "#lib/tools/json-object.ts";
import { formatPlace, type Place, type Problem, problemOf, unusable } from "#lib/tools/openapi/problem.ts";
import { dereference } from "#lib/tools/openapi/references.ts";

/** A way to sign in that the document names, and the credential it needs, if it is one that can be stored. */
export type ImportedSecurityScheme = {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly requirement: SecurityRequirement | undefined;
  /** What to know about it, such as a token that has to be fetched elsewhere. */
  readonly note: string | undefined;
};

/** Whether a name may stand before the colon of a header (RFC 9110). */
export function isHeaderName(name: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name);
}

const placesOfKeys = ["header", "query", "cookie"] as const;

function readScheme(name: string, scheme: JsonObject): ImportedSecurityScheme {
  const type = String(scheme.type);
  const description = typeof scheme.description === "string" ? scheme.description : "";
  const base = { name, type, description, requirement: undefined, note: undefined };
  if (type === "apiKey") {
    const where = placesOfKeys.find((known) => known === scheme.in);
    if (!where || typeof scheme.name !== "string")
      return { ...base, note: "it does not say where the key goes." };
    if (where === "header" && !isHeaderName(scheme.name))
      return { ...base, note: `"${scheme.name}" is no name of a header.` };
    return { ...base, requirement: { scheme: "apiKey", in: where, name: scheme.name, secretName: name } };
  }
  const http = type === "http" ? String(scheme.scheme).toLowerCase() : "";
  if (http === "bearer" || http === "basic")
    return { ...base, requirement: { scheme: http, secretName: name } };
  if (type === "oauth2" || type === "openIdConnect") {
    const note = "sign-in is not done here; store an access token that the server accepts.";
    return { ...base, requirement: { scheme: "bearer", secretName: name }, note };
  }
  return { ...base, note: `credentials of the type ${http || type} cannot be sent.` };
}

export function importSecuritySchemes(document: JsonObject, problems: Problem[]): ImportedSecurityScheme[] {
  const schemes = member(document.components, "securitySchemes");
  return Object.entries(isJsonObject(schemes) ? schemes : {}).flatMap(([name, entry]) => {
    const place = ["components", "securitySchemes", name];
    try {
      const scheme = readScheme(name, dereference(document, entry, place).value);
      if (scheme.note) problems.push({ place: formatPlace(place), message: scheme.note });
      return [scheme];
    } catch (failure) {
      problems.push(problemOf(failure, place));
      return [];
    }
  });
}

/** The credentials of the first alternative that can be met. Throws when there is none. */
export function pickSecurity(
  alternatives: unknown,
  schemes: readonly ImportedSecurityScheme[],
  place: Place,
): SecurityRequirement[] {
  if (alternatives === undefined) return [];
  if (!Array.isArray(alternatives)) throw unusable(place, "a list is expected here.");
  if (alternatives.length === 0) return [];
  for (const alternative of alternatives) {
    const names = Object.keys(isJsonObject(alternative) ? alternative : {});
    const found = names.map((name) => schemes.find((scheme) => scheme.name === name)?.requirement);
    const usable = found.filter((requirement) => requirement !== undefined);
    if (usable.length === names.length) return usable;
  }
  const names = [...new Set(alternatives.flatMap((alternative) => Object.keys(Object(alternative))))];
  const reasons = names.flatMap((name) => {
    const scheme = schemes.find((known) => known.name === name);
    if (scheme?.requirement) return [];
    return `${name}: ${scheme?.note ?? "it is not described under components › securitySchemes."}`;
  });
  throw unusable(
    place,
    `none of its ways to sign in can be used. ${reasons.join(" ")}`,
    "Offer an API key, a bearer token or basic.",
  );
}
