import { addDays, weekdayOf } from "./days.ts";
import type { OfficeSlug } from "./organisation.ts";

export type PublicHoliday = { readonly day: string; readonly name: string };

/** Easter Sunday of a year (the anonymous Gregorian algorithm). */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const epact =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * shift + 114;
  const day = (sum % 31) + 1;
  return `${year}-${String(Math.floor(sum / 31)).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

const firstMonday = (day: string) => addDays(day, (8 - weekdayOf(day)) % 7);

function englishHolidays(year: number): PublicHoliday[] {
  const easter = easterSunday(year);
  const christmas = weekdayOf(`${year}-12-25`);
  const newYear = weekdayOf(`${year}-01-01`);
  return [
    { day: addDays(`${year}-01-01`, newYear > 5 ? 8 - newYear : 0), name: "New Year's Day" },
    { day: addDays(easter, -2), name: "Good Friday" },
    { day: addDays(easter, 1), name: "Easter Monday" },
    { day: firstMonday(`${year}-05-01`), name: "Early May bank holiday" },
    { day: firstMonday(`${year}-05-25`), name: "Spring bank holiday" },
    { day: firstMonday(`${year}-08-25`), name: "Summer bank holiday" },
    // A day that falls on a weekend moves to the next working day that is free.
    { day: christmas > 5 ? `${year}-12-27` : `${year}-12-25`, name: "Christmas Day" },
    { day: christmas === 5 || christmas === 6 ? `${year}-12-28` : `${year}-12-26`, name: "Boxing Day" },
  ];
}

function portugueseHolidays(year: number): PublicHoliday[] {
  const easter = easterSunday(year);
  return [
    { day: `${year}-01-01`, name: "Ano Novo" },
    { day: addDays(easter, -2), name: "Sexta-feira Santa" },
    { day: easter, name: "Páscoa" },
    { day: `${year}-04-25`, name: "Dia da Liberdade" },
    { day: `${year}-05-01`, name: "Dia do Trabalhador" },
    { day: addDays(easter, 60), name: "Corpo de Deus" },
    { day: `${year}-06-10`, name: "Dia de Portugal" },
    { day: `${year}-08-15`, name: "Assunção de Nossa Senhora" },
    { day: `${year}-10-05`, name: "Implantação da República" },
    { day: `${year}-11-01`, name: "Dia de Todos os Santos" },
    { day: `${year}-12-01`, name: "Restauração da Independência" },
    { day: `${year}-12-08`, name: "Imaculada Conceição" },
    { day: `${year}-12-25`, name: "Natal" },
  ];
}

const known = new Map<string, readonly PublicHoliday[]>();

/** Public holidays of an office in a year, in order. */
export function publicHolidays(office: OfficeSlug, year: number): readonly PublicHoliday[] {
  const key = `${office} ${year}`;
  const stored = known.get(key);
  if (stored !== undefined) return stored;
  const made = (office === "porto" ? portugueseHolidays(year) : englishHolidays(year)).sort((a, b) =>
    a.day.localeCompare(b.day),
  );
  known.set(key, made);
  return made;
}

/** Whether the office works on a day. */
export function isWorkingDay(office: OfficeSlug, day: string): boolean {
  if (weekdayOf(day) > 5) return false;
  return !publicHolidays(office, Number(day.slice(0, 4))).some((holiday) => holiday.day === day);
}

/** Working days of an office from one day to another, both included. */
export function workingDays(office: OfficeSlug, firstDay: string, lastDay: string): number {
  let count = 0;
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) if (isWorkingDay(office, day)) count += 1;
  return count;
}
