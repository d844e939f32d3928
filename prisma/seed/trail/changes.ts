import type { ToolWords } from "#lib/catalog/schema.ts";
import type { SeededOrganisation, SeededPerson } from "../organisation.ts";
import { portalOpenedDaysAgo } from "../organisation.ts";
import type { SeededTool } from "../tools.ts";
import { trailDays } from "./ordinary-calls.ts";
import { actorOf, type SampleHistory } from "./sample-history.ts";

/** Releases of the last 90 days, each with what its words were before and after. */
export function addReleases(
  history: SampleHistory,
  organisation: SeededOrganisation,
  tools: readonly SeededTool[],
): void {
  for (const tool of tools) {
    tool.seededVersions.forEach((version, index) => {
      if (version.daysAgo > trailDays) return;
      const previous = tool.seededVersions[index - 1];
      const publisher = organisation.person(version.by);
      const about = {
        actor: actorOf(publisher),
        target: { kind: "tool", id: tool.toolId, name: tool.words.name },
        domainId: organisation.domainId(tool.domain),
      };
      const before = previous?.words ?? {};
      const after: Partial<ToolWords> = Object.fromEntries(
        Object.keys(before).map((key) => [
          key,
          version.words?.[key as keyof ToolWords] ?? tool.words[key as keyof typeof tool.words],
        ]),
      );
      if (previous) {
        history.events.push({
          at: new Date(version.publishedAt.getTime() - 190 * 60_000),
          from: publisher,
          request: `draft ${tool.slug} ${version.version}`,
          input: { type: "tool.draft-saved", ...about, details: { baseVersion: previous.version } },
        });
      }
      history.events.push({
        at: version.publishedAt,
        from: publisher,
        request: `release ${tool.slug} ${version.version}`,
        input: {
          type: "tool.published",
          ...about,
          reason: version.notes,
          changes: {
            before: previous ? { version: previous.version, words: before } : null,
            after: { version: version.version, words: after },
          },
          details: {
            versionId: version.versionId,
            version: version.version,
            step: version.version.endsWith(".0") ? "minor" : "patch",
          },
        },
      });
    });
  }
}

/** New accounts, corrections, and roles given and taken, as the directory and the administrators made them. */
export function addPeopleChanges(
  history: SampleHistory,
  organisation: SeededOrganisation,
  administrator: SeededPerson,
): void {
  const { time } = organisation;
  const portal = { kind: "system", name: "Weft" } as const;
  const targetOf = (person: SeededPerson) => ({ kind: "person", id: person.personId, name: person.name });
  for (const person of organisation.everyone) {
    if (person.joinedDaysAgo > trailDays || person.joinedDaysAgo > portalOpenedDaysAgo) continue;
    const at = time.at(person.joinedDaysAgo, "08:00");
    history.events.push(
      {
        at,
        from: null,
        request: null,
        input: {
          type: "person.created",
          actor: portal,
          target: targetOf(person),
          details: { provider: "oidc" },
        },
      },
      {
        at: new Date(at.getTime() + 90_000),
        from: null,
        request: null,
        input: {
          type: "person.linked",
          actor: portal,
          target: targetOf(person),
          details: { provider: "oidc" },
        },
      },
    );
  }
  const corrected = ["verity-lomax", "rhys-tolland", "carolina-estrela", "susete-marinho"];
  corrected.forEach((id, index) => {
    const person = organisation.person(id);
    history.events.push({
      at: time.at(72 - index * 17, "13:40"),
      from: null,
      request: null,
      input: {
        type: "person.updated",
        actor: portal,
        target: targetOf(person),
        changes: { before: { name: person.name.toLowerCase() }, after: { name: person.name } },
      },
    });
  });
  addRoles(history, organisation, administrator);
}

function addRoles(
  history: SampleHistory,
  organisation: SeededOrganisation,
  administrator: SeededPerson,
): void {
  const { time } = organisation;
  const sofia = organisation.person("sofia-meireles");
  const target = { kind: "person", id: sofia.personId, name: sofia.name };
  const held = { role: "admin", domainId: null };
  const about = { actor: actorOf(administrator), target, domainId: null };
  history.events.push(
    {
      at: time.at(68, "09:15"),
      from: administrator,
      request: "role granted",
      input: {
        type: "role.granted",
        ...about,
        reason: "Stands in for Simon Thackeray during his leave.",
        changes: { before: null, after: held },
      },
    },
    {
      at: time.at(54, "09:05"),
      from: administrator,
      request: "role revoked",
      input: {
        type: "role.revoked",
        ...about,
        reason: "Simon Thackeray is back.",
        changes: { before: held, after: null },
      },
    },
  );
  const marisa = organisation.person("marisa-cordeiro");
  const again = { kind: "person", id: marisa.personId, name: marisa.name };
  history.events.push(
    {
      at: time.at(77, "18:10"),
      from: administrator,
      request: "deactivated by mistake",
      input: {
        type: "person.deactivated",
        actor: actorOf(administrator),
        target: again,
        reason: "On the list of leavers of this month.",
        changes: { before: { isActive: true }, after: { isActive: false } },
      },
    },
    {
      at: time.at(76, "08:22"),
      from: administrator,
      request: "reactivated",
      input: {
        type: "person.reactivated",
        actor: actorOf(administrator),
        target: again,
        reason: "The list named another Cordeiro. Sorry.",
        changes: { before: { isActive: false }, after: { isActive: true } },
      },
    },
  );
}
