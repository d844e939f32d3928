import type { PlannedTool } from "./planned-tool.ts";

export const adviserGuide: PlannedTool = {
  slug: "adviser-guide",
  domain: "customer-service",
  team: "service-quality",
  owner: "constanca-veiga",
  deputy: "eleanor-shipley",
  confirmedDaysAgo: 21,
  supportChannel: "#cs-quality",
  dataClass: "internal",
  riskTier: "low",
  slo: { success: 0.995, p95Ms: 400 },
  words: {
    name: "Adviser Guide",
    purpose:
      "Answers advisers' questions about tariffs, roaming, fees, compensation and tone with the exact passages of the product and tariff guide and the tone guide.",
    whenToUse: [
      "A customer asks what a tariff contains, what a fee is for, or what we pay when we are late.",
      "You want to know how we word something, such as an apology or a refusal.",
      "You need the passage itself, to read out or to send with its source.",
    ],
    whenNotToUse: [
      "For today's price as a number: guides are checked every few weeks, the price list is always current.",
      "For a text written for you: it quotes, it does not write.",
    ],
    useInstead: [
      { text: "For today's price of a tariff, a pass or a fee", slug: "price-list" },
      { text: "For a drafted reply to a complaint", slug: "complaint-reply" },
    ],
    examples: [
      {
        request: "What do we pay when a technician misses an appointment?",
        answer: "The passage of Fees and compensation with the amount, and who verified it when.",
      },
      {
        request: "Which words do we avoid when we apologise?",
        answer: "The passage of the tone guide with examples before and after.",
      },
    ],
    tags: ["tariffs", "tone", "advice"],
    synonyms: [
      "tariff guide",
      "tone guide",
      "product guide",
      "style guide",
      "compensation rules",
      "guia de tarifas",
      "linguagem",
    ],
    knownIssues: [
      "The roaming quick card is more than a year old and gives an old price for zone B. Trust Roaming, which was verified this month.",
    ],
    limits: ["Quotes up to four passages.", "English only."],
  },
  making: {
    kind: "knowledge",
    sets: ["product-and-tariff-guide", "tone-guide"],
    operation: {
      name: "askAdviserGuide",
      title: "Ask the adviser guide",
      description:
        "Quotes the passages of the product and tariff guide and of the tone guide that answer a question about tariffs, roaming, fees, compensation or wording.",
      exampleRequests: [
        "What is included in the unlimited mobile tariff?",
        "What do we pay when a technician misses an appointment?",
        "How much is a roaming day pass for zone B in the guide?",
        "How do we word an apology for an outage?",
        "When do I hand a difficult conversation over?",
      ],
      exampleInput: { question: "What do we pay when a technician misses an appointment?" },
    },
  },
  versions: [
    {
      version: "1.0.0",
      daysAgo: 268,
      by: "constanca-veiga",
      notes: "First release, with the tone guide only.",
      words: {
        purpose: "Answers questions about how we write and speak with passages of the tone guide.",
        knownIssues: [],
      },
    },
    {
      version: "1.1.0",
      daysAgo: 174,
      by: "constanca-veiga",
      notes: "Adds the product and tariff guide, so that one question finds both what and how.",
      words: { knownIssues: [] },
    },
    {
      version: "1.2.0",
      daysAgo: 57,
      by: "eleanor-shipley",
      notes:
        "The page now warns of the old roaming quick card. Bianca Rolim found the two prices when a customer read one of them back to her.",
    },
  ],
};
