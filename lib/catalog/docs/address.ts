/** The slug of the page that is made from a tool's operations; no written page gets it. */
export const referencePage = "reference";

type DocsPlace = {
  readonly page?: string | null | undefined;
  /** Left out for the current version. */
  readonly version?: string | null | undefined;
  /** Words that are marked on the page. */
  readonly find?: string | null | undefined;
  readonly section?: string | null | undefined;
};

/** The address of a place in a tool's docs. */
export function docsHref(slug: string, { page, version, find, section }: DocsPlace = {}): string {
  const query = new URLSearchParams({ tab: "docs" });
  if (page) query.set("page", page);
  if (version) query.set("version", version);
  if (find) query.set("find", find);
  return `/catalog/${slug}?${query}${section ? `#${encodeURIComponent(section)}` : ""}`;
}

/** The address of an image of a tool's docs. The beginning of its hash makes that it may be kept for long. */
export function imageHref(slug: string, image: { readonly name: string; readonly sha256: string }): string {
  return `/api/tools/${slug}/images/${encodeURIComponent(image.name)}?v=${image.sha256.slice(0, 12)}`;
}
