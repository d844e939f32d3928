import type { PlannedTool } from "./planned-tool.ts";

export const ticketLookup: PlannedTool = {
  slug: "ticket-lookup",
  domain: "customer-service",
  team: "service-quality",
  owner: "hugo-lancaster",
  deputy: null,
  confirmedDaysAgo: 152,
  supportChannel: "#cs-quality",
  dataClass: "confidential",
  riskTier: "low",
  lifecycle: "deprecated",
  successor: "ticket-desk",
  deprecatedDaysAgo: 47,
  retiresInDays: 43,
  slo: { success: 0.98, p95Ms: 1200 },
  words: {
    name: "Ticket Lookup",
    purpose: "Looks one ticket up by its number. It is going away: Ticket Desk does the same and much more.",
    whenToUse: ["Only while your own shortcuts still point here."],
    whenNotToUse: ["For anything new: its last day is set, and it gets no new operations."],
    useInstead: [{ text: "For everything about tickets", slug: "ticket-desk" }],
    examples: [{ request: "Show ticket T-4712", answer: "The ticket with status, assignee and deadline." }],
    tags: ["going away"],
    synonyms: ["old ticket search"],
    knownIssues: ["Comments are not shown."],
    limits: ["Reads only, one ticket at a time."],
  },
  making: {
    kind: "http",
    service: "tickets",
    operations: {
      getTicket: {
        title: "Look up by number",
        description: "Looks one up by its number, as Ticket Desk does as well.",
        exampleRequests: [
          "Look up a ticket number with Ticket Lookup",
          "Use the old ticket lookup",
          "Ticket Lookup for one ticket number",
        ],
      },
    },
  },
  versions: [
    {
      version: "1.0.0",
      daysAgo: 311,
      by: "hugo-lancaster",
      notes: "First release: one ticket by its number.",
      words: {
        purpose: "Shows one ticket by its number, with status, assignee and deadline.",
        whenToUse: ["A customer gives you a ticket number."],
        whenNotToUse: ["To open or change a ticket."],
        useInstead: [],
      },
    },
    {
      version: "1.0.1",
      daysAgo: 47,
      by: "hugo-lancaster",
      notes: "Deprecated. Ticket Desk has taken over; this page says until when Ticket Lookup answers.",
    },
  ],
};
