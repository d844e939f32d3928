import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  makeDay,
  partsOf,
  weekdayOf,
} from "#lib/models/extractive/calendar.ts";
import {
  countOf,
  countPattern,
  monthNamed,
  monthPattern,
  unitOf,
  unitPattern,
  weekdayNamed,
  weekdayPattern,
} from "#lib/models/extractive/date-words.ts";
import type { Language } from "#lib/models/extractive/schema.ts";

/** What one pattern found; offsets are into the folded text. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly from: Day;
  readonly to: Day;
  readonly role?: "range" | "day" | "since" | "until";
  readonly otherReading?: Day | null;
  /** A weekday without a date or a direction: the words around it say which week. */
  readonly isBareWeekday?: boolean;
  /** A time of today, named without a day. */
  readonly time?: string;
}

type Reader = (
  match: RegExpExecArray,
  today: Day,
  language: Language,
) => Omit<FoundDate, "start" | "end"> | null;

const group = (match: RegExpExecArray, name: string): string => match.groups?.[name] ?? "";
const one = (day: Day | null): Omit<FoundDate, "start" | "end"> | null =>
  day === null ? null : { from: day, to: day };

// Patterns run over folded text; earlier ones win where two overlap.
const readers: readonly (readonly [pattern: string, read: Reader])[] = [
  [`\\b(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})\\b`, (match) => one(calendarDay(match))],
  [
    `\\b(?:between|from|entre(?: o)?(?: dia)?|de|do dia|desde)?\\s*(?<d1>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+(?:de\\s+)?(?<m1>${monthPattern}))?\\s*(?:and|to|until|till|through|e(?: o)?(?: dia)?|a|ate(?: a)?(?: o)?|ao(?: dia)?|-|–)\\s*(?<d2>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+|de\\s+)?(?<m2>${monthPattern})\\b(?:\\s*(?:,|de)?\\s*(?<y>\\d{4}))?`,
    readDayRange,
  ],
  [
    `\\b(?:between|from)?\\s*(?<m1>${monthPattern})\\s+(?<d1>\\d{1,2})(?:st|nd|rd|th)?\\s*(?:and|to|until|-|–)\\s*(?:(?<m2>${monthPattern})\\s+)?(?<d2>\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s*(?<y>\\d{4}))?`,
    readDayRange,
  ],
  [
    `\\b(?<d>\\d{1,2})(?:st|nd|rd|th|º)?\\s+(?:of\\s+|de\\s+)?(?<mn>${monthPattern})\\b(?:\\s*(?:,|de)?\\s*(?<y>\\d{4}))?`,
    (match, today) => one(nearestDay(match, today)),
  ],
  [
    `\\b(?<mn>${monthPattern})\\s+(?:the\\s+)?(?<d>\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s*(?<y>\\d{4}))?`,
    (match, today) => one(nearestDay(match, today)),
  ],
  [`(?<![\\d/.-])(?<d>\\d{1,2})[/.](?<m>\\d{1,2})(?:[/.](?<y>\\d{4}|\\d{2}))?(?![\\d/.-])`, readSlashed],
  [`\\b(?:the\\s+)?day after tomorrow\\b|\\bdepois de amanha\\b`, (_, today) => one(addDays(today, 2))],
  [`\\b(?:the\\s+)?day before yesterday\\b|\\banteontem\\b`, (_, today) => one(addDays(today, -2))],
  [`\\byesterday\\b|\\bontem\\b`, (_, today) => one(addDays(today, -1))],
  [`\\btomorrow\\b|\\bamanha\\b`, (_, today) => one(addDays(today, 1))],
  [`\\btoday\\b|\\btonight\\b|\\bhoje\\b`, (_, today) => one(today)],
  [
    `\\b(?:in\\s+the\\s+|over\\s+the\\s+)?(?:last|past|previous|nos?\\s+ultim[oa]s|nas\\s+ultimas|ultim[oa]s)\\s+(?<n>${countPattern})\\s+(?<u>${unitPattern})\\b`,
    (match, today) => ({
      from: shift(today, -countOf(group(match, "n")), group(match, "u")),
      to: today,
      role: "range",
    }),
  ],
  [
    `\\b(?:(?:in\\s+)?the\\s+)?(?:next|coming|nos?\\s+proxim[oa]s|nas\\s+proximas|proxim[oa]s)\\s+(?<n>${countPattern})\\s+(?<u>${unitPattern})\\b`,
    (match, today) => ({
      from: today,
      to: shift(today, countOf(group(match, "n")), group(match, "u")),
      role: "range",
    }),
  ],
  [
    `\\b(?<n>${countPattern})\\s+(?<u>${unitPattern})\\s+(?:ago|atras)\\b|\\bha\\s+(?<n2>${countPattern})\\s+(?<u2>${unitPattern})\\b`,
    (match, today) =>
      one(
        shift(
          today,
          -countOf(group(match, "n") || group(match, "n2")),
          group(match, "u") || group(match, "u2"),
        ),
      ),
  ],
  [
    `\\b(?:in|daqui a|dentro de|em)\\s+(?<n>${countPattern})\\s+(?<u>${unitPattern})\\b`,
    (match, today) => one(shift(today, countOf(group(match, "n")), group(match, "u"))),
  ],
  [
    `\\b(?<which>this|current|last|past|previous|next|coming|est[ea]|nest[ea]|dest[ea]|proxim[oa]|ultim[oa]|n[oa] proxim[oa])\\s+(?<u>week|month|year|semana|mes|ano)\\b`,
    (match, today) => calendarUnit(today, group(match, "u"), directionOf(group(match, "which"))),
  ],
  [
    `\\b(?<u>semana|mes|ano)\\s+(?<which>passad[oa]|que vem|seguinte|corrente|atual)\\b`,
    (match, today) => calendarUnit(today, group(match, "u"), directionOf(group(match, "which"))),
  ],
  [
    `\\b(?:(?<which>this|next|last|past|coming|proxim[oa]|n[oa] proxim[oa]|ultim[oa]|est[ea]|nest[ea])\\s+)?(?<w>${weekdayPattern})(?:\\s+(?<after>passad[oa]|que vem|seguinte))?\\b`,
    readWeekday,
  ],
  [
    `\\b(?:in|during|em|durante)\\s+(?<mn>${monthPattern})\\b(?:\\s+(?:de\\s+)?(?<y>\\d{4}))?`,
    (match, today) => wholeMonth(match, today),
  ],
  [
    `(?<=\\b(?:since|after|at|before|until|from|desde as?|as|antes das|ate as)\\s+)(?<h>[01]?\\d|2[0-3])(?::|h)(?<min>[0-5]\\d)\\b`,
    (match, today) => ({
      from: today,
      to: today,
      time: `${group(match, "h").padStart(2, "0")}:${group(match, "min")}`,
    }),
  ],
];

/** The patterns of dates with what each means; run over folded text, the earlier wins where two overlap. */
export const dateReaders = readers.map(([pattern, read]) => ({ pattern: new RegExp(pattern, "gu"), read }));

const dayFollowers = new Set(
  "passada feira proxima seguinte para pela pelas pelo entre depois antes quem onde quando desta dessa desse deste semana porque".split(
    " ",
  ),
);
function calendarDay(match: RegExpExecArray): Day | null {
  return makeDay(Number(group(match, "y")), Number(group(match, "m")), Number(group(match, "d")));
}

/** A date without a year is the one nearest to today. */
function nearest(month: number, date: number, year: string, today: Day): Day | null {
  if (year !== "") return makeDay(year.length === 2 ? 2000 + Number(year) : Number(year), month, date);
  const [thisYear] = partsOf(today);
  const readings = [thisYear - 1, thisYear, thisYear + 1].flatMap((one) => makeDay(one, month, date) ?? []);
  readings.sort((left, right) => Math.abs(daysBetween(today, left)) - Math.abs(daysBetween(today, right)));
  return readings[0] ?? null;
}

function nearestDay(match: RegExpExecArray, today: Day): Day | null {
  const month = monthNamed(group(match, "mn"));
  return month === undefined ? null : nearest(month, Number(group(match, "d")), group(match, "y"), today);
}

function readDayRange(match: RegExpExecArray, today: Day): Omit<FoundDate, "start" | "end"> | null {
  const first = monthNamed(group(match, "m1"));
  const second = monthNamed(group(match, "m2")) ?? first;
  if (second === undefined) return null;
  const from = nearest(first ?? second, Number(group(match, "d1")), group(match, "y"), today);
  const to = nearest(second, Number(group(match, "d2")), group(match, "y"), today);
  return from === null || to === null || to < from ? null : { from, to, role: "range" };
}

/** 3/5 is 3 May here; when both could be a month, English leaves the reading open. */
function readSlashed(
  match: RegExpExecArray,
  today: Day,
  language: Language,
): Omit<FoundDate, "start" | "end"> | null {
  const [first, second, year] = [Number(group(match, "d")), Number(group(match, "m")), group(match, "y")];
  const dayFirst = nearest(second, first, year, today);
  const monthFirst = nearest(first, second, year, today);
  if (dayFirst === null && (year === "" || monthFirst === null)) return null;
  const day = dayFirst ?? monthFirst;
  const isOpen = language === "en" && dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst;
  return day === null ? null : { from: day, to: day, otherReading: isOpen ? monthFirst : null };
}

function shift(day: Day, count: number, unit: string): Day {
  const kind = unitOf(unit);
  if (kind === "month" || kind === "year") return addMonths(day, kind === "year" ? count * 12 : count);
  return addDays(day, kind === "week" ? count * 7 : count);
}

function directionOf(word: string): -1 | 0 | 1 {
  if (/last|past|previous|ultim|passad/u.test(word)) return -1;
  return /next|coming|proxim|que vem|seguinte/u.test(word) ? 1 : 0;
}

function calendarUnit(today: Day, unit: string, direction: -1 | 0 | 1): Omit<FoundDate, "start" | "end"> {
  const kind = unitOf(unit);
  const [year, month] = partsOf(today);
  if (kind === "week") {
    const monday = addDays(today, -weekdayOf(today) + 7 * direction);
    return { from: monday, to: addDays(monday, 6), role: "range" };
  }
  const first =
    kind === "year" ? `${year + direction}-01-01` : addMonths(makeDay(year, month, 1) ?? today, direction);
  return { from: first, to: addDays(addMonths(first, kind === "year" ? 12 : 1), -1), role: "range" };
}

/**
 * "Next Monday" is the first one after today, "last Monday" the last one before; a bare weekday is the coming one,
 * or today. Words that are weekdays only in Portuguese ("segunda", "quarta") stand for ordinals in other places.
 */
function readWeekday(
  match: RegExpExecArray,
  today: Day,
  language: Language,
): Omit<FoundDate, "start" | "end"> | null {
  const name = group(match, "w");
  const isOrdinalToo = ["segunda", "terca", "quarta", "quinta", "sexta"].includes(name);
  if (isOrdinalToo && language !== "pt") return null;
  if (["mon", "sat", "sun", "wed", "set"].includes(name) && language === "pt") return null;
  const weekday = weekdayNamed(name);
  if (weekday === undefined) return null;
  if (isOrdinalToo && isFollowedByNoun(match)) return null;
  const which = group(match, "which") || group(match, "after");
  const direction = directionOf(which);
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (direction < 0) return one(addDays(today, ahead === 0 ? -7 : ahead - 7));
  const day = addDays(today, ahead === 0 && direction > 0 ? 7 : ahead);
  // "Next Friday", said on a Wednesday: in two days to some, in nine to others.
  const isInThisWeek = direction > 0 && ahead > 0 && weekday > weekdayOf(today);
  return {
    from: day,
    to: day,
    isBareWeekday: which === "",
    otherReading: isInThisWeek ? addDays(day, 7) : null,
  };
}

/** "A segunda linha" is the second line, not a Monday. */
function isFollowedByNoun(match: RegExpExecArray): boolean {
  const next = /^\s+(?<word>\p{L}{4,})/u.exec(match.input.slice(match.index + match[0].length));
  return next !== null && !dayFollowers.has(next.groups?.word ?? "");
}

function wholeMonth(match: RegExpExecArray, today: Day): Omit<FoundDate, "start" | "end"> | null {
  const month = monthNamed(group(match, "mn"));
  const first = month === undefined ? null : nearest(month, 1, group(match, "y"), today);
  return first === null ? null : { from: first, to: addDays(addMonths(first, 1), -1), role: "range" };
}
