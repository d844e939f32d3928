import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

/** Writes app/api/route-definitions.ts: every route handler of the internal API. A test fails when it is stale. */
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const files = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "app/api/**/route.ts"],
  { encoding: "utf8" },
)
  .split("\n")
  .filter(
    (file) =>
      file && file !== "app/api/openapi.json/route.ts" && readFileSync(file, "utf8").includes("defineRoute("),
  )
  .sort();

export function routeList(paths: readonly string[] = files): string {
  const lines = paths.map((file) => `  import("#${file}"),`);
  return `// Written by \`npm run routes\`. Every route handler of the internal API.
import type { AnyRouteDefinition, RouteHandler } from "#app/api/define-route.ts";

const modules = () => [
${lines.join("\n")}
];

const methods = ${JSON.stringify(methods).replaceAll('","', '", "')} as const;

/** The definitions of all routes, for the API document and for tests that walk every route. */
export async function routeDefinitions(): Promise<AnyRouteDefinition[]> {
  const loaded = await Promise.all(modules());
  return loaded.flatMap((module) =>
    methods.flatMap((method) => {
      const handler = (module as Partial<Record<string, RouteHandler>>)[method];
      return handler ? [handler.definition] : [];
    }),
  );
}
`;
}

if (process.argv[1]?.endsWith("write-route-list.ts"))
  writeFileSync("app/api/route-definitions.ts", routeList());
