/** Signs at the end of a filter's name, which make another filter of it. */
const comparisons: Readonly<Record<string, string>> = {
  "<": "_lt",
  "<=": "_lte",
  ">": "_gt",
  ">=": "_gte",
  "!": "_not",
  "!=": "_not",
};

/** Gives names that a model server accepts as property names, each only once. */
export function createNames(): (wanted: string, prefix: string) => string {
  const taken = new Set<string>();
  return (wanted, prefix) => {
    let name = cleanName(wanted.replace(/[<>!]=?/g, (sign) => comparisons[sign] ?? "")) || prefix;
    const longer = `${prefix}_${name}`.slice(0, 60);
    // A value that nobody gave must not seem to be there because every object has a member of that name.
    if (taken.has(name) || name in Object.prototype) name = longer;
    for (let i = 2; taken.has(name); i += 1) name = `${longer}_${i}`;
    taken.add(name);
    return name;
  };
}

/** The name in its own letters as a title, where a model's property cannot be written in them. */
export function titleOfName(name: string): { title?: string } {
  return /[^\x20-\x7e]/.test(name) ? { title: name } : {};
}

/** Letters, digits, `_`, `.` and `-`, at most 64 of them. */
export function cleanName(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/ß/g, "ss")
    .replace(/[^A-Za-z0-9_.-]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 64);
}

/** A name for an operation without an `operationId`, such as `get_tickets_by_id`. */
export function nameFromPath(method: string, path: string): string {
  const words = path
    .split("/")
    .filter(Boolean)
    .map((part) => part.replace(/\{([^}]+)\}/g, "_by_$1_"));
  return cleanName([method.toLowerCase(), ...words].join("_").replace(/[^A-Za-z0-9.-]+/g, "_"));
}
