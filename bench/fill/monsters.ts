import { db } from "#lib/db/client.ts";
import { newId } from "#lib/db/uuid.ts";
import { insertTools, type ScratchTool } from "../search/insert-tools.ts";
import { hostileLine, hostileName, hostileWords } from "./hostile-words.ts";
import type { Team } from "./insert-organisation.ts";

const operationCount = 1000;
const pageCount = 300;
/** About 3 kB of text on each of its pages. */
const linesOnPage = 24;

const line = (at: number) =>
  `In case ${at} the desk checks the contract, writes down what was agreed, and tells the customer within two working days.`;

function longDocs(): string {
  return Array.from({ length: pageCount }, (_, at) => {
    const text = Array.from({ length: linesOnPage }, (_, number) => line(at * linesOnPage + number));
    return `# Page ${at + 1}: what to do in case ${at + 1}\n\n${text.slice(0, 8).join(" ")}\n\n## Steps\n\n${text
      .slice(8, 13)
      .map((one) => `- ${one}`)
      .join("\n")}\n\n## Background\n\n${text.slice(13).join(" ")}`;
  }).join("\n\n");
}

const manyOperations = Array.from({ length: operationCount }, (_, at) => ({
  name: `record-${at}-change`,
  title: `Change record ${at}`,
  description: `${line(at)} It answers with the record as it is then.`,
  exampleRequests: [`change record ${at} to closed`],
  inputs: Object.fromEntries(
    ["record", "state", "reason", "day", "owner", "note", "priority", "channel"].map((name) => [
      name,
      `The ${name} of record ${at}, as the desk's book has it; leave it out to keep what is there.`,
    ]),
  ),
}));

function monsters({ id: teamId, domainId }: Team): ScratchTool[] {
  const place = { domainId, teamId };
  const plain = (slug: string, name: string, purpose: string) => ({
    ...place,
    slug,
    name,
    words: { purpose },
  });
  return [
    {
      ...plain("monster-operations", "Thousand Operations", "Changes each of a thousand records."),
      operations: manyOperations,
    },
    {
      ...plain("monster-docs", "Three Hundred Pages", "Has docs that nobody reads from end to end."),
      words: { purpose: "Has docs that nobody reads from end to end.", docs: longDocs() },
    },
    plain("monster-ratings", "Ten Thousand Ratings", "Was rated by ten thousand people."),
    plain("monster-nothing", "Nothing But Its Name", "Nothing But Its Name"),
    {
      ...plain("monster-words", hostileWords.name, hostileWords.purpose),
      words: hostileWords,
      releaseNotes: hostileLine,
      operations: [
        {
          name: "run",
          title: hostileLine.slice(0, 200),
          description: hostileLine,
          exampleRequests: [hostileLine],
          inputs: { [hostileLine.slice(0, 120)]: hostileLine, plain: hostileLine },
        },
      ],
    },
  ];
}

/** Ratings of people of every team: stars, and for two of three a text. */
async function insertRatings(toolId: string, people: readonly string[]): Promise<void> {
  await db().$executeRaw`
    INSERT INTO tool_rating (id, tool_id, person_id, team_id, major, version, stars, text, rated_at, source)
    SELECT (overlay(overlay(md5('many' || p.id::text) PLACING '7' FROM 13 FOR 1) PLACING '8' FROM 17 FOR 1))::uuid, ${toolId}::uuid, p.id, p.team_id, 1, '1.0.0',
      5 - abs(hashtext(p.id::text)) % 8 / 2,
      CASE WHEN n % 3 = 0 THEN '' ELSE repeat('It found what I looked for, and said where it stands. ', 1 + n::int % 5) END,
      now() - n * interval '25 minutes', 'sample'
    FROM unnest(${[...people]}::uuid[]) WITH ORDINALITY AS one (id, n) JOIN person p ON p.id = one.id`;
}

async function insertHostileTexts(toolId: string, teamId: string, people: readonly string[]): Promise<void> {
  const [personId = ""] = people;
  const at = new Date();
  await db().team.update({ where: { id: teamId }, data: { name: hostileName } });
  await db().tool.update({ where: { id: toolId }, data: { supportChannel: hostileLine } });
  await db().toolQuestion.create({
    data: { id: newId(), toolId, askedById: personId, text: hostileLine, askedAt: at, answer: hostileLine },
  });
  await db().toolIncident.create({
    data: { id: newId(), toolId, title: hostileLine, publicNote: hostileLine, startedAt: at },
  });
  await db().toolRating.createMany({
    data: people.slice(0, 6).map((person) => ({
      id: newId(),
      toolId,
      personId: person,
      major: 1,
      version: "1.0.0",
      stars: 3,
      text: hostileLine,
      ratedAt: at,
      reply: hostileLine,
      repliedAt: at,
    })),
  });
}

/** Adds the tools that are hard to show; `people` rate one of them, each once. Returns their slugs. */
export async function insertMonsters(teams: readonly Team[], people: readonly string[]): Promise<string[]> {
  const [team] = teams;
  if (!team) throw new Error("There is no team to own them.");
  const tools = monsters(team);
  const ids = await insertTools(tools);
  const idOf = (slug: string) => ids[tools.findIndex((tool) => tool.slug === slug)] ?? "";
  await insertRatings(idOf("monster-ratings"), people);
  await insertHostileTexts(idOf("monster-words"), team.id, people.slice(-6));
  return tools.map(({ slug }) => slug);
}
