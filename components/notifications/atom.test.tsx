import fc from "fast-check";
import { expect, test } from "vitest";
import { atomDocument } from "#lib/notifications/atom.ts";

const entry = (text: string) => ({
  id: "urn:uuid:1",
  title: text,
  updated: "2026-03-01T10:00:00.000Z",
  author: text,
  href: "https://weft.example.com/catalog/a?tab=versions&x=1",
  text,
});
const feed = (...texts: string[]) => ({
  id: "urn:uuid:0",
  title: texts[0] ?? "Changes",
  updated: "2026-03-01T10:00:00.000Z",
  self: "https://weft.example.com/api/tools/a/changes.atom",
  href: "https://weft.example.com/catalog/a",
  entries: texts.map(entry),
});

function read(document: string): Document {
  const read = new DOMParser().parseFromString(document, "application/xml");
  expect(read.querySelector("parsererror")).toBeNull();
  return read;
}

test("whatever people write stays text and well-formed", () => {
  const nasty = `]]><script>alert("1")</script>&amp;\u0000\u0008\uFFFF\uD800 €😀'`;
  const content = read(atomDocument(feed(nasty))).querySelector("entry > content");
  expect(content?.children).toHaveLength(0);
  expect(content?.textContent).toBe(`]]><script>alert("1")</script>&amp;\uFFFD €😀'`);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(read(atomDocument(feed(text))).querySelectorAll("entry *")).toHaveLength(text === "" ? 5 : 7);
    }),
  );
});

test("a feed without entries is whole", () => {
  const document = read(atomDocument(feed()));
  for (const needed of ["id", "title", "updated", "author > name", "link[rel=self]"]) {
    expect(document.querySelector(`feed > ${needed}`), needed).not.toBeNull();
  }
});
