"use client";

import { useThemeOptions } from "#components/layout/theme-options.ts";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { shell } from "#lib/messages/en/shell.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(shell);

/** Light, dark or like the system, as radio buttons; for sheets and settings. */
export function ThemeSwitch({ name = "theme", inline }: { name?: string; inline?: boolean }) {
  const { theme, setTheme, options } = useThemeOptions();
  return (
    <RadioGroup
      name={name}
      legend={t("theme")}
      hideLegend={inline}
      inline={inline}
      options={options}
      value={theme}
      onValueChange={(value) => {
        const option = options.find((candidate) => candidate.value === value);
        if (option) setTheme(option.value);
      }}
    />
  );
}
