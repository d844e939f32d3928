import {
  addressOf,
  objectOf,
  objectsOf,
  type PlainObject,
  textOf,
  textsOf,
} from "#lib/publishing/start-from/plain-value.ts";
import { propose, tagsFrom } from "#lib/publishing/start-from/propose.ts";
import type { FoundStarts, Start } from "#lib/publishing/start-from/start.ts";
import { titleFromName } from "#lib/tools/title-from-name.ts";

const mostLinks = 30;
const notTools = ["domain", "group", "location", "resource", "template", "user"];

type Link = { readonly title: string; readonly url: string };

/** `group:default/team-a` as `team-a`. */
const refName = (ref: unknown) => textOf(ref, 200).replace(/^.*[:/]/, "");

function linksOf(metadata: PlainObject): Link[] {
  const annotations = objectOf(metadata.annotations);
  const source = addressOf(textOf(annotations["backstage.io/source-location"], 2000).replace(/^url:/, ""));
  const docs = addressOf(textOf(annotations["backstage.io/techdocs-ref"], 2000).replace(/^url:/, ""));
  const links = objectsOf(metadata.links).flatMap(({ title, url }) => {
    const address = addressOf(url);
    return address ? [{ title: textOf(title, 120) || new URL(address).host, url: address }] : [];
  });
  return [
    ...links,
    ...(docs ? [{ title: "Documentation", url: docs }] : []),
    ...(source ? [{ title: "Source", url: source }] : []),
  ].slice(0, mostLinks);
}

const escaped = (text: string) => text.replace(/[[\]\\]/g, "\\$&").replaceAll("\n", " ");
const docsOf = (links: readonly Link[]) =>
  links.length === 0
    ? ""
    : `# Links\n\n${links.map(({ title, url }) => `- [${escaped(title)}](<${url.replaceAll(">", "%3E")}>)`).join("\n")}\n`;

function notesOf(spec: PlainObject): string[] {
  const owner = refName(spec.owner);
  const parts = textsOf(spec.providesApis, 200).map(refName);
  return [
    ...(owner ? [`Backstage names “${owner}” as the owner. A new tool belongs to you and your team.`] : []),
    ...(textOf(spec.lifecycle) === "deprecated" ? ["Backstage calls it deprecated."] : []),
    ...(parts.length > 0 ? [`It provides the APIs ${parts.join(", ")}: begin from those to call them.`] : []),
  ];
}

/** Where an API's definition is: in the file, at an address, or somewhere that only Backstage reaches. */
function definitionOf(spec: PlainObject): Pick<Start, "sourceAddress" | "sourceDocument" | "notes"> {
  const { definition } = spec;
  const nothing = { sourceAddress: null, sourceDocument: null };
  if (typeof definition === "string" && definition.trim() !== "")
    return { ...nothing, sourceDocument: definition, notes: [] };
  const { $text, $json, $yaml } = objectOf(definition);
  const place = textOf($text ?? $json ?? $yaml, 2000);
  const sourceAddress = addressOf(place);
  if (sourceAddress) return { ...nothing, sourceAddress, notes: [] };
  return {
    ...nothing,
    notes: [
      place
        ? `The definition lies beside the file, at ${place}: upload it, or give its whole address.`
        : "The entry holds no definition: upload the OpenAPI document, or give its address.",
    ],
  };
}

function startOfApi(
  spec: PlainObject,
  links: readonly Link[],
): Partial<Start> & Pick<Start, "kind" | "notes"> {
  const type = textOf(spec.type).toLowerCase();
  if (type === "openapi") return { kind: "http", ...definitionOf(spec) };
  if (type === "mcp" || type === "mcp-server") {
    const remote = objectsOf(spec.remotes).find((one) => textOf(one.type) === "streamable-http");
    const sourceAddress = addressOf(remote?.url) || null;
    const note = "No remote of the type streamable-http is named: give the address of the server.";
    return { kind: "mcp", sourceAddress, notes: sourceAddress ? [] : [note] };
  }
  const page = links[0]?.url ?? null;
  return {
    kind: "link",
    settings: { linkUrl: page },
    notes: [
      `An API of the type “${type || "unknown"}” is not called from here; OpenAPI and MCP are. ${page ? "The tool opens its page instead." : "Give the address of its page, so that the tool opens it."}`,
    ],
  };
}

function startOf(entity: PlainObject): Start | string {
  const kind = textOf(entity.kind, 60);
  const metadata = objectOf(entity.metadata);
  const spec = objectOf(entity.spec);
  const id = textOf(metadata.name, 120);
  if (notTools.includes(kind.toLowerCase())) return `${kind} “${id}”: no tool is made of it.`;
  if (!["api", "component", "system"].includes(kind.toLowerCase()))
    return `“${kind || "An entry without a kind"}” is not read; API, Component and System are.`;
  const name = textOf(metadata.title, 200) || titleFromName(id);
  if (name === "") return `A ${kind} has no name.`;
  const links = linksOf(metadata);
  const found =
    kind.toLowerCase() === "api"
      ? startOfApi(spec, links)
      : {
          kind: "link" as const,
          settings: { linkUrl: links[0]?.url ?? null },
          notes: links[0] ? [] : ["It names no page: give the address where the tool runs."],
        };
  const type = textOf(spec.type, 40);
  const tags = tagsFrom([...textsOf(metadata.tags, 60), ...(type && kind !== "API" ? [type] : [])]);
  return propose({
    ...found,
    name,
    words: { purpose: textOf(metadata.description, 600), tags, docs: docsOf(links) },
    notes: [...found.notes, ...notesOf(spec)],
  });
}

/** Proposals out of the entries of a Backstage `catalog-info.yaml`; what is no tool is told. */
export function startsFromBackstage(values: readonly unknown[]): FoundStarts {
  const found = values.map((value) => startOf(objectOf(value)));
  return {
    origin: "backstage",
    starts: found.filter((one) => typeof one !== "string"),
    notes: found.filter((one) => typeof one === "string"),
  };
}
