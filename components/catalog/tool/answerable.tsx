import { t } from "#components/catalog/tool/tool-words.ts";
import { type KeyValueItem, KeyValueList } from "#components/ui/key-value.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { ToolPage } from "#lib/catalog/schema.ts";

function audienceWords(tool: ToolPage): string {
  switch (tool.audience) {
    case "domain":
      return t("audienceDomain", { domain: tool.domain.name });
    case "team":
      return t("audienceTeam", { team: tool.team?.name ?? t("noTeam") });
    case "only-me":
      return t("audienceOnlyMe");
    default:
      return t("audienceEveryone");
  }
}

const riskWords: Readonly<Record<string, string>> = {
  low: t("riskLow"),
  medium: t("riskMedium"),
  high: t("riskHigh"),
};

function Person({ person, hasLeft = false }: { person: ToolPage["owner"]; hasLeft?: boolean }) {
  if (!person) return t("nobody");
  const name = hasLeft ? t("left", { name: person.name }) : person.name;
  return <TextLink href={`/people/${person.id}`}>{name}</TextLink>;
}

function TeamLink({ slug, name }: { slug: string; name: string }) {
  return <TextLink href={`/teams/${slug}`}>{name}</TextLink>;
}

/** Who answers for the tool and who may use it, with this person's own case. */
export function Answerable({ tool }: { tool: ToolPage }) {
  const items: KeyValueItem[] = [
    { key: t("team"), value: tool.team ? <TeamLink {...tool.team} /> : t("noTeam") },
    { key: t("owner"), value: <Person person={tool.owner} hasLeft={!tool.ownerIsActive} /> },
    { key: t("deputy"), value: <Person person={tool.deputy} /> },
    ...(tool.supportChannel ? [{ key: t("support"), value: tool.supportChannel }] : []),
    {
      key: t("whoMayUse"),
      value: (
        <>
          {audienceWords(tool)}.{" "}
          {tool.access.allowed ? t("youMay") : t("youMayNot", { reason: tool.access.reason })}
        </>
      ),
    },
    { key: t("risk"), value: riskWords[tool.riskTier] ?? tool.riskTier },
  ];
  return <KeyValueList items={items} />;
}
