import { roles } from "#lib/identity/schema.ts";
import type { RuleDraft } from "#lib/policy/rule-input.ts";

export type Named = { readonly id: string; readonly name: string };

/** Whom and what a rule may name. People are looked for while typing, because there may be many. */
export type Directory = {
  readonly domains: readonly Named[];
  readonly teams: readonly Named[];
  readonly tools: readonly (Named & { readonly slug: string; readonly domain: string })[];
  readonly models: readonly Named[];
};

export const roleChoices: readonly Named[] = roles.map((role) => ({
  id: role,
  name: role.replaceAll("-", " "),
}));

/** What may be named by each kind of subject; null for people. */
export function subjectChoices(
  directory: Directory,
  kind: RuleDraft["subjectKind"],
): readonly Named[] | null {
  switch (kind) {
    case "domain":
      return directory.domains;
    case "team":
      return directory.teams;
    case "role":
      return roleChoices;
    case "person":
      return null;
    case "everyone":
      return [];
  }
}

export function resourceChoices(directory: Directory, kind: RuleDraft["resourceKind"]): readonly Named[] {
  switch (kind) {
    case "domain":
      return directory.domains;
    case "tool":
      return directory.tools;
    case "model":
      return directory.models;
    case "every-tool":
      return [];
  }
}

/** All names by id, with those of people who were found or stand in a rule. */
export function namesOf(directory: Directory, people: readonly Named[]): ReadonlyMap<string, string> {
  const { domains, teams, tools, models } = directory;
  return new Map(
    [...domains, ...teams, ...tools, ...models, ...roleChoices, ...people].map(({ id, name }) => [id, name]),
  );
}
