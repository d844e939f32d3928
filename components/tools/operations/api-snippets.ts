import type { OperationView } from "#lib/catalog/schema.ts";

export type Snippet = {
  readonly id: string;
  readonly label: string;
  readonly language: string;
  readonly code: string;
};

type SnippetFacts = {
  /** Origin of the portal, such as `https://weft.example.com`. */
  readonly origin: string;
  readonly slug: string;
  readonly operation: Pick<OperationView, "name" | "exampleInput">;
  /** Name of the session's cookie. */
  readonly cookie: string;
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

/** One call of an operation in three languages, each as it really works with a person's own session. */
export function snippetsOf({ origin, slug, operation, cookie }: SnippetFacts): Snippet[] {
  const path = `/api/tools/${encodeURIComponent(slug)}/operations/${encodeURIComponent(operation.name)}/calls`;
  const body = { arguments: operation.exampleInput ?? {} };
  const indented = JSON.stringify(body, null, 2);
  return [
    {
      id: "browser",
      label: "TypeScript",
      language: "typescript",
      code: `const response = await fetch("${path}", {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(${indented.replaceAll("\n", "\n  ")}),
});
console.log(response.status, await response.json());`,
    },
    {
      id: "curl",
      label: "curl",
      language: "bash",
      code: `curl ${shellQuoted(origin + path)} \\
  -H 'content-type: application/json' \\
  -H ${shellQuoted(`origin: ${origin}`)} \\
  -b "${cookie}=$WEFT_SESSION" \\
  -d ${shellQuoted(indented)}`,
    },
    {
      id: "python",
      label: "Python",
      language: "python",
      code: `import json
import os
import urllib.request

request = urllib.request.Request(
    ${JSON.stringify(origin + path)},
    data=json.dumps(${pythonLiteral(body, 1)}).encode(),
    headers={
        "content-type": "application/json",
        "origin": ${JSON.stringify(origin)},
        "cookie": ${JSON.stringify(`${cookie}=`)} + os.environ["WEFT_SESSION"],
    },
)
with urllib.request.urlopen(request) as response:
    print(json.load(response))`,
    },
  ];
}
