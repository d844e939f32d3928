/** Gives names that a model server accepts as property names, each only once. */
export function createNames(): (wanted: string, prefix: string) => string {
  const taken = new Set<string>();
  return (wanted, prefix) => {
    let name = cleanName(wanted) || prefix;
    const longer = `${prefix}_${name}`.slice(0, 60);
    if (taken.has(name)) name = longer;
    for (let i = 2; taken.has(name); i += 1) name = `${longer}_${i}`;
    taken.add(name);
    return name;
  };
}

/** Letters, digits, `_`, `.` and `-`, at most 64 of them. */
export function cleanName(text: string): string {
  return text
    .replace(/[^A-Za-z0-9_.-]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 64);
}

/** A name for an operation without an `operationId`, such as `get_tickets_by_id`. */
export function nameFromPath(method: string, path: string): string {
  const words = path
    .split("/")
    .filter(Boolean)
    .map((part) => part.replace(/\{([^}]+)\}/g, "by_$1"));
  return cleanName([method.toLowerCase(), ...words].join("_"));
}
