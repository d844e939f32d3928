import { type Document, isAlias, isNode, isScalar, LineCounter, parseDocument, visit } from "yaml";
import type { z } from "zod";
import { bindingKindsOf } from "#lib/publishing/draft-problems.ts";
import { type ToolFile, toolFileSchema, toolFileVersion } from "#lib/publishing/tool-file/schema.ts";

/** What is wrong with a file, where (line and column from 1), and for a field its path such as `operations.2.name`. */
export type ToolFileProblem = {
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: string;
};

export type ReadToolFile =
  | {
      readonly file: ToolFile;
      readonly problems: readonly [];
      /** Tells a problem that only the portal knows, at the place of a field such as `owner.team`. */
      readonly problemAt: (path: string, message: string) => ToolFileProblem;
    }
  | { readonly file: null; readonly problems: readonly ToolFileProblem[] };

/** Bytes of UTF-8 that a file may have. */
export const toolFileLimit = 2 * 1024 * 1024;
const mostProblems = 50;
const mostLines = 60_000;
const deepest = 60;

/** Whether the text opens so many levels that the parser would take seconds to find out that they are too many. */
function looksBottomless(text: string): boolean {
  let open = 0;
  for (const letter of text) {
    if (letter === "[" || letter === "{") open += 1;
    else if ((letter === "]" || letter === "}") && open > 0) open -= 1;
    if (open > 1000) return true;
  }
  return /^ *(?:[-?:] +){100}/m.test(text);
}

function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") {
    const names = issue.keys.map((key) => `“${key}”`).join(", ");
    return `There is no field ${names} here. Remove it, or check how it is spelt.`;
  }
  if (issue.code === "invalid_type" && issue.input === undefined) return "This field is missing.";
  return issue.message;
}

type Problem = { readonly path: Path; readonly message: string };
type Path = readonly (string | number)[];
type Place = { readonly line: number; readonly column: number };

const tooDeep = `The file is nested deeper than ${deepest} levels.`;

/** A YAML document with the places of what stands in it. */
class Source {
  readonly #lines = new LineCounter();
  readonly document: Document.Parsed;

  constructor(text: string) {
    this.document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
  }

  at(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  /** The nearest place of the file that holds a path. */
  placeOf(path: Path): Place {
    for (let length = path.length; length > 0; length -= 1) {
      const node = this.document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.at(node.range[0]);
    }
    return { line: 1, column: 1 };
  }

  problem({ path, message }: Problem): ToolFileProblem {
    return { ...this.placeOf(path), path: path.join("."), message };
  }

  syntaxProblems(): ToolFileProblem[] {
    return this.document.errors.map(({ code, pos, message }) => ({
      ...this.at(pos[0]),
      path: "",
      message:
        code === "MULTIPLE_DOCS"
          ? "A file holds one tool; remove what follows “---”."
          : `This is not YAML: ${message.replace(/\.$/, "")}.`,
    }));
  }

  /** What YAML can do and a tool never needs, because it can make a small file large or a harmless one harmful. */
  forbidden(): ToolFileProblem[] {
    const found: ToolFileProblem[] = [];
    const say = (node: { range?: readonly number[] | null }, message: string) =>
      found.push({ ...this.at(node.range?.[0] ?? 0), path: "", message });
    visit(this.document, {
      Node: (_key, node, path) => {
        if (path.length > deepest * 2) say(node, tooDeep);
        else if (isAlias(node) || node.anchor)
          say(node, "Write the value out: anchors and aliases are not read.");
        else return undefined;
        return visit.BREAK;
      },
      Pair: (_key, { key }) => {
        if (!isScalar(key)) say(this.document.contents ?? {}, "The name of a field must be plain text.");
        else if (key.value === "__proto__") say(key, "“__proto__” is not a name that a field may have.");
        else return undefined;
        return visit.BREAK;
      },
    });
    return found;
  }
}

function schemaProblems(value: unknown, error: z.ZodError): Problem[] {
  const version = (value as { apiVersion?: unknown } | null)?.apiVersion;
  if (version !== toolFileVersion)
    return [{ path: ["apiVersion"], message: `A tool's file begins with “apiVersion: ${toolFileVersion}”.` }];
  return error.issues.map((issue) => ({
    path: issue.path.filter((part) => typeof part !== "symbol"),
    message: wordsOf(issue),
  }));
}

function read(text: string): ReadToolFile {
  const refuse = (problems: readonly ToolFileProblem[]) => ({
    file: null,
    problems: problems.slice(0, mostProblems),
  });
  const source = new Source(text);
  const unreadable = [...source.syntaxProblems(), ...source.forbidden()];
  if (unreadable.length > 0) return refuse(unreadable);
  const value: unknown = source.document.toJS({ maxAliasCount: 0 });
  const parsed = toolFileSchema.safeParse(value, { reportInput: true });
  const problems = parsed.success ? kindProblems(parsed.data) : schemaProblems(value, parsed.error);
  if (!parsed.success || problems.length > 0)
    return refuse(problems.map((problem) => source.problem(problem)));
  const problemAt = (path: string, message: string) =>
    source.problem({
      path: path.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
      message,
    });
  return { file: parsed.data, problems: [], problemAt };
}

/**
 * Reads a tool from YAML (or JSON, which is YAML). Nothing is taken from a file with a problem; every problem names its
 * line. Anchors, aliases and more than one document are refused.
 */
export function readToolFile(text: string): ReadToolFile {
  const whole = (message: string) => ({ file: null, problems: [{ line: 1, column: 1, path: "", message }] });
  if (Buffer.byteLength(text) > toolFileLimit) return whole("The file is larger than 2 MB.");
  if (text.trim() === "") return whole("The file is empty.");
  if (text.split("\n", mostLines + 1).length > mostLines)
    return whole("The file has more than 60,000 lines.");
  if (looksBottomless(text)) return whole(tooDeep);
  try {
    return read(text);
  } catch (error) {
    // The parser calls itself for each level.
    if (error instanceof RangeError) return whole(tooDeep);
    throw error;
  }
}

/** What no single field can say: the kind of the tool against its operations. */
function kindProblems(file: ToolFile): Problem[] {
  const problems: Problem[] = [];
  const names = new Set<string>();
  for (const [at, operation] of file.operations.entries()) {
    const kinds = bindingKindsOf[file.kind];
    if (!kinds.includes(operation.binding.kind))
      problems.push({
        path: ["operations", at, "binding", "kind"],
        message: `A tool of the kind “${file.kind}” has operations of the kind ${kinds.map((kind) => `“${kind}”`).join(" or ")}.`,
      });
    if (names.has(operation.name))
      problems.push({
        path: ["operations", at, "name"],
        message: `Two operations are called “${operation.name}”.`,
      });
    names.add(operation.name);
  }
  const isLink = file.kind === "link";
  if (isLink && !file.link)
    problems.push({ path: ["link"], message: "A tool that runs elsewhere needs its address." });
  if (!isLink && file.operations.length === 0)
    problems.push({ path: ["operations"], message: "A tool that runs here needs at least one operation." });
  const single = file.kind === "prompt" || file.kind === "knowledge" || file.kind === "agent";
  if (single && file.operations.length > 1)
    problems.push({ path: ["operations"], message: `A tool of the kind “${file.kind}” has one operation.` });
  return problems;
}
