import { expect, test } from "vitest";
import { feedAnswer, namesTag } from "#lib/notifications/server/feed-answer.ts";

const feed = {
  id: "urn:uuid:0",
  title: "Changes",
  updated: "2026-03-01T10:00:00.000Z",
  self: "https://weft.example.com/api/tools/a/changes.atom",
  href: "https://weft.example.com/catalog/a",
  entries: [],
};

test("a reader that has it gets nothing but the tag", async () => {
  const ask = (tag?: string) =>
    feedAnswer(feed, new Request("https://x.example", { headers: tag ? { "if-none-match": tag } : {} }));
  const first = ask();
  const tag = first.headers.get("etag") ?? "";
  expect(first.status).toBe(200);
  expect(first.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
  const again = ask(`"other", W/${tag}`);
  expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", tag]);
  expect(ask('"other"').status).toBe(200);
  expect(namesTag("*", tag)).toBe(true);
  expect(namesTag(tag.slice(0, -2), tag)).toBe(false);
});
