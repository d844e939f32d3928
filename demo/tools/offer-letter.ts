import type { PlannedTool } from "./planned-tool.ts";

export const offerLetter: PlannedTool = {
  slug: "offer-letter",
  domain: "sales",
  team: "business-sales",
  owner: "verity-lomax",
  deputy: "goncalo-pires",
  confirmedDaysAgo: 92,
  supportChannel: "#sales-business",
  dataClass: "internal",
  riskTier: "medium",
  slo: { success: 0.97, p95Ms: 9000 },
  words: {
    name: "Offer Letter",
    purpose:
      "Drafts the covering letter of an offer to a business customer from the quote and what the customer needs. One page, no promises beyond the quote.",
    whenToUse: ["A quote is made and the customer expects it with a letter."],
    whenNotToUse: [
      "For tenders with a prescribed form.",
      "To promise repair times or availability: those stand in the clauses.",
    ],
    useInstead: [
      { text: "To make the quote", slug: "price-list" },
      { text: "For repair times and availability", slug: "clause-library" },
    ],
    examples: [
      {
        request: "Quote Q-5001, a dental practice with two rooms, worried about the change of provider.",
        answer:
          "Dear Dr Whitfield,\n\nyou told us that a day without a telephone is a day without patients. Our offer is therefore built around the change: your old line stays in use until the new one has carried calls for five working days.\n\nThe enclosed quote Q-5001 holds for 30 days. It contains one fibre line and two telephones.\n\nI will call you on Thursday to hear what is still open.\n\nKind regards",
      },
    ],
    tags: ["offers", "writing", "business customers"],
    synonyms: ["covering letter", "proposal", "bid", "carta de proposta"],
    knownIssues: [],
    limits: ["Needs a model.", "One page.", "Does not read the quote: you enter what matters."],
  },
  making: {
    kind: "prompt",
    modelAlias: "strong",
    maxOutputTokens: 600,
    operation: {
      name: "draftOfferLetter",
      title: "Draft an offer letter",
      description: "Drafts the covering letter of an offer to a business customer, on one page.",
      exampleRequests: [
        "Draft an offer letter for quote Q-5001",
        "Write the covering letter for our bid to the dental practice",
        "Escreve a carta de proposta para o cliente",
      ],
      exampleInput: {
        customer: "Whitfield Dental Practice",
        need: "Worried about the change of provider; a day without a telephone is a day without patients.",
        offer:
          "Quote Q-5001: one fibre line, two telephones. The old line stays until the new one has carried calls for five working days.",
      },
      inputSchema: {
        type: "object",
        properties: {
          customer: { type: "string", minLength: 2, maxLength: 120, description: "Name of the customer." },
          need: {
            type: "string",
            minLength: 10,
            maxLength: 2000,
            description: "What the customer told us.",
            format: "textarea",
          },
          offer: {
            type: "string",
            minLength: 10,
            maxLength: 2000,
            description: "What we offer, with the number of the quote.",
            format: "textarea",
          },
          language: {
            type: "string",
            enum: ["English", "Portuguese"],
            default: "English",
            description: "Language of the letter.",
          },
        },
        required: ["customer", "need", "offer"],
        additionalProperties: false,
      },
    },
    instructions:
      "You draft covering letters of offers for the business sales team of Northmere, a telecom company.\n\nBegin with what the customer told us, in the customer's terms. Say in one paragraph how the offer answers it. Name the quote and that it holds for 30 days. End with the next step and who takes it.\n\nNever promise a price, a date, a repair time or an availability that is not in the offer text. No superlatives, no adjectives before our own name. At most 160 words.",
    message:
      "Language: {{language}}\nCustomer: {{customer}}\n\nWhat the customer needs:\n{{need}}\n\nWhat we offer:\n{{offer}}",
  },
  versions: [
    {
      version: "1.0.0",
      daysAgo: 148,
      by: "verity-lomax",
      notes: "First release.",
      words: { limits: ["Needs a model.", "English only."] },
    },
    {
      version: "1.1.0",
      daysAgo: 92,
      by: "verity-lomax",
      notes: "Letters in Portuguese, and no adjective before our own name.",
    },
  ],
};
