import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);

type PaginationProps = {
  previousHref: string | null;
  nextHref: string | null;
  /** Where one is, in words: “1 to 24 of 41”. */
  position?: string;
};

/** Steps through a list by cursor: there is no page 7, only the next and the one before. */
export function Pagination({ previousHref, nextHref, position }: PaginationProps) {
  if (!previousHref && !nextHref && !position) return null;
  return (
    <nav aria-label={t("pages")} className="flex items-center justify-between gap-4">
      <span className="text-muted text-small">{position}</span>
      {(previousHref || nextHref) && (
        <span className="flex gap-2">
          <Step href={previousHref} rel="prev">
            <ChevronLeft />
            {t("previous")}
          </Step>
          <Step href={nextHref} rel="next">
            {t("next")}
            <ChevronRight />
          </Step>
        </span>
      )}
    </nav>
  );
}

function Step({ href, rel, children }: { href: string | null; rel: string; children: React.ReactNode }) {
  if (!href) return <Button disabled>{children}</Button>;
  return (
    <LinkButton href={href} rel={rel}>
      {children}
    </LinkButton>
  );
}
