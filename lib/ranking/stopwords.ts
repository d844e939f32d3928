import type { TextLanguage } from "#lib/ranking/language.ts";

/** Words that carry no topic, already folded (lower case, no accents). Kept short on purpose. */
const words: Record<TextLanguage, string> = {
  en: `a an and are as at be been but by can could did do does for from had has have he her him his how i i'd
    i'm if in into is it its it's me my of on or our she should so some such than that the their them then
    there these they this those to us was we were what what's when where which who whom why will with would
    you your please im id ive dont doesnt whats lets`,
  pt: `a o as os um uma uns umas de do da dos das no na nos nas em por pelo pela pelos pelas para com e ou que
    se ao aos eu ele ela eles elas nos me te lhe meu minha meus minhas seu sua seus suas este esta estes estas
    esse essa isso isto aquele aquela ser sao foi era esta estao estou ha tem tenho temos qual quais quando
    onde quem como quanto mais muito ja nao num numa posso pode podem devo favor`,
};

const lists: Record<TextLanguage, ReadonlySet<string>> = {
  en: new Set(words.en.split(/\s+/)),
  pt: new Set(words.pt.split(/\s+/)),
};

/** Whether a folded word carries no topic in the language. */
export function isStopword(foldedWord: string, language: TextLanguage): boolean {
  return lists[language].has(foldedWord);
}

/** How many of the folded words are stopwords of the language: the cheapest sign of a language. */
export function countStopwords(foldedWords: readonly string[], language: TextLanguage): number {
  return foldedWords.reduce((count, word) => count + (lists[language].has(word) ? 1 : 0), 0);
}
