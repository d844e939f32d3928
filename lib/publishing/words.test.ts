import { expect, test } from "vitest";
import { changedFields, pickWords, tidyWords } from "#lib/publishing/changed-words.ts";
import { failureReasons } from "#lib/publishing/failure-reasons.ts";
import { mergeWords } from "#lib/publishing/merge-words.ts";
import { tieOf } from "#lib/publishing/my-tools.ts";
import type { DraftWords } from "#lib/publishing/schema.ts";
import { wordsProblems } from "#lib/publishing/words-problems.ts";
import type { Failure } from "#lib/telemetry/schema.ts";

const words: DraftWords = {
  name: "Ticket desk",
  purpose: "Finds and creates tickets of customers.",
  whenToUse: ["A customer calls"],
  whenNotToUse: [],
  useInstead: [],
  examples: [],
  tags: ["tickets"],
  synonyms: [],
  knownIssues: [],
  limits: [],
  docs: "# Tickets",
};

test("spaces and blank lines are no change", () => {
  const typing = { ...words, name: " Ticket desk ", whenToUse: ["A customer calls ", " "] };
  expect(tidyWords(typing)).toEqual(words);
  expect(changedFields(words, typing)).toEqual([]);
});

test("changed fields come in the order of the form, and only they are picked", () => {
  const after = { ...words, docs: "# New", purpose: "Finds tickets of customers." };
  expect(changedFields(words, after)).toEqual(["purpose", "docs"]);
  expect(pickWords(after, ["purpose"])).toEqual({ purpose: "Finds tickets of customers." });
});

test("changes of two people in different fields are joined", () => {
  const mine = { ...words, purpose: "Mine, and long enough." };
  const theirs = { ...words, docs: "# Theirs", tags: ["tickets", "desk"] };
  const merged = mergeWords(words, mine, theirs);
  expect(merged.conflicts).toEqual([]);
  expect(merged.words).toEqual({ ...mine, docs: "# Theirs", tags: ["tickets", "desk"] });
});

test("the same field changed by both is a conflict that keeps mine and drops nothing else", () => {
  const merged = mergeWords(words, { ...words, name: "Mine" }, { ...words, name: "Theirs", docs: "# T" });
  expect(merged).toEqual({ conflicts: ["name"], words: { ...words, name: "Mine", docs: "# T" } });
  expect(mergeWords(words, { ...words, name: "Same" }, { ...words, name: "Same" }).conflicts).toEqual([]);
});

test("problems name the field and the entry in plain words", () => {
  const draft: DraftWords = {
    ...words,
    name: "x",
    limits: ["fine", "l".repeat(401)],
    whenToUse: ["Same", "Same"],
    examples: [{ request: "", answer: "An answer to nothing" }],
  };
  expect(wordsProblems(draft)).toEqual([
    { field: "name", message: "Write a name of at least 2 characters." },
    { field: "examples", message: "Entry 1: Write something here, or remove it." },
    { field: "limits", message: "Entry 2: At most 400 characters." },
    { field: "whenToUse", message: "Entry 2 is there twice." },
  ]);
  expect(wordsProblems(words)).toEqual([]);
});

test("failures are counted by reason, the most frequent first", () => {
  const failure = (errorMessage: string | null, minute: number): Failure => ({
    id: "0198a000-0000-7000-8000-000000000000",
    occurredAt: `2026-05-09T10:${minute}:00.000Z`,
    operationName: "find",
    outcome: "timed-out",
    errorCode: null,
    errorMessage,
    durationMs: 10,
    source: "live",
  });
  expect(failureReasons([failure("Down", 30), failure(null, 20), failure("Down", 10)])).toEqual([
    { reason: "Down", count: 2, lastAt: "2026-05-09T10:30:00.000Z" },
    { reason: "timed-out", count: 1, lastAt: "2026-05-09T10:20:00.000Z" },
  ]);
});

test("the strongest tie counts, and somebody without a team has none through it", () => {
  const people = { owner: { id: "o" }, deputy: { id: "d" }, makerId: "o", teamId: "t" };
  expect(tieOf({ id: "o", teamId: "t" }, people)).toBe("owner");
  expect(tieOf({ id: "d", teamId: "t" }, people)).toBe("deputy");
  expect(tieOf({ id: "x", teamId: "t" }, people)).toBe("team");
  expect(tieOf({ id: "x", teamId: null }, { ...people, teamId: null })).toBeNull();
});
