import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { DocumentReader } from "#components/knowledge/document-reader.tsx";
import { PassageAnswerView } from "#components/knowledge/passage-answer.tsx";
import { readWords } from "#lib/knowledge/document-href.ts";
import { isStale } from "#lib/knowledge/freshness.ts";
import type { FoundPassage, OpenDocument } from "#lib/knowledge/schema.ts";

afterEach(cleanup);
const id = "01990000-0000-7000-8000-000000000001";
const content =
  "# Meals\n\n## Limits\n\nDinner may cost 38 EUR. Keep receipts.\n\n## Approval\n\nThe manager approves.";
const start = content.indexOf("Dinner");
const opened: OpenDocument = {
  source: { slug: "expenses", name: "Expenses", team: "Finance", dataClass: "internal" },
  document: {
    id,
    slug: "meals",
    title: "Meals",
    language: "en",
    version: "",
    content,
    bodyStart: 0,
    verifiedBy: null,
    verifiedAt: "2026-05-01T00:00:00.000Z",
    updatedAt: "2026-05-01T00:00:00.000Z",
  },
  passage: { start, end: content.indexOf("\n\n## Approval") },
};

test("the cited passage is set off and the words that answer are marked in it", () => {
  const { container } = render(
    <DocumentReader opened={opened} isPassageWanted words={{ start: 0, end: 23 }} isStale={false} />,
  );
  expect(container.querySelector("#passage")?.textContent).toBe("Dinner may cost 38 EUR. Keep receipts.");
  expect(container.querySelector("mark")?.textContent).toBe("Dinner may cost 38 EUR.");
  expect(screen.getByRole("link", { name: "Limits" }).getAttribute("href")).toBe("#limits");
  expect(screen.queryByRole("heading", { name: "Meals" })).toBeNull();
});

test("a passage that is gone, an old and a missing verification are said", () => {
  const gone = { ...opened, passage: null };
  render(<DocumentReader opened={gone} isPassageWanted words={{ start: 0, end: 9 }} isStale />);
  expect(screen.getByText(/no longer in this document/)).toBeTruthy();
  expect(screen.getByText(/more than 90 days ago/)).toBeTruthy();
  expect(document.querySelector("mark")).toBeNull();
  cleanup();
  const never = { ...gone, document: { ...gone.document, verifiedAt: null } };
  render(<DocumentReader opened={never} isPassageWanted={false} words={null} isStale={false} />);
  expect(screen.getByText(/Nobody has verified/)).toBeTruthy();
});

const passage: FoundPassage = {
  passageId: "p1",
  documentId: id,
  documentSlug: "meals",
  sourceSlug: "expenses",
  document: "Meals",
  headingPath: ["Meals", "Limits"],
  page: 2,
  date: "2026-05-01T00:00:00.000Z",
  verifiedBy: "Ana Pires",
  text: "| Dinner | 38 EUR |\n| Lunch | 20 EUR |",
  tableHead: "| Meal | Limit |\n|---|---|",
  language: "en",
  start: 0,
  end: 38,
  best: { start: 0, end: 19 },
  matchedWords: ["dinner"],
  score: 0.9,
};

test("rows of a table are quoted under their head, with where they come from", () => {
  const answer = { question: "dinner", passages: [passage], agreement: "single", abstained: false } as const;
  render(<PassageAnswerView answer={{ ...answer, passages: [passage] }} />);
  expect(screen.getAllByRole("columnheader").map(({ textContent }) => textContent)).toEqual([
    "Meal",
    "Limit",
  ]);
  expect([...document.querySelectorAll("mark")].map(({ textContent }) => textContent)).toEqual([
    "Dinner",
    "38 EUR",
  ]);
  expect(screen.getByRole("link", { name: "Meals" }).getAttribute("href")).toBe(
    "/sources/expenses/meals?passage=p1&words=0-19#passage",
  );
  expect(screen.getByText(/by Ana Pires/)).toBeTruthy();
});

test("documents that differ are said to, and nothing fitting is an honest no", () => {
  const answer = { question: "dinner", abstained: false, agreement: "differ" as const };
  render(<PassageAnswerView answer={{ ...answer, passages: [passage, { ...passage, passageId: "p2" }] }} />);
  expect(screen.getByText(/The documents differ/)).toBeTruthy();
  cleanup();
  render(<PassageAnswerView answer={{ ...answer, passages: [], abstained: true }} />);
  expect(screen.getByText(/Nothing in the documents answers this/)).toBeTruthy();
});

test("addresses and ages are read strictly", () => {
  expect(readWords("8-36")).toEqual({ start: 8, end: 36 });
  for (const wrong of ["36-8", "8", "-8-9", "a-b", ["8-36"], undefined]) expect(readWords(wrong)).toBeNull();
  const today = new Date("2026-05-09T00:00:00Z");
  expect(isStale("2026-02-08T00:00:00Z", today)).toBe(false);
  expect(isStale("2026-02-07T00:00:00Z", today)).toBe(true);
  expect(isStale(null, today)).toBe(false);
});
