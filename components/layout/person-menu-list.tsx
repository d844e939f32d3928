"use client";

import { BookOpen, CircleHelp, LogOut } from "lucide-react";
import type { ReactNode } from "react";
import { useShell } from "#components/layout/shell-state.tsx";
import type { ShellViewer } from "#components/layout/shell-types.ts";
import { signOut } from "#components/layout/sign-out.ts";
import { useThemeOptions } from "#components/layout/theme-options.ts";
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

/** The menu of the person, open from the start: it is loaded when it is first asked for. */
export default function PersonMenuList({ viewer, trigger }: { viewer: ShellViewer; trigger: ReactNode }) {
  const { setHelpOpen } = useShell();
  const { theme, setTheme, options } = useThemeOptions();
  const place = [viewer.teamName, viewer.domainName].filter(Boolean).join(", ");
  return (
    <DropdownMenu align="start" side="top" trigger={trigger} defaultOpen>
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
