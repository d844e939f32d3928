import { createParser, createSerializer, parseAsString } from "nuqs/server";
import { isJsonObject } from "#lib/tools/json-object.ts";

/** Longest form that goes into an address; browsers and proxies cut what is much longer. */
const longestForm = 6000;

const parseAsForm = createParser({
  parse(text) {
    if (text.length > longestForm) return null;
    try {
      const form: unknown = JSON.parse(text);
      return isJsonObject(form) ? form : null;
    } catch {
      // Not JSON: the page says that the link's form could not be read.
      return null;
    }
  },
  serialize: (form: Record<string, unknown>) => JSON.stringify(form),
});

/** What of *Try it* stands in the address: the operation, and a filled form that somebody shared. */
export const tryParams = { tab: parseAsString, op: parseAsString, form: parseAsForm };

const serialize = createSerializer(tryParams);

/** The address of a tool's form, filled when `form` is given; null when it is too long for an address. */
export function tryHref(slug: string, op?: string, form?: Record<string, unknown>): string | null {
  if (form && JSON.stringify(form).length > longestForm) return null;
  return serialize(`/catalog/${encodeURIComponent(slug)}`, {
    tab: "try",
    op: op ?? null,
    form: form ?? null,
  });
}
