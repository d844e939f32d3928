/** One place in which two JSON values differ. */
export type ValueChange = {
  /** Names and positions from the outside in; empty for the whole value. */
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
};

type Plain = Readonly<Record<string, unknown>>;

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEqual(a: unknown, b: unknown): boolean {
  if ((a ?? null) === (b ?? null)) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((entry, at) => isEqual(entry, b[at]));
  }
  if (!isPlain(a) || !isPlain(b)) return false;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => isEqual(a[name], b[name]));
}

/**
 * Where two JSON values differ. Objects are compared name by name, also when one side is missing; lists and plain
 * values as a whole, because a reader wants to see a list as a list.
 */
export function valueChanges(before: unknown, after: unknown, path: readonly string[] = []): ValueChange[] {
  if (isEqual(before, after)) return [];
  const isObject = (value: unknown) => isPlain(value) || value === null || value === undefined;
  if ((isPlain(before) || isPlain(after)) && isObject(before) && isObject(after) && path.length < 6) {
    const [a, b] = [isPlain(before) ? before : {}, isPlain(after) ? after : {}];
    const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    const changes = names.flatMap((name) => valueChanges(a[name], b[name], [...path, name]));
    if (changes.length > 0) return changes;
  }
  return [{ path, before: before ?? null, after: after ?? null }];
}
