import "server-only";
import { misbehaviours } from "#e2e/model-script.ts";
import { type ModelServer, startModelServer } from "#e2e/model-server.ts";
import { catalogChanged } from "#lib/catalog/server/catalog-changed.ts";
import { db } from "#lib/db/client.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import {
  type MadeTool,
  makeAgent,
  makeDesk,
  makeInventory,
  makeLeaveRules,
  makePrompt,
  makeSalaries,
} from "#lib/runs/testing/company-tools.ts";
import { startTestServices, type TestServices } from "#lib/runs/testing/services.ts";
import { storeSecret } from "#lib/secrets/secret-store.ts";

export const modelKey = "sk-test-5ecre7-0f-the-model-server";

export type Company = {
  /** Works in support. */
  readonly amelia: Viewer;
  /** Works elsewhere; nothing of Amelia's is Ben's to see. */
  readonly ben: Viewer;
  readonly owner: Viewer;
  readonly place: { readonly domainId: string; readonly teamId: string; readonly ownerId: string };
  readonly otherTeamId: string;
  readonly tools: Readonly<
    Record<"desk" | "salaries" | "leave" | "inventory" | "agent" | "prompt", MadeTool>
  >;
  readonly salaryRuleId: string;
  readonly providerId: string;
  readonly models: ModelServer;
  readonly services: TestServices;
  close(): Promise<void>;
};

/** A rule that forbids everybody to use a tool, or permits it to one team only. Returns its id. */
export async function makeRule(toolId: string, onlyTeamId?: string): Promise<string> {
  const id = newId();
  await db().policyRule.create({
    data: {
      id,
      title: "Who may use it",
      reason: onlyTeamId
        ? "Only the people team may look up salaries."
        : "It is being checked at the moment.",
      effect: onlyTeamId ? "only" : "forbid",
      actions: ["use"],
      subjectKind: onlyTeamId ? "team" : "everyone",
      subjectIds: onlyTeamId ? [onlyTeamId] : [],
      resourceKind: "tool",
      resourceId: toolId,
      contact: "the people team",
    },
  });
  return id;
}

/** A model of the provider under an alias of its own name, so that a conversation can choose it. */
export async function makeModel(providerId: string, name: string, alias = name): Promise<string> {
  const modelId = newId();
  const aliasId = newId();
  await db().model.create({
    data: {
      id: modelId,
      providerId,
      name,
      displayName: `Model ${name}`,
      capabilities: { tools: true, generates: true },
    },
  });
  await db().modelAlias.create({ data: { id: aliasId, name: alias } });
  await db().modelAliasEntry.create({ data: { id: newId(), aliasId, modelId, position: 0 } });
  return modelId;
}

export async function makeProvider(
  baseUrl: string,
  facts: { slug: string; dataClassCeiling?: string; apiKey?: string },
): Promise<string> {
  const id = newId();
  const { slug, dataClassCeiling = "internal", apiKey } = facts;
  await db().provider.create({
    data: { id, slug, name: slug, type: "openai-compatible", baseUrl, dataClassCeiling },
  });
  if (apiKey) await storeSecret("provider", id, "apiKey", apiKey);
  return id;
}

/**
 * A small company in the database of a test: people, tools of every kind that run against real local servers, a rule, and a
 * model server with one model per way to misbehave. The model `writer` is the default.
 */
export async function makeCompany(): Promise<Company> {
  const [services, models] = await Promise.all([startTestServices(), startModelServer({ apiKey: modelKey })]);
  const { domainId, teamId } = await makeTeam("Support");
  const other = await makeTeam("People");
  const owner = await makeViewer({ name: "Olga Owner", teamId });
  const place = { domainId, teamId, ownerId: owner.id };
  const tools = {
    desk: await makeDesk(services.url, place),
    salaries: await makeSalaries(services.url, place),
    leave: await makeLeaveRules(place),
    inventory: await makeInventory(services.url, place),
    agent: await makeAgent("Outage helper", place),
    prompt: await makePrompt(place),
  };
  await catalogChanged();
  const salaryRuleId = await makeRule(tools.salaries.id, other.teamId);
  const providerId = await makeProvider(models.baseUrl, { slug: "local", apiKey: modelKey });
  await makeModel(providerId, "writer", "default");
  for (const name of misbehaviours) await makeModel(providerId, name);
  return {
    amelia: await makeViewer({ name: "Amelia Asker", teamId }),
    ben: await makeViewer({ name: "Ben Bystander", teamId: other.teamId }),
    owner,
    place,
    otherTeamId: other.teamId,
    tools,
    salaryRuleId,
    providerId,
    models,
    services,
    close: async () => {
      await Promise.all([services.close(), models.close()]);
    },
  };
}
