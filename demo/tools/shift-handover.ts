import type { PlannedTool } from "./planned-tool.ts";

export const shiftHandover: PlannedTool = {
  slug: "shift-handover",
  domain: "network-operations",
  team: "operations-centre",
  owner: "callum-ridley",
  deputy: "patricia-nogueira",
  confirmedDaysAgo: 49,
  supportChannel: "#noc",
  dataClass: "internal",
  riskTier: "low",
  slo: { success: 0.97, p95Ms: 8000 },
  words: {
    name: "Shift Handover",
    purpose:
      "Turns the notes of a shift into a handover in our fixed order: what is up, what was acknowledged, what is planned, what the next shift must do first.",
    whenToUse: ["Your shift ends and your notes are a list of half sentences."],
    whenNotToUse: [
      "As the record of an incident: that is the incident's own timeline.",
      "When you have not read out the acknowledged alarms yet; do that first.",
    ],
    useInstead: [{ text: "For the list of acknowledged alarms", slug: "network-inventory" }],
    examples: [
      {
        request:
          "Notes: BRG-07 LOS since 1340, Bronwen on way, 118 cust. GAI-04 temp ack'd, watch. Works CDF-01 22:00.",
        answer:
          "**First thing to do**\nCall Bronwen Pugh at 15:00: she is on her way to BRG-07.\n\n**Up now**\n- BRG-07, loss of signal since 13:40, 118 customers.\n\n**Acknowledged, still up**\n- GAI-04, cabinet temperature: watch the trend.\n\n**Planned**\n- CDF-01, works at 22:00.",
      },
    ],
    tags: ["shift", "handover", "writing"],
    synonyms: ["end of shift", "shift report", "passagem de turno"],
    knownIssues: [],
    limits: ["Needs a model.", "Notes of one shift, at most 8,000 characters."],
  },
  making: {
    kind: "prompt",
    modelAlias: "fast",
    maxOutputTokens: 700,
    operation: {
      name: "writeShiftHandover",
      title: "Write a shift handover",
      description: "Turns the notes of a shift into a handover with four fixed headings.",
      exampleRequests: [
        "Turn my notes into a shift handover",
        "Write the handover for the night shift",
        "Faz a passagem de turno com estas notas",
      ],
      exampleInput: {
        notes:
          "BRG-07 LOS since 1340, Bronwen on way, 118 cust. GAI-04 temp ack'd, watch. Works CDF-01 22:00.",
        shift: "day",
      },
      inputSchema: {
        type: "object",
        properties: {
          notes: {
            type: "string",
            minLength: 20,
            maxLength: 8000,
            description: "Your notes, in any order.",
            format: "textarea",
          },
          shift: { type: "string", enum: ["day", "late", "night"], description: "Which shift ends." },
        },
        required: ["notes"],
        additionalProperties: false,
      },
    },
    instructions:
      "You write the shift handover of a network operations centre from an engineer's notes.\n\nUse exactly these headings in this order: First thing to do; Up now; Acknowledged, still up; Planned. Leave a heading out only when nothing belongs under it.\n\nOne line for each item: site, what, since when, who. Keep names, sites, codes and times as they stand in the notes. Do not add causes, advice or anything that the notes do not say. If a note is not clear, put it last under the heading Not clear, word for word.",
    message: "Shift that ends: {{shift}}\n\nNotes:\n{{notes}}",
  },
  versions: [
    {
      version: "1.0.0",
      daysAgo: 128,
      by: "callum-ridley",
      notes: "First release, after two months of trial in Bristol and Porto.",
    },
  ],
};
