import type { ChosenModels } from "#lib/models/administration.ts";
import { proposedCapabilities } from "#lib/models/capabilities.ts";
import type { OfferedModel, ProviderView } from "#lib/models/schema.ts";

/** One line of the list: a model that the server offers or that was in use before. */
export type ModelLine = ChosenModels["models"][number] & { readonly isChosen: boolean };

/** The models that are known, those in use first. */
export function linesOf(provider: ProviderView): ModelLine[] {
  return provider.models
    .map(({ name, displayName, capabilities, contextLength, isActive }) => ({
      name,
      displayName,
      capabilities,
      contextLength,
      isChosen: isActive,
    }))
    .toSorted((a, b) => Number(b.isChosen) - Number(a.isChosen) || a.name.localeCompare(b.name));
}

/** A line for a model of which only the name is known. */
export const namedModel = (name: string): OfferedModel => ({
  name,
  displayName: null,
  told: {},
  contextLength: null,
});

/** The lines with those that the server offers besides; what was chosen stays as it was. */
export function withOffered(lines: readonly ModelLine[], offered: readonly OfferedModel[]): ModelLine[] {
  const known = new Set(lines.map(({ name }) => name));
  const fresh = offered.filter(({ name }) => !known.has(name));
  return [
    ...lines,
    ...fresh.map(({ name, displayName, told, contextLength }) => ({
      name,
      displayName: displayName ?? name.slice(0, 80),
      capabilities: proposedCapabilities(told),
      contextLength,
      isChosen: false,
    })),
  ];
}

/** What is sent: the chosen ones, each with a name that people can read. */
export function chosenOf(lines: readonly ModelLine[]): ChosenModels {
  return {
    models: lines
      .filter(({ isChosen }) => isChosen)
      .map(({ isChosen: _, displayName, ...line }) => ({
        ...line,
        displayName: displayName.trim() || line.name.slice(0, 80),
      })),
  };
}
