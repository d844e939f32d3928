import type { PlannedTool } from "./planned-tool.ts";

export const staffDirectory: PlannedTool = {
  slug: "staff-directory",
  domain: "people",
  team: "people-partners",
  owner: "felicity-drake",
  deputy: "marisa-cordeiro",
  confirmedDaysAgo: 31,
  supportChannel: "#people",
  dataClass: "internal",
  riskTier: "low",
  slo: { success: 0.995, p95Ms: 600 },
  words: {
    name: "Staff Directory",
    purpose:
      "Finds colleagues and teams: who somebody is, in which team and office, whom they report to, and how to reach them.",
    whenToUse: [
      "You have a name and need the team, the extension or the manager.",
      "You look for the right team for a question.",
      "You want to know the public holidays of an office.",
    ],
    whenNotToUse: [
      "For pay, health or anything else personal: it holds none of it.",
      "For who is away today.",
    ],
    useInstead: [
      { text: "For leave and who is away", slug: "leave-service" },
      { text: "For the engineer on call", slug: "network-inventory" },
    ],
    examples: [
      { request: "Who is Inês Carvalho?", answer: "Job, team, office, manager and extension." },
      {
        request: "Which team looks after the price list?",
        answer: "The team with its purpose, lead and channel.",
      },
    ],
    tags: ["people", "teams", "contacts"],
    synonyms: [
      "phone book",
      "colleagues",
      "org chart",
      "employees",
      "extension",
      "lista de contactos",
      "colegas",
      "quem é",
      "feriados",
    ],
    knownIssues: ["Maternity and parental cover is shown in the team's channel, not here."],
    limits: ["Names match from the beginning of each part; accents do not count."],
  },
  making: {
    kind: "http",
    service: "directory",
    operations: {
      findPeople: {
        title: "Find colleagues",
        exampleRequests: [
          "Who works in the Pricing team?",
          "Find colleagues called Pereira in Porto",
          "List incident managers",
          "Quem trabalha na equipa Radio Network?",
        ],
        exampleInput: { name: "ines carv" },
      },
      getPerson: {
        title: "Show a colleague",
        exampleRequests: [
          "Show the colleague Inês Carvalho",
          "What is the extension of Tiago Moreira?",
          "Who is the manager of Amelia Hart?",
          "Qual é a extensão de Filipa Serrano?",
        ],
        exampleInput: { person: "Inês Carvalho" },
      },
      listReports: {
        title: "List who reports to somebody",
        exampleRequests: [
          "Who reports to Ruth Calloway?",
          "List the people whose manager is Gareth Hollis",
          "How many people report to Owen Birch?",
        ],
        exampleInput: { person: "Ruth Calloway" },
      },
      getTeam: {
        title: "Show a team",
        exampleRequests: [
          "What does the team Transport Network do?",
          "Who leads Field Engineering?",
          "Which channel does Billing Support have?",
        ],
        exampleInput: { team: "transport-network" },
      },
      listTeams: {
        title: "List teams",
        exampleRequests: [
          "Which teams are there in Finance?",
          "List all teams with their leads",
          "Que equipas há no domínio Legal?",
        ],
        exampleInput: { domain: "finance" },
      },
      listPublicHolidays: {
        title: "List public holidays",
        exampleRequests: [
          "Which public holidays does Porto have this year?",
          "Public holidays in Bristol next year",
          "Quais são os feriados no Porto?",
        ],
        exampleInput: { office: "porto" },
      },
    },
  },
  versions: [
    {
      version: "1.0.0",
      daysAgo: 305,
      by: "felicity-drake",
      notes: "First release: find people and show one.",
      operations: ["findPeople", "getPerson"],
      words: {
        purpose: "Finds colleagues: who somebody is, in which team and office, and how to reach them.",
      },
    },
    {
      version: "1.1.0",
      daysAgo: 207,
      by: "felicity-drake",
      notes: "New: teams, and who reports to whom.",
      operations: ["findPeople", "getPerson", "listReports", "getTeam", "listTeams"],
    },
    {
      version: "1.2.0",
      daysAgo: 96,
      by: "marisa-cordeiro",
      notes: "New: public holidays of both offices. Susete Marinho asked for them for onboarding.",
    },
  ],
};
