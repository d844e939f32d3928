"use client";

import { createContext, type ReactNode, use, useCallback, useMemo, useState } from "react";
import { setPreferenceCookie } from "#components/providers/set-cookie.ts";
import { type Theme, themeCookie } from "#components/providers/theme-cookie.ts";

type ThemeChoice = { theme: Theme; setTheme: (theme: Theme) => void };

const ThemeContext = createContext<ThemeChoice>({ theme: "system", setTheme: () => undefined });

/** Holds the person's choice; the colours themselves follow `data-theme` on the root element. */
export function ThemeProvider({ initial, children }: { initial: Theme; children: ReactNode }) {
  const [theme, setState] = useState(initial);
  const setTheme = useCallback((next: Theme) => {
    const root = document.documentElement;
    if (next === "system") delete root.dataset.theme;
    else root.dataset.theme = next;
    setPreferenceCookie(themeCookie, next);
    setState(next);
  }, []);
  const value = useMemo(() => ({ theme, setTheme }), [theme, setTheme]);
  return <ThemeContext value={value}>{children}</ThemeContext>;
}

export function useTheme(): ThemeChoice {
  return use(ThemeContext);
}
