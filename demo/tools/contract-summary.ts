import type { PlannedTool } from "./planned-tool.ts";

export const contractSummary: PlannedTool = {
  slug: "contract-summary",
  domain: "legal",
  team: "contracts",
  owner: "josephine-rook",
  deputy: "adrian-mercer",
  confirmedDaysAgo: 103,
  supportChannel: "#contracts",
  dataClass: "confidential",
  riskTier: "medium",
  slo: { success: 0.96, p95Ms: 20000 },
  words: {
    name: "Contract Summary",
    purpose:
      "Summarises a contract that somebody sent us on one page: parties, term, money, duties, what differs from our own clauses, and dates to watch.",
    whenToUse: ["A contract of another company is on your desk and you must know what is unusual in it."],
    whenNotToUse: [
      "To decide whether to sign: that is a lawyer's work.",
      "For our own clauses: they are in the library.",
    ],
    useInstead: [{ text: "For our standard clauses", slug: "clause-library" }],
    examples: [
      {
        request: "A supplier contract of four pages on mast maintenance.",
        answer:
          "**Parties** Northmere; Altamira Masts.\n**Term** 24 months, then yearly, notice 6 months (ours: 90 days).\n**Money** €4,150 a month, rises with the consumer price index without a ceiling.\n**Our duties** Access within 2 hours at any time.\n**Unusual** Liability without a cap for delay; law of Spain.\n**Dates** First notice possible on 31 August.",
      },
    ],
    tags: ["contracts", "reading"],
    synonyms: ["summarise a contract", "agreement", "red flags", "resumo de contrato"],
    knownIssues: [
      "Tables of prices in an annex are read line by line and may lose their columns; check them.",
    ],
    limits: [
      "Needs a model in our own data centres, because contracts are confidential.",
      "At most 60,000 characters.",
      "Legal only.",
    ],
  },
  making: {
    kind: "prompt",
    modelAlias: "private",
    maxOutputTokens: 900,
    operation: {
      name: "summariseContract",
      title: "Summarise a contract",
      description:
        "Summarises a contract on one page with fixed headings and names what differs from our own clauses.",
      exampleRequests: [
        "Summarise this supplier contract",
        "What is unusual in this agreement?",
        "Faz um resumo deste contrato",
      ],
      exampleInput: {
        contract:
          "The Supplier maintains the masts listed in Annex 1 for a term of 24 months. Either party may end the contract with six months' notice.",
        kind: "supplier",
      },
      inputSchema: {
        type: "object",
        properties: {
          contract: {
            type: "string",
            minLength: 100,
            maxLength: 60000,
            description: "The text of the contract.",
            format: "textarea",
          },
          kind: { type: "string", enum: ["supplier", "customer", "other"], description: "Who sent it." },
          watchFor: { type: "string", maxLength: 300, description: "What you want to know above all." },
        },
        required: ["contract"],
        additionalProperties: false,
      },
    },
    instructions:
      "You read contracts for the Contracts team of Northmere, a telecom company in the United Kingdom and Portugal.\n\nAnswer on one page with these headings: Parties; Term; Money; Our duties; Their duties; Unusual; Dates. Name the number of the clause behind every statement.\n\nOur own clauses, to compare with: payment within 30 days; liability capped at 100 percent of the fees of the last 12 months; notice 90 days; law of England and Wales or Portugal; price changes with 30 days' notice. Put every difference under Unusual.\n\nUse only the text. Where it is silent, write: not stated. Give no advice whether to sign.",
    message: "Kind: {{kind}}\nWatch for: {{watchFor}}\n\nContract:\n{{contract}}",
  },
  versions: [
    {
      version: "1.0.0",
      daysAgo: 103,
      by: "josephine-rook",
      notes: "First release, for Legal.",
    },
  ],
};
