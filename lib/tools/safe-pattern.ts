const unbounded = /^(?:[*+]|\{\d+,\})/;

/** A repetition at the start of `rest` that has no upper limit. */
function isUnbounded(rest: string): boolean {
  return unbounded.test(rest);
}

/**
 * Whether a regular expression may be run on a person's input in bounded time. Refuses repetitions inside
 * of repetitions such as `(a+)+`, alternatives inside of repetitions such as `(a|aa)*`, and references
 * back to a group; these are where matching can take exponential time.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > 1000) return false;
  const groups: { risky: boolean }[] = [{ risky: false }];
  for (let i = 0; i < pattern.length; i += 1) {
    const character = pattern[i];
    const top = groups.at(-1);
    if (!top) return false;
    if (character === "\\") {
      if (/[1-9k]/.test(pattern[i + 1] ?? "")) return false;
      i += 1;
    } else if (character === "[") {
      while (i < pattern.length && pattern[i] !== "]") i += pattern[i] === "\\" ? 2 : 1;
    } else if (character === "(") {
      groups.push({ risky: false });
    } else if (character === "|") {
      top.risky = true;
    } else if (character === ")") {
      const closed = groups.pop();
      const outer = groups.at(-1);
      if (!closed || !outer) return false;
      if (closed.risky && isUnbounded(pattern.slice(i + 1))) return false;
      if (closed.risky) outer.risky = true;
    } else if (character !== undefined && isUnbounded(pattern.slice(i, i + 12))) {
      top.risky = true;
    }
  }
  return groups.length === 1;
}
