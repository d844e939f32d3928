import { stripInvisible } from "#lib/tools/invisible.ts";

/** Characters that are read at most; what comes later describes nothing that is chosen by. */
const maxRead = 20_000;
const entities: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  gt: ">",
  lt: "<",
  nbsp: " ",
  quot: '"',
};
/** Sentences that speak to the programmer who reads a page, not to whoever chooses an operation. */
const asides =
  /^(?:(?:please )?(?:see|refer to|read|check)\b|(?:to learn more|for (?:more|further|details|additional)|more information|learn more)\b|(?:required )?(?:scopes?|permissions?(?: required)?|authori[sz]ation|rate limit(?: label)?|oauth2?)\b[^.]{0,20}:)/i;

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[String(name).toLowerCase()] ?? whole;
    const point = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

function withoutHtml(text: string): string {
  return decode(
    text
      .replace(/<(script|style)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, " ")
      .replace(/<!--[\s\S]*?(?:-->|$)/g, " ")
      .replace(/<(?:br|\/p|\/div|\/h\d|hr)\b[^<>]*>/gi, "\n\n")
      .replace(/<li\b[^<>]*>/gi, "\n- ")
      .replace(/<\/?[a-z][^<>]*>/gi, ""),
  );
}

function withoutMarkdown(text: string): string {
  return text
    .replace(/^(```|~~~)[\s\S]*?(?:^\1.*$|$(?![\s\S]))/gm, "\n")
    .replace(/^\s*\|.*\|\s*$/gm, "")
    .replace(/^\s*>\s?/gm, "")
    .replace(/\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/g, "")
    .replace(/^\s{0,3}#{1,6}\s.*$/gm, "")
    .replace(/^\s*(?:[-=*_]\s*){3,}$/gm, "")
    .replace(/!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)/g, "")
    .replace(/\[([^\]\n]{0,200})\]\([^)\n]{0,500}\)/g, "$1")
    .replace(/(\*\*|__)(?=\S)([^\n]{1,300}?)\1/g, "$2")
    .replace(/(^|[\s(])[*_](?=\S)([^*_\n]{1,200})[*_](?=[\s).,:;!?]|$)/gm, "$1$2")
    .replace(/`([^`\n]{1,200})`/g, "$1");
}

/** The paragraphs of a text without mark-up; items of a list are parts of one sentence. */
function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => {
      const [before = "", ...items] = paragraph.split(/^\s*(?:[-*+]|\d+[.)])\s+/m);
      const parts = items
        .map((item) => item.replace(/\s+/g, " ").trim().replace(/[.;]$/, ""))
        .filter(Boolean);
      const lead = before.replace(/\s+/g, " ").trim();
      if (parts.length === 0) return lead;
      return `${lead}${lead ? " " : ""}${parts.join("; ")}.`;
    })
    .filter((paragraph) => /[\p{L}\p{N}]/u.test(paragraph));
}

/** A text as plain words in one line: no HTML, no Markdown, nothing that cannot be seen. */
export function plainWords(text: string): string {
  const [shown = ""] = text.slice(0, maxRead).split("\f", 1);
  return paragraphs(withoutMarkdown(withoutHtml(stripInvisible(shown.replace(/\r\n?/g, "\n")))))
    .map((paragraph) => (/[.!?:;…]$/.test(paragraph) ? paragraph : `${paragraph}.`))
    .join(" ")
    .trim();
}

/** The sentences of a plain text. */
export function sentencesOf(plain: string): string[] {
  return plain
    .split(/(?<=[.!?…])\s+(?=[\p{Lu}\p{N}"'(])/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

/** Sentences that say what an operation does, and how many others were taken out. */
export function usefulSentences(plain: string): { readonly kept: string[]; readonly dropped: number } {
  const all = sentencesOf(plain);
  const kept = all.filter((sentence) => !asides.test(sentence.replace(/^note:?\s+/i, "")));
  return { kept, dropped: all.length - kept.length };
}
