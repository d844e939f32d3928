import Link from "next/link";
import type { ReactNode } from "react";
import { HoverCard } from "#components/ui/hover-card.tsx";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);

type CitationProps = {
  number: number;
  /** Title of the document, for the accessible name. */
  title: string;
  href: string;
  /** The passage, shown on hover and focus. */
  children: ReactNode;
};

/** The small number in a circle inside running text; hover shows the passage, a click opens the document there. */
export function Citation({ number, title, href, children }: CitationProps) {
  return (
    <HoverCard
      trigger={
        <Link
          href={href}
          aria-label={t("citation", { number, title })}
          className="mx-0.5 inline-grid size-5 place-items-center rounded-full border border-border-strong align-[0.1em] text-accent text-small leading-none no-underline transition-ui hover:border-accent hover:bg-accent-soft"
        >
          {number}
        </Link>
      }
    >
      {children}
    </HoverCard>
  );
}
