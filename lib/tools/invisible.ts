// Control characters other than tab and line breaks, format characters (zero-width, direction marks, tags),
// private use and unassigned code points: none of them can be seen, all of them reach a model.
const invisible = /[^\P{C}\t\n\r]|[\u2028\u2029\u3164\uffa0\u115f\u1160]/gu;

/** How many characters of a text a reader cannot see. */
export function countInvisible(text: string): number {
  return text.match(invisible)?.length ?? 0;
}

/** The text with every unseen character written out, such as `[U+200B]`, for a reviewer. */
export function revealInvisible(text: string): string {
  return text.replace(invisible, (character) => {
    return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;
  });
}

/** The text without them. */
export function stripInvisible(text: string): string {
  return text.replace(invisible, "");
}
