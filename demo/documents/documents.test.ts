import { expect, test } from "vitest";
import { documentSets } from "#demo/company/documents-plan.ts";
import { travelAdvanceForm } from "#demo/company/facts.ts";
import { personById, teamBySlug } from "#demo/company/organisation.ts";
import { tariffs } from "#demo/company/tariffs.ts";
import { countWords, markdownPaths, readDocuments, splitFrontMatter } from "./read-documents.ts";

const documents = readDocuments();
const paths = documents.map(({ planned }) => planned.path);

test("the plan has 12 sets, and exactly its files exist", () => {
  expect(documentSets).toHaveLength(12);
  expect(markdownPaths()).toEqual([...paths].sort());
});

test("the documents hold at least 25,000 words", () => {
  const words = documents.reduce((sum, { body }) => sum + countWords(body), 0);
  expect(words).toBeGreaterThanOrEqual(25_000);
});

test("headings, front matter and table signs are not counted as words", () => {
  expect(countWords("# A title\n\n| a | b |\n|---|---|\n\n- one two\n")).toBe(4);
  expect(() => splitFrontMatter("# No front matter\n")).toThrow();
});

test.each(documents)("$planned.path has the front matter of the plan", ({ planned, setId, frontMatter }) => {
  const set = documentSets.find(({ id }) => id === setId);
  expect(frontMatter).toEqual({
    title: planned.title,
    set: setId,
    language: planned.language,
    ownerTeam: set?.ownerTeam,
    version: expect.stringMatching(/^\d+\.\d+$/),
    verifiedBy: planned.verifiedBy,
    verifiedDaysAgo: planned.verifiedDaysAgo,
    dataClass: set?.dataClass,
  });
  expect(personById(planned.verifiedBy).id).toBe(planned.verifiedBy);
  expect(teamBySlug(String(frontMatter.ownerTeam)).slug).toBe(frontMatter.ownerTeam);
});

test.each(documents)("$planned.path has its title, numbered sections and its length", ({ planned, body }) => {
  const headings = [...body.matchAll(/^(#+) (.+)$/gm)].map(([, marks, text]) => ({ marks, text }));
  expect(headings[0]).toEqual({ marks: "#", text: planned.title });
  const sections = headings.filter(({ marks }) => marks === "##").map(({ text }) => text);
  expect(sections.length).toBeGreaterThanOrEqual(5);
  for (const [index, text] of sections.entries()) expect(text).toMatch(new RegExp(`^${index + 1}\\. \\S`));
  expect(countWords(body)).toBeGreaterThanOrEqual(planned.targetWords * 0.85);
});

test.each(documents)("$planned.path is in its language and finished", ({ planned, body }) => {
  const words = body.toLowerCase().match(/\p{L}+/gu) ?? [];
  const share = (common: readonly string[]) =>
    words.filter((word) => common.includes(word)).length / words.length;
  const english = share(["the", "and", "is", "of", "to"]);
  const portuguese = share(["de", "que", "não", "o", "e"]);
  expect(planned.language === "pt" ? portuguese > english : english > portuguese).toBe(true);
  expect(body).not.toMatch(/[Ll]orem ipsum|TODO|TBD|FIXME|XXX|\{\{|\[[^\]]*\]\(/);
});

test("a title in italics is the title of a document, a tariff, a form or a word of the portal", () => {
  const known = new Set([
    ...documents.map(({ planned }) => planned.title),
    ...tariffs.map(({ name }) => name),
    travelAdvanceForm.currentName,
    travelAdvanceForm.supersededName,
    "Leave check",
    "Run",
  ]);
  const unknown = documents.flatMap(({ planned, body }) =>
    [...body.matchAll(/(?<!\*)\*([^*\n]+)\*(?!\*)/g)]
      .map(([, title = ""]) => title)
      .filter((title) => !known.has(title))
      .map((title) => `${planned.path}: ${title}`),
  );
  expect(unknown).toEqual([]);
});
