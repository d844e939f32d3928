import type { ToolKind } from "#lib/catalog/schema.ts";

/** Ways to begin a tool that are a kind of tool. */
export const kindBeginnings = [
  "prompt",
  "knowledge",
  "http",
  "mcp",
  "agent",
  "link",
] as const satisfies readonly ToolKind[];

/** Ways to begin from what exists; what it is follows from it. */
export const otherBeginnings = ["template", "clone", "file"] as const;

export type Beginning = (typeof kindBeginnings)[number] | (typeof otherBeginnings)[number];

const all: readonly string[] = [...kindBeginnings, ...otherBeginnings];

/** What an address says of the way to begin; null as long as none is chosen. */
export function beginningFrom(text: string | null): Beginning | null {
  return text !== null && all.includes(text) ? (text as Beginning) : null;
}

export function isKind(beginning: Beginning): beginning is (typeof kindBeginnings)[number] {
  return (kindBeginnings as readonly string[]).includes(beginning);
}
