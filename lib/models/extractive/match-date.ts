import { instantAt } from "#lib/models/extractive/calendar.ts";
import type { DateMention } from "#lib/models/extractive/dates.ts";
import {
  cueBonus,
  type MatchContext,
  type Matching,
  type Proposal,
} from "#lib/models/extractive/proposal.ts";
import type { Leaf } from "#lib/models/extractive/read-schema.ts";
import { areSameWord, stemsOf } from "#lib/models/extractive/words.ts";

type Role = "start" | "end" | "deadline" | "day";

const startWords = new Set(
  "from since after start starts begin begins first earliest min de desde inicio".split(" "),
);
const endWords = new Set("to until till before end ends last through latest max fim ate".split(" "));
const deadlineWords = new Set("by due deadline expires expiry prazo".split(" "));
const roleWords = new Set([...startWords, ...endWords, ...deadlineWords]);

interface DateLeaf {
  readonly leaf: Leaf;
  readonly role: Role;
  /** Words of the name besides those of the role: `opened` of `openedFrom`. */
  readonly topic: readonly string[];
}

/** Days and stretches of days go to the inputs whose names can take them. */
export function matchDates(leaves: readonly Leaf[], context: MatchContext): Matching {
  const dateLeaves = leaves.flatMap((leaf) => toDateLeaf(leaf) ?? []);
  const proposals: Proposal[] = [];
  const doubts: Matching["doubts"][number][] = [];
  for (const mention of context.mentions.dates) {
    proposals.push(...yearProposals(leaves, mention, context));
    const able = mention.isTimeOnly
      ? dateLeaves.filter(({ leaf }) => leaf.schema.format === "date-time")
      : dateLeaves;
    const targets = targetsOf(able, mention, context);
    const group = `date-${mention.start}`;
    for (const { leaf, end } of targets) {
      if (mention.otherReading !== null) {
        const choices = [mention.from, mention.otherReading].map((day) => ({
          value: valueFor(leaf, day, mention, end, context),
          label: day,
        }));
        doubts.push({
          path: leaf.path,
          reason: "unclear-date",
          words: mention.words,
          choices,
          at: mention,
          weight: 8,
        });
        continue;
      }
      const value = valueFor(leaf, end ? mention.to : mention.from, mention, end, context);
      const weight = 8 + cueBonus(leaf, mention, context);
      proposals.push({ leaf, value, at: mention, source: "words", weight, evidence: 2.5, group });
    }
  }
  return { proposals, doubts };
}

function toDateLeaf(leaf: Leaf): DateLeaf | null {
  const { format } = leaf.schema;
  const isDate = format === "date" || format === "date-time";
  const isDayPattern =
    typeof leaf.schema.pattern === "string" && /\\d\{4\}-\\d\{2\}-\\d\{2\}/u.test(leaf.schema.pattern);
  if (leaf.type !== "string" || !(isDate || isDayPattern)) return null;
  const role: Role = leaf.words.some((word) => deadlineWords.has(word))
    ? "deadline"
    : leaf.words.some((word) => startWords.has(word))
      ? "start"
      : leaf.words.some((word) => endWords.has(word))
        ? "end"
        : "day";
  return { leaf, role, topic: leaf.words.filter((word) => !roleWords.has(word)) };
}

interface Target {
  readonly leaf: Leaf;
  /** Takes the last day of the mention. */
  readonly end: boolean;
}

function targetsOf(leaves: readonly DateLeaf[], mention: DateMention, context: MatchContext): Target[] {
  const best = (list: readonly DateLeaf[]) => mostCued(list, context);
  const start = best(leaves.filter(({ role }) => role === "start"));
  const end = start
    ? leaves.find((other) => other.role === "end" && isPair(start, other))
    : best(leaves.filter(({ role }) => role === "end"));
  const deadline = best(leaves.filter(({ role }) => role === "deadline"));
  const day = best(leaves.filter(({ role }) => role === "day"));
  if (mention.role === "since") return start ? [{ leaf: start.leaf, end: false }] : [];
  if (mention.role === "until") {
    const target = end ?? deadline;
    return target ? [{ leaf: target.leaf, end: true }] : [];
  }
  if (mention.role === "range") {
    if (start && end)
      return [
        { leaf: start.leaf, end: false },
        { leaf: end.leaf, end: true },
      ];
    return start ? [{ leaf: start.leaf, end: false }] : [];
  }
  if (day) return [{ leaf: day.leaf, end: false }];
  if (start && end)
    return [
      { leaf: start.leaf, end: false },
      { leaf: end.leaf, end: true },
    ];
  return deadline && cueBonus(deadline.leaf, mention, context) > 1
    ? [{ leaf: deadline.leaf, end: true }]
    : [];
}

function isPair(start: DateLeaf, end: DateLeaf): boolean {
  const parent = (leaf: Leaf) => leaf.keys.slice(0, -1).join(".");
  return parent(start.leaf) === parent(end.leaf) && start.topic.join(" ") === end.topic.join(" ");
}

/** Of several inputs of one role, the one whose topic the request names; without that, only a lone one or the required one. */
function mostCued(leaves: readonly DateLeaf[], context: MatchContext): DateLeaf | undefined {
  if (leaves.length <= 1) return leaves[0];
  const named = leaves.filter(({ topic }) =>
    topic.some((word) => context.mentions.words.some((said) => areSameWord(stemsOf(word), said.stems))),
  );
  if (named.length === 1) return named[0];
  const required = leaves.filter(({ leaf }) => leaf.isRequired);
  return required.length === 1 ? required[0] : undefined;
}

function valueFor(
  leaf: Leaf,
  day: string,
  mention: DateMention,
  isEnd: boolean,
  context: MatchContext,
): string {
  if (leaf.schema.format !== "date-time") return day;
  const wholeDay = isEnd && mention.role !== "day" ? "23:59:59" : "00:00:00";
  return instantAt(day, mention.time ? `${mention.time}:00` : wholeDay, context.timeZone);
}

function yearProposals(leaves: readonly Leaf[], mention: DateMention, context: MatchContext): Proposal[] {
  const year = mention.from.slice(0, 4);
  if (mention.from !== `${year}-01-01` || mention.to !== `${year}-12-31`) return [];
  return leaves
    .filter((leaf) => leaf.type === "integer" && leaf.words.some((word) => word === "year" || word === "ano"))
    .map((leaf) => ({
      leaf,
      value: Number(year),
      at: mention,
      source: "words" as const,
      weight: 8 + cueBonus(leaf, mention, context),
      evidence: 2.5,
    }));
}
