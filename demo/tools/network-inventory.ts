import type { PlannedTool } from "./planned-tool.ts";

export const networkInventory: PlannedTool = {
  slug: "network-inventory",
  domain: "network-operations",
  team: "operations-centre",
  owner: "tiago-moreira",
  deputy: "raul-quintela",
  confirmedDaysAgo: 27,
  supportChannel: "#noc",
  dataClass: "internal",
  riskTier: "medium",
  slo: { success: 0.995, p95Ms: 700 },
  words: {
    name: "Network Inventory and Alarms",
    purpose:
      "Shows what stands at a site, which alarms are up and what they mean, and who is on call. Alarms can be acknowledged from here.",
    whenToUse: [
      "You have an alarm code or a site and want to know what is wrong there now.",
      "You need the engineer on call, the backup or the duty manager of an area.",
      "You want to know which equipment, software and customers hang on an element.",
    ],
    whenNotToUse: [
      "To find out what a customer reported: that is a ticket.",
      "To switch or restart anything: it reads, and acknowledges alarms, no more.",
    ],
    useInstead: [
      { text: "For what customers reported", slug: "ticket-desk" },
      { text: "For what to do about an alarm", slug: "runbook-finder" },
      { text: "For works announced at a site", slug: "planned-works" },
    ],
    examples: [
      {
        request: "Which critical alarms are active?",
        answer:
          "A table of alarms with code, site, element, customers affected and the time by which somebody must look.",
      },
      {
        request: "Who is on call for BRG-07?",
        answer:
          "The engineer, the backup and the duty manager with their extensions, and until when they are on call.",
      },
    ],
    tags: ["alarms", "equipment", "on-call", "sites"],
    synonyms: [
      "rota",
      "duty engineer",
      "standby",
      "routers",
      "base stations",
      "alarmes",
      "piquete",
      "quem está de serviço",
      "equipamento",
    ],
    knownIssues: ["The rota shows planned duty; a swap agreed by phone is entered at the next handover."],
    limits: ["Lists hold at most 100 entries.", "Alarms go back 90 days."],
  },
  making: {
    kind: "mcp",
    operations: {
      list_alarms: {
        exampleRequests: [
          "Which alarms are active at BRG-07?",
          "List critical alarms",
          "Where is LOS-4417 up?",
          "Que alarmes há em GAI-04?",
        ],
        exampleInput: { site: "BRG-07", limit: 10 },
      },
      get_alarm: {
        exampleRequests: [
          "Show alarm A-88120",
          "What does alarm A-88121 mean?",
          "First checks for alarm A-88120",
        ],
        exampleInput: { alarm: "A-88120" },
      },
      who_is_on_call: {
        exampleRequests: [
          "Who is on call for BRG-07?",
          "Who is the duty manager for Porto?",
          "On-call engineer in Severn on Saturday",
          "Quem está de piquete no Porto?",
        ],
        exampleInput: { site: "BRG-07" },
      },
      find_network_elements: {
        exampleRequests: [
          "What equipment stands at BRG-07?",
          "List routers that are out of service",
          "Which base stations are in maintenance?",
        ],
        exampleInput: { site: "BRG-07", limit: 10 },
      },
      get_network_element: {
        exampleRequests: [
          "Show BRG-07-OLT-1",
          "How many customers hang on BRG-07-OLT-1?",
          "Which software runs on BRG-01-RTR-1?",
        ],
        exampleInput: { element: "BRG-07-OLT-1" },
      },
      find_spare_parts: {
        exampleRequests: [
          "Which spare line cards are in the Bristol depot?",
          "How many fan trays are in stock?",
          "Que peças sobressalentes há no Porto?",
        ],
        exampleInput: { depot: "Bristol" },
      },
      acknowledge_alarm: {
        exampleRequests: [
          "Acknowledge alarm A-88120",
          "Acknowledge A-88121 with the note 'field team is on its way'",
          "Mark alarm A-88120 as looked at by me",
        ],
        exampleInput: {
          alarm: "A-88120",
          note: "Calling the engineer on call.",
        },
      },
    },
  },
  versions: [
    {
      version: "1.0.0",
      daysAgo: 240,
      by: "tiago-moreira",
      notes: "First release: equipment and alarms, reading only.",
      operations: ["list_alarms", "get_alarm", "find_network_elements", "get_network_element"],
      words: {
        purpose: "Shows what stands at a site, and which alarms are up and what they mean.",
        tags: ["alarms", "equipment", "sites"],
        knownIssues: [],
      },
    },
    {
      version: "1.1.0",
      daysAgo: 151,
      by: "tiago-moreira",
      notes: "New: who is on call, by site or area.",
      operations: [
        "list_alarms",
        "get_alarm",
        "who_is_on_call",
        "find_network_elements",
        "get_network_element",
      ],
      words: {
        purpose: "Shows what stands at a site, which alarms are up and what they mean, and who is on call.",
      },
    },
    {
      version: "1.2.0",
      daysAgo: 75,
      by: "tiago-moreira",
      notes: "New: acknowledge an alarm. It asks before it does, and the trail keeps who did.",
    },
  ],
};
