export const themes = ["light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

/** Read by the root layout, so that an explicit choice is in the first byte and nothing flashes. */
export const themeCookie = "weft-theme";

/** A stored choice, or `system` for anything else. */
export function parseTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}
