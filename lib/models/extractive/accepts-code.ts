import { matchCode } from "#lib/models/extractive/match-code.ts";
import { readMentions } from "#lib/models/extractive/mentions.ts";
import { readLeaves } from "#lib/models/extractive/read-schema.ts";
import type { JsonObject } from "#lib/models/extractive/schema.ts";

/**
 * Whether a required input of an operation takes an id that the request names. "Pull up T-4655" shares no word with
 * *Show a ticket*, yet means it: routing adds such operations to those it found by words.
 */
export function acceptsCode(inputSchema: JsonObject, text: string): boolean {
  if (!/\p{N}/u.test(text)) return false;
  const mentions = readMentions(text, { now: "2000-01-01T00:00:00Z", timeZone: "UTC", language: "en" });
  if (mentions.codes.length === 0) return false;
  const context = {
    mentions,
    language: "en" as const,
    timeZone: "UTC",
    isReadOnly: true,
    operationWords: [],
    verb: null,
  };
  return readLeaves(inputSchema).some(
    (leaf) =>
      leaf.isRequired &&
      (matchCode(leaf, context).some(({ weight }) => weight >= 9) ||
        mentions.codes.some(({ words }) => lists(leaf.schema.enum, words))),
  );
}

/** A code that the input lists as one of its values. */
function lists(values: unknown, code: string): boolean {
  return Array.isArray(values) && values.includes(code.toUpperCase());
}
