import { expect, test } from "vitest";
import { nameSkeleton, slugFromName } from "#lib/publishing/new-tool.ts";

test.each([
  ["Ticket Desk", "ticket-desk"],
  ["  Reisekosten & Spesen  ", "reisekosten-spesen"],
  ["Öffnungszeiten Straße", "offnungszeiten-strasse"],
  ["Café 24/7", "cafe-24-7"],
  ["Ехреnse Service", "expense-service"],
  ["日本語", ""],
  ["a".repeat(100), "a".repeat(60)],
])("%s gets the address “%s”", (name, slug) => {
  expect(slugFromName(name)).toBe(slug);
});

test.each([
  ["Expense Service", "expense service"],
  ["Expense Service", "Ехреnse Service"],
  ["Expense Service", "expense-serv1ce"],
  ["Learning", "leaming"],
  ["Ticket 10", "ticket lo"],
  ["Salary5", "salarys"],
])("%s and %s look alike", (a, b) => {
  expect(nameSkeleton(a)).toBe(nameSkeleton(b));
});

test.each([
  ["Expense Service", "Expense Servers"],
  ["Leave Check", "Leave Service"],
])("%s and %s do not", (a, b) => {
  expect(nameSkeleton(a)).not.toBe(nameSkeleton(b));
});
