import { t } from "#components/knowledge/knowledge-words.ts";
import { LinkCard } from "#components/ui/card.tsx";
import { DataClassChip } from "#components/ui/data-class-chip.tsx";
import { Time } from "#components/ui/time.tsx";
import type { SourceSummary } from "#lib/knowledge/schema.ts";

/** Knowledge sources as cards: what they hold, who owns them, how fresh they are. */
export function SourceList({ sources }: { sources: readonly SourceSummary[] }) {
  return (
    <ul className="grid gap-4 md:grid-cols-[repeat(auto-fill,minmax(18rem,1fr))]">
      {sources.map((source) => (
        <li key={source.id}>
          <LinkCard href={`/sources/${source.slug}`} className="flex h-full flex-col gap-1">
            <span className="text-muted text-small">
              {source.domain} · {t("ownedBy", { team: source.team })}
            </span>
            <span className="text-lead">{source.name}</span>
            {source.description && <span className="line-clamp-2">{source.description}</span>}
            <span className="mt-auto flex flex-wrap items-center justify-between gap-2 pt-2 text-muted text-small">
              <span>
                {t("documentCount", { count: source.documentCount })} ·{" "}
                {source.verifiedSince ? (
                  <>
                    {t("verifiedSince")} <Time value={source.verifiedSince} mode="date" />
                  </>
                ) : (
                  t("notAllVerified")
                )}
              </span>
              <DataClassChip value={source.dataClass} />
            </span>
          </LinkCard>
        </li>
      ))}
    </ul>
  );
}
