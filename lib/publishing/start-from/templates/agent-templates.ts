import { defaultAlias } from "#lib/models/default-alias.ts";
import { harmless, makeTemplate } from "#lib/publishing/start-from/templates/make-template.ts";

export const triage = makeTemplate({
  id: "triage",
  kind: "agent",
  name: "Triage",
  summary: "A fixed sequence: read the case, look up what belongs to it, propose what to do.",
  needs: ["tools"],
  settings: { riskTier: "medium" },
  words: {
    purpose: "Prepares a new case: reads it, looks up what belongs to it, and proposes the next step.",
    whenToUse: ["A case came in and you want to begin with the facts at hand."],
    whenNotToUse: ["The case is urgent and clear: act."],
    examples: [
      { request: "Prepare ticket T-4712", answer: "The ticket, the customer, similar cases, a proposal." },
    ],
    tags: ["triage"],
    synonyms: ["sort", "first look", "pre-check"],
  },
  hints: {
    purpose: "Say what a person holds in hands afterwards.",
    operations: "Begin with two steps that only read; add what changes something last.",
  },
  operations: [
    {
      name: "prepare",
      title: "Prepare a case",
      description: "Reads a case by its number, looks up what belongs to it, and gives both together.",
      inputSchema: {
        type: "object",
        properties: { number: { type: "string", title: "Number of the case", minLength: 1, maxLength: 80 } },
        required: ["number"],
      },
      annotations: harmless,
      binding: { kind: "agent", steps: [] },
      exampleInput: { number: "T-4712" },
      exampleRequests: ["Prepare ticket T-4712", "What belongs to case 2231?"],
    },
  ],
});

export const research = makeTemplate({
  id: "research",
  kind: "agent",
  name: "Research",
  summary: "A model works with other tools until it can answer, within limits that you set.",
  needs: ["tools"],
  settings: { riskTier: "medium", modelAlias: defaultAlias },
  words: {
    purpose:
      "Answers a question that needs several sources: searches them, compares, and says what each one says.",
    whenToUse: ["The answer is spread over several tools or documents."],
    whenNotToUse: ["One tool has the answer: ask that, it is faster and cheaper."],
    examples: [
      {
        request: "Which outages of the last month had the same cause?",
        answer: "The outages by cause, each with where it was found.",
      },
    ],
    knownIssues: ["It may stop at its limits; then it says what is missing."],
    tags: ["research"],
    synonyms: ["investigate", "compare sources"],
  },
  hints: {
    purpose: "Name the sources that it may look into.",
    operations: "Give it few tools that only read, and limits that you would pay for each question.",
  },
  operations: [
    {
      name: "research",
      title: "Research a question",
      description: "Answers a question by looking into several tools, and names where each fact was found.",
      inputSchema: {
        type: "object",
        properties: { question: { type: "string", title: "Question", minLength: 3, maxLength: 4000 } },
        required: ["question"],
      },
      annotations: harmless,
      binding: {
        kind: "agent-loop",
        instructions:
          "You find out what is asked with the tools that you have.\n- Think first which tools can know it, and ask the one that answers most.\n- Compare what different tools say. Where they disagree, say so.\n- Name for each fact the tool and the record that it comes from.\n- If something cannot be found, say what you tried.\nAnswer in the language of the question, shortest answer first.",
        message: "{{question}}",
        modelAlias: defaultAlias,
        tools: [],
        limits: { depth: 1, steps: 8, seconds: 120, tokens: 60_000 },
      },
      exampleInput: { question: "Which outages of the last month had the same cause?" },
      exampleRequests: [
        "Find out why complaints rose in May",
        "Compare what our tools know about roaming in Norway",
      ],
    },
  ],
});
