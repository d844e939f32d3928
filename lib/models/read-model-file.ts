import { type Document, isAlias, isNode, isScalar, LineCounter, parseDocument, visit } from "yaml";
import type { z } from "zod";
import { AppError, type FieldProblem } from "#lib/errors.ts";
import { type ModelFile, modelFileLimit, modelFileSchema } from "#lib/models/model-file.ts";

const deepest = 40;
const mostProblems = 30;

type Path = readonly (string | number)[];

/** A file that was read, and where in it things stand. */
export type ReadModelFile = {
  readonly file: ModelFile;
  /** Where a field of the file stands, in words for a problem that only the portal can see. */
  readonly lineOf: (path: Path) => number;
};

function refuse(problems: readonly FieldProblem[]): AppError {
  return new AppError("invalid-input", problems[0]?.message ?? "The file cannot be read.", {
    fields: problems.slice(0, mostProblems),
    mend: "Correct the file and read it again; nothing was changed.",
  });
}

/** Whether the text opens so many levels that the parser would take seconds to find out that they are too many. */
function looksBottomless(text: string): boolean {
  let open = 0;
  for (const letter of text) {
    if (letter === "[" || letter === "{") open += 1;
    else if ((letter === "]" || letter === "}") && open > 0) open -= 1;
    if (open > 200) return true;
  }
  return /^ *(?:[-?:] +){100}/m.test(text);
}

function lineFinder(document: Document.Parsed, lines: LineCounter) {
  return (path: Path): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return Math.max(1, lines.linePos(node.range[0]).line);
    }
    return 1;
  };
}

/** What YAML can do and this file never needs, because it makes a small file large or a harmless one harmful. */
function forbiddenIn(document: Document.Parsed, lines: LineCounter): FieldProblem[] {
  const found: FieldProblem[] = [];
  const say = (node: { range?: readonly number[] | null } | null, message: string) => {
    const line = Math.max(1, lines.linePos(node?.range?.[0] ?? 0).line);
    found.push({ path: "text", message: `Line ${line}: ${message}` });
    return visit.BREAK;
  };
  visit(document, {
    Node: (_key, node, path) => {
      if (path.length > deepest * 2) return say(node, `it is nested deeper than ${deepest} levels.`);
      if (isAlias(node) || node.anchor)
        return say(node, "anchors and aliases of YAML are not read. Write the value out.");
      return undefined;
    },
    Pair: (_key, { key }) => {
      if (!isScalar(key)) return say(document.contents, "the name of a field must be plain text.");
      if (key.value === "__proto__") return say(key, "“__proto__” is not a name that a field may have.");
      return undefined;
    },
  });
  return found;
}

function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys")
    return `there is no field ${issue.keys.map((key) => `“${key}”`).join(", ")} here.`;
  const field = issue.path.findLast((part) => typeof part === "string");
  if (issue.input === undefined) return `the field “${String(field)}” is missing.`;
  if (issue.code === "invalid_value")
    return `the field “${String(field)}” is one of ${issue.values.map(String).join(", ")}.`;
  return issue.message;
}

/** Reads a file of model servers and aliases. Throws `invalid-input` that names the line of each problem. */
export function readModelFile(text: string): ReadModelFile {
  const tooMuch = "The file is too long or too deep to be one of model servers.";
  if (text.length > modelFileLimit || looksBottomless(text))
    throw refuse([{ path: "text", message: tooMuch }]);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "silent" });
  const syntax = document.errors.map(({ pos, message }) => ({
    path: "text",
    message: `Line ${lines.linePos(pos[0]).line}: this is not YAML: ${message.replace(/\.$/, "")}.`,
  }));
  const unreadable = [...syntax, ...forbiddenIn(document, lines)];
  if (unreadable.length > 0) throw refuse(unreadable);
  const lineOf = lineFinder(document, lines);
  const parsed = modelFileSchema.safeParse(document.toJS({ maxAliasCount: 0 }), { reportInput: true });
  if (parsed.success) return { file: parsed.data, lineOf };
  throw refuse(
    parsed.error.issues.map((issue) => {
      const path = issue.path.filter((part) => typeof part !== "symbol");
      return { path: path.join(".") || "text", message: `Line ${lineOf(path)}: ${wordsOf(issue)}` };
    }),
  );
}
