type Place = { readonly sourceSlug: string; readonly documentSlug: string };

type Words = { readonly start: number; readonly end: number };

/**
 * The address of a document, or of a passage in it: the page sets the passage off, marks the words (offsets into the
 * passage), and the browser goes there. `passageId` stays valid as long as the passage's own words do.
 */
export function documentHref(
  { sourceSlug, documentSlug }: Place,
  passageId?: string,
  words?: Words | null,
): string {
  const path = `/sources/${encodeURIComponent(sourceSlug)}/${encodeURIComponent(documentSlug)}`;
  if (!passageId) return path;
  const marked = words ? `&words=${words.start}-${words.end}` : "";
  return `${path}?passage=${encodeURIComponent(passageId)}${marked}#passage`;
}

/** The words that an address asks to be marked, or null. */
export function readWords(text: string | string[] | undefined): Words | null {
  const match = typeof text === "string" ? /^(\d{1,6})-(\d{1,6})$/.exec(text) : null;
  const [start, end] = [Number(match?.[1]), Number(match?.[2])];
  return match && start < end ? { start, end } : null;
}

/** The same for somebody who only knows the document's id; leads on to the address above. */
export function documentHrefById(documentId: string, passageId?: string): string {
  return passageId
    ? `/documents/${documentId}?passage=${encodeURIComponent(passageId)}`
    : `/documents/${documentId}`;
}
