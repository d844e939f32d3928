import { describe, expect, test } from "vitest";
import { DocsSearch, searchedSections } from "#lib/catalog/docs/docs-search.ts";
import { docsPages } from "#lib/catalog/docs/pages.ts";
import { plainWords } from "#lib/catalog/docs/plain-words.ts";

const docs = `Ticket Desk works on the ticket service.

# Finding tickets

Filters can be combined.

## Overdue ones

Ask for *overdue* tickets of a [team](page:teams).

# Teams

| Team | Takes |
| ---- | ----- |
| Billing Support | refunds |

## Escalation

After four hours call the duty manager.
`;
const search = new DocsSearch(searchedSections(docsPages(docs, "Ticket Desk")));
const places = (q: string, isTyping = false) =>
  search.find(q, { isTyping }).hits.map(({ page, section }) => `${page}#${section ?? ""}`);

describe("search within docs", () => {
  test("finds sections, and says where they stand", () => {
    expect(places("duty manager")).toEqual(["teams#escalation"]);
    const [hit] = search.find("refund").hits;
    expect(hit).toMatchObject({ page: "teams", pageTitle: "Teams", section: null, heading: null });
    expect(hit?.excerpt).toBe("Team · Takes; Billing Support · refunds;");
    const [[start, end] = [0, 0]] = hit?.excerptMarks ?? [];
    expect(hit?.excerpt.slice(start, end)).toBe("refunds");
  });

  test("begins with the unfinished word while somebody types, and marks it", () => {
    expect(places("escal")).toEqual(places("escal", true));
    expect(places("du", true)).toEqual(["teams#escalation"]);
    expect(search.find("overd", { isTyping: true }).hits[0]?.headingMarks).toEqual([[0, 7]]);
  });

  test("mends a slip, and says how it read it", () => {
    const found = search.find("escalaton");
    expect(found.hits[0]?.section).toBe("escalation");
    expect(found.readAs).toEqual([{ from: "escalaton", to: "escalation" }]);
    expect(search.find("zzqqxx")).toEqual({ hits: [], total: 0, readAs: [] });
  });

  test("a page without a word under its title is found by it", () => {
    const pages = docsPages("# Glossary\n\n# More\n\ntext", "T");
    expect(new DocsSearch(searchedSections(pages)).find("glossary").hits[0]?.page).toBe("glossary");
  });

  test("odd queries find nothing or something, and never fail", () => {
    for (const q of ['"', "-", "%_\\", "\u202E", "a".repeat(200), '"not closed', "???", "日本"])
      search.find(q);
  });
});

describe("words without marks", () => {
  test.each([
    ["| A | B |\n|---|:-:|\n| 1 | `x` |", "A · B; 1 · x;"],
    ["> [!WARNING]\n> Do **not** run it.", "Do not run it."],
    ["## Head ##\ntext [link](https://x.example/a_b) ![alt](image:a.png)", "Head. text link alt"],
    ["- [x] done\n- snake_case and 2*3*4\n1. one", "done snake_case and 2*3*4 one"],
    ["```bash\ncurl -x\n```\n<!-- no -->\n*new* \\*star\\*", "curl -x new *star*"],
    ["Title\n=====\n\n---\n\nText", "Title Text"],
  ])("%j", (markdown, plain) => {
    expect(plainWords(markdown)).toBe(plain);
  });

  test("takes no longer for hostile text", () => {
    const began = performance.now();
    for (const text of [
      "*".repeat(20_000),
      "[".repeat(20_000),
      "|".repeat(20_000),
      "_a".repeat(10_000),
      "<a:".repeat(7000),
    ])
      plainWords(text);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
