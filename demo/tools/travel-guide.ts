import type { PlannedTool } from "./planned-tool.ts";

export const travelGuide: PlannedTool = {
  slug: "travel-guide",
  domain: "finance",
  team: "expenses-and-travel",
  owner: "filipa-serrano",
  deputy: "hazel-winterton",
  confirmedDaysAgo: 48,
  supportChannel: "#expenses",
  dataClass: "internal",
  riskTier: "low",
  slo: { success: 0.995, p95Ms: 400 },
  words: {
    name: "Travel and Expenses Guide",
    purpose:
      "Answers what you may book and claim with the exact passages of the travel policy and the expense rules, in English and Portuguese.",
    whenToUse: [
      "You plan a journey and want to know which class, hotel or car is paid.",
      "You are not sure whether or how something may be claimed.",
      "You approve a claim and need the rule behind it.",
    ],
    whenNotToUse: ["For the state of your own claim: rules do not know it."],
    useInstead: [{ text: "For your own claims, limits and advances", slug: "expense-service" }],
    examples: [
      {
        request: "May I fly premium economy to Singapore?",
        answer: "The passage on flights with the number of hours and whose approval it needs.",
      },
      {
        request: "Quanto posso gastar num hotel em Lisboa?",
        answer: "A passagem da política de viagens com o limite por noite e a exceção de Lisboa.",
      },
    ],
    tags: ["travel", "expenses", "policy"],
    synonyms: [
      "business trip",
      "booking",
      "hotel limit",
      "allowance rules",
      "política de viagens",
      "viagem de serviço",
      "hotel",
      "comboio",
      "avião",
    ],
    knownIssues: [
      "The note on travel advances is from before the online form and names form EXP-12. The form is EXP-21.",
    ],
    limits: ["Quotes up to four passages."],
  },
  making: {
    kind: "knowledge",
    sets: ["travel-and-expenses"],
    operation: {
      name: "askTravelGuide",
      title: "Ask the travel and expenses guide",
      description:
        "Quotes the passages of the travel policy and the expense rules that answer what may be booked, claimed and approved. English and Portuguese.",
      exampleRequests: [
        "May I fly premium economy to Singapore?",
        "What is the hotel limit in London?",
        "Within how many days must I claim an expense?",
        "Quanto posso gastar num hotel em Lisboa?",
        "Posso usar o meu carro numa viagem de serviço?",
      ],
      exampleInput: { question: "What is the hotel limit in London?" },
    },
  },
  versions: [
    {
      version: "1.0.0",
      daysAgo: 263,
      by: "filipa-serrano",
      notes: "First release, in English.",
      words: {
        purpose:
          "Answers what you may book and claim with the exact passages of the travel policy and the expense rules.",
        knownIssues: [],
      },
    },
    {
      version: "1.1.0",
      daysAgo: 139,
      by: "filipa-serrano",
      notes: "Adds the Portuguese policy and names the outdated note on advances.",
    },
  ],
};
