import type { ScratchTool } from "./insert-tools.ts";

/** Numbers that look like chance and are the same at each run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const subjects =
  `invoice contract ticket router customer supplier payment budget shift leave training meeting report
  document alarm site cable antenna tariff roaming quote order stock device account password licence tender lease
  policy claim receipt journey hotel course candidate applicant salary pension parking desk room canteen visitor key
  badge vehicle battery generator outage fault line modem switch server database table query dashboard forecast
  campaign newsletter survey complaint refund discount commission territory prospect renewal audit review incident
  runbook handover experiment patent standard specification sample prototype release test deployment certificate
  address number portability coverage spectrum frequency interference capacity traffic latency backup archive record
  translation summary minutes presentation diagram picture letter advert reference appraisal absence holiday roster
  timesheet project milestone risk hazard permit inspection warranty return delivery shipment warehouse spare part
  regulation consultation lawsuit hearing clause signature disclosure consent deletion request approval escalation`.split(
    /\s+/,
  );
const acts =
  `Finder Checker Planner Writer Watch Desk Guide Helper Reader Maker Register Calendar Search Explainer Review
  Forecast Summary Assistant Builder Sorter Tracker Library Index Monitor`.split(/\s+/);
const verbs =
  `finds checks plans writes compares lists explains sorts reserves converts follows prepares summarises keeps
  collects measures predicts translates approves cancels`.split(/\s+/);
const places =
  `Leeds Porto Lisbon Braga York Hull Faro Coimbra Durham Aveiro north south west east mobile fixed wholesale
  retail business consumer field lab office warehouse`.split(/\s+/);
const ends =
  `before it is due, for the whole team, by region and month, with the reason, in English and Portuguese, within
  the rules, from the records of the last year, without personal data, for a supplier, for a new colleague`
    .split(",")
    .map((end) => end.trim().replaceAll(/\s+/g, " "));

type Chance = () => number;
const pick = (chance: Chance, list: readonly string[]) => list[Math.floor(chance() * list.length)] ?? "";
const title = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** How long the docs of a generated tool are, in paragraphs. */
const sections = 3;

function sentence(chance: Chance): string {
  return `${title(pick(chance, verbs))} the ${pick(chance, subjects)} and the ${pick(chance, subjects)} of ${pick(chance, places)} ${pick(chance, ends)}.`;
}

/** The tool with this number; every field of it follows from the number alone. */
export function generatedTool(
  at: number,
  domainIds: readonly string[],
  teamIds: readonly string[],
): ScratchTool {
  const chance = seeded(at + 1);
  const subject = pick(chance, subjects);
  const name = `${title(pick(chance, places))} ${title(subject)} ${pick(chance, acts)} ${at}`;
  const docs = Array.from(
    { length: sections },
    () =>
      `## ${title(pick(chance, subjects))}\n\n${sentence(chance)} ${sentence(chance)} ${sentence(chance)}`,
  );
  return {
    slug: `tool-${at}`,
    name,
    domainId: domainIds[at % domainIds.length] ?? "",
    teamId: teamIds[at % teamIds.length] ?? "",
    kind: pick(chance, ["http", "mcp", "knowledge", "prompt", "link"]) as "http",
    dataClass: pick(chance, ["public", "internal", "confidential"]) as "internal",
    lifecycle: chance() < 0.05 ? "deprecated" : "published",
    publishedAt: new Date(Date.UTC(2025, 0, 1) + Math.floor(chance() * 500) * 86_400_000),
    words: {
      purpose: `${sentence(chance)} ${sentence(chance)}`,
      whenToUse: [sentence(chance), sentence(chance)],
      examples: [{ request: sentence(chance), answer: "" }],
      tags: [subject, pick(chance, subjects)],
      synonyms: [`${pick(chance, subjects)} ${pick(chance, verbs)}`],
      docs: docs.join("\n\n"),
    },
    operations: [
      {
        name: "run",
        title: `${title(pick(chance, verbs))} ${subject}`,
        description: sentence(chance),
        exampleRequests: [sentence(chance)],
        inputs: { [pick(chance, subjects)]: sentence(chance) },
      },
    ],
  };
}

/** A query as people write them: a task in a sentence, a few words, part of a name, a slip, or the first letters. */
export function generatedQuery(at: number): { readonly text: string; readonly isTyping: boolean } {
  const chance = seeded(1_000_000 + at);
  const [one, two, three] = [pick(chance, subjects), pick(chance, subjects), pick(chance, places)];
  switch (at % 5) {
    case 0:
      return { text: `how do I find the ${one} and the ${two} of a customer in ${three}`, isTyping: false };
    case 1:
      return { text: `${one} ${two}`, isTyping: false };
    case 2:
      return { text: `${three} ${one} ${pick(chance, acts)}`, isTyping: false };
    case 3:
      return { text: `${one.slice(0, 2)}${one.slice(3)} ${pick(chance, acts)}`, isTyping: false };
    default:
      return { text: `${one} ${two.slice(0, 3)}`, isTyping: true };
  }
}
