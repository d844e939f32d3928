"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { Dialog } from "radix-ui";
import { useDeferredValue, useRef, useState } from "react";
import { paletteGroupNames, paletteQuery } from "#components/layout/palette-source.ts";
import { type PaletteEntry, staticEntries } from "#components/layout/palette-static.ts";
import { useShell } from "#components/layout/shell-state.tsx";
import type { ShellViewer } from "#components/layout/shell-types.ts";
import { useTheme } from "#components/providers/theme.tsx";
import { useFocusReturn } from "#components/ui/focus-return.ts";
import { shell } from "#lib/messages/en/shell.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(shell);

const titles = {
  tools: t("groupTools"),
  conversations: t("groupConversations"),
  people: t("groupPeople"),
  pages: t("groupPages"),
  commands: t("groupCommands"),
} as const;

const placeOf = (group: string, entry: PaletteEntry) => `${group}:${entry.id}`;

/** Finds tools, conversations, people, pages and commands, and goes there. Opens with Ctrl-K or ⌘K. */
export default function CommandPalette({ viewer }: { viewer: ShellViewer }) {
  const { paletteOpen, setPaletteOpen, setHelpOpen } = useShell();
  const { setTheme } = useTheme();
  const router = useRouter();
  const [query, setQuery] = useState("");
  const [picked, setPicked] = useState<string | null>(null);
  const hasMoved = useRef(false);
  const focusReturn = useFocusReturn();
  const asked = useDeferredValue(query.trim());
  const search = useQuery({
    ...paletteQuery(asked),
    enabled: paletteOpen,
    placeholderData: keepPreviousData,
  });

  const own = staticEntries(viewer, query, { setTheme, showHelp: () => setHelpOpen(true) });
  const groups = paletteGroupNames
    .map((name) => {
      const found = (search.data?.[name] ?? []).map((item) => ({ ...item, act: { href: item.href } }));
      const known: PaletteEntry[] = own[name] ?? [];
      const places = new Set(known.map((entry) => ("href" in entry.act ? entry.act.href : null)));
      return { name, entries: [...known, ...found.filter((entry) => !places.has(entry.href))] };
    })
    .filter((group) => group.entries.length > 0);

  // Until somebody moves, the first entry is meant, whatever answers come in later.
  const values = groups.flatMap((group) => group.entries.map((entry) => placeOf(group.name, entry)));
  const marked = picked !== null && values.includes(picked) ? picked : (values[0] ?? "");
  const change = (open: boolean) => {
    setPaletteOpen(open);
    if (!open) ask("");
  };
  const ask = (words: string) => {
    setQuery(words);
    setPicked(null);
    hasMoved.current = false;
  };
  const noteMove = () => {
    hasMoved.current = true;
  };
  const take = (entry: PaletteEntry) => {
    change(false);
    if ("href" in entry.act) router.push(entry.act.href);
    else entry.act.run();
  };

  return (
    <Dialog.Root open={paletteOpen} onOpenChange={change}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 animate-fade bg-scrim" />
        <Dialog.Content
          {...focusReturn}
          aria-describedby={undefined}
          className="float fixed inset-x-4 top-[12vh] mx-auto flex max-h-[70dvh] max-w-160 animate-fade flex-col overflow-hidden max-md:inset-0 max-md:max-h-none max-md:rounded-none max-md:border-0"
        >
          <Dialog.Title className="sr-only">{t("palette")}</Dialog.Title>
          <Command
            shouldFilter={false}
            loop
            label={t("palette")}
            value={marked}
            onValueChange={(value) => hasMoved.current && setPicked(value)}
            onKeyDown={noteMove}
            onPointerMove={noteMove}
            className="flex min-h-0 flex-col"
          >
            <div className="flex h-12 shrink-0 items-center gap-2 border-b px-4">
              <Search className="text-muted" />
              <Command.Input
                value={query}
                onValueChange={ask}
                placeholder={t("palettePlaceholder")}
                className="h-full flex-1 bg-transparent outline-none"
              />
              <Dialog.Close className="rounded-chip text-muted text-small max-md:min-h-11 md:sr-only">
                {t("paletteClose")}
              </Dialog.Close>
            </div>
            <Command.List
              aria-busy={search.isFetching || asked !== query.trim()}
              className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2"
            >
              {groups.length === 0 && (
                <p role="status" className="px-2 py-3 text-muted">
                  {search.isFetching ? t("paletteSearching") : t("paletteEmpty", { query: query.trim() })}
                </p>
              )}
              {groups.map((group) => (
                <Command.Group
                  key={group.name}
                  heading={titles[group.name]}
                  className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-small"
                >
                  {group.entries.map((entry) => (
                    <Command.Item
                      key={entry.id}
                      value={placeOf(group.name, entry)}
                      onSelect={() => take(entry)}
                      className="flex min-h-9 cursor-pointer items-center justify-between gap-4 rounded-control px-2 data-[selected=true]:bg-accent-soft max-md:min-h-11"
                    >
                      <span className="truncate">{entry.label}</span>
                      {entry.hint && (
                        <span className="shrink-0 truncate text-muted text-small">{entry.hint}</span>
                      )}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
            {search.isError && (
              <p role="status" className="border-t px-4 py-2 text-muted text-small">
                {t("paletteOffline")}
              </p>
            )}
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
