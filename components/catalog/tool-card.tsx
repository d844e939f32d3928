import Link from "next/link";
import { MarkedWords } from "#components/catalog/marked-words.tsx";
import { ReadinessFact } from "#components/catalog/readiness-fact.tsx";
import { ToolControlSlot } from "#components/catalog/tool-control-slot.tsx";
import { TrustEvidence } from "#components/trust/trust-evidence.tsx";
import { TrustMark } from "#components/trust/trust-mark.tsx";
import { cn } from "#components/ui/cn.ts";
import { docsHref } from "#lib/catalog/docs/address.ts";
import { kindWords } from "#lib/catalog/facets.ts";
import type { CatalogHit, ToolCard } from "#lib/catalog/schema.ts";
import { catalog } from "#lib/messages/en/catalog.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(catalog);

type ToolCardItemProps = {
  card: ToolCard & Partial<Pick<CatalogHit, "highlights" | "why" | "docsMatch">>;
  /** What somebody says about the tool where it is shown. */
  note?: string;
  onOpen?: () => void;
  className?: string;
};

/**
 * One tool in a grid of cards, in rows on a phone. All of it is the link that bears the tool's name; only its controls
 * lie above the link.
 */
export function ToolCardItem({ card, note, onOpen, className }: ToolCardItemProps) {
  const { highlights = [], why = null, docsMatch = null } = card;
  return (
    <li
      className={cn(
        "group/card relative flex min-w-0 flex-col bg-surface p-4 transition-ui max-md:border-b max-md:last:border-b-0 md:rounded-card md:border md:hover:border-border-strong",
        className,
      )}
    >
      <p className="truncate pr-8 text-muted text-small max-md:pr-36 md:group-focus-within/card:pr-28 md:group-hover/card:pr-28">
        {kindWords[card.kind]} · {card.domain.name}
      </p>
      <h3 className="text-lead max-md:pr-36">
        <Link
          href={`/catalog/${card.slug}`}
          prefetch={false}
          onClick={onOpen}
          className="outline-none after:absolute after:inset-0 after:rounded-card focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:outline-offset-2 max-md:focus-visible:after:-outline-offset-2"
        >
          {card.name}
        </Link>
      </h3>
      <p className="mt-1 line-clamp-2 min-h-11 max-md:min-h-0">
        <MarkedWords text={card.purpose} ranges={highlights} />
      </p>
      {note && <p className="mt-2 border-accent border-l-2 pl-3">{note}</p>}
      {why && <p className="mt-2 line-clamp-2 text-muted text-small">{why}</p>}
      {docsMatch && (
        <p className="mt-1 line-clamp-2 text-muted text-small">
          <Link
            href={docsHref(card.slug, docsMatch)}
            prefetch={false}
            className="layer-row relative rounded-chip text-accent underline decoration-1 underline-offset-3"
          >
            {t("inDocs", { heading: docsMatch.heading })}
          </Link>{" "}
          <MarkedWords text={docsMatch.excerpt} ranges={docsMatch.highlights} />
        </p>
      )}
      <div className="mt-auto pt-3">
        <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1 text-small md:border-t md:pt-3">
          {card.trust && (card.trust.score !== null || card.trust.gate) ? (
            <TrustMark rating={card.trust} interactive={false} gateWords={false} />
          ) : (
            <TrustEvidence
              ownerConfirmedAt={card.ownerConfirmedAt}
              successShare={card.usage.successShare}
              sampleSize={card.usage.judgedCalls}
              className="shrink-0"
            />
          )}
          <ReadinessFact card={card} className="min-w-0" />
        </div>
      </div>
      <ToolControlSlot tool={{ id: card.id, slug: card.slug, name: card.name }} place="card" />
    </li>
  );
}

/** Cards three across where there is room, rows of one surface on a phone. */
export function ToolCardGrid({ children, className }: { children: React.ReactNode; className?: string }) {
  return (
    <ul
      className={cn(
        "grid gap-4 max-md:gap-0 max-md:overflow-clip max-md:rounded-card max-md:border md:grid-cols-[repeat(auto-fill,minmax(16.5rem,1fr))]",
        className,
      )}
    >
      {children}
    </ul>
  );
}
