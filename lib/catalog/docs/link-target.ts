import { safeLink } from "#lib/http/safe-link.ts";

/** What an address in docs leads to. */
export type LinkTarget =
  | { readonly kind: "page"; readonly page: string; readonly section: string | null }
  | { readonly kind: "section"; readonly section: string }
  | { readonly kind: "image"; readonly name: string }
  | {
      readonly kind: "tool";
      readonly slug: string;
      readonly page: string | null;
      readonly section: string | null;
    }
  | { readonly kind: "address"; readonly href: string; readonly host: string | null }
  | { readonly kind: "none" };

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

const toolPath = /^\/catalog\/([a-z0-9][a-z0-9-]*)\/?(?:\?([^#]*))?(?:#(.*))?$/;
const notTools = ["compare", "new"];

/**
 * Reads an address as docs write it: `#section` on the same page, `page:slug#section`, `image:name.png`, a path of the
 * portal, or an address elsewhere. What cannot be followed safely is `none`.
 */
export function readTarget(target: string): LinkTarget {
  const text = target.trim();
  if (text.startsWith("#"))
    return text.length > 1 ? { kind: "section", section: decoded(text.slice(1)) } : none;
  const page = /^page:([^#?/\s]+)(?:#(.+))?$/i.exec(text);
  if (page?.[1]) return { kind: "page", page: decoded(page[1]), section: page[2] ? decoded(page[2]) : null };
  const image = /^image:([^#?/\s]+)$/i.exec(text);
  if (image?.[1]) return { kind: "image", name: decoded(image[1]) };
  const tool = toolPath.exec(text);
  if (tool?.[1] && !notTools.includes(tool[1])) {
    const query = new URLSearchParams(tool[2] ?? "");
    return {
      kind: "tool",
      slug: tool[1],
      page: query.get("tab") === "docs" ? query.get("page") : null,
      section: query.get("tab") === "docs" && tool[3] ? decoded(tool[3]) : null,
    };
  }
  const link = safeLink(text);
  return link ? { kind: "address", ...link } : none;
}

const none = { kind: "none" } as const;
