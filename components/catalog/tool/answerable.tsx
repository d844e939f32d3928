import { t } from "#components/catalog/tool/tool-words.ts";
import { type KeyValueItem, KeyValueList } from "#components/ui/key-value.tsx";
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

/** Who answers for the tool and who may use it, with this person's own case. */
export function Answerable({ tool }: { tool: ToolPage }) {
  const owner = tool.owner && (tool.ownerIsActive ? tool.owner.name : t("left", { name: tool.owner.name }));
  const items: KeyValueItem[] = [
    { key: t("team"), value: tool.team?.name ?? t("noTeam") },
    { key: t("owner"), value: owner ?? t("nobody") },
    { key: t("deputy"), value: tool.deputy?.name ?? t("nobody") },
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
