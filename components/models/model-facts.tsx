import { priceInWords } from "#components/models/cost-words.ts";
import { Badge } from "#components/ui/badge.tsx";
import { KeyValueList } from "#components/ui/key-value.tsx";
import { models } from "#lib/messages/en/models.ts";
import { formatNumber } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import type { ModelCard } from "#lib/models/figures.ts";

const t = translator(models);

const list = (words: readonly string[]) => (
  <span className="flex flex-wrap gap-1">
    {words.map((word) => (
      <Badge key={word} tone="neutral">
        {word}
      </Badge>
    ))}
  </span>
);

/** What is known of a model: what it does, how much it reads, what it costs, and under which names it is called. */
export function ModelFacts({ card, aliases }: { card: ModelCard; aliases: readonly string[] }) {
  const { capabilities, contextLength, price, isActive, provider } = card;
  const does = [
    ...(capabilities.generates ? [t("work-generates")] : []),
    ...(capabilities.embeddings ? [t("work-embeddings")] : []),
    ...(capabilities.reranking ? [t("work-reranking")] : []),
    ...(capabilities.tools ? [t("callsTools")] : []),
    ...(capabilities.structuredOutput ? [t("structured")] : []),
    ...capabilities.inputModalities.flatMap((each) => (each === "text" ? [] : [t(`reads-${each}`)])),
  ];
  return (
    <KeyValueList
      className="max-md:grid-cols-1 max-md:gap-y-0 max-md:[&_dd]:pb-2"
      items={[
        { key: t("inUseLabel"), value: t(isActive && provider.isActive ? "inUse" : "switchedOff") },
        { key: t("does"), value: does.length > 0 ? list(does) : t("doesNothing") },
        {
          key: t("contextLabel"),
          value:
            contextLength === null
              ? t("contextUnknown")
              : t("contextTokens", { tokens: formatNumber(contextLength) }),
        },
        { key: t("priceNow"), value: price ? priceInWords(price) : t("priceNone") },
        { key: t("aliasesTitle"), value: aliases.length > 0 ? list(aliases) : t("aliasesNone") },
      ]}
    />
  );
}
