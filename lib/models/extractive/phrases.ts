import { english } from "#lib/models/extractive/phrases-en.ts";
import { portuguese } from "#lib/models/extractive/phrases-pt.ts";
import type { Language } from "#lib/models/extractive/schema.ts";

/** Every sentence the assistant can say. `{name}` is replaced; nothing else is ever put together. */
export type PhraseKey = keyof typeof english;
export type Phrases = Readonly<Record<PhraseKey, string>>;

const phrases: Readonly<Record<Language, Phrases>> = { en: english, pt: portuguese };

/** A fixed phrase in a language with its places filled. A place without a value is a mistake in the caller. */
export function phrase(
  language: Language,
  key: PhraseKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return phrases[language][key].replace(/\{(\w+)\}/gu, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The phrase ${key} needs a value for ${name}`);
    return String(value);
  });
}

/** Words of a list: "a, b and c". */
export function joinWords(language: Language, words: readonly string[]): string {
  return new Intl.ListFormat(language === "pt" ? "pt-PT" : "en-GB", { type: "conjunction" }).format(words);
}

/** "3 days ago", "há 3 dias", by the difference of two instants. */
export function agoInWords(language: Language, from: string, now: string): string {
  const seconds = (Date.parse(from) - Date.parse(now)) / 1000;
  const format = new Intl.RelativeTimeFormat(language === "pt" ? "pt-PT" : "en-GB", { numeric: "always" });
  const size = Math.abs(seconds);
  if (size < 3600) return format.format(Math.round(seconds / 60), "minute");
  if (size < 86_400) return format.format(Math.round(seconds / 3600), "hour");
  return format.format(Math.trunc(seconds / 86_400), "day");
}
