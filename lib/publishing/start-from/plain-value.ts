import { isAlias, isScalar, LineCounter, parseAllDocuments, visit } from "yaml";
import { AppError } from "#lib/errors.ts";

/** Characters of descriptions of tools; OpenAPI documents have a reader and a limit of their own. */
const mostCharacters = 512 * 1024;
const mostDocuments = 100;
const deepest = 60;

export type PlainObject = { readonly [name: string]: unknown };

export const isObject = (value: unknown): value is PlainObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const objectOf = (value: unknown): PlainObject => (isObject(value) ? value : {});

/** The objects in a list; none for anything else. */
export const objectsOf = (value: unknown): PlainObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** A text without what cannot be seen at its ends, cut to a length; empty for anything else. */
export function textOf(value: unknown, most = 400): string {
  if (typeof value !== "string" && typeof value !== "number") return "";
  return String(value).replaceAll("\0", "").toWellFormed().trim().slice(0, most);
}

export const textsOf = (value: unknown, most = 400): string[] =>
  Array.isArray(value) ? value.map((one) => textOf(one, most)).filter((one) => one !== "") : [];

/** An address of the web that may be followed; empty for anything else. */
export function addressOf(value: unknown): string {
  const text = textOf(value, 2000);
  if (!URL.canParse(text)) return "";
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === "" && password === "" ? text : "";
}

const unreadable = (message: string, cause?: unknown) =>
  new AppError("invalid-input", message, {
    fields: [{ path: "text", message }],
    mend: "Correct the text, or choose another file.",
    cause,
  });

function isTooDeep(value: unknown, left = deepest): boolean {
  if (typeof value !== "object" || value === null) return false;
  return left === 0 || Object.values(value).some((inner) => isTooDeep(inner, left - 1));
}

function looksBottomless(text: string): boolean {
  return /[[{]{200}/.test(text.replace(/[\s"',:]+/g, "")) || /^ *(?:[-?:] +){100}/m.test(text);
}

/** What is checked before a text becomes values: aliases multiply, and some names reach further than they look. */
function refuseTricks(documents: ReturnType<typeof parseAllDocuments>, lines: LineCounter): void {
  const say = (node: { range?: readonly number[] | null } | null, message: string) => {
    const line = Math.max(lines.linePos(node?.range?.[0] ?? 0).line, 1);
    throw unreadable(`Line ${line}: ${message}`);
  };
  for (const document of documents) {
    visit(document, {
      Node: (_key, node, path) => {
        if (path.length > deepest * 2) say(node, `it is nested deeper than ${deepest} levels.`);
        if (isAlias(node) || node.anchor) say(node, "anchors and aliases are not read. Write the value out.");
      },
      Pair: (_key, { key }) => {
        if (!isScalar(key)) say(null, "the name of a field must be plain text.");
        else if (key.value === "__proto__") say(key, "“__proto__” is not a name that a field may have.");
      },
    });
  }
}

function readYaml(text: string): unknown[] {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter, prettyErrors: false, logLevel: "silent" });
  if (!Array.isArray(documents)) return [];
  if (documents.length > mostDocuments)
    throw unreadable(`The file holds more than ${mostDocuments} documents.`);
  for (const { errors } of documents) {
    const [error] = errors;
    if (error)
      throw unreadable(`Line ${lineCounter.linePos(error.pos[0]).line}: this is not YAML: ${error.message}`);
  }
  refuseTricks(documents, lineCounter);
  return documents.map((document) => document.toJS({ maxAliasCount: 0 }) as unknown);
}

/**
 * The values of a text in JSON or in YAML with one or more documents.
 * @throws AppError that names the line of what cannot be read
 */
export function plainValues(text: string): unknown[] {
  if (text.length > mostCharacters) throw unreadable("The text is larger than 512 KB.");
  if (looksBottomless(text)) throw unreadable(`The text is nested deeper than ${deepest} levels.`);
  try {
    const values = readYaml(text).filter((value) => value !== null && value !== undefined);
    if (values.some((value) => isTooDeep(value)))
      throw unreadable(`The text is nested deeper than ${deepest} levels.`);
    return values;
  } catch (error) {
    if (error instanceof RangeError)
      throw unreadable(`The text is nested deeper than ${deepest} levels.`, error);
    throw error;
  }
}
