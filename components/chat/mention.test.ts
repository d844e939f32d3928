import { expect, test } from "vitest";
import { completeMention, mentionAt, withoutMentions } from "#components/chat/mention.ts";

test("a mention is found at the caret, at the start of a word only", () => {
  expect(mentionAt("@tick", 5)).toEqual({ start: 0, words: "tick" });
  expect(mentionAt("ask @", 5)).toEqual({ start: 4, words: "" });
  expect(mentionAt("ask @tick desk", 14)).toBeNull();
  expect(mentionAt("a@b.example", 11)).toBeNull();
});

test("completing replaces the words and keeps what follows", () => {
  const mention = mentionAt("ask @tick for T-1", 9);
  expect(mention && completeMention("ask @tick for T-1", mention, "ticket-desk")).toEqual({
    text: "ask @ticket-desk for T-1",
    caret: 17,
  });
});

test("mentions are taken out, addresses are not", () => {
  expect(withoutMentions("@ticket-desk find T-1")).toBe("find T-1");
  expect(withoutMentions("write to a@b.example")).toBe("write to a@b.example");
});
