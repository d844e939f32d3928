import { fold } from "#lib/ranking/fold.ts";

/** A number with what it counts: `{ value: "25", unit: "day" }`. */
export interface Figure {
  readonly value: string;
  readonly unit: string;
}

const symbols: Record<string, string> = { "€": "eur", "£": "gbp", "%": "percent", $: "usd" };
const pattern =
  /(?<before>[€£$]|\b(?:eur|gbp|usd)\s)?(?<![\p{L}\p{N}.-])(?<value>\p{N}+(?:[.,\u00a0 ]\p{N}{3})*(?:[.,]\p{N}+)?)(?![\p{N}\p{L}-])\s?(?<after>[€£%]|\p{L}+)?/giu;
const noUnits = new Set([
  "and",
  "or",
  "to",
  "of",
  "in",
  "on",
  "is",
  "e",
  "ou",
  "a",
  "de",
  "em",
  "the",
  "for",
  "per",
  "por",
  "with",
]);

/** The figures of a text. Codes such as LOS-4417 are names, not figures. */
export function figuresOf(text: string): Figure[] {
  return [...text.matchAll(pattern)].map((match) => {
    const { before = "", value = "", after = "" } = match.groups ?? {};
    const unit = before.trim() !== "" ? before.trim() : after;
    return { value: plainNumber(value), unit: unitOf(unit) };
  });
}

function unitOf(written: string): string {
  const folded = symbols[written] ?? fold(written);
  if (noUnits.has(folded)) return "";
  return folded.length > 3 ? folded.replace(/s$/u, "") : folded;
}

/** `1,000` and `1.000` are 1000; `4.50` and `4,5` are 4.5. */
function plainNumber(written: string): string {
  const grouped = written.replace(/[\u00a0 ]/gu, "").replace(/[.,](?=\p{N}{3}(?:\D|$))/gu, "");
  return String(Number(grouped.replace(",", ".")));
}

/** Whether two lists share a unit and give no common figure in it: one says 25 days, the other 22 days. */
export function saysOtherwise(left: readonly Figure[], right: readonly Figure[]): boolean {
  const units = new Set(left.map((figure) => figure.unit).filter((unit) => unit !== ""));
  return [...units].some((unit) => {
    const ours = new Set(left.filter((figure) => figure.unit === unit).map((figure) => figure.value));
    const theirs = right.filter((figure) => figure.unit === unit);
    return theirs.length > 0 && theirs.every((figure) => !ours.has(figure.value));
  });
}
