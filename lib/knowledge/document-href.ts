type Place = { readonly sourceSlug: string; readonly documentSlug: string };

/**
 * The address of a document, or of a passage in it: the page marks the passage and the browser goes to it.
 * `passageId` stays valid as long as the passage's own words do.
 */
export function documentHref({ sourceSlug, documentSlug }: Place, passageId?: string): string {
  const path = `/sources/${encodeURIComponent(sourceSlug)}/${encodeURIComponent(documentSlug)}`;
  return passageId ? `${path}?passage=${encodeURIComponent(passageId)}#passage` : path;
}

/** The same for somebody who only knows the document's id; leads on to the address above. */
export function documentHrefById(documentId: string, passageId?: string): string {
  return passageId
    ? `/documents/${documentId}?passage=${encodeURIComponent(passageId)}`
    : `/documents/${documentId}`;
}
