"use client";

import { BookOpen, CircleHelp, LogOut } from "lucide-react";
import { useShell } from "#components/layout/shell-state.tsx";
import type { ShellViewer } from "#components/layout/shell-types.ts";
import { signOut } from "#components/layout/sign-out.ts";
import { useThemeOptions } from "#components/layout/theme-options.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { cn } from "#components/ui/cn.ts";
import {
  DropdownMenu,
  MenuChoice,
  MenuHeading,
  MenuItem,
  MenuLink,
  MenuSeparator,
} from "#components/ui/dropdown-menu.tsx";
import { shell } from "#lib/messages/en/shell.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(shell);

/** The person at the foot of the sidebar: who one is here, theme, help, sign out. */
export function PersonMenu({ viewer, narrow }: { viewer: ShellViewer; narrow: boolean }) {
  const { setHelpOpen } = useShell();
  const { theme, setTheme, options } = useThemeOptions();
  const place = [viewer.teamName, viewer.domainName].filter(Boolean).join(", ");
  return (
    <DropdownMenu
      align="start"
      side="top"
      trigger={
        <button
          type="button"
          className={cn(
            "flex shrink-0 items-center gap-2 rounded-control text-left transition-ui hover:bg-border/60",
            narrow ? "p-0.5" : "w-full px-1.5 py-1",
          )}
        >
          <Avatar name={viewer.name} />
          <span className={narrow ? "sr-only" : "min-w-0"}>
            <span className="block truncate leading-5">{viewer.name}</span>{" "}
            {viewer.domainName && (
              <span className="block truncate text-muted text-small">{viewer.domainName}</span>
            )}
          </span>
          <span className="sr-only"> {t("person")}</span>
        </button>
      }
    >
      <div className="px-2 pt-1 pb-1.5">
        <p className="font-semibold">{viewer.name}</p>
        <p className="break-all text-muted text-small">{viewer.email}</p>
        {place && <p className="text-muted text-small">{place}</p>}
      </div>
      <MenuSeparator />
      <MenuHeading>{t("theme")}</MenuHeading>
      <MenuChoice value={theme} onValueChange={setTheme} options={options} />
      <MenuSeparator />
      <MenuItem icon={<CircleHelp />} onSelect={() => setHelpOpen(true)}>
        {t("help")}
      </MenuItem>
      <MenuLink href="/docs" icon={<BookOpen />}>
        {t("helpDocs")}
      </MenuLink>
      <MenuSeparator />
      <MenuItem icon={<LogOut />} onSelect={signOut}>
        {t("signOut")}
      </MenuItem>
    </DropdownMenu>
  );
}
