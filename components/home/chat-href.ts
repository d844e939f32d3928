/** The address of a new conversation that begins with these words. */
export function chatHref(words: string): string {
  return `/chat?ask=${encodeURIComponent(words)}`;
}
