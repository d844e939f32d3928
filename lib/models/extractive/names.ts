import { monthNamed, weekdayNamed } from "#lib/models/extractive/date-words.ts";
import type { Words } from "#lib/models/extractive/schema.ts";
import type { Word } from "#lib/models/extractive/words.ts";
import { isStopword } from "#lib/ranking/stopwords.ts";

const particles = new Set(["de", "da", "do", "dos", "das", "e", "van", "von", "der", "di", "la"]);
const beforeName = new Set(
  "for of to by with from ask call assign about is does has manager colleague in at para de da do com por a ao quem atribui chama contactar em no na".split(
    " ",
  ),
);
const beforeLowerCaseName = new Set("of for to does is has manager colleague de da do para quem".split(" "));

/**
 * Words that look like names of people: two or more capitalised words in a row, one capitalised word after a word
 * such as "for", or two unknown words after it in a request without capitals. A directory tells whether they are.
 */
export function readNames(words: readonly Word[], known: ReadonlySet<string>): Words[] {
  const names: Words[] = [];
  let at = 0;
  while (at < words.length) {
    const end = endOfName(words, at, known);
    const count = end - at;
    const before = words[at - 1]?.folded ?? "";
    const isNamed = count >= 2 || (count === 1 && at > 0 && beforeName.has(before));
    if (!isNamed) {
      at += Math.max(1, count);
      continue;
    }
    names.push(join(words, at, end));
    at = end;
  }
  return names.length > 0 ? names : lowerCaseNames(words, known);
}

function endOfName(words: readonly Word[], from: number, known: ReadonlySet<string>): number {
  let end = from;
  let last = from;
  while (end < words.length) {
    const word = words[end] as Word;
    if (isCapitalised(word) && !isOther(word, known)) last = end + 1;
    else if (!(end > from && particles.has(word.folded))) break;
    end += 1;
    if (end < words.length && !isAdjacent(words[end - 1] as Word, words[end] as Word)) break;
  }
  return last;
}

/** "is ana lopes away": two or three unknown words after "for", "of" and the like. */
function lowerCaseNames(words: readonly Word[], known: ReadonlySet<string>): Words[] {
  if (words.some((word, at) => at > 0 && isCapitalised(word) && word.raw.length > 1)) return [];
  for (let at = 1; at < words.length; at += 1) {
    if (!beforeLowerCaseName.has(words[at - 1]?.folded ?? "")) continue;
    let end = at;
    while (
      end < words.length &&
      end - at < 3 &&
      /^\p{Ll}{2,}$/u.test(words[end]?.raw ?? "") &&
      !isOther(words[end] as Word, known)
    )
      end += 1;
    if (end - at >= 2) return [join(words, at, end)];
  }
  return [];
}

function isCapitalised({ raw }: Word): boolean {
  return /^\p{Lu}\p{Ll}+(?:['’-]\p{Lu}?\p{Ll}+)*$/u.test(raw);
}

function isAdjacent(left: Word, right: Word): boolean {
  return right.start - left.end === 1;
}

function isOther({ folded }: Word, known: ReadonlySet<string>): boolean {
  return (
    known.has(folded) ||
    monthNamed(folded) !== undefined ||
    weekdayNamed(folded) !== undefined ||
    isStopword(folded, "en") ||
    isStopword(folded, "pt")
  );
}

function join(words: readonly Word[], from: number, to: number): Words {
  const slice = words.slice(from, to);
  const start = slice[0]?.start ?? 0;
  const end = slice.at(-1)?.end ?? start;
  const name = slice.map(({ raw }) => raw).join(" ");
  const possessive = /['’]s$/u.exec(name)?.[0].length ?? 0;
  return { start, end: end - possessive, words: name.slice(0, name.length - possessive) };
}
