import type { PlannedTool } from "./planned-tool.ts";

/** New, few users, strong evidence. */
export const leaveCheck: PlannedTool = {
  slug: "leave-check",
  domain: "people",
  team: "people-partners",
  owner: "alison-redfern",
  deputy: "marisa-cordeiro",
  confirmedDaysAgo: 16,
  supportChannel: "#people",
  dataClass: "confidential",
  riskTier: "medium",
  slo: { success: 0.99, p95Ms: 1800 },
  words: {
    name: "Leave Check",
    purpose:
      "Shows a person's leave balance together with the passage of the policy that says what may be done with it, such as carrying days over.",
    whenToUse: [
      "You want to plan the rest of your year: days left, and what happens to those you do not take.",
      "As a manager you answer a question about somebody's days with the rule beside the number.",
    ],
    whenNotToUse: ["To ask for leave: it only looks."],
    useInstead: [
      { text: "To ask for leave or cancel it", slug: "leave-service" },
      { text: "For the rules alone", slug: "handbook-answers" },
    ],
    examples: [
      {
        request: "How many days do I have left and can I carry them over?",
        answer: "Days due, taken, booked and left, and the passage on carrying days over with its date.",
      },
    ],
    tags: ["leave", "policy"],
    synonyms: ["carry over", "plan my leave", "leave advice", "férias que sobram", "transitar férias"],
    knownIssues: [],
    limits: ["One person at a time.", "Looks only; nothing is asked for or changed."],
  },
  making: {
    kind: "agent",
    operation: {
      name: "checkLeave",
      title: "Check leave against the policy",
      description:
        "Shows how much leave a person has left and quotes the passage of the policy on carrying days over, or on the question that was asked.",
      exampleRequests: [
        "Check my leave against the policy",
        "How many days do I have left and can I carry them over?",
        "Leave check for Amelia Hart",
        "Verifica as minhas férias e o que posso transitar",
      ],
      exampleInput: { person: "amelia.hart@northmere.example" },
      inputSchema: {
        type: "object",
        properties: {
          person: {
            type: "string",
            format: "email",
            description: "E-mail address of the person.",
            examples: ["amelia.hart@northmere.example"],
          },
          year: {
            type: "integer",
            minimum: 2020,
            maximum: 2099,
            description: "Year of leave; this year when left out.",
          },
          about: {
            type: "string",
            minLength: 3,
            maxLength: 200,
            description: "What the policy is asked about; carrying days over when left out.",
          },
        },
        required: ["person"],
        additionalProperties: false,
      },
    },
    steps: [
      {
        id: "balance",
        title: "The balance",
        tool: "leave-service",
        operation: "getLeaveBalance",
        inputs: { person: { from: "input.person" }, year: { from: "input.year" } },
      },
      {
        id: "policy",
        title: "What the policy says",
        tool: "handbook-answers",
        operation: "askHandbook",
        inputs: {
          question: {
            from: "input.about",
            fallback: "How many days of annual leave may be carried over, and until when?",
          },
        },
      },
    ],
    output: {
      balance: { from: "steps.balance.output" },
      policy: { from: "steps.policy.output.passages.0" },
    },
  },
  versions: [
    {
      version: "1.0.0",
      daysAgo: 16,
      by: "alison-redfern",
      notes: "First release, after a trial with nine people of four teams.",
    },
  ],
};
