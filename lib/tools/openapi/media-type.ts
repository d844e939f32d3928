import { isJsonObject } from "#lib/tools/json-object.ts";

const readable = [
  /^application\/json(?![\w.+-])/,
  /^application\/merge-patch\+json\b/,
  /^application\/[^;]+\+json\b/,
  /^text\/json(?![\w.+-])/,
  /^(\*\/\*|application\/\*)$/,
  /^application\/x-www-form-urlencoded\b/,
  /^multipart\/form-data\b/,
  /^text\/(?!xml\b|html\b)[a-z0-9.+-]+/,
];

/** The media type to use among those that an operation offers. */
export function pickMediaType(
  content: unknown,
): { name: string; written: string; media: unknown } | undefined {
  const offered = Object.entries(isJsonObject(content) ? content : {});
  for (const pattern of readable) {
    const found = offered.find(([name]) => pattern.test(name.trim().toLowerCase()));
    if (!found) continue;
    const [written, media] = found;
    return { name: written.includes("*") ? "application/json" : written.trim(), written, media };
  }
  return undefined;
}

export function isForm(mediaType: string): boolean {
  return /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(mediaType);
}
