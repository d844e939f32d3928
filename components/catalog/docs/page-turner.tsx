import { ArrowLeft, ArrowRight } from "lucide-react";
import Link from "next/link";
import { t } from "#components/catalog/docs/docs-words.ts";
import { cn } from "#components/ui/cn.ts";

type Neighbour = { readonly href: string; readonly title: string };

function Turn({ to, isNext }: { to: Neighbour; isNext: boolean }) {
  return (
    <Link
      href={to.href}
      className={cn(
        "flex min-w-0 flex-col gap-0.5 rounded-card border bg-surface px-4 py-3 transition-ui hover:border-border-strong",
        isNext && "text-right md:col-start-2",
      )}
    >
      <span className={cn("flex items-center gap-1 text-muted text-small", isNext && "justify-end")}>
        {!isNext && <ArrowLeft />}
        {t(isNext ? "next" : "previous")}
        {isNext && <ArrowRight />}
      </span>
      <span className="truncate font-semibold text-accent">{to.title}</span>
    </Link>
  );
}

/** The pages before and after this one. */
export function PageTurner({ previous, next }: { previous: Neighbour | null; next: Neighbour | null }) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={t("previousNext")} className="grid gap-3 md:grid-cols-2">
      {previous && <Turn to={previous} isNext={false} />}
      {next && <Turn to={next} isNext />}
    </nav>
  );
}
