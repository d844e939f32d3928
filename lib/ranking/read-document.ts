import { detectLanguage, type TextLanguage } from "#lib/ranking/language.ts";
import { indexForm, tokenize } from "#lib/ranking/tokenize.ts";

/** A document as an index keeps it; lists are in the order of the index's fields. */
export interface StoredDocument {
  readonly id: string;
  readonly language: TextLanguage;
  /** Tokens per field. */
  readonly lengths: readonly number[];
  /** Different forms per field. */
  readonly distinct: readonly number[];
  /** Count of each form per field. */
  readonly forms: ReadonlyMap<string, readonly number[]>;
  /** Each word as it is written, with the form under which it is indexed. */
  readonly words: readonly (readonly [word: string, form: string])[];
  readonly texts: readonly string[];
  /** Rows of forms for phrases, made when first needed. */
  rows: readonly string[] | null;
}

/** Counts the forms of a document's fields. The language is detected over all fields unless it is given. */
export function readDocument(
  id: string,
  fields: readonly (string | readonly string[])[],
  language?: TextLanguage,
): StoredDocument {
  const texts = fields.map((text) => (typeof text === "string" ? text : text.join("\n")));
  const spoken = language ?? detectLanguage(texts.join(" "));
  const forms = new Map<string, number[]>();
  const words: (readonly [string, string])[] = [];
  const lengths = texts.map((text, field) => {
    const tokens = tokenize(text);
    for (const token of tokens) {
      const form = indexForm(token, spoken);
      const counts = forms.get(form) ?? fields.map(() => 0);
      counts[field] = (counts[field] ?? 0) + 1;
      forms.set(form, counts);
      words.push([token.word, form]);
    }
    return tokens.length;
  });
  const distinct = fields.map((_, field) => [...forms.values()].filter((counts) => counts[field]).length);
  return { id, language: spoken, lengths, distinct, forms, words, texts, rows: null };
}
