import type { Matching, Proposal } from "#lib/models/extractive/proposal.ts";
import type { Leaf } from "#lib/models/extractive/read-schema.ts";
import { overlaps } from "#lib/models/extractive/words.ts";

type Doubt = Matching["doubts"][number];

export interface Settled {
  readonly accepted: readonly Proposal[];
  readonly doubts: readonly Doubt[];
}

/**
 * Gives each stretch of words to one input and each input one value, heaviest first. Two values of like weight for
 * one input, and two inputs of like weight for one stretch, are doubtful; so is what the schema does not accept.
 */
export function settle(proposals: readonly Proposal[], doubts: readonly Doubt[]): Settled {
  const sorted = [...proposals].sort(
    (left, right) =>
      right.weight - left.weight ||
      Number(right.leaf.isRequired) - Number(left.leaf.isRequired) ||
      left.at.start - right.at.start,
  );
  const accepted: Proposal[] = [];
  const found: Doubt[] = [...doubts];
  for (const proposal of sorted) {
    const { leaf, at, weight } = proposal;
    if (found.some((doubt) => doubt.path === leaf.path && doubt.weight >= weight)) continue;
    const holder = accepted.find(
      (other) =>
        overlaps(other.at, at) &&
        !(other.group !== undefined && other.group === proposal.group && other.leaf !== leaf),
    );
    if (holder) {
      if (holder.leaf !== leaf && holder.weight === weight && holder.leaf.isRequired === leaf.isRequired)
        undecided(holder, proposal, accepted, found);
      continue;
    }
    const own = accepted.find((other) => other.leaf === leaf);
    if (own && !leaf.isArray) {
      if (own.value !== proposal.value && own.weight - weight < 1) several(own, proposal, accepted, found);
      continue;
    }
    const problem = refusal(leaf, proposal.value);
    if (problem) {
      found.push({ path: leaf.path, reason: "not-accepted", words: at.words, choices: [], at, weight });
      continue;
    }
    accepted.push(proposal);
  }
  return { accepted, doubts: found };
}

function undecided(holder: Proposal, rival: Proposal, accepted: Proposal[], found: Doubt[]): void {
  if (holder.leaf.isRequired) return;
  accepted.splice(accepted.indexOf(holder), 1);
  for (const { leaf, value, at, weight } of [holder, rival]) {
    const choices = [{ value, label: String(value) }];
    found.push({ path: leaf.path, reason: "several-values", words: at.words, choices, at, weight });
  }
}

function several(own: Proposal, rival: Proposal, accepted: Proposal[], found: Doubt[]): void {
  accepted.splice(accepted.indexOf(own), 1);
  const choices = [own, rival].map(({ value, label }) => ({ value, label: label ?? String(value) }));
  const words = [own.at.words, rival.at.words].join(", ");
  found.push({
    path: own.leaf.path,
    reason: "several-values",
    words,
    choices,
    at: own.at,
    weight: own.weight,
  });
}

/** What the schema says against a value; bounds and lengths only, the rest is checked before a call. */
function refusal(leaf: Leaf, value: unknown): boolean {
  const { minimum, maximum, minLength, maxLength } = leaf.schema;
  if (typeof value === "number") {
    return (
      (typeof minimum === "number" && value < minimum) || (typeof maximum === "number" && value > maximum)
    );
  }
  if (typeof value === "string") {
    return (
      (typeof minLength === "number" && value.length < minLength) ||
      (typeof maxLength === "number" && value.length > maxLength)
    );
  }
  return false;
}
