import type { PlannedTool } from "./planned-tool.ts";

export const ticketDesk: PlannedTool = {
  slug: "ticket-desk",
  domain: "customer-service",
  team: "service-quality",
  owner: "hugo-lancaster",
  deputy: "eleanor-shipley",
  confirmedDaysAgo: 38,
  supportChannel: "#cs-quality",
  dataClass: "confidential",
  riskTier: "medium",
  slo: { success: 0.99, p95Ms: 900 },
  words: {
    name: "Ticket Desk",
    purpose:
      "Finds, opens, changes and comments on the tickets of customers and colleagues. It works on the real ticket service, so what you open here is seen by the team at once.",
    whenToUse: [
      "You need to know which tickets are open for a customer, a site, a team or an alarm code.",
      "A customer calls about a ticket and you need its status, its deadline or its comments.",
      "You want to open a ticket, hand it to another team, or add a comment.",
      "You need numbers: how many tickets by status, team, category or day.",
    ],
    whenNotToUse: [
      "For the state of the network itself: a ticket says what people reported, not what equipment reports.",
      "For refunds and bills: a ticket asks for a refund, but Billing Support makes it.",
      "To open many tickets from a list: each one needs your own look.",
    ],
    useInstead: [
      { text: "For what is wrong on the network right now", slug: "network-inventory" },
      { text: "For an alarm, from its code to a drafted ticket in one go", slug: "alarm-assistant" },
    ],
    examples: [
      {
        request: "Which P1 and P2 tickets are overdue?",
        answer:
          "A table of the overdue tickets with number, title, team and how long they are past their time.",
      },
      {
        request: "Show ticket T-4712",
        answer: "The ticket with status, priority, assignee and the time by which it must be solved.",
      },
    ],
    tags: ["tickets", "customers", "faults"],
    synonyms: [
      "cases",
      "incidents",
      "complaints",
      "helpdesk",
      "service desk",
      "bilhetes",
      "pedidos",
      "avarias",
    ],
    knownIssues: [
      "Tickets opened on paper during the outage of the ticket service were entered later; their opening time is that of the entry.",
    ],
    limits: [
      "Lists hold at most 100 tickets; take the next page for more.",
      "A closed ticket can only be opened again, not changed.",
      "Withdrawing removes a ticket for good, and only works while nobody has begun.",
    ],
  },
  making: {
    kind: "http",
    service: "tickets",
    operations: {
      listTickets: {
        title: "Find tickets",
        exampleRequests: [
          "Which tickets are open for BRG-07?",
          "Show overdue P1 tickets of Field Engineering",
          "List tickets about roaming opened since Monday",
          "Que bilhetes estão abertos para a equipa Billing Support?",
        ],
        exampleInput: { site: "BRG-07", sort: "newest", limit: 10 },
      },
      getTicket: {
        title: "Show a ticket",
        exampleRequests: [
          "Show ticket T-4712",
          "What is the status of ticket 4712?",
          "Who works on T-4698 and when is it due?",
        ],
      },
      countTickets: {
        title: "Count tickets",
        exampleRequests: [
          "How many tickets are open by team?",
          "How many P1 tickets do we have?",
          "Count tickets by category opened this week",
        ],
        exampleInput: { groupBy: "team", status: ["new", "in-progress"] },
      },
      listComments: {
        title: "Read the comments on a ticket",
        exampleRequests: [
          "What was written on ticket T-4712?",
          "Read the comments on T-4698",
          "Show what we told the customer on ticket 4712",
        ],
      },
      createTicket: {
        title: "Open a ticket",
        exampleRequests: [
          "Open a ticket about no light on BRG-07",
          "Create a P3 roaming ticket titled 'Day pass charged twice'",
          "Abre um bilhete sobre uma avaria de fibra em GAI-04",
        ],
        exampleInput: {
          title: "Day pass charged twice in Japan",
          description: "Two day passes on the same day; the customer used one.",
          category: "roaming",
          priority: "P3",
        },
      },
      updateTicket: {
        title: "Change a ticket",
        exampleRequests: [
          "Set ticket T-4712 to resolved",
          "Assign T-4698 to Kofi Asante",
          "Change the priority of ticket 4712 to P2",
        ],
        exampleInput: { ticketId: "T-4712", priority: "P2", reason: "Second customer on the same port." },
      },
      addComment: {
        title: "Comment on a ticket",
        exampleRequests: [
          "Add a comment to T-4712 saying 'Called the customer, no answer'",
          "Comment on ticket 4698: waiting for the landlord",
          "Write 'new router sent' on ticket T-4712",
        ],
        exampleInput: { ticketId: "T-4712", text: "Called the customer, no answer. Again at 16:00." },
        // A comment for the customer leaves the company.
        annotations: { openWorld: true },
      },
      withdrawTicket: {
        title: "Withdraw a ticket",
        exampleRequests: [
          "Withdraw ticket T-4712, it was opened by mistake",
          "Delete the ticket 4698 that nobody has started",
          "Remove my ticket T-4712",
        ],
      },
    },
  },
  versions: [
    {
      version: "2.0.0",
      daysAgo: 196,
      by: "hugo-lancaster",
      notes:
        "Replaces Ticket Lookup. Tickets can be opened and changed as well as read; every change waits for your confirmation.",
      operations: ["listTickets", "getTicket", "createTicket", "updateTicket"],
      words: { knownIssues: ["Comments are not shown yet; open the ticket in the ticket service for them."] },
    },
    {
      version: "2.1.0",
      daysAgo: 131,
      by: "hugo-lancaster",
      notes: "New: count tickets by status, priority, category, team, site or day.",
      operations: ["listTickets", "getTicket", "countTickets", "createTicket", "updateTicket"],
      words: { knownIssues: ["Comments are not shown yet; open the ticket in the ticket service for them."] },
    },
    {
      version: "2.2.0",
      daysAgo: 84,
      by: "eleanor-shipley",
      notes: "New: withdraw a ticket that nobody has begun. It asks before it removes anything.",
      operations: [
        "listTickets",
        "getTicket",
        "countTickets",
        "createTicket",
        "updateTicket",
        "withdrawTicket",
      ],
      words: { knownIssues: ["Comments are not shown yet; open the ticket in the ticket service for them."] },
    },
    {
      version: "2.3.0",
      daysAgo: 33,
      by: "hugo-lancaster",
      notes:
        "New: read the comments on a ticket and add one. Kofi Asante asked for it: customers want to know what we last told them, and advisers had to open a second window for that.",
    },
  ],
};
