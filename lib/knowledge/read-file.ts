import { readFrontMatter } from "#lib/knowledge/front-matter.ts";
import { htmlText, htmlTitle } from "#lib/knowledge/html-text.ts";
import { detectLanguage } from "#lib/ranking/language.ts";

export type FileDocument = {
  readonly title: string;
  readonly language: "en" | "pt";
  readonly version: string;
  /** Markdown. */
  readonly content: string;
};

/** First bytes of files that people take for text, and what to do with each. */
const others: readonly (readonly [signature: string, reason: string])[] = [
  ["%PDF", "It is a PDF. Export it as text, Markdown or HTML."],
  ["PK\u0003\u0004", "It is an archive or an Office file. Save it as text, Markdown or HTML."],
  ["\u00d0\u00cf\u0011\u00e0", "It is an Office file. Save it as text, Markdown or HTML."],
  ["\u0089PNG", "It is an image."],
  ["GIF8", "It is an image."],
  ["\u00ff\u00d8\u00ff", "It is an image."],
];

function decoderOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(decoderOf(bytes), { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Markdown may hold pieces of HTML; a page says what it is at once. */
function isPage(text: string): boolean {
  return /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)[\s>]/i.test(
    text.slice(0, 4000),
  );
}

function nameWithoutEnding(name: string): string {
  const last = name.replaceAll("\\", "/").split("/").at(-1) ?? name;
  return last
    .replace(/\.[A-Za-z0-9]{1,8}$/, "")
    .replaceAll(/[-_]+/g, " ")
    .trim();
}

function titleOf(name: string, fields: Readonly<Record<string, string>>, body: string, page: string): string {
  const heading = /^#\s+(.+?)\s*#*\s*$/m.exec(body.slice(0, 5000))?.[1] ?? "";
  const title = fields.title || page || heading || nameWithoutEnding(name) || "Untitled";
  return title.slice(0, 200);
}

/**
 * A file as a document, by its content and never by the ending of its name: text in UTF-8 or UTF-16, Markdown, or a page of
 * HTML. Anything else is refused with the reason.
 */
export function readFile(name: string, bytes: Uint8Array): FileDocument | { readonly refused: string } {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  const other = others.find(([signature]) => head.startsWith(signature));
  if (other) return { refused: other[1] };
  const text = textOf(bytes);
  if (text === null || text.includes("\0")) return { refused: "It is not text in UTF-8 or UTF-16." };
  const page = isPage(text);
  const content = page ? htmlText(text) : text;
  const { fields, bodyStart } = readFrontMatter(content);
  if (!/[\p{L}\p{N}]/u.test(content.slice(bodyStart))) return { refused: "There are no words in it." };
  return {
    title: titleOf(name, fields, content.slice(bodyStart), page ? htmlTitle(text) : ""),
    language: detectLanguage(content) === "pt" ? "pt" : "en",
    version: (fields.version ?? "").slice(0, 80),
    content,
  };
}

/** A name as a part of an address; folders stay apart, so that files of the same name in two of them do. */
export function addressPart(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\.(?:md|markdown|txt|html?|text)$/, "")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 80)
    .replaceAll(/-+$/g, "");
}
