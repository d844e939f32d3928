import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { catalog } from "#lib/messages/en/catalog.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(catalog);

type EmptyResultProps = { query: string; hasFilters: boolean; onClearFilters: () => void };

/** Nothing found: why, and the next thing to do. */
export function EmptyResult({ query, hasFilters, onClearFilters }: EmptyResultProps) {
  const clear = <Button onClick={onClearFilters}>{t("clearFilters")}</Button>;
  if (!query) {
    return hasFilters ? (
      <EmptyState action={clear}>{t("emptyFilters")}</EmptyState>
    ) : (
      <EmptyState>{t("emptyCatalog")}</EmptyState>
    );
  }
  return (
    <EmptyState
      action={
        <div className="flex flex-wrap gap-2">
          <LinkButton href={`/chat?ask=${encodeURIComponent(query)}`}>{t("askInChat")}</LinkButton>
          {hasFilters && clear}
        </div>
      }
    >
      {t("emptySearch", { query })} {t("emptySearchKept")}
    </EmptyState>
  );
}
