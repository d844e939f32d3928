import { expect, test } from "vitest";
import { htmlText } from "#lib/knowledge/html-text.ts";
import { addressPart, readFile } from "#lib/knowledge/read-file.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (name: string, text: string) => {
  const result = readFile(name, bytes(text));
  if ("refused" in result) throw new Error(result.refused);
  return result;
};

test("Markdown and text are kept word for word, with the title that they give themselves", () => {
  const text = "# Meals\n\nBreakfast may cost 14 EUR.\n";
  expect(read("travel/meals.md", text)).toEqual({
    title: "Meals",
    language: "en",
    version: "",
    content: text,
  });
  expect(read("company_rules.txt", "Nobody works on Sundays.").title).toBe("company rules");
  expect(read("a.md", "---\ntitle: Trips\nversion: 3\n---\nBy train.")).toMatchObject({
    title: "Trips",
    version: "3",
  });
});

test("a page becomes its words; scripts, styles and navigation are none", () => {
  const page = `<!DOCTYPE html><html><head><title>Leave &amp; pay</title><style>p{}</style></head><body>
    <nav>Home</nav><h2 title="a > b">Days</h2><p>You have <b>25</b> days &lt;per year&gt;.</p>
    <script>alert("x")</script><ul><li>One</li><li>Two</li></ul><p>Cut`;
  const { title, content } = read("leave.md", page);
  expect(title).toBe("Leave & pay");
  expect(content).toBe("## Days\n\nYou have 25 days <per year>.\n\n- One\n- Two\n\nCut");
});

test("a page that never ends, or is made of openings, is read in good time", () => {
  expect(htmlText("<".repeat(200_000)).length).toBeGreaterThan(0);
  expect(htmlText(`<p>${"<script>".repeat(50_000)}`)).toBe("");
  expect(htmlText(`${"<!--".repeat(100_000)}`)).toBe("");
});

test.each([
  ["%PDF-1.7 ...", /PDF/],
  ["PK\u0003\u0004rest", /Office/],
  ["a\0b", /not text/],
  ["   \n ", /no words/],
])("%j is refused whatever its name", (text, reason) => {
  const result = readFile("innocent.md", bytes(text));
  expect("refused" in result && result.refused).toMatch(reason);
});

test("bytes that are no UTF-8 are refused, and UTF-16 with its mark is read", () => {
  expect(readFile("a.txt", Uint8Array.of(0x48, 0xe4, 0x75))).toHaveProperty("refused");
  expect(readFile("a.txt", Uint8Array.of(0xff, 0xfe, 0x48, 0x00, 0x69, 0x00))).toMatchObject({
    content: "Hi",
  });
});

test("addresses keep folders apart", () => {
  expect(addressPart("Travel/Español 2.MD")).toBe("travel-espanol-2");
  expect(addressPart("北京.md")).toBe("");
});
