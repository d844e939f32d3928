/** Places under /collections that are pages of their own. */
const taken = ["new"];

/** The address of a collection: its title in plain letters, with a number when it is in use. */
export function collectionSlug(title: string, inUse: ReadonlySet<string>): string {
  const plain =
    title
      .normalize("NFD")
      .replace(/\p{Diacritic}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 60)
      .replace(/^-+|-+$/g, "") || "collection";
  const isFree = (slug: string) => !taken.includes(slug) && !inUse.has(slug);
  if (isFree(plain)) return plain;
  let number = 2;
  while (!isFree(`${plain}-${number}`)) number += 1;
  return `${plain}-${number}`;
}
