import { describe, expect, test } from "vitest";
import { FeatureSpace } from "#lib/ranking/learned/feature-space.ts";
import { SparseSoftmax } from "#lib/ranking/learned/sparse-softmax.ts";

const lists = [
  [1, 9],
  [1, 2, 9],
  [3, 9],
  [3, 4, 9],
];
const labels = [[0], [0], [1], [1]];

function trained() {
  const space = FeatureSpace.of(lists);
  const examples = lists.map((list, at) => ({ vector: space.vector(list), classes: labels[at] ?? [] }));
  return { space, softmax: SparseSoftmax.trained(examples, space.size, 2) };
}

describe("a sparse softmax", () => {
  test("tells its classes apart by what each has alone", () => {
    const { space, softmax } = trained();
    const [first = 0, second = 0] = softmax.scores(space.vector([1]));
    expect(first).toBeGreaterThan(second + 1);
    const [third = 0, fourth = 0] = softmax.scores(space.vector([4]));
    expect(fourth).toBeGreaterThan(third);
  });

  test("has weights only where an example of the class has the feature", () => {
    // 1, 2 and 9 in the first class; 3, 4 and 9 in the second.
    expect(trained().softmax.weightCount).toBe(6);
  });

  test("what nobody has seen says nothing", () => {
    const { space, softmax } = trained();
    expect([...softmax.scores(space.vector([77]))]).toEqual([0, 0]);
  });

  test("comes out the same each time", () => {
    const scores = () => {
      const { space, softmax } = trained();
      return [...softmax.scores(space.vector([1, 3, 9]))];
    };
    expect(scores()).toEqual(scores());
  });

  test("an example for two classes raises both", () => {
    const space = FeatureSpace.of([[1], [2], [3]]);
    const softmax = SparseSoftmax.trained(
      [
        { vector: space.vector([1]), classes: [0, 1] },
        { vector: space.vector([2]), classes: [1] },
        { vector: space.vector([3]), classes: [2] },
      ],
      space.size,
      3,
    );
    const [first = 0, second = 0, third = 0] = softmax.scores(space.vector([1]));
    expect(first).toBeGreaterThan(third);
    expect(second).toBeGreaterThan(third);
  });
});
