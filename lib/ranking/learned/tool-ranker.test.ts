import { describe, expect, test } from "vitest";
import type { Example } from "#lib/ranking/learned/learned-model.ts";
import { ToolRanker } from "#lib/ranking/learned/tool-ranker.ts";

const tools = {
  tickets: ["Ticket desk", "Find, open and close customer tickets."],
  leave: ["Leave balance", "How many days of leave a person has left."],
  alarms: ["Network alarms", "Look up an alarm at a site and what it means."],
  prices: ["Price list", "Prices of roaming and tariffs by country."],
} as const;

const asked: Record<string, readonly string[]> = {
  tickets: [
    "the customer at the counter says nobody called her back",
    "log that the Millers have no connection since Monday",
    "somebody complains about a broken router, write it down",
    "is anybody looking after the complaint of the Bakers",
  ],
  leave: [
    "can I take Friday off",
    "how much holiday do I still have",
    "am I allowed to be away for two weeks in July",
    "when do my vacation days run out",
  ],
};
const examples: Example[] = Object.entries(asked).flatMap(([id, texts]) =>
  texts.map((text) => ({ text, ids: [id] })),
);

function ranker(learned: readonly Example[] = examples) {
  const made = new ToolRanker();
  for (const [id, [name, text]] of Object.entries(tools)) made.put(id, { name, tags: "", text, inputs: "" });
  made.learn(learned);
  return made;
}
const first = (text: string, made = ranker()) => made.rank(text).candidates[0]?.id;

describe("learned evidence", () => {
  test("finds what no word of a description says", () => {
    const request = "write down that the Smiths have no connection";
    expect(first(request, ranker([]))).not.toBe("tickets");
    expect(first(request)).toBe("tickets");
  });

  test("does not push out a tool that has no examples yet", () => {
    expect(first("what does this alarm at the site mean")).toBe("alarms");
    expect(first("roaming prices by country")).toBe("prices");
  });

  test("what is learned replaces what was learned before", () => {
    const made = ranker();
    made.learn([]);
    expect(made.model.classes).toEqual([]);
    expect(made.rank("could I have Monday off as holiday").candidates.map(({ id }) => id)).toEqual(
      ranker([])
        .rank("could I have Monday off as holiday")
        .candidates.map(({ id }) => id),
    );
  });

  test("an example for a tool that is gone is passed over", () => {
    const made = ranker([...examples, { text: "sing me a song", ids: ["songs"] }]);
    expect(made.rank("sing me a song").candidates.map(({ id }) => id)).not.toContain("songs");
    made.remove("leave");
    expect(made.rank("how much holiday do I still have").candidates.map(({ id }) => id)).not.toContain(
      "leave",
    );
  });
});

describe("rights", () => {
  test("what may not be used is neither ranked nor felt by the others", () => {
    const made = ranker();
    const allowed = new Set(["tickets", "alarms", "prices"]);
    const without = made.rank("how much holiday do I still have", { allowed });
    expect(without.candidates.map(({ id }) => id)).not.toContain("leave");
    expect(without.inScope).toBeLessThan(made.rank("how much holiday do I still have").inScope);
  });
});

describe("scope", () => {
  test("a request like those before is more likely to be for a tool than one about the world", () => {
    const made = ranker();
    const inside = made.rank("is anybody looking after the complaint of the Smiths").inScope;
    expect(inside).toBeGreaterThan(made.rank("why is the sky blue in the morning").inScope);
    expect(inside).toBeGreaterThan(0.5);
  });

  test("shares of the candidates add up to one, and the limit cuts after that", () => {
    const { candidates } = ranker().rank("open a ticket about an alarm");
    expect(candidates.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
    expect(ranker().rank("open a ticket about an alarm", { limit: 1 }).candidates).toEqual([
      expect.objectContaining({ id: candidates[0]?.id, share: candidates[0]?.share }),
    ]);
  });
});

describe("requests of every kind", () => {
  test.each([
    ["nothing", ""],
    ["one character", "?"],
    ["emoji", "🎫🎫🎫"],
    ["another script", "请帮我打开一张工单"],
    ["code", "SELECT * FROM tickets WHERE id = 'x'; -- DROP"],
    ["a broken character", "ticket \ud800"],
    ["the same word a thousand times", "ticket ".repeat(1000)],
  ])("%s is ranked without an accident", (_, text) => {
    const { candidates, inScope } = ranker().rank(text);
    for (const { score, share } of candidates) {
      expect(Number.isFinite(score)).toBe(true);
      expect(share).toBeGreaterThanOrEqual(0);
    }
    expect(inScope).toBeGreaterThanOrEqual(0);
    expect(inScope).toBeLessThanOrEqual(1);
  });

  test("an empty catalog has no candidates", () => {
    expect(new ToolRanker().rank("open a ticket")).toMatchObject({ candidates: [], inScope: 0 });
  });
});
