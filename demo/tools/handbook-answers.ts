import type { PlannedTool } from "./planned-tool.ts";

export const handbookAnswers: PlannedTool = {
  slug: "handbook-answers",
  domain: "people",
  team: "people-partners",
  owner: "alison-redfern",
  deputy: "marisa-cordeiro",
  confirmedDaysAgo: 37,
  supportChannel: "#people",
  embedOrigins: ["https://intranet.northmere.example"],
  dataClass: "internal",
  riskTier: "low",
  slo: { success: 0.995, p95Ms: 400 },
  words: {
    name: "Handbook Answers",
    purpose:
      "Answers questions about working at Northmere with the exact passages of the handbook, the rules on leave and remote work, and the onboarding guides, in English and Portuguese.",
    whenToUse: [
      "You want to know a rule: leave, remote work, hours, on-call pay, gifts, notice.",
      "You are new and want to know what happens in your first two weeks.",
      "You advise somebody and need the passage with its date.",
    ],
    whenNotToUse: [
      "For your own numbers, such as the days you have left.",
      "For travel and expenses.",
      "For anything about one person's pay.",
    ],
    useInstead: [
      { text: "For your own leave balance", slug: "leave-service" },
      { text: "For travel and expenses", slug: "travel-guide" },
      { text: "For passwords, devices and data classes", slug: "security-and-data-guide" },
    ],
    examples: [
      {
        request: "How many days a week may I work from home?",
        answer: "The passage of Remote work with the number of days and the core hours.",
      },
      {
        request: "Posso passar dias de férias para o próximo ano?",
        answer: "A passagem do manual com o número de dias e a data até à qual se gozam.",
      },
    ],
    tags: ["handbook", "leave", "remote work", "onboarding"],
    synonyms: [
      "policy",
      "rules",
      "HR",
      "home office",
      "sick leave",
      "parental leave",
      "holiday rules",
      "manual",
      "férias",
      "teletrabalho",
      "baixa",
      "acolhimento",
    ],
    knownIssues: ["Questions that mix two subjects find passages for one of them; ask twice."],
    limits: ["Quotes up to four passages.", "The Portuguese handbook covers leave and onboarding only."],
  },
  making: {
    kind: "knowledge",
    sets: ["handbook", "leave-and-remote-work", "onboarding"],
    operation: {
      name: "askHandbook",
      title: "Ask the handbook",
      description:
        "Quotes the passages of the handbook, the rules on leave and remote work, and the onboarding guides that answer a question. English and Portuguese.",
      exampleRequests: [
        "How many days a week may I work from home?",
        "How many leave days can I carry over?",
        "What happens on my first day?",
        "Posso passar dias de férias para o próximo ano?",
        "O que faço se estiver doente?",
      ],
      exampleInput: { question: "How many days a week may I work from home?" },
    },
  },
  versions: [
    {
      version: "1.0.0",
      daysAgo: 298,
      by: "alison-redfern",
      notes: "First release: the handbook in English.",
      words: {
        purpose: "Answers questions about working at Northmere with the exact passages of the handbook.",
        knownIssues: [],
      },
    },
    {
      version: "1.1.0",
      daysAgo: 203,
      by: "marisa-cordeiro",
      notes: "Adds the chapter on leave in Portuguese.",
      words: { knownIssues: [] },
    },
    {
      version: "1.2.0",
      daysAgo: 121,
      by: "alison-redfern",
      notes: "Adds leave and remote work, and the onboarding guides of both offices.",
    },
  ],
};
