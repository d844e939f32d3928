import type { PlannedTool } from "./planned-tool.ts";

export const priceList: PlannedTool = {
  slug: "price-list",
  domain: "sales",
  team: "business-sales",
  owner: "amadeu-prata",
  deputy: "goncalo-pires",
  confirmedDaysAgo: 60,
  supportChannel: "#sales-business",
  dataClass: "internal",
  riskTier: "low",
  slo: { success: 0.995, p95Ms: 600 },
  words: {
    name: "Price List and Quotes",
    purpose:
      "Shows today's prices of tariffs, add-ons, roaming, calls, fees and devices, compares them, and makes quotes that hold for 30 days.",
    whenToUse: [
      "A customer asks what something costs today, here or abroad.",
      "You compare two to six tariffs, with what the first year costs.",
      "You make a quote for a customer, or look at one that was made.",
    ],
    whenNotToUse: [
      "For what is in a tariff and for whom it is meant.",
      "For prices of a customer's running contract: those stand in the contract.",
    ],
    useInstead: [
      { text: "For what tariffs contain and how to explain them", slug: "adviser-guide" },
      { text: "For the text of an offer", slug: "offer-letter" },
    ],
    examples: [
      {
        request: "What does roaming in the United States cost?",
        answer: "The zone, the price of a day pass, what it includes, and prices without a pass.",
      },
      {
        request: "Compare FIB-100 and FIB-500",
        answer: "A table with monthly price, set-up and the cost of the first year.",
      },
    ],
    tags: ["prices", "tariffs", "roaming", "quotes"],
    synonyms: [
      "cost",
      "how much",
      "rates",
      "day pass",
      "offer",
      "broadband prices",
      "preços",
      "tarifários",
      "orçamento",
      "quanto custa",
    ],
    knownIssues: ["Devices that are out of stock are listed with their last price."],
    limits: ["Household prices contain tax, business prices do not.", "A quote holds for 30 days."],
  },
  making: {
    kind: "http",
    service: "prices",
    operations: {
      searchPrices: {
        title: "Search the price list",
        exampleRequests: [
          "Which mobile tariffs cost less than 20 pounds?",
          "Prices of business fibre",
          "List fees and what they cost",
          "Quanto custam os tarifários de fibra?",
        ],
        exampleInput: { kind: "mobile", currency: "GBP" },
      },
      getPrice: {
        title: "Show a price",
        exampleRequests: [
          "What does FIB-500 cost?",
          "Price of MOB-MAX",
          "Since when does BFI-1000 cost what it costs?",
        ],
      },
      comparePrices: {
        title: "Compare prices",
        exampleRequests: [
          "Compare FIB-100 and FIB-500",
          "What is the difference between MOB-20 and MOB-60?",
          "Compare BFI-500, BFI-1000 in euros",
        ],
        exampleInput: { codes: ["FIB-100", "FIB-500"], currency: "GBP" },
      },
      getRoamingPrice: {
        title: "Show roaming prices of a country",
        exampleRequests: [
          "What does roaming in the United States cost?",
          "Roaming price for Japan",
          "How much is a day pass in Brazil?",
          "Quanto custa o roaming na Suíça?",
        ],
        exampleInput: { country: "United States" },
      },
      listRoamingPrices: {
        title: "List roaming prices",
        exampleRequests: [
          "List roaming prices of zone B",
          "Which countries are in roaming zone C?",
          "All roaming prices",
        ],
        exampleInput: { zone: "B" },
      },
      makeQuote: {
        title: "Make a quote",
        exampleRequests: [
          "Make a quote for FIB-500 and ADD-MESH for Harriet Cooper",
          "Quote two BMO-20 in pounds",
          "Fazer um orçamento com FIB-1000",
        ],
      },
      getQuote: {
        title: "Show a quote",
        exampleRequests: ["Show quote Q-5001", "What did quote Q-5001 add up to?", "Open the quote Q-5002"],
      },
    },
  },
  versions: [
    {
      version: "1.0.0",
      daysAgo: 276,
      by: "amadeu-prata",
      notes: "First release: prices and comparison.",
      operations: ["searchPrices", "getPrice", "comparePrices"],
      words: {
        purpose: "Shows today's prices of tariffs, add-ons, fees and devices, and compares them.",
        tags: ["prices", "tariffs"],
      },
    },
    {
      version: "1.1.0",
      daysAgo: 119,
      by: "amadeu-prata",
      notes: "Roaming prices by country, on the day after the price of the zone B day pass changed.",
      operations: ["searchPrices", "getPrice", "comparePrices", "getRoamingPrice", "listRoamingPrices"],
      words: {
        purpose:
          "Shows today's prices of tariffs, add-ons, roaming, calls, fees and devices, and compares them.",
      },
    },
    {
      version: "1.2.0",
      daysAgo: 60,
      by: "goncalo-pires",
      notes: "New: make a quote and look at one. A quote is stored only after you run it.",
    },
  ],
};
