import type { PlannedTool } from "./planned-tool.ts";

/** Its owner left, and nobody has taken it over. */
export const plannedWorks: PlannedTool = {
  slug: "planned-works",
  domain: "network-operations",
  team: "transport-network",
  owner: "nuno-barbosa",
  deputy: null,
  confirmedDaysAgo: 199,
  supportChannel: "#transport",
  dataClass: "internal",
  riskTier: "low",
  slo: { success: 0.99, p95Ms: 700 },
  words: {
    name: "Planned Works",
    purpose:
      "Lists the works that are announced on the network: where, when, and what customers will notice. Look here before you treat an alarm as a fault.",
    whenToUse: [
      "An alarm is up and you want to know whether somebody is working there.",
      "A customer asks about a letter that announced an interruption.",
      "You plan a visit and want to know what else happens at the site.",
    ],
    whenNotToUse: ["To announce works: send the form to the Planned Works Coordinator."],
    useInstead: [{ text: "For what is wrong right now", slug: "network-inventory" }],
    examples: [
      {
        request: "Are there planned works at BRG-07 this week?",
        answer: "The works with their times, what customers notice, and the coordinator's address.",
      },
    ],
    tags: ["works", "sites", "maintenance"],
    synonyms: [
      "maintenance window",
      "change calendar",
      "interruptions",
      "trabalhos programados",
      "manutenção",
    ],
    knownIssues: [
      "Works that were cancelled by phone stay in the list until the coordinator has entered it.",
    ],
    limits: ["Without days it shows what runs now or starts within seven days."],
  },
  making: {
    kind: "mcp",
    operations: {
      list_planned_works: {
        exampleRequests: [
          "Are there planned works at BRG-07?",
          "Which works with an outage are announced for next week?",
          "Planned maintenance in the next seven days",
          "Há trabalhos programados em GAI-04?",
        ],
        exampleInput: { limit: 10 },
      },
    },
  },
  versions: [
    {
      version: "0.9.0",
      daysAgo: 233,
      by: "nuno-barbosa",
      notes: "Trial with the Operations Centre.",
      words: { knownIssues: [] },
    },
    {
      version: "1.0.0",
      daysAgo: 199,
      by: "nuno-barbosa",
      notes: "Open to everybody. Works can be narrowed to a site and to what customers notice.",
    },
  ],
};
