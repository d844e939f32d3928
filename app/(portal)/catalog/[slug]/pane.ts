import type { ToolPage } from "#lib/catalog/schema.ts";
import type { Viewer } from "#lib/identity/schema.ts";

/** What each part of a tool's page is made from. */
export type PaneProps = {
  readonly viewer: Viewer;
  readonly tool: ToolPage;
  readonly query: Readonly<Record<string, string | string[] | undefined>>;
};

/** One value of the address; undefined where it is missing or empty. */
export function single(value: string | string[] | undefined): string | undefined {
  return (Array.isArray(value) ? value[0] : value) || undefined;
}
