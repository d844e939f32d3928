import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkImports } from "./lib-imports.mjs";

type Config = { readonly forbidden: readonly { readonly name: string }[] };

const config: Config = createRequire(import.meta.url)("../.dependency-cruiser.cjs");
const tiers: readonly (readonly [string, ...string[]])[] = createRequire(import.meta.url)(
  "./lib-tiers.cjs",
).tiers;

/** Rule, file that breaks it, and what that file imports. */
type Plant = readonly [rule: string, file: string, target: string];

const plants: Plant[] = [
  ["resolvable", "lib/http/planted.ts", "#lib/http/missing"],
  ["no-cycles", "components/ui/planted-ring.ts", "#components/ui/ring.ts"],
  ["lib-knows-no-screens", "lib/audit/server/planted-screen.ts", "#components/ui/button.ts"],
  ["components-know-no-routes", "components/audit/planted-route.ts", "../../app/page.ts"],
  ["product-knows-no-scripts", "lib/http/planted-seed.ts", "#demo/company/facts.ts"],
  ["demo-stands-alone", "demo/services/planted.ts", "#lib/errors.ts"],
  ["app-without-database", "app/api/planted.ts", "#lib/db/transaction.ts"],
  ["repositories-alone-query", "lib/audit/server/planted-query.ts", "#lib/db/client.ts"],
  ["prisma-types-stop-at-repositories", "lib/audit/server/planted-rows.ts", "#prisma/rows.ts"],
  ["private-files", "lib/catalog/server/planted-private.ts", "#lib/audit/server/repository.ts"],
  ["private-files-from-above", "app/planted-private.ts", "#lib/audit/server/to-dto.ts"],
  ["browser-safe", "lib/catalog/planted-server.ts", "#lib/audit/server/record-event.ts"],
  ["browser-safe-without-node", "components/audit/planted-node.ts", "node:fs"],
  ["ground-knows-no-domain", "lib/http/planted-domain.ts", "#lib/audit/schema.ts"],
  ["primitives-know-no-domain", "components/ui/planted-domain.ts", "#lib/audit/schema.ts"],
  ["primitives-stand-below", "components/ui/planted-shell.ts", "#components/layout/shell.ts"],
  ["declared-packages", "lib/http/planted-stranger.ts", "not-declared"],
  ["no-development-packages", "lib/http/planted-package.ts", "only-for-tests"],
  ...tiers.flatMap((names, tier): Plant[] => {
    // The neighbour where there is one, else the domain above.
    const target = names[1] ?? tiers[tier + 1]?.[0];
    if (!target) return [];
    return (["lib", "components"] as const).map((layer) => [
      `tier-${tier + 1}-of-${layer}`,
      `${layer}/${names[0]}/planted-tier.ts`,
      `#lib/${target}/schema.ts`,
    ]);
  }),
];

/** Files that keep all rules, and are what the planted ones import. */
const clean: Readonly<Record<string, string>> = {
  "app/page.ts": 'import "#components/ui/button.ts";\nimport "#lib/audit/server/record-event.ts";\n',
  "components/ui/button.ts": "export {};\n",
  "components/ui/ring.ts": 'import "#components/ui/planted-ring.ts";\n',
  "components/layout/shell.ts": 'import "#components/ui/button.ts";\n',
  "demo/company/facts.ts": "export {};\n",
  "prisma/rows.ts": "export type Row = string;\n",
  "lib/errors.ts": "export {};\n",
  "lib/db/client.ts": 'import "#prisma/rows.ts";\n',
  "lib/db/transaction.ts": 'import "#lib/db/client.ts";\n',
  "lib/audit/server/repository.ts": 'import "#lib/db/client.ts";\n',
  "lib/audit/server/to-dto.ts": 'import type { Row } from "#prisma/rows.ts";\nexport type Dto = Row;\n',
  "lib/audit/server/record-event.ts": 'import "./repository.ts";\nimport "#lib/db/transaction.ts";\n',
  ...Object.fromEntries(
    tiers.flat().map((domain) => [`lib/${domain}/schema.ts`, 'import "#lib/errors.ts";\n']),
  ),
  "node_modules/only-for-tests/package.json": '{ "name": "only-for-tests", "main": "index.js" }',
  "node_modules/only-for-tests/index.js": "",
  "node_modules/not-declared/package.json": '{ "name": "not-declared", "main": "index.js" }',
  "node_modules/not-declared/index.js": "",
  "package.json": JSON.stringify({
    name: "planted",
    type: "module",
    imports: Object.fromEntries(
      ["lib", "components", "prisma", "demo"].map((name) => [`#${name}/*`, `./${name}/*`]),
    ),
    devDependencies: { "only-for-tests": "1.0.0" },
  }),
};

let folder: string;

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "weft-imports-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("files that keep the rules are all looked at and none is complained about", () => {
  write({ ...clean, "components/ui/planted-ring.ts": "export {};\n" });
  const { violations, unseen, count } = checkImports(folder);
  expect(violations).toEqual([]);
  expect(unseen).toEqual([]);
  expect(count).toBeGreaterThan(tiers.flat().length);
});

test("every rule finds the import that was planted against it", () => {
  write(Object.fromEntries(plants.map(([, file, target]) => [file, `import "${target}";\n`])));
  const found = checkImports(folder).violations.map(({ rule, from }) => `${rule}: ${from}`);
  expect(found).toEqual(expect.arrayContaining(plants.map(([rule, file]) => `${rule}: ${file}`)));
  const rules = config.forbidden.map(({ name }) => name);
  expect([...new Set(plants.map(([rule]) => rule))].sort()).toEqual(rules.sort());
});

test("types may cross where values may not", () => {
  write({ "lib/catalog/planted-type.ts": 'import type { Dto } from "#lib/audit/server/record-event.ts";\n' });
  const { violations } = checkImports(folder);
  expect(violations.filter(({ from }) => from === "lib/catalog/planted-type.ts")).toEqual([]);
});
