/** Said to the model that goes on with an answer. */
export const goOnInstruction =
  "Your answer broke off at the end of what stands above. Go on from exactly there, in the same language and form. " +
  "Do not repeat anything, do not begin anew, and do not speak of the interruption. If the last word is incomplete, go on with the next whole word.";

/** How far back a model may repeat itself, and from how many letters on that counts as repeating. */
const longestOverlap = 400;
const leastOverlap = 12;

const endsLikeWord = /[\p{L}\p{N},;:.!?)\]"”]$/u;
const beginsLikeWord = /^[\p{L}\p{N}(["“]/u;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function withSpace(before: string, after: string): string {
  const isUnspaced = unspaced.test(before.slice(-1)) || unspaced.test(after.slice(0, 1));
  return !isUnspaced && endsLikeWord.test(before) && beginsLikeWord.test(after) ? ` ${after}` : after;
}

/**
 * Joins what a model writes to the text that it goes on from: what it repeats of its end is left out, and a space stands
 * between two words. `take` holds back what may still turn out to be repeated; `rest` gives it when the model is done.
 */
export function continuation(before: string): {
  readonly take: (delta: string) => string;
  readonly rest: () => string;
} {
  const tail = before.slice(-longestOverlap);
  let held: string | null = "";
  const settle = (text: string): string => {
    held = null;
    for (let length = Math.min(tail.length, text.length); length >= leastOverlap; length -= 1)
      if (text.startsWith(tail.slice(-length))) return text.slice(length);
    return withSpace(before, text);
  };
  const mayBeRepeating = (text: string) => {
    for (let length = tail.length; length >= Math.max(text.length, leastOverlap); length -= 1)
      if (tail.slice(-length).startsWith(text)) return true;
    return false;
  };
  return {
    take: (delta) => {
      if (held === null) return delta;
      held += delta;
      return held === "" || mayBeRepeating(held) ? "" : settle(held);
    },
    rest: () => (held ? settle(held) : ""),
  };
}
