import type { SecurityRequirement } from "#lib/catalog/operation.ts";
import { slugFromName } from "#lib/publishing/new-tool.ts";
import {
  addressOf,
  objectOf,
  objectsOf,
  type PlainObject,
  textOf,
} from "#lib/publishing/start-from/plain-value.ts";
import { propose } from "#lib/publishing/start-from/propose.ts";
import type { FoundStarts, Start } from "#lib/publishing/start-from/start.ts";
import { titleFromName } from "#lib/tools/title-from-name.ts";

const headerName = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/;

/** Headers that a remote asks for, as credentials of the tool; what cannot be one is told. */
function credentials(remote: PlainObject): { security: SecurityRequirement[]; notes: string[] } {
  const security: SecurityRequirement[] = [];
  const notes: string[] = [];
  for (const header of objectsOf(remote.headers).slice(0, 10)) {
    const name = textOf(header.name, 100);
    if (!headerName.test(name)) continue;
    const says = textOf(header.description, 300);
    const secretName = slugFromName(name) || "secret";
    const isBearer = name.toLowerCase() === "authorization";
    security.push(
      isBearer ? { scheme: "bearer", secretName } : { scheme: "apiKey", in: "header", name, secretName },
    );
    notes.push(
      `It ${header.isRequired === true ? "needs" : "may be given"} the header ${name}${says ? ` (${says.replace(/\.$/, "")})` : ""}: enter its value as the secret “${secretName}”.`,
    );
  }
  return { security, notes };
}

function remoteOf(server: PlainObject): Pick<Start, "sourceAddress" | "security" | "notes"> {
  const remotes = objectsOf(server.remotes);
  const usable = remotes.filter((one) => textOf(one.type) === "streamable-http");
  const plain = usable.find((one) => addressOf(one.url) && !/[{}]/.test(textOf(one.url, 2000)));
  const chosen = plain ?? usable[0];
  const notes: string[] = [];
  if (remotes.some((one) => textOf(one.type) === "sse"))
    notes.push("Its SSE remote is not used: that transport has been replaced by streamable HTTP.");
  const packages = objectsOf(server.packages);
  if (packages.length > 0)
    notes.push(
      `Its ${packages.length === 1 ? "package is" : `${packages.length} packages are`} not used: Weft never starts a program on a machine. Run the server yourself with streamable HTTP, and give its address.`,
    );
  if (!chosen) {
    return {
      sourceAddress: null,
      security: [],
      notes: [...notes, "No streamable HTTP remote is named: give the address of the server."],
    };
  }
  const { security, notes: asked } = credentials(chosen);
  const address = textOf(chosen.url, 2000);
  if (!plain) {
    notes.push(`Its address has parts that you fill in: ${address}. Give the whole address.`);
    return { sourceAddress: null, security, notes: [...notes, ...asked] };
  }
  return { sourceAddress: addressOf(address), security, notes: [...notes, ...asked] };
}

function startOf(server: PlainObject): Start {
  const id = textOf(server.name, 200);
  const name = textOf(server.title, 200) || titleFromName(id.replace(/^.*\//, "")) || "MCP server";
  const links = [
    { title: "Website", url: addressOf(server.websiteUrl) },
    { title: "Repository", url: addressOf(objectOf(server.repository).url) },
  ].filter(({ url }) => url !== "");
  const docs = links.map(({ title, url }) => `- [${title}](<${url.replaceAll(">", "%3E")}>)`).join("\n");
  const version = textOf(server.version, 60);
  const { notes, ...remote } = remoteOf(server);
  return propose({
    kind: "mcp",
    name,
    ...remote,
    words: { purpose: textOf(server.description, 600), docs: docs ? `# Links\n\n${docs}\n` : "" },
    notes: [...(id ? [`From ${id}${version ? ` ${version}` : ""}.`] : []), ...notes],
  });
}

/** A proposal out of an MCP `server.json`, also as the registry answers it, wrapped in `server`. */
export function startsFromMcpServer(value: PlainObject): FoundStarts {
  const inner = objectOf(value.server);
  const server = "name" in inner ? inner : value;
  return { origin: "mcp-server", starts: [startOf(server)], notes: [] };
}
