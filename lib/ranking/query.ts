import type { TextLanguage } from "#lib/ranking/language.ts";
import { relatedStems } from "#lib/ranking/synonyms.ts";
import { indexForm, queryForms, type Token, tokenize, topicTokens } from "#lib/ranking/tokenize.ts";

/** One word of a query with every form under which the index may hold it. */
export interface QueryWord {
  readonly word: string;
  readonly forms: readonly string[];
  /** Forms of words that mean the same, in both languages; found at a discount. */
  readonly related: readonly string[];
  readonly isPart: boolean;
  /** Written with hyphens and searched in parts as well: never respelt. */
  readonly isCompound: boolean;
  readonly isCode: boolean;
}

export interface ParsedQuery {
  readonly words: readonly QueryWord[];
  /** Quoted phrases: a hit must hold each of them. */
  readonly phrases: readonly string[];
  /** Words written with a leading minus: a hit holds none of them. */
  readonly excluded: readonly QueryWord[];
  /** The unfinished last word while somebody types, else null. */
  readonly prefix: string | null;
}

const quoted = /["“”„«»]([^"“”„«»]+)["“”„«»]/gu;
/** Words that ask for a kind of answer rather than name a topic: "how many", "quanto tempo". */
const askingWords =
  /\bhow (?:many|much|long|far|often|soon|quickly|fast|late|old)\b|\bquanto tempo\b|\b(?:a partir|em) de? ?que\b/giu;
const minusWord = /(?<=^|\s)-(\p{L}[\p{L}\p{N}_-]*)/gu;

export interface ParseOptions {
  /** `"phrase"` and `-word` keep their meaning in a search box; a chat message is taken as it stands. */
  readonly operators?: boolean;
  /** The last word matches as a prefix, unless white space follows it. */
  readonly prefixLast?: boolean;
}

/** Reads a query: words joined with OR, phrases that must be there, words that must not. */
export function parseQuery(text: string, options: ParseOptions = {}): ParsedQuery {
  const phrases: string[] = [];
  const excluded: QueryWord[] = [];
  let rest = options.operators ? text : text.replace(askingWords, (found) => " ".repeat(found.length));
  if (rest.trim() === "") rest = text;
  if (options.operators) {
    rest = rest.replace(minusWord, (_, word: string) => {
      excluded.push(
        ...tokenize(word)
          .filter((token) => !token.isPart)
          .map((token) => toQueryWord(token, [])),
      );
      return " ";
    });
    for (const match of rest.matchAll(quoted)) if (match[1]?.trim()) phrases.push(match[1]);
  }
  const tokens = tokenize(rest);
  const last = tokens.at(-1);
  const isTyping = options.prefixLast === true && last !== undefined && last.end === rest.length;
  return {
    words: distinct(topicTokens(tokens).map((token) => toQueryWord(token, tokens))),
    phrases,
    excluded,
    prefix: isTyping && !last.isCode && last.word.length >= 2 ? last.word : null,
  };
}

function toQueryWord(token: Token, all: readonly Token[]): QueryWord {
  const isCompound =
    !token.isPart &&
    all.some((other) => other.isPart && other.start >= token.start && other.end <= token.end);
  const forms = queryForms(token);
  const related = token.isCode ? [] : relatedStems(forms);
  return { word: token.word, forms, related, isPart: token.isPart, isCompound, isCode: token.isCode };
}

function distinct(words: readonly QueryWord[]): QueryWord[] {
  const byForm = new Map<string, QueryWord>();
  for (const word of words) {
    const key = word.forms.join(" ");
    if (!byForm.has(key)) byForm.set(key, word);
  }
  return [...byForm.values()];
}

/** A text as the row of its words' forms, framed by spaces: a phrase is in it when its own row is. */
export function phraseRow(text: string, language: TextLanguage): string {
  const tokens = tokenize(text);
  const forms = tokens.flatMap((token, at) => {
    const next = tokens[at + 1];
    const isSplitFurther = !token.isPart && next?.isPart === true && next.start < token.end;
    return isSplitFurther ? [] : [indexForm(token, language)];
  });
  return ` ${forms.join(" ")} `;
}
