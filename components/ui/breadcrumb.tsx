import Link from "next/link";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);

/** The way up from this page; the last item is the page itself and has no `href`. */
export function Breadcrumb({ items }: { items: readonly { label: string; href?: string }[] }) {
  return (
    <nav aria-label={t("breadcrumb")} className="text-muted text-small">
      <ol className="flex flex-wrap items-center gap-x-1.5">
        {items.map((item, index) => (
          <li key={item.label} className="flex min-w-0 items-center gap-x-1.5 wrap-anywhere">
            {index > 0 && <span aria-hidden="true">/</span>}
            {item.href ? (
              <Link
                href={item.href}
                className="rounded-chip underline-offset-3 hover:text-text hover:underline"
              >
                {item.label}
              </Link>
            ) : (
              <span aria-current="page">{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
