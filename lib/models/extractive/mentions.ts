import { type Clock, type DateMention, readDates } from "#lib/models/extractive/dates.ts";
import { readNames } from "#lib/models/extractive/names.ts";
import type { Words } from "#lib/models/extractive/schema.ts";
import { overlaps, readWords, type Word } from "#lib/models/extractive/words.ts";

export interface NumberMention extends Words {
  readonly value: number;
  /** ISO 4217 when the number is money. */
  readonly currency: string | null;
  /** The word behind it, folded: `days` of "5 days". */
  readonly unit: string | null;
  /** "more than 100" and "under 100" bound, "top 5" counts. */
  readonly bound: "least" | "most" | "count" | null;
}

/** What a request names, each with its place. No two of different kinds overlap, except words. */
export interface Mentions {
  readonly text: string;
  readonly words: readonly Word[];
  readonly quoted: readonly Words[];
  readonly emails: readonly Words[];
  /** Words with letters and digits or capital codes: LOS-4417, BRG-07, T-4712. */
  readonly codes: readonly Words[];
  readonly dates: readonly DateMention[];
  readonly numbers: readonly NumberMention[];
  readonly names: readonly Words[];
  /** Words that stand for the signed-in person: I, my, meu. */
  readonly self: readonly Words[];
}

const emailPattern = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const quotedPattern =
  /"([^"]{1,400})"|“([^”]{1,400})”|«\s*([^»]{1,400}?)\s*»|(?<![\p{L}\p{N}])'([^']{2,400})'(?![\p{L}\p{N}])/gu;
const moneyPattern =
  /(?<before>€|£|\$|\b(?:eur|gbp|usd|chf)\s?)?(?<![\p{L}\p{N}-])(?<value>\d+(?:[.,\u00a0 ]\d{3})*(?:[.,]\d{1,2})?)(?:\s?(?<after>€|£|\$|(?:eur|gbp|usd|chf|euros?|pounds?|quid|libras?|dollars?|dolares)\b)|\s(?<unit>\p{L}+))?(?![\p{N}-])/giu;
const currencies: Readonly<Record<string, string>> = {
  "€": "EUR",
  eur: "EUR",
  euro: "EUR",
  euros: "EUR",
  "£": "GBP",
  gbp: "GBP",
  pound: "GBP",
  pounds: "GBP",
  quid: "GBP",
  libra: "GBP",
  libras: "GBP",
  $: "USD",
  usd: "USD",
  dollar: "USD",
  dollars: "USD",
  dolares: "USD",
  chf: "CHF",
};
/** Said, not meant for other inputs: "comment on T-4712: it works again", "comenta no T-4712 que já funciona". */
const speechPattern =
  /\b(?:comment|note|reply|message|saying|write|comentario|comentário|comenta|nota|mensagem|responde|a dizer|dizendo)\b(?:[^:]{0,60}:|[^:]{0,40}?\s(?:that says|that|saying that|saying|a dizer que|a dizer|que diz|que))\s+(?<said>.{3,})$/isu;
const leastBefore =
  /(?:\bover|\babove|\bmore than|\bat least|\bexceeding|\bacima de|\bmais de|\bpelo menos)\s*$/iu;
const mostBefore = /(?:\bunder|\bbelow|\bless than|\bat most|\bup to|\babaixo de|\bmenos de|\bate)\s*$/iu;
const countAfter = /^(?:newest|latest|last|first|oldest|most|ultim[oa]s|primeir[oa]s|mais)$/iu;
const countBefore = /(?:\btop|\bfirst|\blast|\blatest|\bnewest|\boldest|\bprimeir[oa]s|\bultim[oa]s)\s*$/iu;
const selfPattern =
  /(?<![\p{L}\p{N}'’-])(?:I|i|me|my|mine|myself|I'm|I’m|I've|I’ve|eu|mim|meu|meus|minha|minhas|comigo|tenho|preciso)(?![\p{L}\p{N}'’-])/gu;

/** Reads everything that a request names. `known` are folded words that are no names of people. */
export function readMentions(text: string, clock: Clock, known: ReadonlySet<string> = new Set()): Mentions {
  const quoted = [...text.matchAll(quotedPattern)].flatMap((match): Words[] => {
    const inner =
      match
        .slice(1)
        .find((part) => part !== undefined)
        ?.trim() ?? "";
    const start = match.index + match[0].indexOf(inner);
    return inner === "" ? [] : [{ start, end: start + inner.length, words: inner }];
  });
  const speech = speechAfter(text);
  if (speech && !quoted.some((other) => overlaps(other, speech))) quoted.push(speech);
  const outside = <T extends Words>(list: readonly T[], others: readonly Words[]) =>
    list.filter((mention) => !others.some((other) => overlaps(mention, other)));
  const emails = outside(find(text, emailPattern), quoted);
  const dates = outside(readDates(text, clock), [...quoted, ...emails]);
  const words = readWords(text);
  const codes = outside(readCodes(words), [...quoted, ...emails, ...dates]);
  const numbers = outside(readNumbers(text), [...quoted, ...emails, ...dates, ...codes]);
  const self = outside(find(text, selfPattern), [...quoted, ...emails]);
  const names = outside(readNames(words, known), [
    ...quoted,
    ...emails,
    ...dates,
    ...codes,
    ...numbers,
    ...self,
  ]);
  return { text, words, quoted, emails, codes, dates, numbers, names, self };
}

function speechAfter(text: string): Words | null {
  const match = speechPattern.exec(text);
  const said = match?.groups?.said?.trim();
  if (!match || !said) return null;
  const start = match.index + match[0].lastIndexOf(said);
  return { start, end: start + said.length, words: said };
}

function find(text: string, pattern: RegExp): Words[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    words: match[0],
  }));
}

/** Words with a digit beside letters or a hyphen. */
function readCodes(words: readonly Word[]): Words[] {
  return words
    .filter(({ raw }) => /\p{N}/u.test(raw) && (/\p{L}/u.test(raw) || /\p{N}-\p{N}/u.test(raw)))
    .filter(({ raw }) => !/^\d+(?:st|nd|rd|th|h|am|pm|gb|mb|km|kg|mbit|gbit|min)$/iu.test(raw))
    .map(({ raw, start, end }) => ({ words: raw, start, end }));
}

function readNumbers(text: string): NumberMention[] {
  return [...text.matchAll(moneyPattern)].flatMap((match) => {
    const { before = "", value = "", after = "", unit } = match.groups ?? {};
    const number = parseNumber(value);
    if (Number.isNaN(number)) return [];
    const currency = currencies[(before.trim() || after).toLowerCase()] ?? null;
    const end = match.index + match[0].length - (unit ? unit.length + 1 : 0);
    const start = match.index;
    const lead = text.slice(0, start);
    const bound = leastBefore.test(lead)
      ? "least"
      : mostBefore.test(lead)
        ? "most"
        : countBefore.test(lead) || countAfter.test(unit ?? "")
          ? "count"
          : null;
    return [
      {
        start,
        end,
        words: text.slice(start, end),
        value: number,
        currency,
        unit: unit?.toLowerCase() ?? null,
        bound,
      },
    ];
  });
}

/** `1,200` and `1.200` are 1200; `12,50` and `12.50` are 12.5. */
export function parseNumber(written: string): number {
  const plain = written.replace(/[\u00a0 ]/gu, "").replace(/[.,](?=\d{3}(?:\D|$))/gu, "");
  return Number(plain.replace(",", "."));
}
