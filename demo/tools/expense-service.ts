import { addDays } from "#demo/company/days.ts";
import type { PlannedTool } from "./planned-tool.ts";

export const expenseService: PlannedTool = {
  slug: "expense-service",
  domain: "finance",
  team: "expenses-and-travel",
  owner: "nelson-abreu",
  deputy: "hazel-winterton",
  confirmedDaysAgo: 55,
  supportChannel: "#expenses",
  dataClass: "confidential",
  riskTier: "medium",
  slo: { success: 0.99, p95Ms: 900 },
  words: {
    name: "Expense Service",
    purpose:
      "Hands in expense claims, shows where they stand, says who approves which amount, and asks for travel advances.",
    whenToUse: [
      "You want to know where your claim stands and when it is paid.",
      "You hand in a claim, or decide on one that waits for you.",
      "You need to know who approves an amount, or the daily allowance of a region.",
      "You need money before a journey.",
    ],
    whenNotToUse: [
      "For what may be claimed at all: that is the policy.",
      "For invoices of suppliers: they go to Accounts Payable.",
    ],
    useInstead: [{ text: "For the rules on travel and claims", slug: "travel-guide" }],
    examples: [
      {
        request: "Who approves 1,200 pounds?",
        answer: "The level that approves it and, with a claimant, the person.",
      },
      {
        request: "Which of my claims are not paid yet?",
        answer: "A table of the claims with number, total, state and who decides.",
      },
    ],
    tags: ["expenses", "claims", "travel"],
    synonyms: [
      "reimbursement",
      "receipts",
      "mileage",
      "per diem",
      "approval limits",
      "despesas",
      "ajudas de custo",
      "adiantamento",
      "reembolso",
    ],
    knownIssues: ["Receipts are attached in the service's own pages, not here."],
    limits: [
      "Only the approver named on a claim can decide on it.",
      "Expenses older than 60 days need the domain lead's word first.",
    ],
  },
  making: {
    kind: "http",
    service: "expenses",
    operations: {
      listClaims: {
        title: "Find expense claims",
        exampleRequests: [
          "Which of my expense claims are not paid yet?",
          "Claims that wait for Graham Pemberton",
          "List hotel claims submitted this month",
          "Que despesas minhas ainda não foram pagas?",
        ],
        exampleInput: { status: ["submitted", "approved"], limit: 10 },
      },
      getClaim: {
        title: "Show an expense claim",
        exampleRequests: [
          "Show claim E-20417",
          "Where does expense claim E-20417 stand?",
          "When was E-20400 paid?",
        ],
      },
      findApprover: {
        title: "Find who approves an amount",
        exampleRequests: [
          "Who approves 1,200 pounds?",
          "Who has to approve a claim of 6,500 euros for Tiago Moreira?",
          "Quem aprova uma despesa de 800 euros?",
        ],
        exampleInput: { amount: 1200, currency: "GBP" },
      },
      listApprovalLimits: {
        title: "List approval limits",
        exampleRequests: [
          "What are the approval limits for expenses?",
          "Up to how much can a team lead approve?",
          "Show all approval levels in pounds and euros",
        ],
        exampleInput: {},
      },
      listPerDiems: {
        title: "List daily allowances",
        exampleRequests: [
          "What is the per diem for Portugal?",
          "List daily allowances and hotel limits",
          "Qual é a ajuda de custo no resto da Europa?",
        ],
        exampleInput: { region: "portugal" },
      },
      getForm: {
        title: "Look up a form",
        exampleRequests: [
          "Is form EXP-12 still in use?",
          "Which form replaced EXP-12?",
          "What is form EXP-21 for?",
        ],
        exampleInput: { formId: "EXP-12" },
      },
      submitClaim: {
        title: "Hand in an expense claim",
        exampleRequests: [
          "Hand in an expense claim for a taxi of 18 pounds",
          "Submit a claim for my train to Cardiff, 21.40 pounds yesterday",
          "Quero apresentar uma despesa de hotel",
        ],
      },
      decideClaim: {
        title: "Approve or decline an expense claim",
        exampleRequests: [
          "Approve claim E-20417",
          "Decline expense claim E-20411 because the receipt is missing",
          "Decide on claim E-20417",
        ],
        exampleInput: {
          claimId: "E-20417",
          decision: "declined",
          decidedBy: "owen.birch@northmere.example",
          reason: "The receipt of the hotel is missing.",
        },
      },
      withdrawClaim: {
        title: "Withdraw an expense claim",
        exampleRequests: [
          "Withdraw my claim E-20417",
          "Take back expense claim E-20411",
          "Delete claim E-20417, I entered it twice",
        ],
      },
      listTravelAdvances: {
        title: "List travel advances",
        exampleRequests: [
          "Which travel advances do I have?",
          "List travel advances of Marcus Thorne",
          "Show the latest travel advances",
        ],
        exampleInput: { limit: 10 },
      },
      requestTravelAdvance: {
        title: "Ask for a travel advance",
        exampleRequests: [
          "Ask for a travel advance for my week in Porto",
          "I need money before my journey to Zurich next week",
          "Pedir um adiantamento para uma viagem",
        ],
        exampleInput: (day: string) => ({
          person: "amelia.hart@northmere.example",
          purpose: "Training with the Porto team",
          region: "portugal",
          firstDay: addDays(day, 20),
          lastDay: addDays(day, 23),
        }),
      },
    },
  },
  versions: [
    {
      version: "1.0.0",
      daysAgo: 254,
      by: "nelson-abreu",
      notes: "First release: find claims, show one, and who approves what.",
      operations: ["listClaims", "getClaim", "findApprover", "listApprovalLimits", "listPerDiems"],
      words: {
        purpose: "Shows where expense claims stand and who approves which amount.",
        whenToUse: [
          "You want to know where your claim stands and when it is paid.",
          "You need to know who approves an amount, or the daily allowance of a region.",
        ],
      },
    },
    {
      version: "1.1.0",
      daysAgo: 154,
      by: "hazel-winterton",
      notes: "Travel advances moved online: form EXP-21 replaces EXP-12. Look up any form by its number.",
      operations: [
        "listClaims",
        "getClaim",
        "findApprover",
        "listApprovalLimits",
        "listPerDiems",
        "getForm",
        "listTravelAdvances",
        "requestTravelAdvance",
      ],
    },
    {
      version: "1.2.0",
      daysAgo: 55,
      by: "nelson-abreu",
      notes: "New: hand in, decide on and withdraw a claim. Each of them asks before anything is written.",
    },
  ],
};
