/** Says which sites may frame a tool's page for the person whose cookies these are; none for a tool they may not find. */
export type FrameRule = (
  slug: string,
  cookie: (name: string) => string | undefined,
) => Promise<readonly string[]>;

// The file that adds headers is loaded apart from the rest of the server; both find the rule here.
const holder = globalThis as typeof globalThis & { weftFrameRule?: FrameRule };

/** Sets the rule once, when a server process starts. */
export function setFrameRule(rule: FrameRule): void {
  holder.weftFrameRule = rule;
}

const toolPath = /^\/use\/([A-Za-z0-9-]{1,80})$/;

/** Sites that may frame the page at this path: those of a tool by itself, and none for everything else. */
export async function frameOrigins(
  path: string,
  cookie: (name: string) => string | undefined,
): Promise<readonly string[]> {
  const slug = toolPath.exec(path)?.[1];
  return slug && holder.weftFrameRule ? holder.weftFrameRule(slug, cookie) : [];
}
