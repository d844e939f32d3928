import type { ViewerFact } from "#lib/catalog/operation.ts";

/** The person for whom a call is made. */
export type CallViewer = { readonly id: string; readonly email: string; readonly name: string };

/** The extension with which a parameter of OpenAPI, or an input of an MCP tool, asks the portal to fill it. */
export const fillKeyword = "x-weft-fill";

const facts: Readonly<Record<ViewerFact, (viewer: CallViewer) => string>> = {
  "viewer.email": ({ email }) => email,
  "viewer.name": ({ name }) => name,
  "viewer.id": ({ id }) => id,
};

export function factOf(viewer: CallViewer, fact: ViewerFact): string {
  return facts[fact](viewer);
}
