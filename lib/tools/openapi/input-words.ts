import type { JsonSchema } from "#lib/catalog/operation.ts";
import { isJsonObject, member, parsePointer, valueAt } from "#lib/tools/json-object.ts";
import { singular, wordsOf } from "#lib/tools/openapi/word-forms.ts";

/** What common inputs mean, whoever's they are. */
const common: Readonly<Record<string, string>> = {
  after: "Where to go on: the mark that the last page ended with.",
  before: "Where the page ends: the mark that the next page began with.",
  body: "What is sent.",
  cursor: "Where to go on: the mark that the last page ended with.",
  expand: "Which related things to answer in full.",
  fields: "Which fields to answer; all that are usual unless given.",
  filter: "A condition that the answers must meet, in the way of the service.",
  limit: "How many to answer at most.",
  offset: "How many to leave out from the start.",
  order: "The order of the answers.",
  page: "Which page.",
  page_number: "Which page.",
  page_size: "How many to answer at most.",
  page_token: "Where to go on: the mark that the last page ended with.",
  per_page: "How many to answer at most.",
  q: "Words to search for.",
  query: "What to search for.",
  search: "Words to search for.",
  select: "Which fields to answer; all that are usual unless given.",
  size: "How many to answer at most.",
  skip: "How many to leave out from the start.",
  sort: "What the answers are sorted by.",
  top: "How many to answer at most.",
};
const formats: Readonly<Record<string, string>> = {
  date: "a date such as 2026-05-04",
  "date-time": "a time such as 2026-05-04T09:00:00Z",
  email: "an e-mail address",
  uri: "a web address",
  url: "a web address",
  uuid: "a UUID",
};
const idWords: ReadonlySet<string> = new Set(["guid", "id", "key", "sid", "uuid"]);
const maxListed = 10;

const capitals: ReadonlySet<string> = new Set(
  "api html iban id ip jql json pdf sha sku sql url uri uuid xml".split(" "),
);
/** Words before "id" that say which id it is rather than whose. */
const sorts: ReadonlySet<string> = new Set(
  "client correlation external internal request trace unique".split(" "),
);

/** Whether an input names one thing that must be known, as an id or a key does. */
export function isIdentifier(name: string): boolean {
  const words = wordsOf(name);
  return idWords.has(words.at(-1) ?? "") && !words.some((word) => sorts.has(word));
}

function valueWords(schema: { readonly [key: string]: unknown }): string[] {
  const parts: string[] = [];
  const items = isJsonObject(schema.items) ? schema.items : undefined;
  const choices = schema.enum ?? items?.enum;
  if (Array.isArray(choices)) {
    const listed = choices.filter((choice) => choice !== null && choice !== "");
    const shown = listed.slice(0, maxListed).map(String).join(", ");
    const rest = listed.length > maxListed ? ` and ${listed.length - maxListed} more` : "";
    if (shown) parts.push(`${items ? "Any of" : "One of"}: ${shown}${rest}.`);
  }
  const format = typeof schema.format === "string" ? formats[schema.format] : undefined;
  if (format) parts.push(`It is ${format}.`);
  const { minimum, maximum } = schema;
  if (typeof minimum === "number" && typeof maximum === "number")
    parts.push(`From ${minimum} to ${maximum}.`);
  else if (typeof maximum === "number") parts.push(`At most ${maximum}.`);
  if (["string", "number", "boolean"].includes(typeof schema.default) && schema.default !== "")
    parts.push(`${String(schema.default)} unless given.`);
  return parts;
}

/** What stands behind a reference to the schema's own definitions. */
export function followedSchema(whole: JsonSchema, schema: unknown): { readonly [key: string]: unknown } {
  let current = schema;
  for (let hops = 0; hops < 10 && isJsonObject(current); hops += 1) {
    if (typeof current.$ref !== "string") return current;
    current = valueAt(whole, parsePointer(current.$ref) ?? [""]);
  }
  return {};
}

/**
 * A description of an input that has none, from its name, its format and its choices. `ofWhat` is the thing that a bare
 * "id" belongs to.
 */
export function describeInput(
  name: string,
  schema: { readonly [key: string]: unknown },
  ofWhat: string,
): string {
  const words = wordsOf(name).filter((word, at) => at > 0 || word !== "x");
  const key = words.join("_");
  const title = typeof schema.title === "string" ? schema.title.trim() : "";
  // A title beyond ASCII is the name as the other side writes it, which the property's own name could not keep.
  const isCommon = Object.hasOwn(common, key) && (schema.type !== "object" || key === "body");
  const known = isCommon && !/[^\x20-\x7e]/.test(title) ? common[key] : undefined;
  const thing = words.slice(0, -1).map(singular).join(" ");
  const isId = isIdentifier(name);
  const named = words.map((word) => (capitals.has(word) ? word.toUpperCase() : word)).join(" ");
  const whose = thing || ofWhat || "thing that is meant";
  const lead =
    known ??
    (isId
      ? `${words.at(-1) === "key" ? "Key" : "Id"} of the ${whose}.`
      : `${(title || named).charAt(0).toUpperCase()}${(title || named).slice(1)}.`);
  return [lead, ...valueWords(schema)].join(" ");
}

/** The inputs of an operation that must be given, in their order. */
export function requiredInputs(schema: JsonSchema): string[] {
  const required = member(schema, "required");
  return (Array.isArray(required) ? required : []).filter((name) => typeof name === "string");
}
