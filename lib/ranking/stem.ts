import { newStemmer } from "snowball-stemmers";
import { fold } from "#lib/ranking/fold.ts";
import { baseForm } from "#lib/ranking/irregular-verbs.ts";
import type { TextLanguage } from "#lib/ranking/language.ts";

const stemmers = { en: newStemmer("english"), pt: newStemmer("portuguese") };
const memory: Record<TextLanguage, Map<string, string>> = { en: new Map(), pt: new Map() };
const memoryLimit = 50_000;

/**
 * The stem of a folded word. Portuguese endings are written back with their accents first, because the
 * stemmer knows "ção" and people type "cao"; plurals in -ns go to -m, which it leaves apart.
 */
export function stem(foldedWord: string, language: TextLanguage): string {
  const known = memory[language].get(foldedWord);
  if (known !== undefined) return known;
  const result = foldedWord.length < 3 ? foldedWord : computeStem(foldedWord, language);
  if (memory[language].size >= memoryLimit) memory[language].clear();
  memory[language].set(foldedWord, result);
  return result;
}

function computeStem(word: string, language: TextLanguage): string {
  if (language === "en") return stemmers.en.stem(baseForm(word));
  const accented = word
    .replace(/coes$/u, "ções")
    .replace(/cao$/u, "ção")
    .replace(/([aeiou])ns$/u, "$1m");
  return fold(stemmers.pt.stem(accented));
}
