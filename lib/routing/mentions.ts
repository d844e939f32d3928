const mention = /(?<![\w@])@([a-z0-9][a-z0-9-]{0,78}[a-z0-9])/g;

/** Slugs written with an at sign, in order. */
export function mentionsIn(text: string): string[] {
  return [...text.matchAll(mention)].flatMap((match) => match[1] ?? []);
}

/** The text without the tools it names. */
export function withoutMentions(text: string): string {
  return text
    .replace(mention, " ")
    .replace(/[ \t]+/g, " ")
    .trim();
}
