import { adminPages, mainItems } from "#components/layout/navigation.ts";
import type { PaletteGroupName } from "#components/layout/palette-source.ts";
import type { ShellViewer } from "#components/layout/shell-types.ts";
import type { Theme } from "#components/providers/theme-cookie.ts";
import { matchingOptions } from "#components/ui/combobox-options.ts";
import { shell } from "#lib/messages/en/shell.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(shell);

export type PaletteEntry = {
  id: string;
  label: string;
  hint?: string | null;
  act: { href: string } | { run: () => void };
};

type Commands = { setTheme: (theme: Theme) => void; showHelp: () => void };

/** Pages and commands that need no search on the server; they work when it does not answer. */
export function staticEntries(
  viewer: ShellViewer,
  query: string,
  commands: Commands,
): Partial<Record<PaletteGroupName, PaletteEntry[]>> {
  const page = (href: string, label: string, hint?: string): PaletteEntry => ({
    id: href,
    label,
    hint,
    act: { href },
  });
  const pages = [
    ...mainItems.map((item) => page(item.href, item.label)),
    page("/inbox", t("inbox")),
    page("/inbox/settings", t("pageInboxSettings"), t("inbox")),
    page("/approvals", t("pageApprovals")),
    page("/collections", t("pageCollections")),
    page("/catalog/compare", t("pageCompare")),
    ...adminPages(viewer.roles).map((item) => page(item.href, item.label, t("admin"))),
    ...(viewer.roles.includes("admin") ? [page("/setup", t("pageSetup"), t("admin"))] : []),
    page("/docs", t("pageDocs")),
    page("/docs/api", t("pageApi")),
    page("/docs/design", t("pageDesign")),
  ];
  const command = (id: string, label: string, run: () => void): PaletteEntry => ({ id, label, act: { run } });
  const acts: PaletteEntry[] = [
    { id: "new-chat", label: t("commandNewChat"), act: { href: "/chat" } },
    { id: "new-tool", label: t("commandNewTool"), act: { href: "/catalog/new" } },
    command("light", t("commandLight"), () => commands.setTheme("light")),
    command("dark", t("commandDark"), () => commands.setTheme("dark")),
    command("system", t("commandSystem"), () => commands.setTheme("system")),
    command("help", t("commandHelp"), commands.showHelp),
  ];
  return { pages: matching(pages, query), commands: matching(acts, query) };
}

function matching(entries: readonly PaletteEntry[], query: string): PaletteEntry[] {
  const options = entries.map((entry) => ({
    value: entry.id,
    label: entry.label,
    hint: entry.hint ?? undefined,
  }));
  const kept = new Set(matchingOptions(options, query).map((option) => option.value));
  return entries.filter((entry) => kept.has(entry.id));
}
