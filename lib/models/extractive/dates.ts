import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  localDay,
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
import type { Language, Words } from "#lib/models/extractive/schema.ts";
import { foldInPlace } from "#lib/ranking/fold.ts";

/** A day or a stretch of days named in a request; `from` equals `to` for one day. */
export interface DateMention extends Words {
  readonly from: Day;
  readonly to: Day;
  /** What the words say about it: a stretch with both ends, a day, or one end only. */
  readonly role: "range" | "day" | "since" | "until";
  /** `09:30` when a time is named. */
  readonly time: string | null;
  /** The other reading, when the words can be read in two ways (3/5: May or March). */
  readonly otherReading: Day | null;
}

export interface Clock {
  readonly now: string;
  readonly timeZone: string;
  readonly language: Language;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly from: Day;
  readonly to: Day;
  readonly role?: DateMention["role"];
  readonly otherReading?: Day | null;
  /** A weekday without a date or a direction: the words around it say which week. */
  readonly isBareWeekday?: boolean;
}

type Reader = (match: RegExpExecArray, today: Day, language: Language) => Omit<Found, "start" | "end"> | null;

const group = (match: RegExpExecArray, name: string): string => match.groups?.[name] ?? "";
const one = (day: Day | null): Omit<Found, "start" | "end"> | null =>
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
];

const compiled = readers.map(([pattern, read]) => ({ pattern: new RegExp(pattern, "gdu"), read }));

const roleBefore: readonly (readonly [RegExp, DateMention["role"]])[] = [
  [
    /(?:\bsince|\bstarting(?: on)?|\bfrom|\bafter|\bdesde(?: o| a)?|\ba partir d[eoa])\s+(?:the\s+|dia\s+)?$/u,
    "since",
  ],
  [
    /(?:\buntil|\btill|\bup to|\bby|\bbefore|\bto|\bthrough|\bate(?: ao?| o)?|\bantes d[eoa])\s+(?:the\s+|dia\s+)?$/u,
    "until",
  ],
];
const dayFollowers = new Set(
  "passada feira proxima seguinte para pela pelas pelo entre depois antes quem onde quando desta dessa desse deste semana porque".split(
    " ",
  ),
);
const pastWords =
  /\b(?:opened|raised|reported|closed|resolved|was|were|did|happened|came|abert[oa]s?|foi|foram|houve|registad[oa]s?|fechad[oa]s?)\b/u;
const timeAfter =
  /^\s*(?:,\s*)?(?:at|@|as|pelas)?\s*(?<h>\d{1,2})(?:(?::|h)(?<min>\d{2})|h\b|\s?(?<half>am|pm)\b)\s?(?<half2>am|pm)?/u;

/** The days named in a text, in order, none overlapping. What two words join ("Monday to Friday") is one stretch. */
export function readDates(text: string, clock: Clock): DateMention[] {
  const today = localDay(clock.now, clock.timeZone);
  const folded = foldInPlace(text).toLowerCase();
  const found: Found[] = [];
  for (const { pattern, read } of compiled) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(folded); match; match = pattern.exec(folded)) {
      const lead = /^\s*/u.exec(match[0])?.[0].length ?? 0;
      const start = match.index + lead;
      const end = match.index + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const value = read(match, today, clock.language);
      if (value) found.push({ ...value, start, end });
    }
  }
  found.sort((left, right) => left.start - right.start);
  const placed = placeWeekdays(found, folded, today);
  return joinRanges(placed, folded).map((mention) => toMention(mention, text, folded));
}

/** "Monday to Friday next week" is in that week; "since Monday" and "opened on Monday" are over. */
function placeWeekdays(found: readonly Found[], folded: string, today: Day): Found[] {
  const week = found.find(
    ({ from, to, role }) => role === "range" && weekdayOf(from) === 0 && daysBetween(from, to) === 6,
  );
  const weekdays = found.filter((mention) => mention.isBareWeekday);
  if (weekdays.length === 0) return [...found];
  const last = weekdays.at(-1);
  const isInWeek = week && last && /^\s*(?:of|,|d[ae])?\s*$/u.test(folded.slice(last.end, week.start));
  return found.flatMap((mention) => {
    if (isInWeek && mention === week) return [];
    if (!mention.isBareWeekday) return [mention];
    let day = mention.from;
    if (isInWeek) day = addDays(week.from, weekdayOf(day));
    else if (isOver(folded, mention.start) && day > today) day = addDays(day, -7);
    return [{ ...mention, from: day, to: day, end: isInWeek && mention === last ? week.end : mention.end }];
  });
}

function isOver(folded: string, start: number): boolean {
  return /(?:\bsince|\bdesde(?: o| a)?)\s+$/u.test(folded.slice(0, start)) || pastWords.test(folded);
}

function joinRanges(found: readonly Found[], folded: string): Found[] {
  const joined: Found[] = [];
  for (const mention of found) {
    const before = joined.at(-1);
    const between = before ? folded.slice(before.end, mention.start) : "";
    const isJoined =
      /^\s*(?:to|until|till|through|and|-|–|a|ate(?: ao?| o)?|e(?: o)?|ao)\s*(?:the\s+|dia\s+)?$/u.test(
        between,
      );
    const opens = before
      ? /(?:\bfrom|\bbetween|\bde|\bda|\bdo|\bentre(?: o| a)?|\bdesde(?: o| a)?)\s+(?:the\s+)?$/u.test(
          folded.slice(0, before.start),
        )
      : false;
    const canJoin =
      before && before.role === undefined && mention.role === undefined && before.from === before.to;
    const isWord = /^\s*(?:and|e(?: o)?|a)\s*$/u.test(between);
    if (before && canJoin && isJoined && (opens || !isWord)) {
      const to =
        mention.to < before.from && daysBetween(mention.to, before.from) < 7
          ? addDays(mention.to, 7)
          : mention.to;
      joined[joined.length - 1] = {
        start: before.start,
        end: mention.end,
        from: before.from,
        to,
        role: "range",
      };
    } else joined.push(mention);
  }
  return joined;
}

function toMention(found: Found, text: string, folded: string): DateMention {
  const before = folded.slice(0, found.start);
  const named = roleBefore.find(([pattern]) => pattern.test(before));
  const isStretch = found.role === "range" || found.from !== found.to;
  const after = timeAfter.exec(folded.slice(found.end));
  const time = after ? clockTime(after.groups ?? {}) : null;
  const end = found.end + (after && time ? after[0].length : 0);
  const role = isStretch && (!named || found.role === "range") ? "range" : (named?.[1] ?? "day");
  return {
    start: found.start,
    end,
    words: text.slice(found.start, end),
    from: found.from,
    to: found.to,
    role,
    time,
    otherReading: found.otherReading ?? null,
  };
}

function clockTime(groups: Record<string, string | undefined>): string | null {
  const half = groups.half ?? groups.half2;
  let hour = Number(groups.h);
  if (half === "pm" && hour < 12) hour += 12;
  if (half === "am" && hour === 12) hour = 0;
  const minute = Number(groups.min ?? "0");
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

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

function readDayRange(match: RegExpExecArray, today: Day): Omit<Found, "start" | "end"> | null {
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
): Omit<Found, "start" | "end"> | null {
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

function calendarUnit(today: Day, unit: string, direction: -1 | 0 | 1): Omit<Found, "start" | "end"> {
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
): Omit<Found, "start" | "end"> | null {
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
  return { from: day, to: day, isBareWeekday: which === "" };
}

/** "A segunda linha" is the second line, not a Monday. */
function isFollowedByNoun(match: RegExpExecArray): boolean {
  const next = /^\s+(?<word>\p{L}{4,})/u.exec(match.input.slice(match.index + match[0].length));
  return next !== null && !dayFollowers.has(next.groups?.word ?? "");
}

function wholeMonth(match: RegExpExecArray, today: Day): Omit<Found, "start" | "end"> | null {
  const month = monthNamed(group(match, "mn"));
  const first = month === undefined ? null : nearest(month, 1, group(match, "y"), today);
  return first === null ? null : { from: first, to: addDays(addMonths(first, 1), -1), role: "range" };
}
