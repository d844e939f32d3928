import { describe, expect, test } from "vitest";
import { instantAt, makeDay } from "#lib/models/extractive/calendar.ts";
import { readDates } from "#lib/models/extractive/dates.ts";

// A Wednesday.
const english = { now: "2026-05-06T10:00:00Z", timeZone: "Europe/London", language: "en" as const };
const portuguese = { ...english, timeZone: "Europe/Lisbon", language: "pt" as const };

function read(text: string, clock: typeof english | typeof portuguese = english): string {
  return readDates(text, clock)
    .map(({ from, to, role, time }) =>
      [from === to ? from : `${from}..${to}`, role, time].filter(Boolean).join(" "),
    )
    .join(" | ");
}

describe("English", () => {
  test.each([
    ["tickets opened yesterday", "2026-05-05 day"],
    ["the day before yesterday", "2026-05-04 day"],
    ["between 3 and 5 May", "2026-05-03..2026-05-05 range"],
    ["from 28 April to 2 May", "2026-04-28..2026-05-02 range"],
    ["from 2026-05-01 to 2026-05-10", "2026-05-01..2026-05-10 range"],
    ["next Monday", "2026-05-11 day"],
    ["last Monday", "2026-05-04 day"],
    ["since Monday", "2026-05-04 since"],
    ["opened on Monday", "2026-05-04 day"],
    ["until Friday 5pm", "2026-05-08 until 17:00"],
    ["last 7 days", "2026-04-29..2026-05-06 range"],
    ["over the past two weeks", "2026-04-22..2026-05-06 range"],
    ["last week", "2026-04-27..2026-05-03 range"],
    ["this month", "2026-05-01..2026-05-31 range"],
    ["3 days ago", "2026-05-03 day"],
    ["in 2 weeks", "2026-05-20 day"],
    ["from Monday to Friday next week", "2026-05-11..2026-05-15 range"],
    ["May 3rd at 14:30", "2026-05-03 day 14:30"],
    ["alarms since 08:00", "2026-05-06 since 08:00"],
    ["in July", "2026-07-01..2026-07-31 range"],
    ["2 January", "2026-01-02 day"],
    ["30 December", "2025-12-30 day"],
    ["I may go on 31 April", ""],
    ["the second of three", ""],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test("a day that can be read in two ways names both", () => {
    expect(readDates("on 3/5", english)[0]).toMatchObject({ from: "2026-05-03", otherReading: "2026-03-05" });
    expect(readDates("next Friday", english)[0]).toMatchObject({
      from: "2026-05-08",
      otherReading: "2026-05-15",
    });
    expect(readDates("on 13/5", english)[0]).toMatchObject({ from: "2026-05-13", otherReading: null });
  });

  test("the words are those of the request", () => {
    const text = "who was away from 3 to 5 May, please?";
    for (const { start, end, words } of readDates(text, english)) expect(text.slice(start, end)).toBe(words);
  });
});

test.each([
  ["ontem", "2026-05-05 day"],
  ["anteontem", "2026-05-04 day"],
  ["depois de amanhã", "2026-05-08 day"],
  ["de 3 a 5 de maio", "2026-05-03..2026-05-05 range"],
  ["entre 3 e 5 de maio", "2026-05-03..2026-05-05 range"],
  ["segunda-feira que vem", "2026-05-11 day"],
  ["últimos 7 dias", "2026-04-29..2026-05-06 range"],
  ["desde segunda", "2026-05-04 since"],
  ["até sexta", "2026-05-08 until"],
  ["há 3 dias", "2026-05-03 day"],
  ["daqui a duas semanas", "2026-05-20 day"],
  ["semana passada", "2026-04-27..2026-05-03 range"],
  ["3/5", "2026-05-03 day"],
  ["amanhã às 14h30", "2026-05-07 day 14:30"],
  ["de segunda a sexta", "2026-05-11..2026-05-15 range"],
  ["a partir de 1 de junho", "2026-06-01 since"],
  ["na segunda linha da tabela", ""],
])("Portuguese: %s", (text, expected) => {
  expect(read(text, portuguese)).toBe(expected);
});

test("today is the day where the person is", () => {
  const late = { now: "2026-05-06T23:30:00Z", timeZone: "Asia/Tokyo", language: "en" as const };
  expect(readDates("today", late)[0]?.from).toBe("2026-05-07");
});

test("instants follow summer time, and no calendar has a 31 April", () => {
  expect(instantAt("2026-05-06", "09:00:00", "Europe/London")).toBe("2026-05-06T08:00:00.000Z");
  expect(instantAt("2026-01-06", "09:00:00", "Europe/London")).toBe("2026-01-06T09:00:00.000Z");
  expect(makeDay(2026, 4, 31)).toBeNull();
});
