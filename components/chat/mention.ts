/** The word after an at sign in which the caret stands, or null. */
export function mentionAt(text: string, caret: number): { start: number; words: string } | null {
  const match = /(?:^|[\s(])@([\p{L}\p{N}-]*)$/u.exec(text.slice(0, caret));
  const words = match?.[1];
  return words === undefined ? null : { start: caret - words.length - 1, words };
}

/** The text with the mention completed, and where the caret stands then. */
export function completeMention(
  text: string,
  mention: { readonly start: number; readonly words: string },
  slug: string,
): { text: string; caret: number } {
  const before = `${text.slice(0, mention.start)}@${slug} `;
  const after = text.slice(mention.start + 1 + mention.words.length).replace(/^\s/, "");
  return { text: before + after, caret: before.length };
}

/** The text without any mention. */
export function withoutMentions(text: string): string {
  return text.replace(/(?<![\w@])@[a-z0-9-]+\s*/g, "").trim();
}
