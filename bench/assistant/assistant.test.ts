import { beforeAll, describe, expect, test } from "vitest";
import { type DemoWorld, openDemoWorld } from "./demo-world.ts";
import { readMeasuredRequests } from "./measured-requests.ts";
import { type Outcome, runRequest } from "./run-requests.ts";

let world: DemoWorld;
const outcomes = new Map<string, readonly Outcome[]>();

beforeAll(async () => {
  world = await openDemoWorld();
  for (const name of ["requests.en-pt.json", "requests-held-out.json"]) {
    const { now, timeZone, requests } = readMeasuredRequests(name);
    outcomes.set(
      name,
      requests.map((request) => runRequest(world, request, now, timeZone)),
    );
  }
}, 60_000);

const shareRight = (list: readonly Outcome[]) => list.filter(({ isRight }) => isRight).length / list.length;
const wrong = (list: readonly Outcome[]) =>
  list.filter(({ isRight }) => !isRight).map(({ request, note }) => `${request.id}: ${note}`);

test("the written set holds 40 quotes, 30 calls, 15 follow-ups, 20 to decline and 15 out of scope", () => {
  const count = (kind: string) =>
    readMeasuredRequests().requests.filter((request) => request.kind === kind).length;
  expect(["quote", "call", "follow-up", "decline", "out-of-scope"].map(count)).toEqual([40, 30, 15, 20, 15]);
});

describe.each([
  ["requests.en-pt.json", 0.9],
  ["requests-held-out.json", 0.85],
])("%s", (name, bar) => {
  test("enough answers are right", () => {
    const list = outcomes.get(name) ?? [];
    expect(shareRight(list), wrong(list).join("\n")).toBeGreaterThanOrEqual(bar);
  });

  test("no value is filled that nobody named", () => {
    expect(
      (outcomes.get(name) ?? []).flatMap(({ request, invented }) =>
        invented.map((value) => `${request.id} ${value}`),
      ),
    ).toEqual([]);
  });

  test("nothing is written without confirmation", () => {
    expect((outcomes.get(name) ?? []).filter(({ unconfirmedWrite }) => unconfirmedWrite)).toEqual([]);
  });
});

test("every expected passage stands in its document", () => {
  for (const name of outcomes.keys()) {
    for (const request of readMeasuredRequests(name).requests) {
      if (request.kind !== "quote") continue;
      for (const { document, text } of request.expect.passages) {
        const found = world.passages.search(text, { documents: new Set([document]), limit: 40 });
        expect(
          found.hits.some((hit) => hit.passage.text.includes(text)),
          `${request.id} ${document}`,
        ).toBe(true);
      }
    }
  }
});
