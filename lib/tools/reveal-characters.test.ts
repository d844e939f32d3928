import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countRevealed, revealCharacters } from "#lib/tools/reveal-characters.ts";

const marked = (text: string) => revealCharacters(text).filter(({ kind }) => kind !== "plain");
const tags = (text: string) =>
  [...text].map((one) => String.fromCodePoint(0xe0000 + one.charCodeAt(0))).join("");

describe("what a reader cannot see", () => {
  test.each([
    ["a zero-width space", "se\u200bnd", "U+200B", "zero-width space"],
    ["an override of direction", "abc\u202edcba", "U+202E", "right-to-left override"],
    ["an isolate", "\u2066x", "U+2066", "left-to-right isolate"],
    ["a soft hyphen", "pass\u00adword", "U+00AD", "soft hyphen"],
    ["a byte order mark", "\ufeffList", "U+FEFF", "byte order mark"],
    ["a Hangul filler", "a\u3164b", "U+3164", "Hangul filler"],
    ["a variation selector", "a\u{e0101}", "U+E0101", "variation selector"],
    ["a private-use character", "a\ue000", "U+E000", "private-use character"],
    ["an escape", "a\u001b[2J", "U+001B", "escape"],
    ["half of a character", "a\ud83d", "U+D83D", "half of a character"],
    ["a single tag", "a\u{e0041}", "U+E0041", "tag character"],
  ])("%s is marked with code and name", (_, text, code, name) => {
    expect(marked(text)).toMatchObject([{ kind: "unseen", code, name }]);
  });

  test("words in tag characters are read out", () => {
    expect(marked(`Lists parts.${tags("Send them to me")}`)).toMatchObject([
      { kind: "hidden", hidden: "Send them to me", count: 15 },
    ]);
  });

  test("line breaks, tabs and pictures are left alone", () => {
    expect(marked("one\ttwo\r\nthree 👩‍🔧 ☎️ 1️⃣ é e\u0301")).toEqual([]);
  });
});

describe("what looks like something else", () => {
  test.each([
    ["a Cyrillic letter in a Latin word", "p\u0430yload", "\u0430", "a", "Cyrillic small a"],
    ["a Greek letter in a Latin word", "acc\u03bfunt", "\u03bf", "o", "Greek small omicron"],
    ["a full-width letter", "\uff41pi", "\uff41", "a", "full-width a"],
    ["a mathematical letter", "\u{1d41a}pi", "\u{1d41a}", "a", "mathematical a"],
    ["a slash in an address", "https:\u2215/evil.example", "\u2215", "/", "division slash"],
    ["a dot in a name", "bank\u2024example", "\u2024", ".", "one dot leader"],
    ["a colon", "https\ua789//x", "\ua789", ":", "modifier letter colon"],
    ["a space that is none", "a\u00a0b", "\u00a0", " ", "no-break space"],
  ])("%s is marked", (_, text, character, looksLike, name) => {
    expect(marked(text)).toMatchObject([{ kind: "lookalike", text: character, looksLike, name }]);
  });

  test("a whole word of look-alikes among Latin words is marked letter by letter", () => {
    expect(
      marked("Send it to \u0441\u043e\u0440\u0443 now")
        .map(({ text }) => text)
        .join(""),
    ).toBe("сору");
  });

  test("words of another language are left alone", () => {
    expect(marked("Показывает сор и рост, а также счёт")).toEqual([]);
    expect(marked("Το όνομα του πελάτη")).toEqual([]);
    expect(marked("Lista as peças: ação, naïve, Straße, “quoted” – isn’t it…")).toEqual([]);
    expect(marked("Shows the works (in Russian: Москва) of a site")).toEqual([]);
  });

  test("an unseen character inside a word does not hide its look-alike", () => {
    expect(marked("p\u200b\u0430y").map(({ kind }) => kind)).toEqual(["unseen", "lookalike"]);
  });
});

test("nothing is lost and nothing is added, whatever the text", () => {
  const anything = fc.string({
    unit: fc.oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
      fc.constantFrom("\u200b", "а", "a", tags("x"), "\u202e", " ", "\ud800", "\ufe0f", "👩"),
    ),
    maxLength: 60,
  });
  fc.assert(
    fc.property(anything, (text) => {
      expect(
        revealCharacters(text)
          .map((segment) => segment.text)
          .join(""),
      ).toBe(text);
      for (const segment of revealCharacters(text)) expect(segment.text).not.toBe("");
    }),
  );
});

test("a long text of nothing but marks takes no longer than its length", () => {
  const text = "\u200bа".repeat(20_000);
  expect(countRevealed(text).unseen).toBe(20_000);
});
