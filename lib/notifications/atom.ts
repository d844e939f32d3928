export type AtomEntry = {
  /** An IRI that never changes. */
  readonly id: string;
  readonly title: string;
  /** ISO 8601. */
  readonly updated: string;
  readonly author?: string | undefined;
  /** Where a person reads of it. */
  readonly href: string;
  /** Plain text. */
  readonly text: string;
};

export type AtomFeed = {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  /** Address of the feed itself, and of the page that it goes with. */
  readonly self: string;
  readonly href: string;
  readonly entries: readonly AtomEntry[];
};

export const atomMediaType = "application/atom+xml";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** XML 1.0 has no way to write most control characters, not even escaped, nor halves of a character. */
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(unwritable, "")
    .replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}

function entryXml({ id, title, updated, author, href, text }: AtomEntry): string {
  return [
    "  <entry>",
    `    <id>${xml(id)}</id>`,
    `    <title type="text">${xml(title)}</title>`,
    `    <updated>${xml(updated)}</updated>`,
    ...(author ? [`    <author><name>${xml(author)}</name></author>`] : []),
    `    <link rel="alternate" type="text/html" href="${xml(href)}"/>`,
    `    <content type="text">${xml(text)}</content>`,
    "  </entry>",
  ].join("\n");
}

/** A feed as Atom (RFC 4287). Whatever people wrote stands in it as text, never as markup. */
export function atomDocument({ id, title, updated, self, href, entries }: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `  <id>${xml(id)}</id>`,
    `  <title type="text">${xml(title)}</title>`,
    `  <updated>${xml(updated)}</updated>`,
    "  <author><name>Weft</name></author>",
    `  <link rel="self" type="${atomMediaType}" href="${xml(self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${xml(href)}"/>`,
    ...entries.map(entryXml),
    "</feed>",
    "",
  ].join("\n");
}
