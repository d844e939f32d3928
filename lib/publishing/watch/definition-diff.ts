import {
  furthest,
  type OperationChange,
  operationChanges,
} from "#lib/publishing/contract/operation-changes.ts";
import type { ChangeStep } from "#lib/publishing/contract/schema-changes.ts";
import { type ReadDefinition, readDefinition } from "#lib/publishing/watch/read-definition.ts";
import { countRevealed } from "#lib/tools/reveal-characters.ts";

/** A text of a definition that differs; `place` is readable, such as `input › customer › description`. */
export type TextChange = { readonly place: string; readonly before: string; readonly after: string };

export type DefinitionDiff = {
  /** How far the change reaches for those who call; null when one side cannot be understood. */
  readonly step: ChangeStep | null;
  readonly change: Extract<OperationChange, { kind: "changed" }> | null;
  readonly texts: readonly TextChange[];
  /** Where calls go and how they sign in, where that differs. */
  readonly facts: readonly (TextChange & { readonly what: "server" | "sign-in" })[];
  /** Both definitions as the other side writes them, in one order. */
  readonly raw: { readonly before: string; readonly after: string };
  /** Of the texts that are new: characters that cannot be seen, and that pass for others. */
  readonly hidden: { readonly unseen: number; readonly lookalikes: number };
};

/** Words of a schema: they change nothing that is checked, and all that a model reads. */
const wordKeys = new Set(["title", "description", "summary", "$comment", "default", "examples", "example"]);
/** Steps that only structure a schema, and that a reader does without. */
const structure = new Set(["properties", "items", "$defs", "definitions"]);
const longest = { depth: 40, texts: 400 };

function textsOf(value: unknown, place: readonly string[], found: Map<string, string>): void {
  if (found.size >= longest.texts || place.length > longest.depth) return;
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = structure.has(key) ? place : [...place, key];
    const isWord = wordKeys.has(key) && (typeof inner !== "object" || Array.isArray(inner));
    if (isWord) found.set(at.join(" › "), typeof inner === "string" ? inner : JSON.stringify(inner));
    else textsOf(inner, at, found);
  }
}

function textsOfDefinition({ operation }: ReadDefinition): ReadonlyMap<string, string> {
  const found = new Map<string, string>([
    ["title", operation.title],
    ["description", operation.description],
  ]);
  textsOf(operation.inputSchema, ["input"], found);
  textsOf(operation.outputSchema, ["output"], found);
  return found;
}

function textChanges(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): TextChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((place) => {
    const change = { place, before: before.get(place) ?? "", after: after.get(place) ?? "" };
    return change.before === change.after ? [] : [change];
  });
}

/** JSON with its names in one order, so that only what differs shows as a difference. */
export function inOrder(value: unknown): string {
  const sorted = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.map(sorted);
    if (typeof inner !== "object" || inner === null) return inner;
    const entries = Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([name, one]) => [name, sorted(one)]));
  };
  return value === null || value === undefined ? "" : JSON.stringify(sorted(value), null, 2);
}

/** Hidden characters that were not there before; what was reviewed with them is no news. */
function newlyHidden(before: string, after: string): DefinitionDiff["hidden"] {
  const [was, is] = [countRevealed(before), countRevealed(after)];
  return {
    unseen: Math.max(0, is.unseen - was.unseen),
    lookalikes: Math.max(0, is.lookalikes - was.lookalikes),
  };
}

/** What differs between the definition that was reviewed and the one that was found, for a reader who has to decide. */
export function definitionDiff(operation: string, before: unknown, after: unknown): DefinitionDiff {
  const [was, is] = [readDefinition(before, operation), readDefinition(after, operation)];
  const raw = { before: inOrder(before), after: inOrder(after) };
  const hidden = newlyHidden(raw.before, raw.after);
  if (!was || !is) return { step: null, change: null, texts: [], facts: [], raw, hidden };
  const [change] = operationChanges([was.operation], [is.operation]);
  const texts = textChanges(textsOfDefinition(was), textsOfDefinition(is));
  const facts = (["server", "signIn"] as const).flatMap((name) => {
    const what = name === "server" ? ("server" as const) : ("sign-in" as const);
    const sides = { before: was[name] ?? "", after: is[name] ?? "" };
    return sides.before === sides.after ? [] : [{ what, place: what, ...sides }];
  });
  const steps: ChangeStep[] = [
    ...(change ? [change.step] : []),
    ...(facts.length > 0 ? (["major"] as const) : []),
    "patch",
  ];
  return {
    step: furthest(steps) ?? "patch",
    change: change?.kind === "changed" ? change : null,
    texts,
    facts,
    raw,
    hidden,
  };
}
