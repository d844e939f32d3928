import { describe, expect, test } from "vitest";
import { isAppError } from "#lib/errors.ts";
import { readZip } from "#lib/publishing/server/read-zip.ts";
import { makeZip, type ZipFact } from "#lib/publishing/testing/make-zip.ts";

function refusalOf(bytes: Uint8Array): string {
  try {
    for (const entry of readZip(bytes)) entry.read();
  } catch (error) {
    if (isAppError(error)) return error.message;
    throw error;
  }
  throw new Error("The archive was read.");
}
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const good: readonly ZipFact[] = [
  { path: "docs/", content: "", isStored: true },
  { path: "docs/Über.md", content: "# Über\n".repeat(100) },
  { path: "docs\\b.md", content: "plain", isStored: true },
];

describe("a ZIP archive", () => {
  test("gives its files, packed or not, and no folders", () => {
    const entries = readZip(makeZip(good));
    expect(entries.map(({ path }) => path)).toEqual(["docs/Über.md", "docs/b.md"]);
    expect(entries.map((entry) => textOf(entry.read()).length)).toEqual([700, 5]);
  });

  test("may have a comment, and no files", () => {
    const bytes = makeZip(good);
    expect(readZip(Buffer.concat([bytes, Buffer.from("a comment")]))).toHaveLength(2);
    expect(readZip(makeZip([]))).toEqual([]);
  });

  test.each<[string, ZipFact, RegExp]>([
    ["a path above it", { path: "../../etc/passwd", content: "x" }, /points out of it: “..\/..\/etc/],
    ["a path in disguise", { path: "a/..\\..\\b.md", content: "x" }, /points out/],
    ["an absolute path", { path: "/etc/passwd", content: "x" }, /points out/],
    ["a drive", { path: "C:\\a.md", content: "x" }, /points out/],
    ["a link", { path: "a.md", content: "/etc/passwd", lies: { mode: 0o120777 } }, /link to another file/],
    ["a password", { path: "a.md", content: "x", lies: { flags: 1 } }, /password/],
    ["a wrong checksum", { path: "a.md", content: "x", lies: { sum: 7 } }, /damaged/],
    [
      "a bomb that says so",
      { path: "a.md", content: "x", lies: { size: 70 * 1024 * 1024 } },
      /more than 60 MB/,
    ],
    [
      "a bomb that does not",
      { path: "a.md", content: "x".repeat(10_000_000), lies: { size: 10 } },
      /damaged/,
    ],
    ["less than it says", { path: "a.md", content: "x", lies: { size: 1000 } }, /damaged/],
  ])("with %s is refused", (_, fact, message) => {
    expect(refusalOf(makeZip([...good, fact]))).toMatch(message);
  });

  test("with too many entries is refused before one is read", () => {
    const many = Array.from({ length: 2001 }, (_, at) => ({ path: `${at}.md`, content: "" }));
    expect(refusalOf(makeZip(many))).toMatch(/more than 2,000 entries/);
  });

  test("that is none, or a part of one, is told", () => {
    const bytes = makeZip(good);
    expect(refusalOf(new Uint8Array())).toMatch(/no ZIP/);
    expect(refusalOf(Buffer.from("# This is Markdown, not an archive of it."))).toMatch(/no ZIP/);
    expect(refusalOf(bytes.subarray(0, bytes.length - 30))).toMatch(/no ZIP/);
    expect(refusalOf(bytes.subarray(20))).toMatch(/damaged/);
    for (let at = 0; at < bytes.length; at += 1) {
      const broken = Uint8Array.from(bytes);
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      try {
        for (const entry of readZip(broken)) entry.read();
      } catch (error) {
        expect(isAppError(error), `byte ${at}`).toBe(true);
      }
    }
  });
});
