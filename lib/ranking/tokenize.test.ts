import { describe, expect, test } from "vitest";
import { detectLanguage } from "#lib/ranking/language.ts";
import { stem } from "#lib/ranking/stem.ts";
import { queryForms, tokenize, topicTokens } from "#lib/ranking/tokenize.ts";

const words = (text: string) => tokenize(text).map((token) => token.word);

describe("tokenize", () => {
  test.each([
    ["getUserToken", ["get", "user", "token"]],
    ["parse_HTTPResponse", ["parse", "http", "response"]],
    ["LOS-4417", ["los4417", "los", "4417"]],
    ["BRG07", ["brg07", "brg", "07"]],
    ["on-call", ["oncall", "on", "call"]],
    ["Férias já aprovadas", ["ferias", "ja", "aprovadas"]],
    ["customer's", ["customer"]],
    ["ana.lopes@northmere.example", ["analopesnorthmereexample", "ana", "lopes", "northmere", "example"]],
    ["", []],
    ["—!?", []],
  ])("%s", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test("offsets point at the words as written", () => {
    const text = "Is LOS-4417 über BRG-07?";
    for (const token of tokenize(text)) {
      const written = text
        .slice(token.start, token.end)
        .normalize("NFD")
        .replace(/[^\p{L}\p{N}]/gu, "");
      expect(written.toLowerCase()).toBe(token.word);
    }
  });

  test("a word of a megabyte is no word", () => {
    expect(words(`a${"x".repeat(1_000_000)} end`)).toEqual(["end"]);
  });
});

describe("stems", () => {
  test.each([
    ["aprovacao", "aprovacoes"],
    ["viagem", "viagens"],
    ["despesa", "despesas"],
    ["gestor", "gestores"],
  ])("Portuguese %s and %s meet", (one, many) => {
    expect(stem(one, "pt")).toBe(stem(many, "pt"));
  });

  test("a query looks under both languages' stems", () => {
    const [token] = tokenize("approvals");
    expect(token && queryForms(token)).toEqual([stem("approvals", "en"), stem("approvals", "pt")]);
    const [code] = tokenize("4417");
    expect(code && queryForms(code)).toEqual(["4417"]);
  });
});

test("stopwords, single letters and short numbers carry no topic, unless nothing else is there", () => {
  expect(topicTokens(tokenize("what is the price of 2 phones")).map((token) => token.word)).toEqual([
    "price",
    "phones",
  ]);
  expect(topicTokens(tokenize("The Who")).map((token) => token.word)).toEqual(["the", "who"]);
});

test.each([
  ["who is on call for BRG-07", "en"],
  ["quem está de serviço em BRG-07", "pt"],
  ["quantos dias de férias tenho", "pt"],
  ["quantos dias de ferias tenho", "pt"],
  ["how many days of leave do I have", "en"],
  ["and for BRG-09?", "en"],
  ["e para BRG-09?", "pt"],
  ["política de viagens", "pt"],
  ["LOS-4417", "en"],
] as const)("language of %s", (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});
