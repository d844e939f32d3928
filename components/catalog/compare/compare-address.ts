/** How many tools stand side by side. */
export const mostCompared = 4;

/** The tools that an address names, each once; all of them, though only the first four are compared. */
export function comparedSlugs(value: string | readonly string[] | undefined): string[] {
  const text = typeof value === "string" ? value : (value ?? []).join(",");
  const slugs = text.split(",").flatMap((slug) => slug.trim().slice(0, 80) || []);
  return [...new Set(slugs)].slice(0, 20);
}

/** The address of a comparison. */
export function compareHref(slugs: readonly string[], onlyDifferences = false): string {
  const tools = slugs.map(encodeURIComponent).join(",");
  const query = [tools && `tools=${tools}`, onlyDifferences && "show=differences"].filter(Boolean).join("&");
  return query ? `/catalog/compare?${query}` : "/catalog/compare";
}
