import type { PlannedTool } from "./planned-tool.ts";

/** Only for its own domain. */
export const labProcedures: PlannedTool = {
  slug: "lab-procedures",
  domain: "research-and-development",
  team: "lab",
  owner: "celso-ventura",
  deputy: "vasco-figueira",
  confirmedDaysAgo: 72,
  supportChannel: "#lab",
  dataClass: "confidential",
  riskTier: "medium",
  audience: "domain",
  slo: { success: 0.99, p95Ms: 400 },
  words: {
    name: "Lab Procedures",
    purpose:
      "Answers questions about acceptance tests, optical safety and software trials with the exact passages of the lab's procedures.",
    whenToUse: [
      "You prepare or run an acceptance test and need a step, a limit or a form.",
      "You work with lasers or open fibre.",
      "You plan a trial of new software and want to know who signs and how it is rolled back.",
    ],
    whenNotToUse: ["For equipment that is already in the network: then the runbook holds."],
    useInstead: [{ text: "For equipment in the network", slug: "runbook-finder" }],
    examples: [
      {
        request: "Which eye protection do I need for an open fibre?",
        answer: "The passage of Optical safety with the laser class and the protection it asks for.",
      },
    ],
    tags: ["lab", "tests", "safety"],
    synonyms: ["acceptance", "laser", "trial", "test plan", "ensaios", "laboratório"],
    knownIssues: [],
    limits: ["Open to R&D only, because measured values are confidential by contract with the makers."],
  },
  making: {
    kind: "knowledge",
    sets: ["lab-procedures"],
    operation: {
      name: "askLabProcedures",
      title: "Ask the lab procedures",
      description:
        "Quotes the passages of the lab's procedures about acceptance tests, optical safety and software trials.",
      exampleRequests: [
        "Which values are measured in the equipment acceptance test?",
        "What eye protection does optical safety ask for?",
        "Who signs a software trial?",
        "How is a software trial rolled back?",
      ],
      exampleInput: { question: "Who signs a software trial?" },
    },
  },
  versions: [
    {
      version: "1.0.0",
      daysAgo: 214,
      by: "celso-ventura",
      notes: "First release with acceptance test and optical safety.",
      words: {
        purpose:
          "Answers questions about acceptance tests and optical safety with the exact passages of the lab's procedures.",
      },
    },
    {
      version: "1.1.0",
      daysAgo: 72,
      by: "celso-ventura",
      notes: "Adds the procedure for software trials, written by Ottilie Brandt.",
    },
  ],
};
