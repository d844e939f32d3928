import "server-only";
import { checkDocs, linkedPage } from "#lib/catalog/docs/check-docs.ts";
import { docsPages } from "#lib/catalog/docs/pages.ts";
import type { OperationBinding, SecurityRequirement } from "#lib/catalog/operation.ts";
import { unsafeCurrentOperation } from "#lib/catalog/server/callable-operation.ts";
import { listDocsImages } from "#lib/catalog/server/docs-images.ts";
import { suspendedOperations, suspensionKey } from "#lib/catalog/server/suspended-operations.ts";
import { isAppError } from "#lib/errors.ts";
import { processEgress } from "#lib/http/egress-of-process.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { sourceSlugs } from "#lib/knowledge/server/source-slugs.ts";
import { evaluate } from "#lib/policy/evaluate.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import { circleThrough, partsOf } from "#lib/publishing/agent-parts.ts";
import { advised, type CheckResult, required } from "#lib/publishing/checks.ts";
import { isOffered } from "#lib/publishing/release-rules.ts";
import type { FinishedContent } from "#lib/publishing/server/content-checks.ts";
import { callsOfAgents } from "#lib/publishing/server/repository.ts";
import type { DraftTool } from "#lib/publishing/server/tool-draft.ts";
import { resolveModel } from "#lib/routing/server/resolve-model.ts";
import { readSecret, secretFields } from "#lib/secrets/secret-store.ts";
import { discoverMcpTools } from "#lib/tools/server/discover-mcp-tools.ts";

type Problem = CheckResult["problems"][number];
const waitMs = 8000;
/** Servers asked in one go; a tool rarely has more than one. */
const mostServers = 5;

function securityOf(binding: OperationBinding): readonly SecurityRequirement[] {
  return binding.kind === "http" || binding.kind === "mcp" ? binding.security : [];
}

/** Names of the secrets that operations need. */
export function neededSecrets(operations: FinishedContent["operations"]): string[] {
  return [
    ...new Set(operations.flatMap(({ binding }) => securityOf(binding).map(({ secretName }) => secretName))),
  ];
}

async function checkSecrets(tool: DraftTool, content: FinishedContent): Promise<CheckResult> {
  const needed = neededSecrets(content.operations);
  const kept = new Set((await secretFields("tool", [tool.id])).get(tool.id) ?? []);
  const problems = needed
    .filter((name) => !kept.has(name))
    .map((name) => ({ at: `secrets.${name}`, message: `The value of the secret “${name}” is missing.` }));
  return required(
    "secrets",
    problems,
    needed.length === 0 ? "No secret is needed." : "Each secret has a value.",
  );
}

function checkPeople(tool: DraftTool, content: FinishedContent): CheckResult {
  const { owner, deputy } = tool.row.ownership ?? {};
  const at = "people";
  if (!owner?.isActive) return required("people", [{ at, message: "The tool has no active owner." }], "");
  const problems = deputy?.isActive
    ? []
    : [{ at, message: "Name a deputy, so that somebody answers when the owner is away." }];
  const passed = "Owner and deputy are active.";
  return isOffered(content.settings.audience)
    ? advised("people", problems, passed)
    : advised("people", [], "The owner is active.");
}

async function reachHttp(url: string, at: string): Promise<Problem[]> {
  try {
    // Whatever a server answers, it is there; what it answers to a call, the playground shows.
    const response = await processEgress().fetch(url, {
      method: "GET",
      timeLimitMs: waitMs,
      maxBytes: 200_000,
    });
    await response.body?.cancel();
    return [];
  } catch (error) {
    if (!isAppError(error)) throw error;
    return [{ at, message: `${new URL(url).host} cannot be reached: ${error.message}` }];
  }
}

type McpOperation = { readonly name: string; readonly binding: OperationBinding & { kind: "mcp" } };

async function reachMcp(
  tool: DraftTool,
  url: string,
  operations: readonly McpOperation[],
): Promise<Problem[]> {
  const [first] = operations;
  if (!first) return [];
  const { security } = first.binding;
  const values = await Promise.all(
    security.map(
      async ({ secretName }) => [secretName, await readSecret("tool", tool.id, secretName)] as const,
    ),
  );
  const secrets = Object.fromEntries(
    values.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const found = await discoverMcpTools(url, security, {
    egress: processEgress(),
    secrets,
    timeLimitMs: waitMs,
  });
  if (found.state !== "connected") return [{ at: first.name, message: found.error.message }];
  const hashes = new Map(
    found.tools.map(({ name, definition }) => [
      name,
      definition?.binding.kind === "mcp" ? definition.binding.definitionHash : null,
    ]),
  );
  // What is suspended is not called, so it does not keep the others from being released.
  const suspended = await suspendedOperations(tool.id);
  return operations.flatMap(({ name, binding }) => {
    if (suspended.has(suspensionKey(tool.id, name))) return [];
    const hash = hashes.get(binding.toolName);
    if (hash === undefined)
      return [{ at: name, message: `The server no longer lists “${binding.toolName}”.` }];
    if (hash === binding.definitionHash) return [];
    return [
      {
        at: name,
        message: `The server describes “${binding.toolName}” otherwise than you reviewed it. Read it again.`,
      },
    ];
  });
}

async function reachParts(viewer: Viewer, tool: DraftTool, content: FinishedContent): Promise<Problem[]> {
  const problems: Problem[] = [];
  const rules = await loadRules();
  for (const { name, binding } of content.operations) {
    for (const part of partsOf(binding)) {
      const called = await unsafeCurrentOperation({ slug: part.tool }, part.operation).catch(
        (error: unknown) => {
          if (isAppError(error)) return null;
          throw error;
        },
      );
      const isSeen = called && evaluate("discover", subjectOf(viewer), called.facts, rules).allowed;
      if (!isSeen) problems.push({ at: name, message: `It calls “${part.tool}”, which does not exist.` });
      else if (!called.definition)
        problems.push({ at: name, message: `“${part.tool}” has no operation “${part.operation}”.` });
      else if (called.facts.isBlocked || called.facts.lifecycle === "retired")
        problems.push({
          at: name,
          message: `It calls ${called.facts.name}, which is ${called.facts.isBlocked ? "blocked" : "retired"}.`,
        });
    }
  }
  const own = content.operations.flatMap(({ binding }) => partsOf(binding).map((part) => part.tool));
  if (own.length === 0) return problems;
  const circle = circleThrough(tool.slug, new Map([...(await callsOfAgents()), [tool.slug, own]]));
  if (circle) problems.push({ at: "operations", message: `It would call itself: ${circle.join(" → ")}.` });
  return problems;
}

async function checkReach(viewer: Viewer, tool: DraftTool, content: FinishedContent): Promise<CheckResult> {
  const { operations, settings } = content;
  const http = new Map<string, string>();
  const mcp = new Map<string, McpOperation[]>();
  for (const { name, binding } of operations) {
    if (binding.kind === "http") http.set(new URL(binding.serverUrl).origin, name);
    if (binding.kind === "mcp")
      mcp.set(binding.serverUrl, [...(mcp.get(binding.serverUrl) ?? []), { name, binding }]);
  }
  const models = new Set(
    operations.flatMap(({ binding }) =>
      binding.kind === "prompt" || binding.kind === "agent-loop" ? [binding.modelAlias] : [],
    ),
  );
  const sourceIds = operations.flatMap(({ binding }) =>
    binding.kind === "knowledge" ? binding.sourceIds : [],
  );
  const [servers, remote, parts, unresolved, sources, link] = await Promise.all([
    Promise.all([...http].slice(0, mostServers).map(([origin, name]) => reachHttp(origin, name))),
    Promise.all([...mcp].slice(0, mostServers).map(([url, own]) => reachMcp(tool, url, own))),
    reachParts(viewer, tool, content),
    Promise.all(
      [...models].map(async (alias) => {
        const choice = await resolveModel(viewer, { alias, dataClass: settings.dataClass });
        return choice.ok ? [] : [{ at: "settings.modelAlias", message: choice.reason }];
      }),
    ),
    sourceSlugs(sourceIds),
    tool.kind === "link" && settings.linkUrl ? reachHttp(settings.linkUrl, "settings.linkUrl") : [],
  ]);
  const missing = sourceIds
    .filter((id) => !sources.has(id))
    .map(() => ({ at: "operations", message: "A knowledge source that it answers from no longer exists." }));
  const problems = [...servers.flat(), ...remote.flat(), ...parts, ...missing];
  // A model may be connected later, and a page elsewhere may refuse machines: both are told and stop nothing.
  const softly = [...unresolved.flat(), ...link];
  const passed = "Everything that it needs answers.";
  return problems.length > 0 ? required("reach", problems, passed) : advised("reach", softly, passed);
}

async function checkDocsLinks(
  viewer: Viewer,
  tool: DraftTool,
  content: FinishedContent,
  known: ReadonlyMap<string, unknown>,
): Promise<CheckResult> {
  const { docs, name } = content.words;
  const images = await listDocsImages(viewer, tool.slug);
  const problems = checkDocs(docsPages(docs, name).map(linkedPage), {
    slug: tool.slug,
    hasReference: content.operations.length > 0,
    tools: known,
    images: new Set(images.map((image) => image.name)),
  });
  return advised(
    "docs",
    problems.map(({ page, line, target }) => ({
      at: "words.docs",
      message: `${page.title}, line ${line}: “${target}” leads nowhere.`,
    })),
    docs.trim() === "" ? "There are no docs to check." : "Links and images of the docs lead somewhere.",
  );
}

/** The checks that ask others: servers, models, sources, other tools, people. Each within a few seconds. */
export async function worldChecks(
  viewer: Viewer,
  tool: DraftTool,
  content: FinishedContent,
  known: ReadonlyMap<string, unknown>,
): Promise<CheckResult[]> {
  return Promise.all([
    checkPeople(tool, content),
    checkSecrets(tool, content),
    checkReach(viewer, tool, content),
    checkDocsLinks(viewer, tool, content, known),
  ]);
}
