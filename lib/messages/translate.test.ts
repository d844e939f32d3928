import { expect, test } from "vitest";
import { translator } from "#lib/messages/translate.ts";

const t = translator({
  plain: "Tools",
  named: "Ask {name} of {team}",
  events: { one: "{count} event", other: "{count} events" },
} as const);

test("a plain text is returned as it stands", () => {
  expect(t("plain")).toBe("Tools");
});

test("values are put in by name", () => {
  expect(t("named", { name: "Ines", team: "Field" })).toBe("Ask Ines of Field");
});

test("the form follows the number and numbers are grouped", () => {
  expect(t("events", { count: 1 })).toBe("1 event");
  expect(t("events", { count: 0 })).toBe("0 events");
  expect(t("events", { count: 1204 })).toBe("1,204 events");
});

test("braces inside a value are left alone", () => {
  expect(t("named", { name: "{team}", team: "Field" })).toBe("Ask {team} of Field");
});
