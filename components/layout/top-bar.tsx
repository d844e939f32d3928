"use client";

import { ChevronLeft, Search } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { InboxBell } from "#components/layout/inbox-bell.tsx";
import { phonePlace } from "#components/layout/navigation.ts";
import { useShell } from "#components/layout/shell-state.tsx";
import { WeftMark } from "#components/layout/weft-mark.tsx";
import { Button } from "#components/ui/button.tsx";
import { shell } from "#lib/messages/en/shell.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(shell);

/** On a phone: back or the mark, where one is, inbox and search; 48 high. */
export function TopBar({ unread }: { unread: number }) {
  const { setPaletteOpen } = useShell();
  const { title, backHref } = phonePlace(usePathname());
  return (
    <header className="layer-bar sticky top-0 flex h-12 items-center border-b bg-sunken px-0.5 md:hidden">
      {backHref ? (
        <Link
          href={backHref}
          aria-label={t("back")}
          className="grid size-11 place-items-center rounded-control"
        >
          <ChevronLeft className="size-5" />
        </Link>
      ) : (
        <Link href="/" aria-label={t("product")} className="grid size-11 place-items-center rounded-control">
          <WeftMark />
        </Link>
      )}
      <p className="min-w-0 flex-1 truncate text-center font-semibold">{title}</p>
      <InboxBell unread={unread} />
      <Button variant="quiet" size="icon" aria-label={t("search")} onClick={() => setPaletteOpen(true)}>
        <Search className="size-5" />
      </Button>
    </header>
  );
}
