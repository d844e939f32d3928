import { readBlocks } from "#lib/knowledge/markdown-blocks.ts";

/** A place of a text that holds the target of a link or an image, and what is to be written there around a target. */
export type FoundLink = {
  readonly kind: "link" | "image";
  readonly target: string;
  readonly start: number;
  readonly end: number;
  /** Puts a target into words that fit between `start` and `end`. */
  readonly write: (target: string) => string;
};

/** A definition of a reference, which stands apart from where it is used. */
export type FoundDefinition = { readonly start: number; readonly end: number };

const written = (target: string) => (/[\s()<>]/.test(target) ? `<${target.replace(/[<>\n]/g, "")}>` : target);
const bare = (target: string) =>
  target
    .replace(/^<([\s\S]*)>$/, "$1")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replaceAll("&amp;", "&");

const definitionLine =
  /^ {0,3}\[([^\]\n]{1,300})\]:[ \t]*(<[^<>\n]*>|\S+)(?:[ \t]+("[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$/gm;
const inlineTarget = /[ \t\n]{0,9}(<[^<>\n]*>|[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*)/y;
const htmlImage = /<img\s[^<>]{0,2000}>/giy;

type Definition = { readonly target: string; readonly title: string };
type Definitions = ReadonlyMap<string, Definition>;

const labelOf = (text: string) => text.trim().toLowerCase().replace(/\s+/g, " ");

function attribute(source: string, name: string): string {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "i").exec(source) ?? [];
  return double ?? single ?? "";
}

/** Goes through the words of a text once, from left to right; brackets that are open wait on a stack. */
class Scanner {
  readonly #text: string;
  readonly #definitions: Definitions;
  readonly found: FoundLink[] = [];
  readonly #open: { readonly at: number; readonly isImage: boolean }[] = [];
  /** By length, where no further run of backticks is found. */
  readonly #closed = new Set<number>();

  constructor(text: string, definitions: Definitions) {
    this.#text = text;
    this.#definitions = definitions;
  }

  scan(from: number, to: number): void {
    this.#open.length = 0;
    this.#closed.clear();
    for (let at = from; at < to; ) at = this.#step(at, to);
  }

  #step(at: number, to: number): number {
    const letter = this.#text.charAt(at);
    if (letter === "\\") return at + 2;
    if (letter === "`") return this.#afterCode(at, to);
    if (letter === "[") {
      this.#open.push({ at, isImage: this.#text.charAt(at - 1) === "!" });
      return at + 1;
    }
    if (letter === "]") return this.#afterBracket(at);
    return letter === "<" ? this.#afterTag(at) : at + 1;
  }

  #afterCode(at: number, to: number): number {
    let end = at;
    while (end < to && this.#text.charAt(end) === "`") end += 1;
    const length = end - at;
    if (this.#closed.has(length)) return end;
    const close = new RegExp(`(?<!\`)\`{${length}}(?!\`)`, "g");
    close.lastIndex = end;
    const place = close.exec(this.#text);
    if (place && place.index < to) return place.index + length;
    this.#closed.add(length);
    return end;
  }

  #afterTag(at: number): number {
    htmlImage.lastIndex = at;
    const [source] = htmlImage.exec(this.#text) ?? [];
    if (!source) return at + 1;
    const target = attribute(source, "src");
    const alt = attribute(source, "alt").replace(/[[\]\\\n]/g, "");
    const write = (other: string) => `![${alt}](${written(other)})`;
    if (target) this.found.push({ kind: "image", target, start: at, end: at + source.length, write });
    return at + source.length;
  }

  #afterBracket(at: number): number {
    const opener = this.#open.pop();
    if (!opener) return at + 1;
    const kind = opener.isImage ? "image" : "link";
    const next = this.#text.charAt(at + 1);
    if (next === "(") {
      inlineTarget.lastIndex = at + 2;
      const [whole = "", target = ""] = inlineTarget.exec(this.#text) ?? [];
      const end = at + 2 + whole.length;
      if (target !== "" && /[ \t\n)]/.test(this.#text.charAt(end)))
        this.found.push({ kind, target: bare(target), start: end - target.length, end, write: written });
      return end;
    }
    return this.#afterReference(kind, opener.at, at, next === "[");
  }

  #afterReference(kind: FoundLink["kind"], from: number, at: number, hasLabel: boolean): number {
    const close = hasLabel ? this.#text.slice(at + 2, at + 302).indexOf("]") : -1;
    const end = hasLabel && close !== -1 ? at + 3 + close : at + 1;
    const words = this.#text.slice(from + 1, at);
    const label = (hasLabel && close !== -1 ? this.#text.slice(at + 2, end - 1) : "") || words;
    const definition = label.length <= 300 ? this.#definitions.get(labelOf(label)) : undefined;
    if (!definition) return at + 1;
    const { target, title } = definition;
    const write = (other: string) => `](${written(other)}${title ? ` ${title}` : ""})`;
    this.found.push({ kind, target, start: at, end, write });
    return end;
  }
}

/**
 * The links and images of a Markdown text, with references resolved, in one pass: a text that is made to be slow costs no
 * more than another one. Code is passed over.
 */
export function scanLinks(text: string): {
  readonly links: readonly FoundLink[];
  readonly definitions: readonly FoundDefinition[];
} {
  const blocks = readBlocks(text).filter(({ kind }) => kind !== "code");
  const known = new Map<string, Definition>();
  const definitions: FoundDefinition[] = [];
  for (const { start, end } of blocks) {
    for (const match of text.slice(start, end).matchAll(definitionLine)) {
      const [line, label = "", target = "", title = ""] = match;
      if (!known.has(labelOf(label))) known.set(labelOf(label), { target: bare(target), title });
      definitions.push({ start: start + match.index, end: start + match.index + line.length });
    }
  }
  const scanner = new Scanner(text, known);
  for (const { start, end } of blocks) scanner.scan(start, end);
  const isDefined = (at: number) => definitions.some(({ start, end }) => at >= start && at < end);
  const links =
    definitions.length > 0 ? scanner.found.filter(({ start }) => !isDefined(start)) : scanner.found;
  return { links, definitions };
}
