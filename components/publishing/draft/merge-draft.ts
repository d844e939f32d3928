import { canonicalJson } from "#lib/canonical-json.ts";
import { type DraftOperation, type DraftSettings, settingsFields } from "#lib/publishing/draft-content.ts";

/** A part that two people changed differently; the path of the whole operation is empty. */
export type Clash = { readonly path: string; readonly mine: unknown; readonly theirs: unknown };

export type Merged<Value> = {
  /** Both sides' changes; mine where both changed the same part. */
  readonly value: Value;
  readonly clashes: readonly Clash[];
};

type Parts = ReadonlyMap<string, unknown>;

/** Whether two JSON values say the same; members that are undefined count as absent. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}

function mergeParts(base: Parts, mine: Parts, theirs: Parts): Merged<Map<string, unknown>> {
  const value = new Map(mine);
  const clashes: Clash[] = [];
  for (const path of new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])) {
    const [was, own, other] = [base.get(path), mine.get(path), theirs.get(path)];
    if (isSameJson(own, other) || isSameJson(was, other)) continue;
    if (isSameJson(was, own)) value.set(path, other);
    else clashes.push({ path, mine: own, theirs: other });
  }
  return { value, clashes };
}

/** Joins what two people made of the same settings, field by field. */
export function mergeSettings(
  base: DraftSettings,
  mine: DraftSettings,
  theirs: DraftSettings,
): Merged<DraftSettings> {
  const partsOf = (settings: DraftSettings): Parts =>
    new Map(settingsFields.map((field) => [field, settings[field]]));
  const { value, clashes } = mergeParts(partsOf(base), partsOf(mine), partsOf(theirs));
  return { value: Object.fromEntries(value) as DraftSettings, clashes };
}

function operationParts(operation: DraftOperation | null, isWhole: boolean): Parts {
  const { binding, ...rest } = operation ?? {};
  const parts = new Map<string, unknown>(Object.entries(rest));
  if (isWhole && binding) parts.set("binding", binding);
  else for (const [key, value] of Object.entries(binding ?? {})) parts.set(`binding.${key}`, value);
  return parts;
}

function operationFrom(parts: Parts): DraftOperation {
  const operation: Record<string, unknown> = {};
  const binding: Record<string, unknown> = {};
  for (const [path, value] of parts) {
    if (value === undefined) continue;
    if (path === "binding") Object.assign(binding, value);
    else if (path.startsWith("binding.")) binding[path.slice("binding.".length)] = value;
    else operation[path] = value;
  }
  return { ...operation, binding } as unknown as DraftOperation;
}

/**
 * Joins what two people made of the same operation: its own members and those of its binding, each for itself. Null is an
 * operation that is not there: one that somebody took away while the other changed it is a clash of the whole.
 */
export function mergeOperation(
  base: DraftOperation | null,
  mine: DraftOperation | null,
  theirs: DraftOperation | null,
): Merged<DraftOperation | null> {
  const same = (a: DraftOperation | null, b: DraftOperation | null) => isSameJson(a, b);
  if (same(mine, theirs) || same(base, theirs)) return { value: mine, clashes: [] };
  if (same(base, mine)) return { value: theirs, clashes: [] };
  if (!mine || !theirs) return { value: mine, clashes: [{ path: "", mine, theirs }] };
  // Members of bindings of different kinds do not fit together.
  const isWhole = new Set([base ?? mine, mine, theirs].map(({ binding }) => binding.kind)).size > 1;
  const { value, clashes } = mergeParts(
    operationParts(base, isWhole),
    operationParts(mine, isWhole),
    operationParts(theirs, isWhole),
  );
  return { value: operationFrom(value), clashes };
}

/** One part of an operation, as clashes name it; the operation itself for the path of the whole. */
export function partOf(operation: DraftOperation | null, path: string): unknown {
  return path === "" ? operation : operationParts(operation, path === "binding").get(path);
}

/** The operation with one part taken from the other side. */
export function takePart(mine: DraftOperation | null, { path, theirs }: Clash): DraftOperation | null {
  if (path === "" || !mine) return theirs as DraftOperation | null;
  const isWhole = path === "binding";
  const parts = new Map(operationParts(mine, isWhole));
  parts.set(path, theirs);
  return operationFrom(parts);
}
