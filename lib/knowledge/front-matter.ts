/** Facts a document states about itself between `---` lines at its head; values are plain text. */
export interface FrontMatter {
  readonly fields: Readonly<Record<string, string>>;
  /** Where the body begins. */
  readonly bodyStart: number;
}

const fence = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u;

/** Reads `key: value` lines at the head of a Markdown document; a document without them has no fields. */
export function readFrontMatter(markdown: string): FrontMatter {
  const match = fence.exec(markdown);
  if (!match) return { fields: {}, bodyStart: 0 };
  const fields: Record<string, string> = {};
  for (const line of (match[1] ?? "").split(/\r?\n/u)) {
    const [, key, value] = /^([A-Za-z][\w-]*):\s*(.*)$/u.exec(line) ?? [];
    if (key !== undefined && value !== undefined) fields[key] = value.trim().replace(/^(["'])(.*)\1$/u, "$2");
  }
  return { fields, bodyStart: match[0].length };
}
