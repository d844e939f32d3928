import { catalogChanged } from "#lib/catalog/server/catalog-changed.ts";
import { transaction } from "#lib/db/transaction.ts";
import { documentsChanged } from "#lib/knowledge/server/document-index.ts";
import { seedKnowledge } from "./knowledge.ts";
import { seedModels } from "./models.ts";
import { type SeededOrganisation, seedOrganisation } from "./organisation.ts";
import { seedRules } from "./rules.ts";
import { readServiceOperations, type ServiceOperations } from "./tool-operations.ts";
import { type SeededTool, seedTools } from "./tools.ts";

export type BaseContext = {
  readonly organisation: SeededOrganisation;
  readonly tools: readonly SeededTool[];
  readonly servicesUrl: string;
  readonly token: string;
  /** Carries out one part in its own time. */
  readonly step: (name: string, work: () => Promise<void>) => Promise<void>;
};

/** The longest transaction of a seeding, for machines that are slow or busy. */
export const seedTransaction = { timeout: 120_000 } as const;

/** All that people need before anything can happen: themselves, documents, models, tools and rules. */
export async function seedBase(context: BaseContext): Promise<ServiceOperations> {
  const { organisation, tools, servicesUrl, token } = context;
  const step = (name: string, work: () => Promise<void>) =>
    context.step(name, () => transaction(work, seedTransaction));
  await step("people and teams", () => seedOrganisation(organisation));
  await step("documents", () => seedKnowledge(organisation));
  await step("models", () => seedModels(organisation.time));
  const services = await readServiceOperations(servicesUrl, token);
  await step("tools", () => seedTools(tools, { organisation, services, servicesUrl, token }));
  await step("rules", () => seedRules(organisation));
  await catalogChanged();
  await documentsChanged();
  return services;
}
