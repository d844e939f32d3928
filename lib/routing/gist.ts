const mostAtEachEnd = 1_500;

/**
 * What is read of a request to find out what it wants: all of it, or of a long one its beginning and its end, where
 * people say what they want with what they paste. Reading takes time that grows faster than the text, and everybody
 * waits for it.
 */
export function gistOf(text: string): string {
  if (text.length <= 2 * mostAtEachEnd) return text;
  return `${text.slice(0, mostAtEachEnd)}\n${text.slice(-mostAtEachEnd)}`.toWellFormed();
}
