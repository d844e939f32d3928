/** A name of the program as words: `argumentsHash` becomes “Arguments hash”, `when_not` “When not”. */
export function plainName(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[_\-.]+/g, " ")
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A place inside a value as words, outermost first. */
export function plainPath(path: readonly string[]): string {
  return path.length === 0
    ? ""
    : path.map((name, at) => (at === 0 ? plainName(name) : plainName(name).toLowerCase())).join(", ");
}
