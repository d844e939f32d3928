/**
 * Fits the weights of lib/ranking/learned/combine.ts and in-scope.ts, and prints them.
 *
 *   node bench/routing-fit.ts [--data FOLDER] [--sets a,b]
 *
 * Reads only the training halves. In each of five folds a fifth of the tools loses its examples and a fifth of the other
 * requests is asked. Each set also takes part with 5 and 15 examples per tool, where it has more. All sets weigh the same.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { partsOf } from "#lib/ranking/learned/combine.ts";
import { scopeParts } from "#lib/ranking/learned/in-scope.ts";
import { scopeOf, ToolRanker } from "#lib/ranking/learned/tool-ranker.ts";
import {
  exampleOf,
  isHeldOut,
  type QueryLine,
  readLines,
  type ToolLine,
  textsOf,
} from "./routing/measure.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: join(import.meta.dirname, "../../shared/data/routing") },
    sets: { type: "string" },
  },
});
const mostQueries = 400;
const folds = 5;

type Parts = Record<string, number>;
type Choice = { readonly candidates: readonly Parts[]; readonly right: readonly boolean[] };
type Judged = { readonly parts: Parts; readonly isInside: boolean; readonly weight: number };

function limited(train: readonly QueryLine[], perTool: number): QueryLine[] {
  const counts = new Map<string, number>();
  return train.filter(({ relevant }) => {
    const tool = relevant[0] ?? "";
    counts.set(tool, (counts.get(tool) ?? 0) + 1);
    return (counts.get(tool) ?? 0) <= perTool;
  });
}

const choices: Choice[][] = [];
const judged: Judged[] = [];
const pending: (() => void)[] = [];

function collect(
  name: string,
  tools: readonly ToolLine[],
  train: readonly QueryLine[],
  none: readonly QueryLine[],
) {
  const set: Choice[] = [];
  const inside: (() => Parts)[] = [];
  const orphaned: (() => Parts)[] = [];
  const outside: (() => Parts)[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const isCold = ({ relevant }: QueryLine) => relevant.some((id) => isHeldOut(id, fold));
    const ranker = new ToolRanker();
    for (const tool of tools) ranker.put(tool.id, textsOf(tool));
    ranker.learn(train.filter((query, at) => !isCold(query) && at % folds !== fold).map(exampleOf));
    const asked = train.filter((query, at) => at % folds === fold || (isCold(query) && train.length < 1000));
    const every = Math.max(1, Math.ceil(asked.length / mostQueries));
    for (const query of asked.filter((_, at) => at % every === 0)) {
      const { candidates, scope, reading } = ranker.rank(query.text);
      const right = candidates.map(({ id }) => query.relevant.includes(id));
      if (right.includes(true))
        set.push({ candidates: partsOf(candidates.map(({ facts }) => facts)), right });
      if (scope) inside.push(() => scopeParts(scopeOf(rescored(candidates), reading) ?? scope));
      const others = candidates.filter((_, at) => !right[at]);
      if (isCold(query) && others.length > 0)
        orphaned.push(() => scopeParts(scopeOf(rescored(others), reading) ?? never()));
    }
    for (const query of none.filter((_, at) => at % 10 === fold * 2)) {
      const { candidates, scope, reading } = ranker.rank(query.text);
      if (scope) outside.push(() => scopeParts(scopeOf(rescored(candidates), reading) ?? scope));
    }
  }
  choices.push(set);
  // The facts of scope follow from the scores, so they are read once the weights of those are fitted.
  pending.push(() => {
    const add = (list: readonly (() => Parts)[], isInside: boolean, share: number) => {
      for (const parts of list) judged.push({ parts: parts(), isInside, weight: share / list.length });
    };
    add(inside, true, 1);
    const outsideShare = outside.length > 0 ? 0.8 : 0;
    if (orphaned.length > 0) add(orphaned, false, 1 - outsideShare);
    if (outside.length > 0) add(outside, false, outsideShare);
  });
  console.error(
    name,
    set.length,
    "choices,",
    orphaned.length,
    "without their tool,",
    outside.length,
    "for no tool",
  );
}

function never(): never {
  throw new Error("a list of candidates without a first");
}

let weights: Parts = {};

function rescored<C extends { readonly facts: Parameters<typeof partsOf>[0][number] }>(
  candidates: readonly C[],
) {
  const parts = partsOf(candidates.map(({ facts }) => facts));
  const scores = parts.map((one) => dot(one, weights));
  const highest = Math.max(...scores);
  const whole = scores.reduce((sum, score) => sum + Math.exp(score - highest), 0);
  return candidates
    .map((candidate, at) => ({
      ...candidate,
      score: scores[at] ?? 0,
      share: Math.exp((scores[at] ?? 0) - highest) / whole,
    }))
    .sort((left, right) => right.score - left.score);
}

function dot(parts: Parts, by: Parts): number {
  let sum = 0;
  for (const name in by) sum += (by[name] ?? 0) * (parts[name] ?? 0);
  return sum;
}

/** Minimises by Adam with a small ridge; `gradient` adds to its second argument. */
function minimise(
  names: readonly string[],
  gradient: (by: Parts, into: Parts) => void,
  rounds: number,
): Parts {
  const by: Parts = Object.fromEntries(names.map((name) => [name, 0]));
  const mean: Parts = { ...by };
  const square: Parts = { ...by };
  for (let round = 1; round <= rounds; round += 1) {
    const slope: Parts = Object.fromEntries(names.map((name) => [name, 0]));
    gradient(by, slope);
    for (const name of names) {
      const value = (slope[name] ?? 0) + 1e-3 * (by[name] ?? 0);
      mean[name] = 0.9 * (mean[name] ?? 0) + 0.1 * value;
      square[name] = 0.99 * (square[name] ?? 0) + 0.01 * value * value;
      by[name] =
        (by[name] ?? 0) -
        (0.05 * ((mean[name] ?? 0) / (1 - 0.9 ** round))) /
          (Math.sqrt((square[name] ?? 0) / (1 - 0.99 ** round)) + 1e-9);
    }
  }
  return by;
}

function fitCombination(): Parts {
  const names = Object.keys(choices[0]?.[0]?.candidates[0] ?? {});
  return minimise(
    names,
    (by, into) => {
      for (const set of choices) {
        for (const { candidates, right } of set) {
          const scores = candidates.map((parts) => dot(parts, by));
          const highest = Math.max(...scores);
          const whole = scores.reduce((sum, score) => sum + Math.exp(score - highest), 0);
          const rights = right.filter(Boolean).length;
          candidates.forEach((parts, at) => {
            const error =
              (Math.exp((scores[at] ?? 0) - highest) / whole - (right[at] ? 1 / rights : 0)) /
              set.length /
              choices.length;
            for (const name of names) into[name] = (into[name] ?? 0) + error * (parts[name] ?? 0);
          });
        }
      }
    },
    300,
  );
}

function fitScope(): Parts {
  const names = Object.keys(judged[0]?.parts ?? {});
  const spread: Parts = {};
  for (const name of names) {
    const list = judged.map(({ parts }) => parts[name] ?? 0);
    const middle = list.reduce((sum, value) => sum + value, 0) / list.length;
    spread[name] = Math.sqrt(list.reduce((sum, value) => sum + (value - middle) ** 2, 0) / list.length) || 1;
  }
  const scaled = judged.map(({ parts, ...rest }) => ({
    ...rest,
    parts: Object.fromEntries(names.map((name) => [name, (parts[name] ?? 0) / (spread[name] ?? 1)])),
  }));
  const whole = judged.reduce((sum, { weight }) => sum + weight, 0);
  const by = minimise(
    names,
    (current, into) => {
      for (const { parts, isInside, weight } of scaled) {
        const error = ((1 / (1 + Math.exp(-dot(parts, current))) - (isInside ? 1 : 0)) * weight) / whole;
        for (const name of names) into[name] = (into[name] ?? 0) + error * (parts[name] ?? 0);
      }
    },
    600,
  );
  return Object.fromEntries(names.map((name) => [name, (by[name] ?? 0) / (spread[name] ?? 1)]));
}

const round = (parts: Parts) =>
  Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, Math.round(value * 100) / 100]));

const wanted = values.sets?.split(",");
for (const entry of readdirSync(values.data, { withFileTypes: true })) {
  if (!entry.isDirectory() || (wanted && !wanted.includes(entry.name))) continue;
  const file = <Line>(name: string): Line[] => {
    const path = join(values.data, entry.name, name);
    return existsSync(path) ? readLines<Line>(path) : [];
  };
  const tools = file<ToolLine>("tools.jsonl");
  const train = file<QueryLine>("train.jsonl");
  const none = file<QueryLine>("none.jsonl");
  collect(entry.name, tools, train, none);
  for (const perTool of [5, 15]) {
    const fewer = limited(train, perTool);
    if (fewer.length < 0.8 * train.length) collect(`${entry.name}, ${perTool} each`, tools, fewer, none);
  }
}
weights = fitCombination();
console.log("combine.ts", round(weights));
for (const read of pending) read();
console.log("in-scope.ts", round(fitScope()));
