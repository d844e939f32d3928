const unseen = new Set(["script", "style", "noscript", "template", "svg", "head", "nav", "iframe"]);
const breaks = new Set([
  "p",
  "div",
  "br",
  "tr",
  "table",
  "ul",
  "ol",
  "section",
  "article",
  "header",
  "footer",
  "main",
  "blockquote",
  "pre",
  "dl",
  "dt",
  "dd",
  "form",
  "figure",
  "hr",
]);

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  euro: "€",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  szlig: "ß",
  copy: "©",
  deg: "°",
};

function decoded(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,10}));/gi, (whole, decimal, hex, name) => {
    if (name) return named[name] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    const isLetter = code > 0 && code <= 0x10_ff_ff && !(code >= 0xd800 && code <= 0xdfff);
    return isLetter ? String.fromCodePoint(code) : "";
  });
}

function plain(text: string): string {
  return decoded(text.replaceAll(/\s+/g, " "));
}

/** Where a tag ends: at the next `>` outside quotes, or at the end of a page that was cut. */
function endOfTag(html: string, from: number): number {
  let quote = "";
  for (let at = from; at < html.length; at += 1) {
    const sign = html[at] ?? "";
    if (quote) quote = sign === quote ? "" : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === ">") return at;
  }
  return html.length;
}

function markOf(name: string, isEnd: boolean): string {
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level) return isEnd ? "\n\n" : `\n\n${"#".repeat(Number(level))} `;
  if (name === "li") return isEnd ? "" : "\n- ";
  if (name === "td" || name === "th") return isEnd ? "" : " · ";
  if (name === "br") return "\n";
  return breaks.has(name) ? "\n\n" : "";
}

/** The title that a page gives itself in its head. */
export function htmlTitle(html: string): string {
  const from = html.search(/<title[\s>]/i);
  if (from < 0) return "";
  const begin = endOfTag(html, from) + 1;
  const end = html.indexOf("</", begin);
  return decoded(html.slice(begin, end < 0 ? begin + 300 : end).replaceAll(/\s+/g, " ")).trim();
}

/** The words of a page as Markdown: headings, lists and paragraphs. Scripts, styles and navigation are left out. */
export function htmlText(html: string): string {
  const pieces: string[] = [];
  const lower = html.toLowerCase();
  /** Elements that are not closed any more: looking for their end again and again would take for ever. */
  const endless = new Set<string>();
  for (let at = 0; at < html.length; ) {
    const tag = html.indexOf("<", at);
    if (tag < 0 || tag > at) pieces.push(plain(html.slice(at, tag < 0 ? html.length : tag)));
    if (tag < 0) break;
    if (html.startsWith("<!--", tag)) {
      const end = html.indexOf("-->", tag);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const [, slash = "", name = ""] = /^<(\/?)([a-z][a-z0-9-]*)/.exec(lower.slice(tag, tag + 40)) ?? [];
    if (!name && !/[!?/]/.test(html[tag + 1] ?? "")) {
      pieces.push("<");
      at = tag + 1;
      continue;
    }
    at = endOfTag(html, tag + 1) + 1;
    if (unseen.has(name) && !slash && !endless.has(name)) {
      const end = lower.indexOf(`</${name}`, at);
      // An element that is never closed hides nothing but its own tag.
      if (end >= 0) at = endOfTag(html, end) + 1;
      else endless.add(name);
    } else pieces.push(markOf(name, slash !== ""));
  }
  return pieces
    .join("")
    .replaceAll(/[ \t]+/g, " ")
    .replaceAll(/ ?\n ?/g, "\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}
