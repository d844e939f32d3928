/** How much each tool is used, by whom, and how well it works. Prompts are never called: no model is connected. */

export type CallPlan = {
  readonly tool: string;
  /** Calls on an ordinary working day, in stretches of days counted back, the oldest first. */
  readonly perDay: readonly { readonly fromDaysAgo: number; readonly calls: number }[];
  /** Share of an ordinary day's calls on a day off; networks have no weekend. */
  readonly onDaysOff: number;
  /** Who uses it: domains or teams with their weights, and how many regular users there are. */
  readonly users: { readonly count: number; readonly from: Readonly<Record<string, number>> };
  /** Operations with their weights. */
  readonly operations: Readonly<Record<string, number>>;
  readonly chatShare: number;
  readonly medianMs: number;
  readonly failureShare: number;
  readonly failures: readonly Failure[];
};

export type Failure = {
  readonly code: "not-found" | "rejected-by-tool" | "tool-timeout";
  readonly says: string;
  readonly weight: number;
};

const noTicket: Failure = { code: "not-found", says: "There is no ticket T-9021.", weight: 5 };
const slow: Failure = { code: "tool-timeout", says: "", weight: 1 };
const noSite: Failure = { code: "rejected-by-tool", says: "There is no site BRG-77.", weight: 4 };
const knowledge = { failureShare: 0, failures: [], medianMs: 24, onDaysOff: 0.08 } as const;

export const callPlans: readonly CallPlan[] = [
  {
    tool: "ticket-desk",
    perDay: [
      { fromDaysAgo: 90, calls: 2.6 },
      { fromDaysAgo: 47, calls: 5 },
      // Since comments can be read, advisers work in it all day.
      { fromDaysAgo: 33, calls: 43 },
    ],
    onDaysOff: 0.12,
    users: {
      count: 84,
      from: { "customer-service": 80, "network-operations": 14, "research-and-development": 4, finance: 2 },
    },
    operations: {
      listTickets: 34,
      getTicket: 30,
      listComments: 15,
      countTickets: 5,
      createTicket: 6,
      updateTicket: 5,
      addComment: 5,
    },
    chatShare: 0.44,
    medianMs: 118,
    failureShare: 0.008,
    failures: [
      noTicket,
      { code: "rejected-by-tool", says: "A closed ticket can only be opened again.", weight: 2 },
      slow,
    ],
  },
  {
    tool: "ticket-lookup",
    perDay: [
      { fromDaysAgo: 90, calls: 1.6 },
      { fromDaysAgo: 47, calls: 1.2 },
      { fromDaysAgo: 28, calls: 0.6 },
    ],
    onDaysOff: 0.05,
    users: { count: 11, from: { "customer-service": 1 } },
    operations: { getTicket: 1 },
    chatShare: 0.2,
    medianMs: 131,
    failureShare: 0.02,
    failures: [noTicket],
  },
  {
    tool: "staff-directory",
    perDay: [{ fromDaysAgo: 90, calls: 2.7 }],
    onDaysOff: 0.06,
    users: {
      count: 96,
      from: {
        "customer-service": 30,
        "network-operations": 20,
        "research-and-development": 12,
        finance: 10,
        people: 10,
        legal: 6,
        sales: 12,
      },
    },
    operations: {
      getPerson: 40,
      findPeople: 36,
      getTeam: 9,
      listTeams: 6,
      listReports: 4,
      listPublicHolidays: 5,
    },
    chatShare: 0.5,
    medianMs: 74,
    failureShare: 0.012,
    failures: [{ code: "not-found", says: "There is nobody called Jon Smyth.", weight: 5 }, slow],
  },
  {
    tool: "handbook-answers",
    perDay: [{ fromDaysAgo: 90, calls: 2.1 }],
    users: {
      count: 78,
      from: {
        "customer-service": 34,
        "network-operations": 20,
        "research-and-development": 10,
        finance: 8,
        people: 14,
        legal: 4,
        sales: 10,
      },
    },
    operations: { askHandbook: 1 },
    chatShare: 0.7,
    ...knowledge,
  },
  {
    tool: "price-list",
    perDay: [{ fromDaysAgo: 90, calls: 2.1 }],
    onDaysOff: 0.25,
    users: { count: 52, from: { sales: 50, "customer-service": 44, finance: 6 } },
    operations: {
      searchPrices: 28,
      getPrice: 20,
      getRoamingPrice: 24,
      comparePrices: 14,
      listRoamingPrices: 5,
      makeQuote: 6,
      getQuote: 3,
    },
    chatShare: 0.4,
    medianMs: 52,
    failureShare: 0.006,
    failures: [{ code: "not-found", says: "There is no roaming price for Atlantis.", weight: 1 }],
  },
  {
    tool: "network-inventory",
    perDay: [{ fromDaysAgo: 90, calls: 1.5 }],
    onDaysOff: 0.6,
    users: { count: 44, from: { "network-operations": 88, "customer-service": 12 } },
    operations: {
      list_alarms: 40,
      get_alarm: 14,
      who_is_on_call: 22,
      find_network_elements: 10,
      get_network_element: 8,
      acknowledge_alarm: 6,
    },
    chatShare: 0.36,
    medianMs: 96,
    failureShare: 0.01,
    failures: [noSite, slow],
  },
  {
    tool: "runbook-finder",
    perDay: [{ fromDaysAgo: 90, calls: 1.2 }],
    users: { count: 36, from: { "network-operations": 90, "customer-service": 10 } },
    operations: { askRunbooks: 1 },
    chatShare: 0.62,
    ...knowledge,
    onDaysOff: 0.5,
  },
  {
    tool: "adviser-guide",
    perDay: [{ fromDaysAgo: 90, calls: 1.9 }],
    users: { count: 58, from: { "customer-service": 80, sales: 20 } },
    operations: { askAdviserGuide: 1 },
    chatShare: 0.66,
    ...knowledge,
    onDaysOff: 0.2,
  },
  {
    tool: "leave-service",
    perDay: [{ fromDaysAgo: 90, calls: 1.4 }],
    onDaysOff: 0.05,
    users: {
      count: 64,
      from: {
        "customer-service": 40,
        "network-operations": 24,
        finance: 10,
        people: 10,
        sales: 10,
        legal: 6,
      },
    },
    operations: {
      getLeaveBalance: 46,
      listLeaveRequests: 18,
      listWhoIsAway: 18,
      requestLeave: 12,
      decideLeaveRequest: 6,
    },
    chatShare: 0.42,
    medianMs: 88,
    failureShare: 0.01,
    failures: [{ code: "rejected-by-tool", says: "3 days are asked for, 2 are left.", weight: 1 }],
  },
  {
    tool: "expense-service",
    perDay: [{ fromDaysAgo: 90, calls: 1.4 }],
    onDaysOff: 0.04,
    users: {
      count: 46,
      from: {
        finance: 36,
        "network-operations": 24,
        "customer-service": 16,
        "research-and-development": 10,
        legal: 6,
        people: 8,
      },
    },
    operations: {
      listClaims: 34,
      getClaim: 20,
      findApprover: 14,
      listPerDiems: 8,
      listApprovalLimits: 5,
      submitClaim: 9,
      decideClaim: 7,
      getForm: 3,
    },
    chatShare: 0.3,
    medianMs: 104,
    failureShare: 0.015,
    failures: [{ code: "not-found", says: "There is no claim E-29999.", weight: 3 }, slow],
  },
  {
    tool: "travel-guide",
    perDay: [{ fromDaysAgo: 90, calls: 1 }],
    users: {
      count: 38,
      from: {
        finance: 20,
        "network-operations": 24,
        sales: 24,
        "research-and-development": 16,
        legal: 8,
        people: 8,
      },
    },
    operations: { askTravelGuide: 1 },
    chatShare: 0.7,
    ...knowledge,
  },
  {
    tool: "security-and-data-guide",
    perDay: [{ fromDaysAgo: 90, calls: 0.9 }],
    users: {
      count: 40,
      from: {
        "customer-service": 26,
        "research-and-development": 22,
        legal: 18,
        finance: 12,
        sales: 12,
        people: 10,
      },
    },
    operations: { askSecurityGuide: 1 },
    chatShare: 0.7,
    ...knowledge,
  },
  {
    tool: "planned-works",
    perDay: [{ fromDaysAgo: 90, calls: 0.8 }],
    onDaysOff: 0.4,
    users: { count: 18, from: { "network-operations": 1 } },
    operations: { list_planned_works: 1 },
    chatShare: 0.3,
    medianMs: 92,
    failureShare: 0.03,
    failures: [noSite, slow],
  },
  {
    tool: "alarm-assistant",
    perDay: [
      { fromDaysAgo: 90, calls: 0.8 },
      { fromDaysAgo: 28, calls: 3 },
    ],
    onDaysOff: 0.5,
    users: { count: 31, from: { "network-operations": 78, "customer-service": 22 } },
    operations: { explainAlarm: 1 },
    chatShare: 0.74,
    medianMs: 310,
    failureShare: 0.01,
    failures: [noSite],
  },
  {
    tool: "leave-check",
    perDay: [{ fromDaysAgo: 16, calls: 4.2 }],
    onDaysOff: 0.05,
    users: { count: 9, from: { people: 40, finance: 20, "customer-service": 40 } },
    operations: { checkLeave: 1 },
    chatShare: 0.7,
    medianMs: 148,
    failureShare: 0,
    failures: [],
  },
  {
    tool: "clause-library",
    perDay: [{ fromDaysAgo: 90, calls: 0.6 }],
    users: {
      count: 15,
      from: { "team:contracts": 40, "team:business-sales": 40, "team:business-support": 20 },
    },
    operations: { findClauses: 1 },
    chatShare: 0.5,
    ...knowledge,
    onDaysOff: 0.02,
  },
  {
    tool: "lab-procedures",
    perDay: [{ fromDaysAgo: 90, calls: 0.6 }],
    users: { count: 14, from: { "research-and-development": 1 } },
    operations: { askLabProcedures: 1 },
    chatShare: 0.4,
    ...knowledge,
    onDaysOff: 0,
  },
  {
    tool: "salary-bands",
    perDay: [{ fromDaysAgo: 90, calls: 0.4 }],
    users: { count: 5, from: { "team:pay-and-benefits": 1 } },
    operations: { lookUpSalaryBand: 1 },
    chatShare: 0.1,
    ...knowledge,
    onDaysOff: 0,
  },
];
