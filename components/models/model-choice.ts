import type { ChosenModels } from "#lib/models/administration.ts";
import type { ProviderView } from "#lib/models/schema.ts";

/** One line of the list: a model that the server offers or that was in use before. */
export type ModelLine = ChosenModels["models"][number] & { readonly isChosen: boolean };

/** The models that are known, those in use first. */
export function linesOf(provider: ProviderView): ModelLine[] {
  return provider.models
    .map(({ name, displayName, capabilities, isActive }) => ({
      name,
      displayName,
      tools: capabilities.tools,
      isChosen: isActive,
    }))
    .toSorted((a, b) => Number(b.isChosen) - Number(a.isChosen) || a.name.localeCompare(b.name));
}

/** The lines with those that the server offers besides; what was chosen stays as it was. */
export function withOffered(lines: readonly ModelLine[], names: readonly string[]): ModelLine[] {
  const known = new Set(lines.map(({ name }) => name));
  const fresh = names.filter((name) => !known.has(name));
  return [...lines, ...fresh.map((name) => ({ name, displayName: name, tools: true, isChosen: false }))];
}

/** What is sent: the chosen ones, each with a name that people can read. */
export function chosenOf(lines: readonly ModelLine[]): ChosenModels {
  return {
    models: lines
      .filter(({ isChosen }) => isChosen)
      .map(({ name, displayName, tools }) => ({ name, displayName: displayName.trim() || name, tools })),
  };
}
