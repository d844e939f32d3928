"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { lazy, Suspense, useState } from "react";
import { isCurrent, mainItems } from "#components/layout/navigation.ts";
import type { ShellDomain, ShellViewer } from "#components/layout/shell-types.ts";
import { shell } from "#lib/messages/en/shell.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(shell);

const MoreSheet = lazy(() =>
  import("#components/layout/more-sheet.tsx").then((module) => ({ default: module.MoreSheet })),
);

const itemStyles =
  "-outline-offset-2 flex h-14 w-full flex-col items-center justify-center gap-0.5 text-muted text-small aria-[current]:font-semibold aria-[current]:text-accent";

/** On a phone: the main places within the thumb's reach; 56 high. */
export function BottomBar({ viewer, domains }: { viewer: ShellViewer; domains: readonly ShellDomain[] }) {
  const pathname = usePathname();
  const [moreOpen, setMoreOpen] = useState(false);
  const [moreAsked, setMoreAsked] = useState(false);
  if (moreOpen && !moreAsked) setMoreAsked(true);
  return (
    <nav aria-label={t("main")} className="layer-bar fixed inset-x-0 bottom-0 border-t bg-sunken md:hidden">
      <ul className="grid grid-cols-5">
        {mainItems.map(({ id, href, label, icon: Icon }) => (
          <li key={id}>
            <Link
              href={href}
              aria-current={isCurrent(id, pathname) ? "page" : undefined}
              className={itemStyles}
            >
              <Icon className="size-5" />
              {label}
            </Link>
          </li>
        ))}
        <li>
          <button
            type="button"
            aria-haspopup="dialog"
            className={itemStyles}
            onClick={() => setMoreOpen(true)}
          >
            <Ellipsis className="size-5" />
            {t("more")}
          </button>
        </li>
      </ul>
      <Suspense>
        {moreAsked && (
          <MoreSheet viewer={viewer} domains={domains} open={moreOpen} onOpenChange={setMoreOpen} />
        )}
      </Suspense>
    </nav>
  );
}
