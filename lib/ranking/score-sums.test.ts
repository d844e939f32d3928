import fc from "fast-check";
import { expect, test } from "vitest";
import { bestFirst, ScoreSums } from "#lib/ranking/score-sums.ts";

test("the best come first and in order, and nothing is lost", () => {
  const list = fc.array(fc.double({ min: 0.001, max: 50, noNaN: true }), { minLength: 1, maxLength: 400 });
  fc.assert(
    fc.property(list, fc.integer({ min: 1, max: 80 }), (values, count) => {
      const scores = Float64Array.from(values);
      const documents = values.map((_, at) => at);
      const { best, others } = bestFirst(documents, scores, count);
      const sorted = documents.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
      expect(best.length).toBeGreaterThanOrEqual(Math.min(count, values.length));
      expect(best).toEqual(sorted.slice(0, best.length));
      expect([...best, ...others].sort((a, b) => a - b)).toEqual(documents);
    }),
  );
});

test("the scores of words add up, and of the forms of one word the best counts", () => {
  const sums = new ScoreSums(3);
  sums.add(0, 1);
  sums.beginBest();
  sums.add(0, 2);
  sums.add(0, 5);
  sums.add(2, 3);
  sums.endBest();
  sums.beginBest();
  sums.add(2, 1);
  sums.endBest();
  expect([...sums.scores]).toEqual([6, 0, 4]);
  expect(sums.touched).toEqual([0, 2]);
  sums.begin(2);
  expect([[...sums.scores], sums.touched]).toEqual([[0, 0, 0], []]);
  sums.begin(4);
  sums.add(3, 1);
  expect(sums.scores[3]).toBe(1);
});
