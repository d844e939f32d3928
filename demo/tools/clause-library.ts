import type { PlannedTool } from "./planned-tool.ts";

export const clauseLibrary: PlannedTool = {
  slug: "clause-library",
  domain: "legal",
  team: "contracts",
  owner: "benedita-lobo",
  deputy: "adrian-mercer",
  confirmedDaysAgo: 54,
  supportChannel: "#contracts",
  dataClass: "confidential",
  riskTier: "medium",
  slo: { success: 0.99, p95Ms: 400 },
  words: {
    name: "Clause Library",
    purpose:
      "Finds our standard contract clauses for business customers and suppliers, word for word, with the note on how far each may be changed.",
    whenToUse: [
      "You prepare a contract or a tender and need the clause as it is approved.",
      "A customer asks for another wording and you want to know how far you may go.",
    ],
    whenNotToUse: [
      "As legal advice on a dispute: ask Contracts.",
      "For household tariffs: their terms are public.",
    ],
    useInstead: [
      { text: "For tariffs and what they contain", slug: "adviser-guide" },
      { text: "For a summary of a contract you were sent", slug: "contract-summary" },
    ],
    examples: [
      {
        request: "What is our liability cap for business customers?",
        answer: "The clause in quotation marks and the note on who may agree to more.",
      },
    ],
    tags: ["contracts", "clauses", "confidential"],
    synonyms: [
      "terms",
      "liability",
      "service level",
      "SLA",
      "notice period",
      "supplier contract",
      "cláusulas",
      "contratos",
    ],
    knownIssues: [],
    limits: [
      "Quotes up to four passages.",
      "For Legal, Business Sales and Business Support; others ask Contracts.",
    ],
  },
  making: {
    kind: "knowledge",
    sets: ["contract-clauses"],
    operation: {
      name: "findClauses",
      title: "Find contract clauses",
      description:
        "Quotes the standard clauses for business customers and suppliers that fit a question, each with the note on how far it may be changed.",
      exampleRequests: [
        "What is our liability cap for business customers?",
        "Which repair time do we promise for Business Fibre 1000?",
        "How much notice does a business customer give?",
        "Find the clause on data protection for suppliers",
      ],
      exampleInput: { question: "What is our liability cap for business customers?" },
    },
  },
  versions: [
    {
      version: "1.0.0",
      daysAgo: 245,
      by: "benedita-lobo",
      notes: "First release: clauses for business customers.",
      words: {
        purpose: "Finds our standard contract clauses for business customers, word for word.",
      },
    },
    {
      version: "1.1.0",
      daysAgo: 66,
      by: "benedita-lobo",
      notes: "Adds the clauses for suppliers, and the notes on how far a clause may be changed.",
    },
  ],
};
