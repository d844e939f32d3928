import { expect, test } from "vitest";
import { explainRank, type RankFacts } from "#lib/catalog/explain-rank.ts";

const why = (facts: Partial<RankFacts>) =>
  explainRank({
    query: "",
    matched: {},
    corrections: [],
    docsHeading: null,
    isExactName: false,
    isDeprecated: false,
    ...facts,
  });

test("each word is named once, at the place that counts most", () => {
  const matched = { text: ["price", "roaming"], tags: ["roaming"], name: ["price"] };
  expect(why({ query: "roaming price", matched })).toBe(
    "Found “price” in its name, “roaming” in its tags and operations.",
  );
});

test("words stand as they were typed, or as they were corrected", () => {
  expect(why({ query: "alarm LOS-4417?", matched: { text: ["alarm", "los4417", "los", "4417"] } })).toBe(
    "Found “alarm” and “LOS-4417” in its purpose and examples.",
  );
  expect(
    why({ query: "tikcet", matched: { name: ["tikcet"] }, corrections: [{ from: "tikcet", to: "ticket" }] }),
  ).toBe("Found “ticket” in its name.");
});

test("docs are the reason only when nothing else is", () => {
  expect(why({ docsHeading: "Pay" })).toBe("Found in its docs, section “Pay”.");
  expect(why({ docsHeading: "Pay", matched: { text: ["pay"] } })).toBe(
    "Found “pay” in its purpose and examples.",
  );
  expect(why({})).toBe("Its name is close to what you typed.");
  expect(why({ isExactName: true, matched: { name: ["desk"] } })).toBe("Its name is what you typed.");
});

test("what is deprecated says that it stands lower for it", () => {
  expect(why({ query: "desk", matched: { name: ["desk"] }, isDeprecated: true })).toBe(
    "Found “desk” in its name. Placed lower, because it is deprecated.",
  );
});
