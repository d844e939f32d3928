"use client";

import { useTheme } from "#components/providers/theme.tsx";
import type { Theme } from "#components/providers/theme-cookie.ts";
import { shell } from "#lib/messages/en/shell.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(shell);

const options: readonly { value: Theme; label: string }[] = [
  { value: "light", label: t("themeLight") },
  { value: "dark", label: t("themeDark") },
  { value: "system", label: t("themeSystem") },
];

/** The theme in force and the three to choose from. */
export function useThemeOptions() {
  return { ...useTheme(), options };
}
