import { expect, test } from "vitest";
import { LearnedModel } from "#lib/ranking/learned/learned-model.ts";

const described = (id: string) => (id === "gone" ? undefined : `The tool ${id}`);
const examples = [
  { text: "can I take Friday off", ids: ["leave"] },
  { text: "how much holiday do I have", ids: ["leave"] },
  { text: "the router is broken again", ids: ["tickets"] },
  { text: "sing a song", ids: ["gone"] },
];
const everything = () => true;

test("a model that was kept and made again reads the same", () => {
  const model = LearnedModel.of(examples, described);
  const again = new LearnedModel(structuredClone(model.state));
  expect(again.classes).toEqual(["leave", "tickets"]);
  for (const text of ["can I take Monday off", "the router sings", ""])
    expect(again.read(text, everything)).toEqual(model.read(text, everything));
});

test("probabilities are among what is allowed", () => {
  const model = LearnedModel.of(examples, described);
  const sum = (isAllowed: (one: number) => boolean) =>
    model
      .read("the router is off on Friday", isAllowed)
      .byWords.reduce((whole, log, one) => whole + (isAllowed(one) ? Math.exp(log) : 0), 0);
  expect(sum(everything)).toBeCloseTo(1, 3);
  expect(sum((one) => one === 1)).toBeCloseTo(1, 3);
});

test("nobody's words stand in a model, only their hashes", () => {
  const { state } = LearnedModel.of(examples, described);
  const told = JSON.stringify(state, (_, value) => (ArrayBuffer.isView(value) ? "numbers" : value));
  expect(told).not.toMatch(/friday|holiday|router/iu);
});
