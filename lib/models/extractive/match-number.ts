import { countOf } from "#lib/models/extractive/date-words.ts";
import type { NumberMention } from "#lib/models/extractive/mentions.ts";
import { cueBonus, cueWords, type MatchContext, type Proposal } from "#lib/models/extractive/proposal.ts";
import type { Leaf } from "#lib/models/extractive/read-schema.ts";
import { areAlike, areSameWord, readWords, stemsOf } from "#lib/models/extractive/words.ts";

const moneyWords = new Set(
  "amount total price cost sum value gross net fee budget valor montante preco custo".split(" "),
);
const countWords = new Set("limit count top max size maximum take limite".split(" "));
const leastWords = new Set("min minimum least over above from minimo".split(" "));
const mostWords = new Set("max maximum most under below to maximo".split(" "));

/** Sums of money, counts and numbers with a unit; a bare number only where its name is said beside it. */
export function matchNumbers(leaves: readonly Leaf[], context: MatchContext): Proposal[] {
  const numeric = leaves.filter((leaf) => leaf.type === "number" || leaf.type === "integer");
  const proposals: Proposal[] = [];
  for (const mention of [...context.mentions.numbers, ...spelledNumbers(context)]) {
    for (const leaf of numeric) {
      const weight = weigh(leaf, mention, numeric, context);
      if (weight === null) continue;
      const group = mention.currency === null ? undefined : `money-${mention.start}`;
      proposals.push({
        leaf,
        value: mention.value,
        at: plain(mention),
        source: "words",
        weight,
        evidence: mention.currency === null ? 3 : 5,
        ...(group ? { group } : {}),
      });
    }
    if (mention.currency !== null) proposals.push(...currencyProposals(leaves, mention));
  }
  return proposals;
}

function weigh(
  leaf: Leaf,
  mention: NumberMention,
  numeric: readonly Leaf[],
  context: MatchContext,
): number | null {
  if (leaf.type === "integer" && !Number.isInteger(mention.value)) return null;
  const has = (set: ReadonlySet<string>) => leaf.words.some((word) => set.has(word));
  if (mention.currency !== null) {
    const isMoney =
      has(moneyWords) || /\b(?:money|currency|eur|gbp|pounds?|euros?)\b/iu.test(leaf.description);
    if (!isMoney) return null;
    if (mention.bound === "least" || mention.bound === "most") return boundWeight(leaf, mention, numeric);
    if (leaf.words.some((word) => word.startsWith("min") || word.startsWith("max"))) return null;
    return 9;
  }
  if (mention.bound === "count") return has(countWords) ? 8 : null;
  if (has(countWords) && !has(moneyWords)) return null;
  const unitStems = mention.unit ? stemsOf(mention.unit) : [];
  const isUnit = cueWords(leaf).some((word) => areAlike(stemsOf(word), unitStems));
  if (isUnit) return 8;
  const describedUnits = readWords(leaf.description).slice(0, 12);
  if (mention.unit && describedUnits.some((word) => areSameWord(word.stems, unitStems))) return 6.5;
  if (cueBonus(leaf, mention, context) > 1) return 7.5;
  const isYear = leaf.words.includes("year") && mention.value >= 1990 && mention.value <= 2100;
  return isYear ? 7 : null;
}

function boundWeight(leaf: Leaf, mention: NumberMention, numeric: readonly Leaf[]): number | null {
  const set = mention.bound === "least" ? leastWords : mostWords;
  if (leaf.words.some((word) => set.has(word))) return 9;
  // "over 500" is no sum of 500, unless there is no input for a bound.
  return numeric.some((other) => other.words.some((word) => leastWords.has(word) || mostWords.has(word)))
    ? null
    : 5;
}

function currencyProposals(leaves: readonly Leaf[], mention: NumberMention): Proposal[] {
  return leaves
    .filter((leaf) => {
      const values = Array.isArray(leaf.schema.enum) ? leaf.schema.enum : [];
      const isCurrency = leaf.words.some((word) => word === "currency" || word === "moeda");
      return (
        leaf.type === "string" &&
        (isCurrency || values.includes(mention.currency)) &&
        (values.length === 0 || values.includes(mention.currency))
      );
    })
    .map((leaf) => ({
      leaf,
      value: mention.currency,
      at: plain(mention),
      source: "words" as const,
      weight: 9,
      group: `money-${mention.start}`,
    }));
}

/** "two adults": counts written as words, with the word behind them as their unit. */
function spelledNumbers(context: MatchContext): NumberMention[] {
  const { words, dates } = context.mentions;
  return words.flatMap((word, at) => {
    const value = /^(?:a|um|uma)$/u.test(word.folded) ? Number.NaN : countOf(word.folded);
    const next = words[at + 1];
    const isInDate = dates.some((date) => word.start < date.end && date.start < word.end);
    if (Number.isNaN(value) || /\p{N}/u.test(word.raw) || !next || isInDate) return [];
    return [
      {
        start: word.start,
        end: word.end,
        words: word.raw,
        value,
        currency: null,
        unit: next.folded,
        bound: null,
      },
    ];
  });
}

function plain({ start, end, words }: NumberMention) {
  return { start, end, words };
}
