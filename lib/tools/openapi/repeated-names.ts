import type { Problem } from "#lib/tools/openapi/problem.ts";

const maxReported = 20;

/** Where a quoted text that begins at `start` ends: behind its closing quote. */
function endOfText(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at + 1;
}

/**
 * Names that stand twice in one object of a valid JSON text. JSON keeps the last and drops the others without a word,
 * so that whole operations may be gone.
 */
export function repeatedNames(json: string): Problem[] {
  const problems: Problem[] = [];
  /** Names of each object that is open; undefined for a list. */
  const open: (Set<string> | undefined)[] = [];
  let line = 1;
  for (let at = 0; at < json.length && problems.length < maxReported; at += 1) {
    const character = json[at];
    if (character === "\n") line += 1;
    else if (character === "{") open.push(new Set());
    else if (character === "[") open.push(undefined);
    else if (character === "}" || character === "]") open.pop();
    if (character !== '"') continue;
    const end = endOfText(json, at);
    const text = json.slice(at, end);
    at = end - 1;
    const names = open.at(-1);
    if (!names || !/^\s*:/.test(json.slice(end, end + 20))) continue;
    if (names.has(text)) {
      problems.push({
        place: `line ${line}`,
        message: `the name ${text} stands twice; the last one counts.`,
      });
    }
    names.add(text);
  }
  return problems;
}
