import type { PlannedTool } from "./planned-tool.ts";

export const apiIndex: PlannedTool = {
  slug: "api-index",
  domain: "research-and-development",
  team: "digital-platforms",
  owner: "ewan-drysdale",
  deputy: "sofia-meireles",
  confirmedDaysAgo: 216,
  supportChannel: "#platforms",
  dataClass: "internal",
  riskTier: "low",
  slo: { success: 0.99, p95Ms: 1000 },
  words: {
    name: "Service Index",
    purpose:
      "Opens the index of Northmere's internal services: their addresses, their OpenAPI documents, and which credential each one asks for.",
    whenToUse: [
      "You build something on tickets, the staff directory, expenses or prices and need the document.",
      "You want to import a service as a new tool and look for its address.",
    ],
    whenNotToUse: [
      "To use a service: every one of them has a tool here, with a form and without a credential of your own.",
    ],
    useInstead: [
      { text: "To work with tickets", slug: "ticket-desk" },
      { text: "To look up people", slug: "staff-directory" },
    ],
    examples: [],
    tags: ["development", "services"],
    synonyms: ["openapi", "api documentation", "swagger", "endpoints"],
    knownIssues: [],
    limits: ["Runs outside the portal and opens in a new tab.", "Reachable from the offices only."],
  },
  making: { kind: "link", path: "/" },
  versions: [
    {
      version: "1.0.0",
      daysAgo: 222,
      by: "ewan-drysdale",
      notes: "First release: the index that used to be a page in the wiki.",
    },
  ],
};
