"use client";

import { usePathname } from "next/navigation";
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from "react";
import { type SidebarChoice, sidebarCookie } from "#components/layout/shell-types.ts";
import { setPreferenceCookie } from "#components/providers/set-cookie.ts";

type ShellState = {
  narrow: boolean;
  toggleSidebar: () => void;
  paletteOpen: boolean;
  setPaletteOpen: (open: boolean) => void;
  helpOpen: boolean;
  setHelpOpen: (open: boolean) => void;
};

const ShellContext = createContext<ShellState | null>(null);

/** What the parts of the frame share: sidebar, palette, help. The chat needs the room, so there it starts narrow. */
export function ShellStateProvider({ sidebar, children }: { sidebar: SidebarChoice; children: ReactNode }) {
  const inChat = usePathname().startsWith("/chat");
  const [choice, setChoice] = useState(sidebar);
  const [chatChoice, setChatChoice] = useState<SidebarChoice>(null);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const [helpOpen, setHelpOpen] = useState(false);
  const narrow = inChat ? chatChoice !== "wide" : choice === "narrow";
  const toggleSidebar = useCallback(() => {
    const next = narrow ? "wide" : "narrow";
    if (inChat) {
      setChatChoice(next);
      return;
    }
    setChoice(next);
    setPreferenceCookie(sidebarCookie, next);
  }, [narrow, inChat]);
  const value = useMemo(
    () => ({ narrow, toggleSidebar, paletteOpen, setPaletteOpen, helpOpen, setHelpOpen }),
    [narrow, toggleSidebar, paletteOpen, helpOpen],
  );
  return <ShellContext value={value}>{children}</ShellContext>;
}

export function useShell(): ShellState {
  const state = use(ShellContext);
  if (!state) throw new Error("useShell is used outside of AppShell");
  return state;
}
