import { operationAddresses } from "#lib/catalog/interop/tool-addresses.ts";

export const snippetIds = ["curl", "typescript", "python", "browser"] as const;
export type SnippetId = (typeof snippetIds)[number];

export type Snippet = {
  readonly id: SnippetId;
  readonly label: string;
  readonly language: string;
  readonly code: string;
};

export type SnippetPlace = {
  /** Origin of the portal, such as `https://weft.example.com`. */
  readonly origin: string;
  /** Name of the session's cookie. */
  readonly cookie: string;
  readonly slug: string;
};

const shellQuoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** A JSON value as Python writes it. */
export function pythonLiteral(value: unknown, indent = 0): string {
  const pad = "    ".repeat(indent + 1);
  const end = "    ".repeat(indent);
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]";
    return `[\n${value.map((entry) => `${pad}${pythonLiteral(entry, indent + 1)},\n`).join("")}${end}]`;
  }
  if (typeof value === "object") {
    const entries = Object.entries(value);
    if (entries.length === 0) return "{}";
    const lines = entries.map(
      ([key, entry]) => `${pad}${JSON.stringify(key)}: ${pythonLiteral(entry, indent + 1)},\n`,
    );
    return `{\n${lines.join("")}${end}}`;
  }
  return JSON.stringify(value);
}

const curl = (url: string, { origin, cookie }: SnippetPlace, json: string) => `curl ${shellQuoted(url)} \\
  -H 'content-type: application/json' \\
  -H ${shellQuoted(`origin: ${origin}`)} \\
  -b "${cookie}=$WEFT_SESSION" \\
  -d ${shellQuoted(json)}`;

const typescript = (url: string, { origin, cookie }: SnippetPlace, json: string) =>
  `import { env } from "node:process";

const response = await fetch(${JSON.stringify(url)}, {
  method: "POST",
  headers: {
    "content-type": "application/json",
    origin: ${JSON.stringify(origin)},
    cookie: \`${cookie}=\${env.WEFT_SESSION}\`,
  },
  body: JSON.stringify(${json.replaceAll("\n", "\n  ")}),
});
console.log(response.status, await response.json());`;

const python = (url: string, { origin, cookie }: SnippetPlace, body: unknown) => `import json
import os
import urllib.request

request = urllib.request.Request(
    ${JSON.stringify(url)},
    data=json.dumps(${pythonLiteral(body, 1)}).encode(),
    headers={
        "content-type": "application/json",
        "origin": ${JSON.stringify(origin)},
        "cookie": ${JSON.stringify(`${cookie}=`)} + os.environ["WEFT_SESSION"],
    },
)
with urllib.request.urlopen(request) as response:
    print(json.load(response))`;

const browser = (path: string, json: string) => `const response = await fetch(${JSON.stringify(path)}, {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(${json.replaceAll("\n", "\n  ")}),
});
console.log(response.status, await response.json());`;

/** One call of an operation with these arguments, each as it really works with a person's own session. */
export function snippetsOf(
  place: SnippetPlace,
  operation: string,
  args: Readonly<Record<string, unknown>>,
): readonly Snippet[] {
  const body = { arguments: args };
  const json = JSON.stringify(body, null, 2);
  const url = operationAddresses(place.slug, operation, place.origin).call;
  return [
    { id: "curl", label: "curl", language: "bash", code: curl(url, place, json) },
    { id: "typescript", label: "TypeScript", language: "typescript", code: typescript(url, place, json) },
    { id: "python", label: "Python", language: "python", code: python(url, place, body) },
    {
      id: "browser",
      label: "Browser",
      language: "typescript",
      code: browser(operationAddresses(place.slug, operation).call, json),
    },
  ];
}
