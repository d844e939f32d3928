import type { ReactNode } from "react";
import { ReadinessFact } from "#components/catalog/readiness-fact.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { ToolCard } from "#lib/catalog/schema.ts";

/** Tools as short rows of two columns: the name, and the one fact that helps to choose now or a note instead. */
export function ToolLinks({ tools }: { tools: readonly { card: ToolCard; note?: ReactNode }[] }) {
  return (
    <ul className="grid gap-x-8 md:grid-cols-2">
      {tools.map(({ card, note }) => (
        <li
          key={card.id}
          className="flex min-h-10 min-w-0 items-center justify-between gap-x-4 border-b py-1.5 max-md:min-h-12"
        >
          <TextLink href={`/catalog/${card.slug}`} className="min-w-0 truncate text-text hover:text-accent">
            {card.name}
          </TextLink>
          {note ? (
            <span className="shrink-0 text-muted text-small">{note}</span>
          ) : (
            <ReadinessFact card={card} className="shrink-0 text-small" />
          )}
        </li>
      ))}
    </ul>
  );
}
