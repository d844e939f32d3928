import type { PlannedTool } from "./planned-tool.ts";

export const complaintReply: PlannedTool = {
  slug: "complaint-reply",
  domain: "customer-service",
  team: "service-quality",
  owner: "eleanor-shipley",
  deputy: "constanca-veiga",
  confirmedDaysAgo: 64,
  supportChannel: "#cs-quality",
  dataClass: "confidential",
  riskTier: "medium",
  slo: { success: 0.97, p95Ms: 9000 },
  words: {
    name: "Complaint Reply",
    purpose:
      "Drafts a reply to a written complaint in our tone: what happened, what we do, by when, and whom to call. You check it and send it yourself.",
    whenToUse: [
      "A customer has written a complaint and the facts are known.",
      "You know what we offer and need it said well, in English or Portuguese.",
    ],
    whenNotToUse: [
      "When the facts are not known yet: first find the ticket and the cause.",
      "For a complaint that mentions a lawyer, the regulator or an injury: hand it to the complaints team.",
    ],
    useInstead: [
      { text: "For the wording rules themselves", slug: "adviser-guide" },
      { text: "For the facts of the case", slug: "ticket-desk" },
    ],
    examples: [
      {
        request:
          "No broadband for three days, engineer did not come; we come tomorrow 8 to 10 and pay compensation.",
        answer:
          "Dear Mrs Holloway,\n\nYou had no broadband for three days, and our engineer did not come on Tuesday as we had promised. Both should not have happened, and I am sorry.\n\nAn engineer will be with you tomorrow between 8:00 and 10:00. The compensation for the missed appointment and for each day without service is taken off your next bill; you need to do nothing for it.\n\nIf anything about tomorrow changes, I will call you myself before 7:30.\n\nKind regards",
      },
    ],
    tags: ["complaints", "writing", "customers"],
    synonyms: ["apology letter", "answer a complaint", "customer letter", "resposta a reclamação"],
    knownIssues: [
      "Long complaints with several subjects come out as one long paragraph; ask for one subject at a time.",
    ],
    limits: ["Needs a model for confidential content.", "A draft, never sent by itself."],
  },
  making: {
    kind: "prompt",
    modelAlias: "private",
    maxOutputTokens: 600,
    operation: {
      name: "draftComplaintReply",
      title: "Draft a reply to a complaint",
      description:
        "Drafts a reply to a customer's complaint in Northmere's tone, from the complaint and the known facts.",
      exampleRequests: [
        "Draft a reply to a complaint about a missed appointment",
        "Write an apology to a customer whose bill was wrong twice",
        "Escreve uma resposta a uma reclamação sobre roaming",
      ],
      exampleInput: {
        complaint: "Three days without broadband, and on Tuesday nobody came although I stayed at home.",
        facts:
          "Port repaired tomorrow between 8:00 and 10:00. Compensation for the missed appointment and three days.",
        language: "English",
      },
      inputSchema: {
        type: "object",
        properties: {
          complaint: {
            type: "string",
            minLength: 10,
            maxLength: 6000,
            description: "What the customer wrote.",
            format: "textarea",
          },
          facts: {
            type: "string",
            minLength: 5,
            maxLength: 3000,
            description: "What happened and what we offer.",
            format: "textarea",
          },
          language: {
            type: "string",
            enum: ["English", "Portuguese"],
            default: "English",
            description: "Language of the reply.",
          },
        },
        required: ["complaint", "facts"],
        additionalProperties: false,
      },
    },
    instructions:
      'You draft replies to complaints for Northmere, a telecom company.\n\nTone: plain, warm, short sentences. Say what happened in the customer\'s words, without excuses. Apologise once. Say what we do and by when. Name a person or a number to call. No marketing, no passive voice, no "unfortunately", no "inconvenience".\n\nUse only the facts given. If a fact is missing that the reply needs, write [missing: what] in its place. Never promise money, dates or causes that are not among the facts.\n\nAnswer with the reply only, at most 180 words.',
    message: "Language: {{language}}\n\nComplaint:\n{{complaint}}\n\nFacts:\n{{facts}}",
  },
  versions: [
    {
      version: "1.0.0",
      daysAgo: 143,
      by: "eleanor-shipley",
      notes: "First release, English only.",
      words: { synonyms: ["apology letter", "answer a complaint", "customer letter"] },
    },
    {
      version: "1.1.0",
      daysAgo: 64,
      by: "eleanor-shipley",
      notes: "Replies in Portuguese as well. Missing facts are marked instead of filled in.",
    },
  ],
};
