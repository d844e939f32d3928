import { expect, test } from "vitest";
import { initials } from "#components/ui/avatar.tsx";
import { cn } from "#components/ui/cn.ts";
import { highlight } from "#components/ui/highlight.ts";
import { sparklinePath } from "#components/ui/sparkline-path.ts";

test("a type step and a colour do not push each other out, two of a kind do", () => {
  expect(cn("text-small text-muted")).toBe("text-small text-muted");
  expect(cn("text-body text-muted", "text-small")).toBe("text-muted text-small");
  expect(cn("h-control px-3", "h-12")).toBe("px-3 h-12");
  expect(cn("rounded-card", "rounded-chip")).toBe("rounded-chip");
});

test("initials are those of the first and the last name", () => {
  expect(initials("Ines Maria Carvalho")).toBe("IC");
  expect(initials("élodie")).toBe("É");
  expect(initials("  ")).toBe("");
});

test("a sparkline has its zero at the bottom and its largest value at the top", () => {
  expect(sparklinePath([0, 10, 5], 96, 24)).toBe("M1 23L48 1L95 12");
  expect(sparklinePath([0, 0], 96, 24)).toBe("M1 23L95 23");
  expect(sparklinePath([], 96, 24)).toBe("");
});

test("code is split into tokens without losing a character, unknown languages stay plain", async () => {
  const code = '{\n  "site": "BRG-07"\n}';
  const lines = await highlight(code, "json");
  expect(lines?.map((line) => line.map((token) => token.text).join("")).join("\n")).toBe(code);
  expect(lines?.[1]?.some((token) => token.className === "text-positive")).toBe(true);
  expect(await highlight(code, "cobol")).toBeNull();
});
