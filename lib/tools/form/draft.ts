import { isJsonObject, type JsonObject } from "#lib/tools/json-object.ts";

/** Text that stands in a form where JSON is expected and that cannot be read as such. */
export class UnreadText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type FieldPath = readonly (string | number)[];

/** A copy of a draft with one place changed; `undefined` takes a member out. */
export function changeAt(draft: unknown, path: FieldPath, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === "number") {
    const list = Array.isArray(draft) ? [...draft] : [];
    list[step] = changeAt(list[step], rest, value);
    return list;
  }
  const source: JsonObject = isJsonObject(draft) ? draft : {};
  const inner = changeAt(Object.hasOwn(source, step) ? source[step] : undefined, rest, value);
  if (inner !== undefined) return { ...source, [step]: inner };
  const { [step]: _, ...others } = source;
  return others;
}

/** A list with the entry at `from` put before the place `to`. */
export function moveEntry<T>(list: readonly T[], from: number, to: number): T[] {
  const entries = [...list];
  const [moved] = entries.splice(from, 1);
  if (moved !== undefined || from < list.length) entries.splice(to, 0, moved as T);
  return entries;
}
