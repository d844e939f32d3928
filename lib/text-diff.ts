export type DiffPart = { readonly kind: "same" | "removed" | "added"; readonly text: string };
export type DiffLine = {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
  /** What changed inside a line that has a counterpart. */
  readonly parts?: readonly DiffPart[];
};

/** Above this many comparisons both sides are shown whole: the reader gains nothing from waiting. */
const mostComparisons = 4_000_000;

function longestCommon(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return table;
}

function diffMiddle(a: readonly string[], b: readonly string[]): DiffPart[] {
  const all = (kind: "removed" | "added", tokens: readonly string[]) =>
    tokens.map((text) => ({ kind, text }));
  if (a.length === 0 || b.length === 0 || a.length * b.length > mostComparisons) {
    return [...all("removed", a), ...all("added", b)];
  }
  const table = longestCommon(a, b);
  const width = b.length + 1;
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      parts.push({ kind: "same", text: a[i] ?? "" });
      i += 1;
      j += 1;
    } else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) {
      parts.push({ kind: "removed", text: a[i] ?? "" });
      i += 1;
    } else {
      parts.push({ kind: "added", text: b[j] ?? "" });
      j += 1;
    }
  }
  return [...parts, ...all("removed", a.slice(i)), ...all("added", b.slice(j))];
}

/** The shortest way from one list of tokens to another, in order; longest common subsequence. */
export function diffTokens(before: readonly string[], after: readonly string[]): DiffPart[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  const same = (tokens: readonly string[]) => tokens.map((text) => ({ kind: "same" as const, text }));
  return [
    ...same(before.slice(0, start)),
    ...diffMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...same(before.slice(before.length - end)),
  ];
}

function joined(parts: readonly DiffPart[]): DiffPart[] {
  const whole: DiffPart[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last?.kind === part.kind) whole[whole.length - 1] = { kind: part.kind, text: last.text + part.text };
    else whole.push(part);
  }
  return whole;
}

/** What changed between two short texts, word by word. */
export function diffWords(before: string, after: string): DiffPart[] {
  const words = (text: string) => text.match(/\s+|[^\s]+/g) ?? [];
  return joined(diffTokens(words(before), words(after)));
}

/** Two lines are shown as one changed line when most of what they hold is in both. */
function isAlike(parts: readonly DiffPart[]): boolean {
  const size = (kind: DiffPart["kind"]) =>
    parts.filter((part) => part.kind === kind).reduce((sum, part) => sum + part.text.length, 0);
  return size("same") * 2 > size("removed") + size("added");
}

function withCounterparts(lines: readonly DiffPart[]): DiffLine[] {
  const result: DiffLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const run = (kind: DiffPart["kind"], from: number) => {
      let to = from;
      while (lines[to]?.kind === kind) to += 1;
      return lines.slice(from, to);
    };
    const removed = run("removed", at);
    const added = run("added", at + removed.length);
    if (removed.length === 0 || removed.length !== added.length) {
      result.push(...(removed.length > 0 ? removed : lines.slice(at, at + 1)));
      at += Math.max(1, removed.length);
      continue;
    }
    const pairs = removed.map((line, index) => diffWords(line.text, added[index]?.text ?? ""));
    const marked = (kind: "removed" | "added", side: readonly DiffPart[]) =>
      side.map((line, index): DiffLine => {
        const parts = pairs[index] ?? [];
        return isAlike(parts)
          ? { ...line, parts: parts.filter((part) => part.kind === "same" || part.kind === kind) }
          : line;
      });
    result.push(...marked("removed", removed), ...marked("added", added));
    at += removed.length + added.length;
  }
  return result;
}

/** What changed between two texts, line by line, with the words that changed inside a line. */
export function diffLines(before: string, after: string): DiffLine[] {
  const lines = (text: string) => (text === "" ? [] : text.split("\n"));
  return withCounterparts(diffTokens(lines(before), lines(after)));
}
