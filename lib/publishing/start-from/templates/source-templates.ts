import { harmless, makeTemplate } from "#lib/publishing/start-from/templates/make-template.ts";

export const policyAnswers = makeTemplate({
  id: "policy-answers",
  kind: "knowledge",
  name: "Policy answers",
  summary: "Answers questions from your documents and quotes the passage.",
  needs: ["documents"],
  words: {
    purpose:
      "Answers questions about our policies with the passage that says so, and when it was last checked.",
    whenToUse: ["You want to know what a rule says before you act."],
    whenNotToUse: ["You need a decision in your own case: ask the owner of the rule."],
    examples: [
      {
        request: "How many days of notice does a trip abroad need?",
        answer: "The passage on notice, with its document and section.",
      },
    ],
    limits: ["It answers only what stands in the documents."],
    tags: ["policy"],
    synonyms: ["rules", "handbook", "guideline"],
  },
  hints: {
    purpose: "Name the documents: people trust an answer when they know where it comes from.",
    synonyms: "What others call these rules.",
  },
  operations: [
    {
      name: "ask",
      title: "Ask about a policy",
      description: "Answers a question about company policies from the documents, with citations.",
      inputSchema: {
        type: "object",
        properties: { question: { type: "string", title: "Question", minLength: 3, maxLength: 2000 } },
        required: ["question"],
      },
      annotations: harmless,
      binding: { kind: "knowledge", sourceIds: [], maxPassages: 6 },
      exampleInput: { question: "How many days of notice does a trip abroad need?" },
      exampleRequests: ["What does the travel policy say about trains?", "May I take a customer to lunch?"],
    },
  ],
});

export const ticketApi = makeTemplate({
  id: "ticket-api",
  kind: "http",
  name: "Ticket system",
  summary: "Looks up and opens tickets over an HTTP API; what changes something asks first.",
  needs: ["openapi"],
  settings: { riskTier: "medium" },
  words: {
    purpose: "Finds, opens and answers tickets of our service desk without leaving the conversation.",
    whenToUse: ["You want to know how a ticket stands.", "Something is broken and should be looked after."],
    whenNotToUse: ["It is an emergency: call the hotline."],
    examples: [
      { request: "How does ticket T-4712 stand?", answer: "State, who works on it, and the last note." },
    ],
    tags: ["service desk"],
    synonyms: ["incident", "request", "case", "help desk"],
  },
  hints: {
    purpose: "Name the system as people know it.",
    operations: "Choose the few operations that people need; leave administration out.",
  },
});

export const lookup = makeTemplate({
  id: "internal-lookup",
  kind: "http",
  name: "Look-up",
  summary: "Reads from an internal API: only operations that change nothing.",
  needs: ["openapi"],
  words: {
    purpose: "Looks up facts in our own system, so that nobody copies them by hand.",
    whenToUse: ["You have a number or a name and need what the system knows of it."],
    whenNotToUse: ["You want to change a record: use the system itself."],
    examples: [
      { request: "What do we know about customer 4711?", answer: "The record in short, with its date." },
    ],
    tags: ["look-up"],
  },
  hints: {
    purpose: "Say which records, of which system, and how fresh they are.",
    operations: "Choose operations that only read.",
    limits: "How old may the facts be, and how many calls does the system bear?",
  },
});

export const mcpServer = makeTemplate({
  id: "mcp-server",
  kind: "mcp",
  name: "MCP server",
  summary: "Makes the tools of an MCP server yours to offer, each pinned to what you reviewed.",
  needs: ["mcp-server"],
  settings: { riskTier: "medium" },
  words: {
    purpose:
      "Offers the tools of our MCP server to colleagues, with a page that says what each of them does.",
    whenToUse: ["You need in a conversation what the server can do."],
    whenNotToUse: ["You work in an editor that is connected to the server already."],
    tags: ["mcp"],
  },
  hints: {
    purpose: "Say what the tools do for people, not that they come from a server.",
    operations: "Choose the tools that people need, and read their descriptions: models follow them.",
  },
});
