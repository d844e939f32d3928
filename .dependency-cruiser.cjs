/**
 * The import rules of the project. Imports run one way, app -> components -> lib/<domain> -> lib/db, and among domains
 * only to a lower tier. `npm run imports` checks them; scripts/import-rules.test.ts plants one violation per rule.
 */

const { ground, tiers } = require("./scripts/lib-tiers.cjs");

const domains = tiers.flat();
const anyOf = (names) => `(?:${names.join("|")})`;
const atLeast = (tier) => anyOf(tiers.slice(tier).flat());

const test = "\\.test\\.tsx?$|^lib/[^/]+/testing/|^e2e/";
const repository = "^lib/[^/]+/server/[^/]*repository[^/]*\\.ts$";
const privateFiles = "(?:[^/]*repository[^/]*|[^/]*to-dto[^/]*|[^/]*audit-events)\\.ts$";
const serverGround =
  "^lib/(?:db|jobs|secrets)/|^lib/(?:env|log|drain|secret-files|request-context|canonical-hash)\\.ts$|^lib/http/egress";
/** Packages that consist of types, so that nothing of them is there to be found. */
const typesWithoutCode = "^mdast$";
const browserSafe = `^components/|^lib/${anyOf(domains)}/(?!server/)`;

/** One rule per tier; the highest has none when it is a single domain, for nothing lies beside or above it. */
function rulesOfTiers(layer, target) {
  return tiers
    .map((names, tier) => ({
      name: `tier-${tier + 1}-of-${layer}`,
      comment: "Among domains imports run only to a lower tier, never sideways.",
      from: { path: `^${layer}/(${names.join("|")})/`, pathNot: test },
      to: { path: `${target}${atLeast(tier)}/`, pathNot: `${target}$1/` },
    }))
    .filter((_, tier) => tiers.slice(tier).flat().length > 1);
}

const forbidden = [
  {
    name: "resolvable",
    comment: "Every import leads somewhere; imports of the project are written with their extension.",
    from: {},
    to: { couldNotResolve: true, pathNot: typesWithoutCode },
  },
  {
    name: "no-cycles",
    comment: "Files that need each other are one thing, or one of them needs less than it takes.",
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
  {
    name: "lib-knows-no-screens",
    comment: "What the product knows and does stands without the screens that show it.",
    from: { path: "^lib/", pathNot: test },
    to: { path: "^(?:app|components|instrumentation|proxy)(?:/|\\.)" },
  },
  {
    name: "components-know-no-routes",
    comment: "Routing and composition happen above what is composed.",
    from: { path: "^components/" },
    to: { path: "^(?:app|instrumentation|proxy)(?:/|\\.)" },
  },
  {
    name: "product-knows-no-scripts",
    comment: "Nothing that ships depends on what starts, tests, measures or seeds it.",
    from: { path: "^(?:app|components|lib)/|^(?:instrumentation|proxy)\\.ts$", pathNot: test },
    to: { path: "^(?:scripts|bench|e2e|prisma/seed|demo)/" },
  },
  {
    name: "demo-stands-alone",
    comment: "The company and its services are an outside world that knows nothing of the product.",
    from: { path: "^demo/(?:company|services)/", pathNot: test },
    to: { path: "^(?:app|components|lib|prisma|scripts)/" },
  },
  {
    name: "app-without-database",
    comment: "Pages and routes call use cases; the process as a whole opens and closes the database.",
    from: { path: "^(?:app/|proxy\\.ts$)", pathNot: `${test}|^app/open-server\\.ts$` },
    to: { path: "^(?:lib/db|prisma)/|^node_modules/@prisma/" },
  },
  {
    name: "repositories-alone-query",
    comment: "Only a domain's repository talks to the database; ground, seed and scripts may too.",
    from: {
      path: "^(?:app|components|lib)/",
      pathNot: `${test}|${repository}|^lib/(?:db|jobs|secrets)/|^app/open-server\\.ts$`,
    },
    to: { path: "^lib/db/client\\.ts$" },
  },
  {
    name: "prisma-types-stop-at-repositories",
    comment:
      "What leaves a repository is plain data; files that turn rows into answers may name the types of rows.",
    from: {
      path: "^(?:app|components|lib)/",
      pathNot: `${test}|${repository}|^lib/(?:db|jobs)/|^lib/[^/]+/server/[^/]*to-dto[^/]*\\.ts$`,
    },
    to: { path: "^prisma/", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "private-files",
    comment: "Repository, row mapping and audit events of a domain are its own; others call its use cases.",
    from: { path: "^lib/([^/]+)/", pathNot: test },
    to: { path: `^lib/[^/]+/server/${privateFiles}`, pathNot: "^lib/$1/" },
  },
  {
    name: "private-files-from-above",
    comment: "The same for everything outside lib.",
    from: { pathNot: `^lib/|${test}` },
    to: { path: `^lib/[^/]+/server/${privateFiles}` },
  },
  {
    name: "browser-safe",
    comment: "What the browser may load imports nothing that runs on the server only; types are free.",
    from: { path: browserSafe, pathNot: test },
    to: { path: `^lib/[^/]+/server/|${serverGround}`, dependencyTypesNot: ["type-only"] },
  },
  {
    name: "browser-safe-without-node",
    comment: "Node's own modules do not exist in a browser.",
    from: { path: browserSafe, pathNot: test },
    to: { dependencyTypes: ["core"], dependencyTypesNot: ["type-only"] },
  },
  {
    name: "ground-knows-no-domain",
    comment: "Everybody stands on the ground, so it stands on nobody.",
    from: { path: `^lib/(?:${anyOf(ground)}/|[^/]+\\.ts$)`, pathNot: test },
    to: { path: `^lib/${anyOf(domains)}/` },
  },
  {
    name: "primitives-know-no-domain",
    comment: "Primitives, shell and providers show what they are given.",
    from: { path: "^components/(?:ui|layout|providers)/", pathNot: test },
    to: { path: `^(?:lib|components)/${anyOf(domains)}/`, dependencyTypesNot: ["type-only"] },
  },
  {
    name: "primitives-stand-below",
    comment: "Primitives are made of tokens and other primitives.",
    from: { path: "^components/ui/", pathNot: test },
    to: { path: "^components/(?!ui/)" },
  },
  {
    name: "no-development-packages",
    comment: "What ships needs only what is installed in production. Migrations are a job of their own.",
    from: { path: "^(?:app|components|lib)/", pathNot: `${test}|^lib/db/(?:migrate|migrations)` },
    to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
  },
  {
    name: "declared-packages",
    comment: "A package that is there only because another needs it may be gone with the next update.",
    from: { pathNot: test },
    to: { dependencyTypes: ["npm-no-pkg"], dependencyTypesNot: ["type-only"] },
  },
  ...rulesOfTiers("lib", "^lib/"),
  ...rulesOfTiers("components", "^(?:lib|components)/"),
];

module.exports = {
  forbidden: forbidden.map((rule) => ({ ...rule, severity: "error" })),
  options: {
    // With TypeScript 7 the default parser finds no modules at all, and that without an error.
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(?:prisma/generated|\\.next)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "node", "types", "default"],
      // No TypeScript extensions: Node itself runs these files and guesses none.
      extensions: [".js", ".json"],
    },
  },
};
