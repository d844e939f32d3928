import { z } from "zod";
import { type Person, people, personById, type Team, teamBySlug, teams } from "#demo/company/organisation.ts";
import { publicHolidays } from "#demo/company/public-holidays.ts";
import { hasWords } from "../http/fields.ts";
import { defineOperation, type Operation } from "../http/operation.ts";
import { type DirectoryData, personOrNotFound, toPerson } from "./directory-data.ts";
import {
  domainSchema,
  officeSchema,
  personKeySchema,
  personSchema,
  teamDetailSchema,
  teamSchema,
} from "./schema.ts";

const worksHere = (person: Person) => person.leftDaysAgo === null;

function toTeam(team: Team): z.infer<typeof teamDetailSchema> {
  const { name, email, jobTitle } = personById(team.leadId);
  return {
    slug: team.slug,
    name: team.name,
    domain: team.domain,
    purpose: team.purpose,
    channel: team.channel,
    lead: { name, email, jobTitle },
    people: people.filter((person) => person.team === team.slug && worksHere(person)).length,
  };
}

/** Operations on people, teams and public holidays. */
export function peopleOperations(data: DirectoryData): readonly Operation[] {
  return [
    defineOperation({
      operationId: "findPeople",
      method: "get",
      path: "/people",
      tag: "People",
      summary: "Find colleagues",
      description:
        "Finds people by name, job, team, domain or office, in the order of their names. Accents and case do not count. Use it to find out who somebody is or whom to write to.",
      queryInput: z.strictObject({
        name: z
          .string()
          .min(2)
          .max(80)
          .optional()
          .describe("The beginning of one or more parts of the name.")
          .meta({ examples: ["ines carv"] }),
        jobTitle: z.string().min(2).max(80).optional().describe("Words in the job title."),
        team: teamSchema.optional(),
        domain: domainSchema.optional(),
        office: officeSchema.optional(),
        includeLeft: z.boolean().default(false).describe("true: also people who have left."),
        limit: z.int().min(1).max(100).default(20).describe("How many to return at most."),
        offset: z.int().min(0).default(0).describe("How many to skip."),
      }),
      success: {
        status: 200,
        description: "People who match.",
        schema: z.strictObject({ total: z.int(), people: z.array(personSchema) }),
      },
      handle: ({ query }) => {
        const matches = people
          .filter(
            (person) =>
              (query.includeLeft || worksHere(person)) &&
              (query.name === undefined || hasWords(person.name, query.name)) &&
              (query.jobTitle === undefined || hasWords(person.jobTitle, query.jobTitle)) &&
              (query.team === undefined || person.team === query.team) &&
              (query.domain === undefined || person.domain === query.domain) &&
              (query.office === undefined || person.office === query.office),
          )
          .sort((a, b) => a.name.localeCompare(b.name, "en"));
        const page = matches.slice(query.offset, query.offset + query.limit);
        return { body: { total: matches.length, people: page.map((person) => toPerson(person, data.day)) } };
      },
    }),
    defineOperation({
      operationId: "getPerson",
      method: "get",
      path: "/people/{person}",
      tag: "People",
      summary: "Show a colleague",
      description: "Shows one person: job, team, manager, office and extension.",
      pathInput: z.strictObject({ person: personKeySchema }),
      success: { status: 200, description: "The person.", schema: personSchema },
      refusals: { 404: "Nobody is called so." },
      handle: ({ path }) => ({ body: toPerson(personOrNotFound(path.person), data.day) }),
    }),
    defineOperation({
      operationId: "listReports",
      method: "get",
      path: "/people/{person}/reports",
      tag: "People",
      summary: "List who reports to somebody",
      description: "Lists the people whose manager this person is.",
      pathInput: z.strictObject({ person: personKeySchema }),
      success: {
        status: 200,
        description: "The people.",
        schema: z.strictObject({ manager: z.string(), people: z.array(personSchema) }),
      },
      refusals: { 404: "Nobody is called so." },
      handle: ({ path }) => {
        const manager = personOrNotFound(path.person);
        const reports = people.filter((person) => person.managerId === manager.id && worksHere(person));
        return {
          body: { manager: manager.name, people: reports.map((person) => toPerson(person, data.day)) },
        };
      },
    }),
    defineOperation({
      operationId: "listTeams",
      method: "get",
      path: "/teams",
      tag: "Teams",
      summary: "List teams",
      description:
        "Lists the teams with their purpose, lead and channel, for the whole company or one domain.",
      queryInput: z.strictObject({ domain: domainSchema.optional() }),
      success: {
        status: 200,
        description: "The teams.",
        schema: z.strictObject({ teams: z.array(teamDetailSchema) }),
      },
      handle: ({ query }) => ({
        body: {
          teams: teams
            .filter((team) => query.domain === undefined || team.domain === query.domain)
            .map(toTeam),
        },
      }),
    }),
    defineOperation({
      operationId: "getTeam",
      method: "get",
      path: "/teams/{team}",
      tag: "Teams",
      summary: "Show a team",
      description: "Shows one team: purpose, lead, channel and number of people.",
      pathInput: z.strictObject({ team: teamSchema }),
      success: { status: 200, description: "The team.", schema: teamDetailSchema },
      handle: ({ path }) => ({ body: toTeam(teamBySlug(path.team)) }),
    }),
    defineOperation({
      operationId: "listPublicHolidays",
      method: "get",
      path: "/public-holidays",
      tag: "Leave",
      summary: "List public holidays",
      description: "Lists the public holidays of an office in a year. They do not count as leave.",
      queryInput: z.strictObject({
        office: officeSchema,
        year: z.int().min(2020).max(2099).optional().describe("Year; this year when left out."),
      }),
      success: {
        status: 200,
        description: "The days, in order.",
        schema: z.strictObject({
          office: officeSchema,
          year: z.int(),
          holidays: z.array(z.strictObject({ day: z.iso.date(), name: z.string() })),
        }),
      },
      handle: ({ query }) => {
        const year = query.year ?? Number(data.day.slice(0, 4));
        return { body: { office: query.office, year, holidays: publicHolidays(query.office, year) } };
      },
    }),
  ];
}
