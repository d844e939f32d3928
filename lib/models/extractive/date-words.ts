/** Names of days and months, folded, in both languages. */
const weekdays: readonly (readonly string[])[] = [
  ["monday", "mon", "segunda", "segunda-feira"],
  ["tuesday", "tue", "tues", "terca", "terca-feira"],
  ["wednesday", "wed", "quarta", "quarta-feira"],
  ["thursday", "thu", "thurs", "quinta", "quinta-feira"],
  ["friday", "fri", "sexta", "sexta-feira"],
  ["saturday", "sat", "sabado"],
  ["sunday", "sun", "domingo"],
];

const months: readonly (readonly string[])[] = [
  ["january", "jan", "janeiro"],
  ["february", "feb", "fevereiro", "fev"],
  ["march", "mar", "marco"],
  ["april", "apr", "abril", "abr"],
  ["may", "maio", "mai"],
  ["june", "jun", "junho"],
  ["july", "jul", "julho"],
  ["august", "aug", "agosto", "ago"],
  ["september", "sep", "sept", "setembro", "set"],
  ["october", "oct", "outubro", "out"],
  ["november", "nov", "novembro"],
  ["december", "dec", "dezembro", "dez"],
];

const weekdayByName = new Map(
  weekdays.flatMap((names, index) => names.map((name) => [name, index] as const)),
);
const monthByName = new Map(
  months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** 0 for Monday to 6 for Sunday; undefined for any other word. */
export function weekdayNamed(folded: string): number | undefined {
  return weekdayByName.get(folded);
}

/** 1 to 12; undefined for any other word. */
export function monthNamed(folded: string): number | undefined {
  return monthByName.get(folded);
}

const alternatives = (names: Iterable<string>) => [...names].sort((a, b) => b.length - a.length).join("|");

/** Sources of regular expressions over folded text. */
export const weekdayPattern = alternatives(weekdayByName.keys());
export const monthPattern = alternatives(monthByName.keys());

const numberWords: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  um: 1,
  uma: 1,
  dois: 2,
  duas: 2,
  tres: 3,
  quatro: 4,
  cinco: 5,
  seis: 6,
  sete: 7,
  oito: 8,
  nove: 9,
  dez: 10,
  a: 1,
};

export const countPattern = `\\d{1,3}|${Object.keys(numberWords).join("|")}`;

/** The number that digits or a word such as "three" or "três" (folded) say. */
export function countOf(folded: string): number {
  return numberWords[folded] ?? Number(folded);
}

const units: Readonly<Record<string, "day" | "week" | "month" | "year">> = {
  day: "day",
  days: "day",
  dia: "day",
  dias: "day",
  week: "week",
  weeks: "week",
  semana: "week",
  semanas: "week",
  month: "month",
  months: "month",
  mes: "month",
  meses: "month",
  year: "year",
  years: "year",
  ano: "year",
  anos: "year",
};

export const unitPattern = alternatives(Object.keys(units));

export function unitOf(folded: string): "day" | "week" | "month" | "year" {
  return units[folded] ?? "day";
}
