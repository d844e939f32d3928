import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The project's own guides, in the order in which people meet them. */
export const guides = [
  { slug: "users", title: "Using Weft" },
  { slug: "finding-and-trusting-tools", title: "Finding and trusting tools" },
  { slug: "tool-owners", title: "Owning a tool" },
  { slug: "administrators", title: "Administering and auditing" },
  { slug: "operators", title: "Running Weft" },
] as const;
export type GuideSlug = (typeof guides)[number]["slug"];

/** A guide's Markdown, as it lies in the folder `docs`. */
export function readGuide(slug: GuideSlug): Promise<string> {
  return readFile(join(process.cwd(), "docs", `${slug}.md`), "utf8");
}
