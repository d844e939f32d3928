import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { documentSets } from "#demo/company/documents-plan.ts";
import { domains, personById, teamBySlug } from "#demo/company/organisation.ts";
import { toolWordsSchema } from "#lib/catalog/schema.ts";
import { toolSlugSchema } from "#lib/catalog/tool-slug.ts";
import { sequenceProblems } from "#lib/tools/sequence.ts";
import { plannedTools } from "./all-tools.ts";
import { toolDocumentSets } from "./own-documents.ts";
import type { PlannedTool } from "./planned-tool.ts";

const bySlug = new Map(plannedTools.map((tool) => [tool.slug, tool]));
const docsOf = (tool: PlannedTool) =>
  readFileSync(join(import.meta.dirname, "docs", `${tool.slug}.md`), "utf8");
const each = plannedTools.map((tool) => [tool.slug, tool] as const);

function requestsOf({ making }: PlannedTool): readonly (readonly string[])[] {
  if (making.kind === "link") return [];
  if ("operations" in making) return Object.values(making.operations).map((one) => one.exampleRequests);
  return [making.operation.exampleRequests];
}

test("24 tools over all seven domains: 8 knowledge, 6 http, 2 mcp, 2 agents, 5 prompts and 1 link", () => {
  const kinds = plannedTools.map(({ making }) => making.kind);
  const count = (kind: string) => kinds.filter((one) => one === kind).length;
  expect(plannedTools).toHaveLength(24);
  expect(bySlug.size).toBe(24);
  expect(["knowledge", "http", "mcp", "agent", "prompt", "link"].map(count)).toEqual([8, 6, 2, 2, 5, 1]);
  expect(new Set(plannedTools.map(({ domain }) => domain)).size).toBe(domains.length);
});

describe.each(each)("%s", (_slug, tool) => {
  test("has words that the product accepts, and docs of several sections", () => {
    const docs = docsOf(tool);
    expect(toolWordsSchema.safeParse({ ...tool.words, docs }).error).toBeUndefined();
    expect(docs.match(/^## /gm)?.length ?? 0).toBeGreaterThanOrEqual(3);
    expect(docs.split(/\s+/).length).toBeGreaterThan(90);
  });

  test("names people, teams, tools and documents that exist", () => {
    const people = [tool.owner, tool.deputy, ...tool.versions.map(({ by }) => by)].filter(
      (id) => id !== null,
    );
    for (const id of people) expect(personById(id).id).toBe(id);
    expect(teamBySlug(tool.team).domain).toBe(tool.domain);
    expect(personById(tool.owner).team).toBe(tool.team);
    for (const { slug } of tool.words.useInstead) expect(bySlug.has(slug ?? ""), slug ?? "null").toBe(true);
    expect(tool.words.useInstead.map(({ slug }) => slug)).not.toContain(tool.slug);
    if (tool.successor) expect(bySlug.has(tool.successor)).toBe(true);
    if (tool.making.kind === "knowledge") {
      const known = [...documentSets, ...toolDocumentSets].map(({ id }) => id);
      for (const set of tool.making.sets) expect(known).toContain(set);
    }
  });

  test("has three to five example requests for each operation", () => {
    for (const requests of requestsOf(tool)) {
      expect(requests.length).toBeGreaterThanOrEqual(3);
      expect(requests.length).toBeLessThanOrEqual(5);
      expect(new Set(requests).size).toBe(requests.length);
    }
  });

  test("has versions that rise and were published one after the other", () => {
    const days = tool.versions.map(({ daysAgo }) => daysAgo);
    expect(days).toEqual([...days].sort((a, b) => b - a));
    const versions = tool.versions.map(({ version }) => version);
    const rising = versions.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }));
    expect(versions).toEqual(rising);
  });
});

test("the sequences of the agents refer to steps that come before, and to operations that exist", () => {
  for (const { making } of plannedTools) {
    if (making.kind !== "agent") continue;
    expect(
      sequenceProblems({ kind: "agent", steps: [...making.steps], output: { ...making.output } }),
    ).toEqual([]);
    for (const step of making.steps) {
      const target = bySlug.get(step.tool)?.making;
      const names =
        target === undefined || target.kind === "link"
          ? []
          : "operations" in target
            ? Object.keys(target.operations)
            : [target.operation.name];
      expect(names, `${step.tool} ${step.operation}`).toContain(step.operation);
    }
  }
});

test("every set of documents can be asked through a tool", () => {
  const asked = plannedTools.flatMap(({ making }) => (making.kind === "knowledge" ? making.sets : []));
  expect([...asked].sort()).toEqual([...documentSets, ...toolDocumentSets].map(({ id }) => id).sort());
  for (const set of toolDocumentSets) {
    for (const { path } of set.documents) expect(existsSync(join(import.meta.dirname, path))).toBe(true);
  }
});

test("no tool has the address of a page", () => {
  for (const { slug } of plannedTools) expect(toolSlugSchema.safeParse(slug).success, slug).toBe(true);
});

test("no tool speaks of what people searched for in vain", () => {
  for (const tool of plannedTools) {
    const text = JSON.stringify([tool.words, tool.making]) + docsOf(tool);
    expect(text, tool.slug).not.toMatch(/\bvpn\b|\bmac\b/i);
  }
});
