import { detectLanguage, type TextLanguage } from "#lib/ranking/language.ts";
import { indexForm, tokenize } from "#lib/ranking/tokenize.ts";

/** A document as an index keeps it; lists are in the order of the index's fields. */
export interface StoredDocument {
  readonly id: string;
  /** A number that its owner knows it by. */
  readonly key: number;
  readonly language: TextLanguage;
  /** Tokens per field. */
  readonly lengths: readonly number[];
  /** Different forms per field. */
  readonly distinct: readonly number[];
  readonly texts: readonly string[];
  /** Rows of forms for phrases, made when first needed. */
  rows: readonly string[] | null;
}

/** What the words of a document are; read again from its texts rather than kept. */
export interface DocumentWords {
  readonly lengths: readonly number[];
  readonly distinct: readonly number[];
  /** Count of each form per field. */
  readonly forms: ReadonlyMap<string, readonly number[]>;
  /** Each word as it is written, with the form under which it is indexed. */
  readonly words: ReadonlyMap<string, string>;
}

/** Counts the forms in the texts of a document's fields. */
export function readWords(texts: readonly string[], language: TextLanguage): DocumentWords {
  const forms = new Map<string, number[]>();
  const words = new Map<string, string>();
  const distinct = texts.map(() => 0);
  const lengths = texts.map((text, field) => {
    const tokens = tokenize(text);
    for (const token of tokens) {
      const form = words.get(token.word) ?? indexForm(token, language);
      const counts = forms.get(form) ?? texts.map(() => 0);
      if (counts[field] === 0) distinct[field] = (distinct[field] ?? 0) + 1;
      counts[field] = (counts[field] ?? 0) + 1;
      forms.set(form, counts);
      words.set(token.word, form);
    }
    return tokens.length;
  });
  return { lengths, distinct, forms, words };
}

/** Reads a document's fields. The language is detected over all of them unless it is given. */
export function readDocument(
  id: string,
  key: number,
  fields: readonly (string | readonly string[])[],
  language?: TextLanguage,
): { readonly document: StoredDocument; readonly words: DocumentWords } {
  const texts = fields.map((text) => (typeof text === "string" ? text : text.join("\n")));
  const spoken = language ?? detectLanguage(texts.join(" "));
  const words = readWords(texts, spoken);
  const { lengths, distinct } = words;
  return { document: { id, key, language: spoken, lengths, distinct, texts, rows: null }, words };
}
