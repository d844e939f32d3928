import type { ToolResult } from "#lib/tools/outcome.ts";

/** A result as read, with the whole text where the result holds only its beginning. */
export type ReadResult = { readonly result: ToolResult; readonly overflow?: string };

const textTypes =
  /^(text\/|application\/(xml|yaml|x-yaml|x-ndjson|jsonl|javascript|graphql|sql|x-www-form-urlencoded)|[^;]+\+(xml|yaml))/;

export function isJsonType(contentType: string): boolean {
  return /^[^;]*[/+]json\b/.test(contentType);
}

function decode(bytes: Uint8Array, contentType: string): string {
  const label = /charset="?([\w-]+)/.exec(contentType)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** The longest beginning of a text that fits into `limit` bytes of UTF-8, without half a character. */
export function cutText(text: string, limit: number): string {
  const encoder = new TextEncoder();
  const { read } = encoder.encodeInto(text, new Uint8Array(limit));
  return text.slice(0, read);
}

/**
 * Takes text as a result of at most `limit` bytes: JSON where `contentType` says so and it was read whole,
 * text otherwise. Answers undefined for JSON that cannot be parsed.
 */
export function resultOfText(
  text: string,
  contentType: string,
  limit: number,
  isCut = false,
): ReadResult | undefined {
  const bytes = new TextEncoder().encode(text).length;
  if (isCut || bytes > limit) {
    const content = cutText(text, limit);
    return { result: { content, truncated: true, bytes, contentType }, overflow: text };
  }
  if (text.trim() === "") return { result: { content: null, truncated: false, bytes, contentType } };
  if (!isJsonType(contentType)) return { result: { content: text, truncated: false, bytes, contentType } };
  try {
    return { result: { content: JSON.parse(text), truncated: false, bytes, contentType } };
  } catch {
    return undefined;
  }
}

/** The text of an answer, or undefined when its type is one that cannot be shown as text. */
export function textOfBytes(bytes: Uint8Array, contentType: string): string | undefined {
  const type = contentType.toLowerCase();
  if (isJsonType(type) || textTypes.test(type)) return decode(bytes, type);
  if (type !== "" && !type.startsWith("application/octet-stream")) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
