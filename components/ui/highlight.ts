import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";

export type CodeToken = { at: number; text: string; className: string | undefined };

const languages = {
  json: () => import("shiki/langs/json.mjs"),
  yaml: () => import("shiki/langs/yaml.mjs"),
  bash: () => import("shiki/langs/bash.mjs"),
  http: () => import("shiki/langs/http.mjs"),
  python: () => import("shiki/langs/python.mjs"),
  javascript: () => import("shiki/langs/javascript.mjs"),
  typescript: () => import("shiki/langs/typescript.mjs"),
  sql: () => import("shiki/langs/sql.mjs"),
  xml: () => import("shiki/langs/xml.mjs"),
} as const;

const aliases: Record<string, keyof typeof languages> = {
  sh: "bash",
  shell: "bash",
  yml: "yaml",
  py: "python",
  js: "javascript",
  ts: "typescript",
  curl: "bash",
};

// Classes instead of colours: they follow the theme, and no style attribute is needed.
const classes: Record<string, string> = {
  "var(--code-token-keyword)": "text-accent",
  "var(--code-token-constant)": "text-caution",
  "var(--code-token-string)": "text-positive",
  "var(--code-token-string-expression)": "text-positive",
  "var(--code-token-comment)": "text-faint",
  "var(--code-token-parameter)": "text-text",
  "var(--code-token-function)": "text-accent",
  "var(--code-token-punctuation)": "text-muted",
  "var(--code-token-link)": "text-accent",
};

let highlighter: Promise<HighlighterCore> | undefined;

const known = (name: string): keyof typeof languages | undefined =>
  name in languages ? (name as keyof typeof languages) : aliases[name];

/** Splits code into tokens with a class each, line by line; null for a language that we do not colour. */
export async function highlight(code: string, languageName: string): Promise<CodeToken[][] | null> {
  const language = known(languageName.toLowerCase());
  if (!language) return null;
  highlighter ??= createHighlighterCore({
    engine: createJavaScriptRegexEngine(),
    themes: [createCssVariablesTheme({ name: "weft", variablePrefix: "--code-" })],
    langs: [],
  });
  const shiki = await highlighter;
  await shiki.loadLanguage(await languages[language]());
  const { tokens } = shiki.codeToTokens(code, { lang: language, theme: "weft" });
  return tokens.map((line) =>
    line.map((token) => ({ at: token.offset, text: token.content, className: classes[token.color ?? ""] })),
  );
}
