import { alarmCodes } from "#demo/company/alarm-codes.ts";
import type { PlannedTool } from "./planned-tool.ts";

export const alarmAssistant: PlannedTool = {
  slug: "alarm-assistant",
  domain: "network-operations",
  team: "operations-centre",
  owner: "tiago-moreira",
  deputy: "callum-ridley",
  confirmedDaysAgo: 27,
  supportChannel: "#noc",
  dataClass: "internal",
  riskTier: "medium",
  slo: { success: 0.98, p95Ms: 2500 },
  words: {
    name: "Alarm Assistant",
    purpose:
      "Takes an alarm code and a site, and gives the alarm, the runbook passage, who is on call and a drafted ticket that waits for you.",
    whenToUse: [
      "An alarm is up at a site, or a customer's fault points to one, and you need everything in one go.",
      "You are not in Network Operations and do not know where these things stand.",
    ],
    whenNotToUse: [
      "For a fault without an alarm: open a ticket yourself.",
      "For several sites at once: look at the list of alarms first.",
    ],
    useInstead: [
      { text: "For a list of alarms, or one alarm by its number", slug: "network-inventory" },
      { text: "For the runbook alone", slug: "runbook-finder" },
      { text: "For a ticket without an alarm", slug: "ticket-desk" },
    ],
    examples: [
      {
        request: "What does LOS-4417 on BRG-07 mean and who is on call?",
        answer:
          "The alarm with the customers affected, the passage of the runbook, the engineer on call with the extension, and a ticket as a card with *Run* and *Don't run*.",
      },
    ],
    tags: ["alarms", "on-call", "tickets"],
    synonyms: ["alarm helper", "triage", "what is this alarm", "assistente de alarmes"],
    knownIssues: [],
    limits: [
      "One code at one site.",
      "The ticket is only drafted; it is opened when you run it, with your rights.",
      "Without an alarm of this code at the site no ticket is drafted.",
    ],
  },
  making: {
    kind: "agent",
    operation: {
      name: "explainAlarm",
      title: "Explain an alarm and prepare what follows",
      description:
        "Explains an alarm code at a site: the alarm that is up, what its runbook says, who is on call, and a ticket drafted for confirmation.",
      exampleRequests: [
        "What does LOS-4417 on BRG-07 mean and who is on call?",
        "LOS-4417 at BRG-09, what do I do?",
        "Explain alarm PWR-2203 at MTS-03 and draft a ticket",
        "O que significa LOS-4417 em BRG-07 e quem está de piquete?",
      ],
      exampleInput: { code: "LOS-4417", site: "BRG-07" },
      inputSchema: {
        type: "object",
        properties: {
          code: {
            type: "string",
            enum: alarmCodes.map((alarm) => alarm.code),
            description: "Alarm code, such as LOS-4417 for loss of signal.",
          },
          site: {
            type: "string",
            pattern: "^[A-Z]{3}-\\d{2}$",
            description: "Site: area code and number.",
            examples: ["BRG-07"],
          },
        },
        required: ["code", "site"],
        additionalProperties: false,
      },
    },
    steps: [
      {
        id: "alarm",
        title: "The alarm",
        tool: "network-inventory",
        operation: "list_alarms",
        inputs: { site: { from: "input.site" }, code: { from: "input.code" }, limit: { value: 5 } },
      },
      {
        id: "runbook",
        title: "What the runbook says",
        tool: "runbook-finder",
        operation: "askRunbooks",
        inputs: { question: { template: "What does {{input.code}} mean and what are the first checks?" } },
      },
      {
        id: "on-call",
        title: "Who is on call",
        tool: "network-inventory",
        operation: "who_is_on_call",
        inputs: { site: { from: "input.site" } },
      },
      {
        id: "ticket",
        title: "Draft a ticket",
        tool: "ticket-desk",
        operation: "createTicket",
        when: { from: "steps.alarm.output.alarms.0.id", test: "present" },
        inputs: {
          title: { template: "{{input.code}} on {{steps.alarm.output.alarms.0.element}}" },
          description: {
            template:
              "{{steps.alarm.output.alarms.0.name}} ({{steps.alarm.output.alarms.0.severity}}), alarm {{steps.alarm.output.alarms.0.id}}, up since {{steps.alarm.output.alarms.0.raisedAt}}. Customers affected: {{steps.alarm.output.alarms.0.customersAffected}}. On call: {{steps.on-call.output.onCall.0.primary.name}}, extension {{steps.on-call.output.onCall.0.primary.extension}}.",
          },
          category: { value: "network-alarm" },
          priority: { from: "steps.alarm.output.alarms.0.ticketPriority" },
          site: { from: "input.site" },
          alarmCode: { from: "input.code" },
        },
      },
    ],
    output: {
      alarm: { from: "steps.alarm.output.alarms.0" },
      runbook: { from: "steps.runbook.output.passages.0" },
      "on-call": { from: "steps.on-call.output.onCall.0.primary" },
    },
  },
  versions: [
    {
      version: "1.0.0",
      daysAgo: 168,
      by: "tiago-moreira",
      notes: "First release: alarm, runbook passage and on-call engineer.",
      words: {
        purpose:
          "Takes an alarm code and a site, and gives the alarm, the runbook passage and who is on call.",
        useInstead: [{ text: "For the runbook alone", slug: "runbook-finder" }],
        limits: ["One code at one site."],
        tags: ["alarms", "on-call"],
      },
    },
    {
      version: "1.2.0",
      daysAgo: 102,
      by: "tiago-moreira",
      notes: "New: drafts the ticket, with the priority that the alarm's severity calls for.",
    },
    {
      version: "1.3.0",
      daysAgo: 41,
      by: "callum-ridley",
      notes: "Looks for an open ticket of the same alarm first, so that no fault gets two.",
      words: {
        limits: [
          "One code at one site.",
          "The ticket is only drafted; it is opened when you run it, with your rights.",
          "With an open ticket of the same alarm no second one is drafted.",
        ],
      },
    },
    {
      version: "1.4.0",
      daysAgo: 6,
      by: "tiago-moreira",
      notes:
        "The look for an open ticket is gone. While the ticket service was down, that step failed and took the runbook passage and the name of the engineer on call with it. The two answers that matter most now never wait for tickets.",
    },
  ],
};
