const marks = /\p{M}+/gu;
const plain = /^[ -~]*$/;

/** Lower case without accents: what two spellings of one word share. */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text.normalize("NFD").replace(marks, "").toLowerCase();
}

/**
 * Folds a text without moving any character, so that offsets into the result are offsets into the text.
 * A character whose folded form has another length keeps its place unfolded.
 */
export function foldInPlace(text: string): string {
  let result = "";
  for (const character of text) {
    const folded = fold(character);
    result += folded.length === character.length ? folded : character;
  }
  return result;
}
