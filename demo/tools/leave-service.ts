import { addDays, mondayOf } from "#demo/company/days.ts";
import type { PlannedTool } from "./planned-tool.ts";

export const leaveService: PlannedTool = {
  slug: "leave-service",
  domain: "people",
  team: "people-partners",
  owner: "marisa-cordeiro",
  deputy: "felicity-drake",
  confirmedDaysAgo: 44,
  supportChannel: "#people",
  dataClass: "confidential",
  riskTier: "medium",
  slo: { success: 0.99, p95Ms: 700 },
  words: {
    name: "Leave Service",
    purpose:
      "Shows how much leave is left, asks for leave, lets managers decide, and says who of a team is away.",
    whenToUse: [
      "You want to know how many days you have left or where your request stands.",
      "You ask for leave or cancel it.",
      "You decide on a request of somebody in your team.",
      "You plan and need to know who is away on a day.",
    ],
    whenNotToUse: [
      "For the rules: how many days one has, what may be carried over.",
      "To call in sick: phone your team lead first.",
    ],
    useInstead: [
      { text: "For the rules on leave", slug: "handbook-answers" },
      { text: "For your balance together with the rule", slug: "leave-check" },
    ],
    examples: [
      {
        request: "How many days of leave do I have left?",
        answer: "Days due, carried over, taken, booked and left.",
      },
      {
        request: "Who of Front Line is away on Friday?",
        answer: "Names, and the last day each of them is away.",
      },
    ],
    tags: ["leave", "holidays", "absence"],
    synonyms: [
      "vacation",
      "days off",
      "time off",
      "annual leave",
      "férias",
      "ausências",
      "dias de férias",
      "folga",
    ],
    knownIssues: [],
    limits: [
      "Only the manager of a person can decide.",
      "More than 15 working days in a row need the People Director.",
    ],
  },
  making: {
    kind: "http",
    service: "directory",
    operations: {
      getLeaveBalance: {
        title: "Show how much leave is left",
        exampleRequests: [
          "How many days of leave do I have left?",
          "Leave balance of Amelia Hart",
          "Quantos dias de férias me restam?",
          "How much annual leave do I have next year?",
        ],
        exampleInput: { person: "amelia.hart@northmere.example" },
      },
      listLeaveRequests: {
        title: "List somebody's leave",
        exampleRequests: [
          "Was my leave approved?",
          "List my leave requests",
          "Which leave of Jack Prosser waits for a decision?",
          "As minhas férias foram aprovadas?",
        ],
        exampleInput: { person: "amelia.hart@northmere.example" },
      },
      listWhoIsAway: {
        title: "List who is away",
        exampleRequests: [
          "Who of Front Line is away on Friday?",
          "Who is away in Field Engineering today?",
          "Quem está ausente na equipa Pricing amanhã?",
        ],
        exampleInput: { team: "front-line" },
      },
      requestLeave: {
        title: "Ask for leave",
        exampleRequests: [
          "I want to take leave from Monday to Friday",
          "Request annual leave next week, Jack Prosser covers for me",
          "Quero marcar férias na próxima semana",
        ],
        exampleInput: (day: string) => ({
          person: "amelia.hart@northmere.example",
          kind: "annual",
          firstDay: addDays(mondayOf(day), 28),
          lastDay: addDays(mondayOf(day), 32),
          cover: "jack.prosser@northmere.example",
        }),
      },
      decideLeaveRequest: {
        title: "Approve or decline leave",
        exampleRequests: [
          "Approve leave request L-10042",
          "Decline leave L-10042 because three others are away",
          "Aprovar o pedido de férias L-10042",
        ],
        exampleInput: {
          requestId: "L-10042",
          decision: "approved",
          decidedBy: "owen.birch@northmere.example",
        },
      },
      cancelLeaveRequest: {
        title: "Cancel leave",
        exampleRequests: [
          "Cancel my leave L-10042",
          "Withdraw leave request L-10042",
          "Cancelar as férias L-10042",
        ],
      },
    },
  },
  versions: [
    {
      version: "1.0.0",
      daysAgo: 229,
      by: "marisa-cordeiro",
      notes: "First release: balance, requests and who is away.",
      operations: ["getLeaveBalance", "listLeaveRequests", "listWhoIsAway"],
      words: { purpose: "Shows how much leave is left, where requests stand, and who of a team is away." },
    },
    {
      version: "1.1.0",
      daysAgo: 110,
      by: "marisa-cordeiro",
      notes: "New: ask for leave, decide on it and cancel it, each with a confirmation.",
    },
  ],
};
