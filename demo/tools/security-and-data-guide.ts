import type { PlannedTool } from "./planned-tool.ts";

export const securityAndDataGuide: PlannedTool = {
  slug: "security-and-data-guide",
  domain: "legal",
  team: "privacy-and-security",
  owner: "estela-palma",
  deputy: "winston-agard",
  confirmedDaysAgo: 29,
  supportChannel: "#privacy-security",
  dataClass: "internal",
  riskTier: "low",
  slo: { success: 0.995, p95Ms: 400 },
  words: {
    name: "Security and Data Guide",
    purpose:
      "Answers what the security policy and the data class guide say: passwords, devices, incidents, which data may go where, and what may be given to a language model.",
    whenToUse: [
      "You are about to send, store or paste something and want to know whether you may.",
      "Something went wrong and you want to know whom to tell, and how fast.",
      "You need to find the class of a document.",
    ],
    whenNotToUse: [
      "When an incident is happening now: call the security desk, extension 4444, and read later.",
    ],
    useInstead: [
      { text: "For confidentiality clauses in contracts", slug: "clause-library" },
      { text: "For rules of work that are not about data", slug: "handbook-answers" },
    ],
    examples: [
      {
        request: "May I paste a customer's complaint into a language model?",
        answer: "The passage on confidential data and models, with what is allowed and what never is.",
      },
      {
        request: "Que dados são confidenciais?",
        answer: "A passagem do guia das classes de dados com exemplos.",
      },
    ],
    tags: ["security", "data classes", "privacy"],
    synonyms: [
      "GDPR",
      "data protection",
      "password rules",
      "phishing",
      "lost laptop",
      "classification",
      "classes de dados",
      "proteção de dados",
      "palavra-passe",
    ],
    knownIssues: [],
    limits: ["Quotes up to four passages.", "The security policy is in English only."],
  },
  making: {
    kind: "knowledge",
    sets: ["security-policy", "data-class-guide"],
    operation: {
      name: "askSecurityGuide",
      title: "Ask the security and data guide",
      description:
        "Quotes the passages of the security policy and the data class guide that answer what is allowed with data, devices and language models, and what to do in an incident.",
      exampleRequests: [
        "May I paste a customer's complaint into a language model?",
        "How fast must I report a lost laptop?",
        "What is confidential data?",
        "How long must a password be?",
        "Que dados posso enviar para fora da empresa?",
      ],
      exampleInput: { question: "How fast must I report a lost laptop?" },
    },
  },
  versions: [
    {
      version: "1.0.0",
      daysAgo: 281,
      by: "estela-palma",
      notes: "First release: the security policy.",
      words: {
        purpose: "Answers what the security policy says: passwords, devices and incidents.",
        tags: ["security"],
      },
    },
    {
      version: "1.1.0",
      daysAgo: 163,
      by: "winston-agard",
      notes: "Adds the data class guide in both languages and the page on language models.",
    },
  ],
};
