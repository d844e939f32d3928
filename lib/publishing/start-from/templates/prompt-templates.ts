import { defaultAlias } from "#lib/models/default-alias.ts";
import { harmless, makeTemplate } from "#lib/publishing/start-from/templates/make-template.ts";

export const houseStyle = makeTemplate({
  id: "house-style",
  kind: "prompt",
  name: "House style",
  summary: "Rewrites a text the way your company writes: instructions, one field, no documents.",
  settings: { modelAlias: defaultAlias },
  words: {
    purpose: "Rewrites a text in our house style: plain words, short sentences, the reader first.",
    whenToUse: ["You wrote a mail or a notice and want it clear before it goes out."],
    whenNotToUse: ["The text is a contract or quotes the law: wording is fixed there."],
    examples: [
      {
        request: "Please be advised that the maintenance works will be executed on Monday.",
        answer: "We repair the lift on Monday.",
      },
    ],
    limits: ["Up to 20,000 characters at a time."],
    tags: ["writing"],
    synonyms: ["rewrite", "plain language", "tone of voice"],
  },
  hints: { purpose: "Say whose style it is and what readers get." },
  operations: [
    {
      name: "rewrite",
      title: "Rewrite in house style",
      description: "Rewrites a text in the company's house style and keeps its meaning, names and figures.",
      inputSchema: {
        type: "object",
        properties: {
          text: { type: "string", title: "Text", minLength: 1, maxLength: 20_000, "x-weft-multiline": true },
          reader: {
            type: "string",
            title: "For whom",
            enum: ["customers", "colleagues", "partners"],
            default: "customers",
          },
        },
        required: ["text"],
      },
      annotations: harmless,
      binding: {
        kind: "prompt",
        instructions:
          "You rewrite texts in our house style.\n- Plain words, short sentences, active voice. Address the reader.\n- The most important thing comes first.\n- Keep every name, number, date and promise exactly as it is. Add nothing.\n- Keep the language of the text.\nAnswer with the rewritten text only.",
        message: "Rewrite for {{reader}}:\n\n{{text}}",
        modelAlias: defaultAlias,
        temperature: 0.2,
      },
      exampleInput: {
        text: "Please be advised that the works will be executed on Monday.",
        reader: "customers",
      },
      exampleRequests: ["Rewrite this mail in our house style", "Make this notice easier to read"],
    },
  ],
});

export const summary = makeTemplate({
  id: "summary",
  kind: "prompt",
  name: "Summary",
  summary: "Sums up a long text, with a form for length and reader.",
  settings: { modelAlias: defaultAlias },
  words: {
    purpose: "Sums up a long text in the length you choose: what it says, what is decided, what is open.",
    whenToUse: ["You have minutes, a report or a long mail and little time."],
    whenNotToUse: ["You need each detail: read the text itself."],
    knownIssues: ["Tables lose their layout."],
    limits: ["Up to 60,000 characters at a time."],
    tags: ["reading"],
    synonyms: ["summarise", "short version", "tl;dr"],
  },
  hints: { purpose: "Name the kind of texts that your team has most of." },
  operations: [
    {
      name: "summarise",
      title: "Sum up a text",
      description: "Sums up a text in a chosen length, with decisions and open questions as lists.",
      inputSchema: {
        type: "object",
        properties: {
          text: { type: "string", title: "Text", minLength: 1, maxLength: 60_000, "x-weft-multiline": true },
          length: {
            type: "string",
            title: "Length",
            enum: ["three sentences", "half a page", "one page"],
            default: "half a page",
          },
          reader: {
            type: "string",
            title: "For whom",
            maxLength: 200,
            default: "a colleague who was not there",
          },
        },
        required: ["text"],
      },
      annotations: harmless,
      binding: {
        kind: "prompt",
        instructions:
          "You sum up texts for busy colleagues.\n- Say only what the text says. Where it is unclear, say so.\n- Begin with the one thing the reader must know.\n- Then two lists, if there is anything for them: Decisions, Open questions.\n- Keep names, numbers and dates exact.\n- Write in the language of the text.",
        message: "Sum up in {{length}} for {{reader}}:\n\n{{text}}",
        modelAlias: defaultAlias,
        temperature: 0.1,
      },
      exampleInput: { text: "Minutes of the meeting of 3 May …", length: "three sentences" },
      exampleRequests: ["Sum up these minutes", "Give me the short version of this report"],
    },
  ],
});
