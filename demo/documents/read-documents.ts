import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { PlannedDocument } from "#demo/company/document-set.ts";
import { documentSets } from "#demo/company/documents-plan.ts";

const folder = import.meta.dirname;

export type WrittenDocument = {
  readonly planned: PlannedDocument;
  readonly setId: string;
  readonly frontMatter: Readonly<Record<string, unknown>>;
  /** Everything after the front matter. */
  readonly body: string;
};

/** Paths of all Markdown files below `demo/documents`, in order. */
export function markdownPaths(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .sort();
}

/** Splits a Markdown file into its front matter and its body; throws when there is no front matter. */
export function splitFrontMatter(text: string): Pick<WrittenDocument, "frontMatter" | "body"> {
  const match = /^---\n([\s\S]*?)\n---\n/.exec(text);
  if (match?.[1] === undefined) throw new Error("The file does not begin with front matter");
  return { frontMatter: parse(match[1]) as Record<string, unknown>, body: text.slice(match[0].length) };
}

/** All documents of the plan as they are written; throws when a file is missing. */
export function readDocuments(): readonly WrittenDocument[] {
  return documentSets.flatMap((set) =>
    set.documents.map((planned) => ({
      planned,
      setId: set.id,
      ...splitFrontMatter(readFileSync(join(folder, planned.path), "utf8")),
    })),
  );
}

/** Body of the document with this path; throws when the plan has none. */
export function bodyOf(path: string): string {
  const document = readDocuments().find(({ planned }) => planned.path === path);
  if (document === undefined) throw new Error(`The plan has no ${path}`);
  return document.body;
}

/** Number of words of a body; headings and the signs of tables and lists do not count. */
export function countWords(body: string): number {
  return body
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .join(" ")
    .split(/[\s|]+/)
    .filter((token) => /[\p{L}\p{N}]/u.test(token)).length;
}
