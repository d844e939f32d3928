import type { PlannedTool } from "./planned-tool.ts";

export const runbookFinder: PlannedTool = {
  slug: "runbook-finder",
  domain: "network-operations",
  team: "operations-centre",
  owner: "tiago-moreira",
  deputy: "samira-haddad",
  confirmedDaysAgo: 27,
  supportChannel: "#noc",
  dataClass: "internal",
  riskTier: "low",
  slo: { success: 0.995, p95Ms: 400 },
  words: {
    name: "Runbook Finder",
    purpose:
      "Answers what to do about a network alarm with the exact passage of its runbook, and what happened last time with the incident reviews.",
    whenToUse: [
      "An alarm is up and you need the steps, the limits or whom to call.",
      "You want to know how a similar incident was solved and what was decided after it.",
    ],
    whenNotToUse: [
      "To see whether an alarm is up now: runbooks do not know.",
      "For lab tests before equipment enters the network.",
    ],
    useInstead: [
      { text: "For alarms that are up now", slug: "network-inventory" },
      { text: "For alarm, passage, on-call engineer and ticket in one go", slug: "alarm-assistant" },
    ],
    examples: [
      {
        request: "What are the first steps for LOS-4417?",
        answer: "The steps of the runbook, word for word, with its section and who verified it when.",
      },
      {
        request: "What caused the power failure in Matosinhos?",
        answer: "The cause as the incident review states it, and the actions that followed.",
      },
    ],
    tags: ["runbooks", "alarms", "incidents"],
    synonyms: ["procedures", "playbooks", "post mortem", "incident review", "alarm meaning", "procedimentos"],
    knownIssues: [],
    limits: [
      "Quotes up to four passages.",
      "Runbooks exist for the 14 alarm codes, reviews for six incidents.",
    ],
  },
  making: {
    kind: "knowledge",
    sets: ["network-runbooks", "incident-reviews"],
    operation: {
      name: "askRunbooks",
      title: "Ask the runbooks",
      description:
        "Quotes the passages of network runbooks and incident reviews that answer what an alarm code means, what to do about it, or what happened in an incident.",
      exampleRequests: [
        "What does LOS-4417 mean and what do I do first?",
        "What is the threshold of OPT-4431?",
        "What caused the power failure in Matosinhos?",
        "How long do batteries last when the mains fail?",
        "Which actions followed the routing error in Cardiff?",
      ],
      exampleInput: { question: "What does LOS-4417 mean and what do I do first?" },
    },
  },
  versions: [
    {
      version: "1.0.0",
      daysAgo: 289,
      by: "tiago-moreira",
      notes: "First release with runbooks of all 14 alarm codes.",
      words: { purpose: "Answers what to do about a network alarm with the exact passage of its runbook." },
    },
    {
      version: "1.1.0",
      daysAgo: 118,
      by: "samira-haddad",
      notes: "Adds the incident reviews, so that the last time is one question away.",
    },
  ],
};
