import { addDays, type Day, daysBetween, localDay, weekdayOf } from "#lib/models/extractive/calendar.ts";
import { dateReaders, type FoundDate } from "#lib/models/extractive/date-readers.ts";
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
  /** The day is only implied: a time of today. */
  readonly isTimeOnly: boolean;
  /** The other reading, when the words can be read in two ways (3/5: May or March). */
  readonly otherReading: Day | null;
}

export interface Clock {
  readonly now: string;
  readonly timeZone: string;
  readonly language: Language;
}

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
const pastWords =
  /\b(?:opened|raised|reported|closed|resolved|was|were|did|happened|came|abert[oa]s?|foi|foram|houve|registad[oa]s?|fechad[oa]s?)\b/u;
const timeAfter =
  /^\s*(?:,\s*)?(?:at|@|as|pelas)?\s*(?<h>\d{1,2})(?:(?::|h)(?<min>\d{2})|h\b|\s?(?<half>am|pm)\b)\s?(?<half2>am|pm)?/u;

/** The days named in a text, in order, none overlapping. What two words join ("Monday to Friday") is one stretch. */
export function readDates(text: string, clock: Clock): DateMention[] {
  const today = localDay(clock.now, clock.timeZone);
  const folded = foldInPlace(text).toLowerCase();
  const found: FoundDate[] = [];
  for (const { pattern, read } of dateReaders) {
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
  const mentions = joinRanges(placed, folded).map((mention) => toMention(mention, text, folded));
  // "Tomorrow at 18:00" has taken its time already.
  return mentions.filter(
    (mention) =>
      !mention.isTimeOnly ||
      !mentions.some((other) => !other.isTimeOnly && mention.start < other.end && other.start < mention.end),
  );
}

/** "Monday to Friday next week" is in that week; "since Monday" and "opened on Monday" are over. */
function placeWeekdays(found: readonly FoundDate[], folded: string, today: Day): FoundDate[] {
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

function joinRanges(found: readonly FoundDate[], folded: string): FoundDate[] {
  const joined: FoundDate[] = [];
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
      before &&
      before.time === undefined &&
      before.role === undefined &&
      mention.role === undefined &&
      before.from === before.to;
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

function toMention(found: FoundDate, text: string, folded: string): DateMention {
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
    time: found.time ?? time,
    isTimeOnly: found.time !== undefined,
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
