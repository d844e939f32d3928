import fc from "fast-check";
import { expect, test } from "vitest";
import { FeatureSpace } from "#lib/ranking/learned/feature-space.ts";
import { Neighbours } from "#lib/ranking/learned/neighbours.ts";

const list = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 8 });

test("similarities are the cosines that one by one would give", () => {
  fc.assert(
    fc.property(fc.array(list, { minLength: 1, maxLength: 12 }), list, (lists, asked) => {
      const space = FeatureSpace.of(lists);
      const vectors = lists.map((features) => space.vector(features));
      const request = space.vector(asked);
      const found = Neighbours.of(vectors, space.size).similarities(request);
      const values = new Map([...request.indexes].map((feature, at) => [feature, request.values[at] ?? 0]));
      vectors.forEach(({ indexes, values: own }, at) => {
        const cosine = indexes.reduce(
          (sum, feature, place) => sum + (own[place] ?? 0) * (values.get(feature) ?? 0),
          0,
        );
        expect(found[at]).toBeCloseTo(cosine, 5);
      });
    }),
    { numRuns: 100 },
  );
});

test("a text is as near to itself as can be", () => {
  const lists = [
    [1, 2, 3],
    [3, 4],
  ];
  const space = FeatureSpace.of(lists);
  const neighbours = Neighbours.of(
    lists.map((features) => space.vector(features)),
    space.size,
  );
  expect(neighbours.similarities(space.vector([1, 2, 3]))[0]).toBeCloseTo(1, 5);
});
