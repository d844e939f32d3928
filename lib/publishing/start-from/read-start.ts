import { AppError } from "#lib/errors.ts";
import { startsFromBackstage } from "#lib/publishing/start-from/backstage.ts";
import { startsFromMcpServer } from "#lib/publishing/start-from/mcp-server.ts";
import {
  isObject,
  objectOf,
  type PlainObject,
  plainValues,
  textOf,
} from "#lib/publishing/start-from/plain-value.ts";
import { propose } from "#lib/publishing/start-from/propose.ts";
import type { FoundStarts } from "#lib/publishing/start-from/start.ts";
import { readToolFile } from "#lib/publishing/tool-file/read-tool-file.ts";
import { importOpenApi } from "#lib/tools/openapi/import-openapi.ts";

const mostNotes = 20;

/** Whether a name stands at the top of a text in YAML. */
const stands = (text: string, name: string, value = "") =>
  new RegExp(`^["']?${name}["']?\\s*:\\s*["']?${value}`, "m").test(text);

function jsonObject(text: string): PlainObject | null {
  if (!/^\s*\{/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch (error) {
    // It may still be YAML, and its reader names the line of a mistake.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function fromToolFile(text: string): FoundStarts {
  const { file, problems } = readToolFile(text);
  if (!file) {
    const [first] = problems;
    throw new AppError(
      "invalid-input",
      first ? `Line ${first.line}: ${first.message}` : "The file cannot be used.",
      {
        fields: problems.map(({ line, message }) => ({ path: "text", message: `Line ${line}: ${message}` })),
        mend: "Correct the file.",
        details: { problems },
      },
    );
  }
  const start = propose({
    kind: file.kind,
    name: file.name,
    words: { purpose: file.purpose, tags: file.tags },
    notes: ["This is a whole tool: applying it writes all of it as a draft."],
  });
  return { origin: "weft-file", starts: [{ ...start, slug: file.slug }], notes: [] };
}

function fromOpenApi(text: string): FoundStarts {
  const { title, description, operations, problems } = importOpenApi(text);
  const usable = operations.length;
  const start = propose({
    kind: "http",
    name: title || "API",
    words: { purpose: description.slice(0, 600).trim() },
    notes: [
      usable === 1
        ? "It describes one operation."
        : `It describes ${usable.toLocaleString("en-GB")} operations.`,
      ...problems.slice(0, mostNotes).map(({ place, message }) => `${place}: ${message}`),
    ],
  });
  return { origin: "openapi", starts: [start], notes: [] };
}

const refused = (message: string) =>
  new AppError("invalid-input", message, {
    fields: [{ path: "text", message }],
    mend: "Check that all of the file is there, or begin from nothing.",
  });

/**
 * Tells what a text is and proposes tools out of it.
 * @throws AppError `invalid-input` with the place of what is wrong
 */
export function readStart(given: string): FoundStarts {
  const text = given.replace(/^\uFEFF/, "");
  const json = jsonObject(text);
  const version = json ? String(json.apiVersion ?? "") : "";
  if (version.startsWith("weft.tool/") || stands(text, "apiVersion", "weft\\.tool/"))
    return fromToolFile(text);
  const isBackstage = stands(text, "apiVersion", "[\\w.-]*backstage\\.io/");
  const isOpenApi = json ? "openapi" in json || "swagger" in json : stands(text, "(?:openapi|swagger)");
  if (isOpenApi && !isBackstage) return fromOpenApi(text);
  const values = plainValues(text);
  const first = objectOf(values[0]);
  if (isBackstage || /^[\w.-]*backstage\.io\//.test(textOf(first.apiVersion)))
    return startsFromBackstage(values);
  const server = "server" in first ? objectOf(first.server) : first;
  if ("remotes" in server || "packages" in server || textOf(server.$schema).endsWith("server.schema.json"))
    return startsFromMcpServer(first);
  if ("mcpServers" in first)
    throw refused(
      "This is the configuration of a client. Paste the server.json of the server, or its address.",
    );
  throw refused(
    "This is none of the files that a tool can begin from: a tool file (weft.tool/v1), a Backstage catalog-info.yaml, an MCP server.json, or an OpenAPI document.",
  );
}
