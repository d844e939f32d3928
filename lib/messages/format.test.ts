import { expect, test } from "vitest";
import { formatBytes, formatDuration, formatNumber, formatShare } from "#lib/messages/format.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("shares keep one decimal and never claim all or nothing falsely", () => {
  expect(plain(formatShare(0.986))).toBe("98.6 %");
  expect(plain(formatShare(1))).toBe("100 %");
  expect(plain(formatShare(0.99996))).toBe("99.9 %");
  expect(plain(formatShare(0.00001))).toBe("0.1 %");
  expect(plain(formatShare(0))).toBe("0 %");
});

test("durations take the unit that reads best", () => {
  expect(plain(formatDuration(240.4))).toBe("240 ms");
  expect(plain(formatDuration(1234))).toBe("1.2 s");
  expect(plain(formatDuration(59_990))).toBe("1 min");
  expect(plain(formatDuration(125_000))).toBe("2 min 5 s");
  expect(plain(formatDuration(3_780_000))).toBe("1 h 3 min");
});

test("numbers are grouped and sizes step by thousands", () => {
  expect(formatNumber(1204)).toBe("1,204");
  expect(plain(formatBytes(512))).toBe("512 B");
  expect(plain(formatBytes(999_600))).toBe("1 MB");
  expect(plain(formatBytes(1_400))).toBe("1.4 kB");
});
