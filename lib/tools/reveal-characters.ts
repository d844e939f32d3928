import { type Lookalike, lookalikeLetter, lookalikeMark } from "#lib/tools/reveal-lookalikes.ts";

/** A stretch of a text as a reviewer should see it. The `text` of all of them, joined, is the text itself. */
export type RevealedSegment =
  | { readonly kind: "plain"; readonly text: string }
  /** One that cannot be seen, such as a zero-width space or a change of direction. */
  | { readonly kind: "unseen"; readonly text: string; readonly code: string; readonly name: string }
  /** Words written in characters that cannot be seen: `hidden` is what they say. */
  | { readonly kind: "hidden"; readonly text: string; readonly hidden: string; readonly count: number }
  /** One that looks like another, such as a Cyrillic letter inside a Latin word. */
  | ({ readonly kind: "lookalike"; readonly text: string; readonly code: string } & Lookalike);

const unseenNames: Readonly<Record<number, string>> = {
  0: "null",
  8: "backspace",
  27: "escape",
  127: "delete",
  173: "soft hyphen",
  847: "combining grapheme joiner",
  1564: "Arabic letter mark",
  4447: "Hangul choseong filler",
  4448: "Hangul jungseong filler",
  6158: "Mongolian vowel separator",
  8203: "zero-width space",
  8204: "zero-width non-joiner",
  8205: "zero-width joiner",
  8206: "left-to-right mark",
  8207: "right-to-left mark",
  8232: "line separator",
  8233: "paragraph separator",
  8234: "left-to-right embedding",
  8235: "right-to-left embedding",
  8236: "end of a direction",
  8237: "left-to-right override",
  8238: "right-to-left override",
  8288: "word joiner",
  8289: "function application",
  8290: "invisible times",
  8291: "invisible separator",
  8292: "invisible plus",
  8294: "left-to-right isolate",
  8295: "right-to-left isolate",
  8296: "first strong isolate",
  8297: "end of an isolate",
  10240: "blank Braille pattern",
  12644: "Hangul filler",
  65279: "byte order mark",
  65440: "half-width Hangul filler",
};

// As in invisible.ts, with the selectors and fillers that belong to no control or format category.
const unseen =
  /^(?:[^\P{C}\t\n\r]|\u034f|[\u115f\u1160\u2028\u2029\u2800\u3164\uffa0]|\p{Variation_Selector}|[\u17b4-\u17b5])$/u;
/** Alike only to a hasty reader: a word of them alone is a word of its language. */
const hardlyAlike = new Set("вгкмнтьγεηικτχω");
const pictograph = /\p{Extended_Pictographic}|\p{Emoji_Modifier}/u;
const letter = /[\p{L}\p{M}]/u;
const latin = /\p{Script=Latin}/u;

const codeOf = (character: string) => character.codePointAt(0) ?? 0;
const asCode = (code: number) => `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
const isTag = (character: string) => codeOf(character) >= 0xe0020 && codeOf(character) <= 0xe007e;

function nameOfUnseen(code: number): string {
  const known = unseenNames[code];
  if (known) return known;
  if (code >= 0xe0000 && code <= 0xe007f) return "tag character";
  if ((code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef)) return "variation selector";
  if ((code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000) return "private-use character";
  if (code >= 0xd800 && code <= 0xdfff) return "half of a character";
  return code < 0x20 || (code >= 0x80 && code < 0xa0) ? "control character" : "unassigned character";
}

/** A joiner or a selector that shapes the picture before it, as in 👩‍🔧, hides nothing. */
function shapesPicture(characters: readonly string[], at: number): boolean {
  const code = codeOf(characters[at] ?? "");
  const before = characters[at - 1] ?? "";
  if (code === 0xfe0f) return pictograph.test(before) || /[0-9#*]/.test(before);
  const isJoined = pictograph.test(before) || codeOf(before) === 0xfe0f;
  return code === 0x200d && isJoined && pictograph.test(characters[at + 1] ?? "");
}

/** Places of letters that pass for Latin ones: in words that have Latin letters too, or that pass as a whole. */
function placesOfLookalikes(characters: readonly string[]): ReadonlySet<number> {
  const places = new Set<number>();
  const latinLetters = characters.filter((character) => latin.test(character)).length;
  const letters = characters.filter((character) => letter.test(character)).length;
  const isLatinText = latinLetters * 2 >= letters && latinLetters > 0;
  for (let start = 0; start < characters.length; start += 1) {
    if (!letter.test(characters[start] ?? "")) continue;
    let end = start;
    while (letter.test(characters[end] ?? "") || unseen.test(characters[end] ?? "")) end += 1;
    const word = characters.slice(start, end);
    const own = word.filter((character) => letter.test(character));
    const isMixed = own.some((character) => latin.test(character));
    const passes = (character: string) => lookalikeLetter(character) && !hardlyAlike.has(character);
    const passesWhole = isLatinText && own.every(passes);
    if (isMixed || passesWhole) {
      for (const [at, character] of word.entries()) if (lookalikeLetter(character)) places.add(start + at);
    }
    start = end;
  }
  return places;
}

/**
 * The text in stretches, with every character marked that a reader cannot see or takes for another one: zero-width and
 * direction marks, words in tag characters, letters of other scripts inside Latin words, marks that pass for ASCII.
 * Nothing is taken away, so that the reviewer reads what a model would.
 */
export function revealCharacters(text: string): RevealedSegment[] {
  const characters = [...text];
  const lookalikes = placesOfLookalikes(characters);
  const segments: RevealedSegment[] = [];
  let plain = "";
  const push = (segment: RevealedSegment) => {
    if (plain !== "") segments.push({ kind: "plain", text: plain });
    plain = "";
    segments.push(segment);
  };
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? "";
    const code = codeOf(character);
    let end = at;
    while (isTag(characters[end] ?? "")) end += 1;
    if (end - at > 1) {
      const tags = characters.slice(at, end);
      const hidden = tags.map((tag) => String.fromCodePoint(codeOf(tag) - 0xe0000)).join("");
      push({ kind: "hidden", text: tags.join(""), hidden, count: tags.length });
      at = end - 1;
    } else if (unseen.test(character) && !shapesPicture(characters, at)) {
      push({ kind: "unseen", text: character, code: asCode(code), name: nameOfUnseen(code) });
    } else {
      const like = lookalikes.has(at) ? lookalikeLetter(character) : lookalikeMark(character);
      if (like) push({ kind: "lookalike", text: character, code: asCode(code), ...like });
      else plain += character;
    }
  }
  if (plain !== "") segments.push({ kind: "plain", text: plain });
  return segments;
}

/** How many characters of a text a reader cannot see or takes for others. */
export function countRevealed(text: string): { readonly unseen: number; readonly lookalikes: number } {
  const counts = { unseen: 0, lookalikes: 0 };
  for (const segment of revealCharacters(text)) {
    if (segment.kind === "unseen") counts.unseen += 1;
    else if (segment.kind === "hidden") counts.unseen += segment.count;
    else if (segment.kind === "lookalike") counts.lookalikes += 1;
  }
  return counts;
}
