import { isJsonObject } from "#lib/tools/json-object.ts";
import { deepPairs, plainText } from "#lib/tools/parameter-style.ts";

export type WrittenBody = { readonly text: string; readonly contentType: string };

/**
 * The fields of a form. Lists repeat the field and other objects are written as JSON, except for a field called
 * `name[*]`, whose members are written one by one as `name[member]` (OpenAPI's `deepObject`).
 */
function pairsOf(value: object): [string, unknown][] {
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name.endsWith("[*]")) return deepPairs(name.slice(0, -3), inner);
    return (Array.isArray(inner) ? inner : [inner]).map((item): [string, unknown] => [name, item]);
  });
}

function multipart(pairs: readonly [string, unknown][]): WrittenBody {
  const parts = pairs.map(([name, value]) => {
    const quoted = name.replaceAll("\r", "%0D").replaceAll("\n", "%0A").replaceAll('"', "%22");
    const type = isJsonObject(value) || Array.isArray(value) ? "\r\nContent-Type: application/json" : "";
    return `Content-Disposition: form-data; name="${quoted}"${type}\r\n\r\n${plainText(value)}\r\n`;
  });
  let boundary = "weft-form-1";
  for (let i = 2; parts.some((part) => part.includes(boundary)); i += 1) boundary = `weft-form-${i}`;
  const text = [...parts.map((part) => `--${boundary}\r\n${part}`), `--${boundary}--\r\n`].join("");
  return { text, contentType: `multipart/form-data; boundary=${boundary}` };
}

/** Writes the members of `value` as a form of this content type, urlencoded or multipart. */
export function writeForm(contentType: string, value: unknown): WrittenBody {
  const pairs = pairsOf(Object(value)).filter(([, inner]) => inner !== undefined && inner !== null);
  if (/^multipart\//i.test(contentType)) return multipart(pairs);
  const form = new URLSearchParams(pairs.map(([name, inner]) => [name, plainText(inner)]));
  return { text: form.toString(), contentType };
}
