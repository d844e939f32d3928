import type { PlannedTool } from "./planned-tool.ts";

/** Everybody finds it; one team may use it. */
export const salaryBands: PlannedTool = {
  slug: "salary-bands",
  domain: "people",
  team: "pay-and-benefits",
  owner: "margarida-teles",
  deputy: "nigel-hathersage",
  confirmedDaysAgo: 16,
  supportChannel: "#pay",
  dataClass: "restricted",
  riskTier: "high",
  slo: { success: 0.99, p95Ms: 400 },
  words: {
    name: "Salary Bands",
    purpose:
      "Looks up the nine salary bands and which job is in which band. Restricted: only the Pay and Benefits team may use it, and every access is recorded.",
    whenToUse: ["You work in Pay and Benefits and prepare an offer, a pay round or an answer about a band."],
    whenNotToUse: [
      "To find out what a colleague earns: bands do not say, and nobody may look it up.",
      "In front of other people: close the page before you share your screen.",
    ],
    useInstead: [{ text: "For how pay works: pay day, pay rounds, on-call pay", slug: "handbook-answers" }],
    examples: [
      {
        request: "What is band B5 in Porto?",
        answer: "The row of the band with its lowest, middle and highest value.",
      },
    ],
    tags: ["pay", "restricted"],
    synonyms: [
      "salary",
      "salaries",
      "pay scale",
      "pay grade",
      "wages",
      "tabela salarial",
      "salário",
      "vencimento",
    ],
    knownIssues: [],
    limits: ["Restricted data: no copies, no messages to people outside the team."],
  },
  making: {
    kind: "knowledge",
    sets: ["salary-bands"],
    operation: {
      name: "lookUpSalaryBand",
      title: "Look up a salary band",
      description:
        "Quotes the passage about a salary band or about the band of a job. Pay and Benefits only.",
      exampleRequests: [
        "What is the salary band of a Senior Customer Adviser?",
        "Look up salary band B5 in Porto",
        "Which jobs are in band B4?",
        "Qual é a tabela salarial da banda B3?",
      ],
      exampleInput: { question: "Which jobs are in band B4?" },
    },
  },
  versions: [
    {
      version: "1.0.0",
      daysAgo: 187,
      by: "margarida-teles",
      notes: "First release, for Pay and Benefits only.",
    },
    {
      version: "1.1.0",
      daysAgo: 16,
      by: "nigel-hathersage",
      notes: "Version 7 of the bands, with the new values of band B3 in Porto.",
    },
  ],
};
