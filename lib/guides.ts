import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The project's own guides, in the order in which people meet them. */
export const guides = [
  { slug: "users", title: "Using Weft" },
  { slug: "finding-and-trusting-tools", title: "Finding and trusting tools" },
  { slug: "tool-owners", title: "Owning a tool" },
  { slug: "tool-file", title: "The tool file" },
  { slug: "administrators", title: "Administering and auditing" },
  { slug: "operators", title: "Running Weft" },
] as const;
export type GuideSlug = (typeof guides)[number]["slug"];

const places: ReadonlyMap<string, string> = new Map([
  ...guides.map(({ slug }, at) => [slug, at === 0 ? "/docs" : `/docs/${slug}`] as const),
  ["api", "/docs/api"],
]);

/** A guide's Markdown, as it lies in the folder `docs`, with links to other guides as they stand in the portal. */
export async function readGuide(slug: GuideSlug): Promise<string> {
  const text = await readFile(join(process.cwd(), "docs", `${slug}.md`), "utf8");
  return text.replace(/\]\(([a-z-]+)\.md(#[^)]*)?\)/g, (link, name: string, section = "") => {
    const place = places.get(name);
    return place ? `](${place}${section})` : link;
  });
}
