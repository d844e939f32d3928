import { cleanName } from "#lib/tools/openapi/names.ts";

/** The host of an address as part of a name. */
export function hostName(address: string | null | undefined): string {
  return cleanName(URL.parse(address ?? "")?.host ?? "") || "source";
}

/** A name for the secret of an MCP server that is not in use for anything else. */
export function freeSecretName(address: string, taken: ReadonlySet<string>): string {
  const wanted = `mcp-${hostName(address)}`.slice(0, 60);
  let name = wanted;
  for (let i = 2; taken.has(name); i += 1) name = `${wanted}-${i}`;
  return name;
}

/**
 * The name under which the secret of a scheme is kept. A document chooses the names of its schemes: one that belongs to
 * another source gets the host behind it, so that no document asks for what was entered for somebody else.
 */
export function schemeSecretName(
  scheme: string,
  taken: ReadonlySet<string>,
  server: string | null | undefined,
): string {
  const wanted = cleanName(scheme) || "key";
  return taken.has(wanted) ? `${wanted.slice(0, 40)}-${hostName(server)}`.slice(0, 80) : wanted;
}
