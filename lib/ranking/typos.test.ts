import { expect, test } from "vitest";
import { damerauLevenshtein } from "#lib/ranking/edit-distance.ts";
import { trigrams, wordSimilarity } from "#lib/ranking/trigrams.ts";
import { NameIndex } from "#lib/ranking/typos.ts";

const names = new NameIndex();
for (const name of [
  "Ticket desk",
  "Tariff guide",
  "Leave balance",
  "Network runbooks",
  "Salary bands",
  "Expense claims",
]) {
  names.put(name, [name]);
}
names.put("Staff directory", ["Staff directory", "Who is who"]);

test.each([
  ["missing letter", "tiket", "Ticket desk"],
  ["doubled letter", "tarriff", "Tariff guide"],
  ["swapped letters", "tikcet", "Ticket desk"],
  ["swapped first letters", "elave", "Leave balance"],
  ["wrong letter", "salery bands", "Salary bands"],
  ["joined words", "ticketdesk", "Ticket desk"],
  ["joined and misspelt", "leavebalence", "Leave balance"],
  ["torn word", "run books", "Network runbooks"],
  ["alias with a slip", "who is wo", "Staff directory"],
  ["two words, one wrong", "expence claim", "Expense claims"],
])("%s: %s", (_, query, expected) => {
  expect(names.suggest(query)[0]?.name.replace("Who is who", "Staff directory")).toBe(expected);
});

test("what resembles nothing suggests nothing", () => {
  expect(names.suggest("quantum")).toEqual([]);
  expect(names.suggest("  ")).toEqual([]);
});

test("what is not allowed is not suggested", () => {
  expect(names.suggest("salary band", { allowed: new Set(["Ticket desk"]) })).toEqual([]);
});

test("an exact name is found whatever its case and punctuation", () => {
  expect(names.exact("ticket-DESK")).toEqual(["Ticket desk"]);
  expect(names.exact("who is who")).toEqual(["Staff directory"]);
  names.put("gone", ["Old name"]);
  names.put("gone", []);
  expect(names.exact("Old name")).toEqual([]);
});

test("word similarity agrees with PostgreSQL's pg_trgm", () => {
  const similarity = (query: string, text: string) =>
    wordSimilarity(new Set(trigrams(query)), text.split(" ").flatMap(trigrams));
  expect(similarity("word", "two words")).toBeCloseTo(0.8, 6);
  expect(similarity("tikcet", "ticket")).toBeLessThan(0.4);
});

test("edits: a swap is one, and counting stops at the limit", () => {
  expect(damerauLevenshtein("ticket", "tikcet", 2)).toBe(1);
  expect(damerauLevenshtein("kitten", "sitting", 3)).toBe(3);
  expect(damerauLevenshtein("kitten", "sitting", 1)).toBe(2);
  expect(damerauLevenshtein("", "abc", 5)).toBe(3);
});
