/** Where a tool and its parts are found; each address stays as long as the tool's slug. */
export type ToolAddresses = {
  readonly html: string;
  readonly json: string;
  readonly agentCard: string;
  readonly aiCatalog: string;
  /** A `weft.tool/v1` file, for those who may edit the tool. */
  readonly file: string;
};

const apiOf = (slug: string) => `/api/tools/${encodeURIComponent(slug)}`;

/** The addresses of a tool; paths of the portal unless an origin such as `https://weft.example.com` is given. */
export function toolAddresses(slug: string, origin = ""): ToolAddresses {
  const api = `${origin}${apiOf(slug)}`;
  return {
    html: `${origin}/catalog/${encodeURIComponent(slug)}`,
    json: api,
    agentCard: `${api}/agent-card.json`,
    aiCatalog: `${api}/ai-catalog.json`,
    file: `${api}/tool.yaml`,
  };
}

/** Where an operation is called, and where the JSON Schemas of its input and output are. */
export function operationAddresses(
  slug: string,
  operation: string,
  origin = "",
): { readonly call: string; readonly input: string; readonly output: string } {
  const base = `${origin}${apiOf(slug)}/operations/${encodeURIComponent(operation)}`;
  return { call: `${base}/calls`, input: `${base}/schema`, output: `${base}/schema?part=output` };
}
