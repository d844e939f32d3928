const mostAtEachEnd = 1_500;
const longestWord = 80;

/**
 * What routing reads of a request: all of it, or of a long one its beginning and its end, where people say what they
 * want with what they paste. Ranking takes time that grows with the text, and everybody waits for it.
 */
export function gistOf(text: string): string {
  const read =
    text.length <= 2 * mostAtEachEnd
      ? text
      : `${text.slice(0, mostAtEachEnd)}\n${text.slice(-mostAtEachEnd)}`;
  return read
    .split(/(\s+)/)
    .filter((word) => word.length <= longestWord)
    .join("");
}
