"use client";

import { Inbox, PanelLeftClose, PanelLeftOpen, Search } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useCommandKey } from "#components/layout/command-key.ts";
import { inboxLabel } from "#components/layout/inbox-bell.tsx";
import { adminItem, isCurrent, mainItems } from "#components/layout/navigation.ts";
import { PersonMenu } from "#components/layout/person-menu.tsx";
import { useShell } from "#components/layout/shell-state.tsx";
import type { ShellDomain, ShellViewer } from "#components/layout/shell-types.ts";
import { SidebarLink } from "#components/layout/sidebar-link.tsx";
import { unreadText, useUnread } from "#components/layout/unread.ts";
import { WeftMark } from "#components/layout/weft-mark.tsx";
import { cn } from "#components/ui/cn.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { shell } from "#lib/messages/en/shell.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(shell);

type SidebarProps = { viewer: ShellViewer; domains: readonly ShellDomain[]; unread: number };

/** The navigation beside the page: 232 wide, or 56 with icons alone; not on a phone. */
export function Sidebar({ viewer, domains, unread: initial }: SidebarProps) {
  const { narrow, toggleSidebar, setPaletteOpen } = useShell();
  const pathname = usePathname();
  const commandKey = useCommandKey();
  const admin = adminItem(viewer);
  const unread = useUnread(initial);
  return (
    <header
      className={cn(
        "sticky top-0 flex h-dvh shrink-0 flex-col gap-1 overflow-y-auto overflow-x-hidden border-r bg-sunken p-3 max-md:hidden",
        narrow ? "w-14 items-center" : "w-58",
      )}
    >
      <div className={cn("flex items-center pb-2", narrow ? "flex-col gap-2" : "justify-between pl-2")}>
        <Link href="/" className="flex items-center gap-2 rounded-chip" aria-label={t("product")}>
          <WeftMark />
          {!narrow && <span className="font-semibold font-serif text-lead">{t("product")}</span>}
        </Link>
        <IconButton label={t(narrow ? "expand" : "collapse")} side="right" onClick={toggleSidebar}>
          {narrow ? <PanelLeftOpen /> : <PanelLeftClose />}
        </IconButton>
      </div>
      {narrow ? (
        <IconButton label={t("search")} side="right" onClick={() => setPaletteOpen(true)}>
          <Search />
        </IconButton>
      ) : (
        <button
          type="button"
          onClick={() => setPaletteOpen(true)}
          className="mb-2 flex h-8 items-center gap-2 rounded-control border border-border-strong bg-surface pr-1.5 pl-2 text-left text-muted transition-ui hover:text-text"
        >
          <Search />
          <span className="flex-1 truncate">{t("searchPlaceholder")}</span>
          <Kbd>{`${commandKey} K`}</Kbd>
        </button>
      )}
      <nav aria-label={t("main")} className="flex w-full flex-1 flex-col gap-px">
        <ul className="flex flex-col gap-px">
          {mainItems.map((item) => (
            <SidebarLink key={item.id} {...item} current={isCurrent(item.id, pathname)} narrow={narrow} />
          ))}
        </ul>
        {domains.length > 0 && (
          <>
            {narrow ? (
              <hr className="my-2" />
            ) : (
              <h2 className="px-2 pt-4 pb-1 text-muted text-small">{t("domains")}</h2>
            )}
            <ul className="flex flex-col gap-px">
              {domains.map((domain) => (
                <SidebarLink
                  key={domain.slug}
                  href={`/domains/${domain.slug}`}
                  label={domain.name}
                  icon={null}
                  current={isCurrent(`/domains/${domain.slug}`, pathname)}
                  narrow={narrow}
                />
              ))}
            </ul>
          </>
        )}
        <ul className="mt-auto flex flex-col gap-px pt-4">
          {admin && <SidebarLink {...admin} current={isCurrent(admin.id, pathname)} narrow={narrow} />}
          <SidebarLink
            href="/inbox"
            label={t("inbox")}
            icon={Inbox}
            current={isCurrent("/inbox", pathname)}
            narrow={narrow}
            count={unread > 0 ? { text: unreadText(unread), label: inboxLabel(unread) } : undefined}
          />
        </ul>
      </nav>
      <PersonMenu viewer={viewer} narrow={narrow} />
    </header>
  );
}
