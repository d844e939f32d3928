export type ComboboxOption = { value: string; label: string; hint?: string; disabled?: boolean };

const fold = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** Options in which every typed word begins some word of label or hint; accents and case do not matter. */
export function matchingOptions(
  options: readonly ComboboxOption[],
  query: string,
): readonly ComboboxOption[] {
  const typed = fold(query).split(/\s+/).filter(Boolean);
  if (typed.length === 0) return options;
  return options.filter((option) => {
    const words = fold(`${option.label} ${option.hint ?? ""}`).split(/[^\p{L}\p{N}]+/u);
    return typed.every((part) => words.some((word) => word.startsWith(part)));
  });
}

/** The value next to `active` in the given direction that may be chosen; wraps around at both ends. */
export function moveActive(
  options: readonly ComboboxOption[],
  active: string | null,
  step: 1 | -1,
): string | null {
  const open = options.filter((option) => !option.disabled);
  if (open.length === 0) return null;
  const at = open.findIndex((option) => option.value === active);
  const next = at === -1 ? (step === 1 ? 0 : open.length - 1) : (at + step + open.length) % open.length;
  return open[next]?.value ?? null;
}
