import { outage } from "../trail/outage.ts";
import { sixtyQuestions } from "./long-conversation.ts";
import type { PlannedConversation } from "./planned-conversation.ts";

/** Nine of the first employee: several tools, a refusal, a confirmed and a declined ticket, Portuguese, sixty turns, the outage. */
const amelia: readonly PlannedConversation[] = [
  {
    person: "amelia-hart",
    at: { minutesAgo: 11 },
    turns: [
      "Roaming price for Japan",
      {
        text: "Open a P3 roaming ticket titled 'Day pass charged twice in Japan'",
        answer: "run",
      },
    ],
  },
  {
    person: "amelia-hart",
    at: { daysAgo: 1, clock: "14:12" },
    turns: [
      "What do we pay when a technician misses an appointment?",
      "Show the colleague Leonor Brandão",
      "Which tickets about roaming are open?",
      "How many days of leave do I have left?",
    ],
  },
  {
    person: "amelia-hart",
    at: { daysAgo: 2, clock: "11:35" },
    turns: [
      "@clause-library What is our liability cap for business customers?",
      "Which channel does the team Contracts have?",
    ],
  },
  {
    person: "amelia-hart",
    at: { daysAgo: 3, clock: "09:20" },
    turns: ["Show ticket T-4712", { text: "Set ticket T-4712 to resolved", answer: "decline" }],
  },
  {
    person: "amelia-hart",
    at: { daysAgo: 4, clock: "16:02" },
    turns: [
      "Posso passar dias de férias para o próximo ano?",
      "Quanto custa o roaming na Suíça?",
      "Quais são os feriados no Porto?",
    ],
  },
  {
    person: "amelia-hart",
    at: { daysAgo: 7, clock: "08:41" },
    turns: sixtyQuestions,
  },
  {
    person: "amelia-hart",
    at: { daysAgo: outage.daysAgo, clock: "10:24" },
    turns: [
      "Show ticket T-4698",
      "Which tickets are open for BRG-07?",
      "What do we say to customers during an outage?",
    ],
  },
  {
    person: "amelia-hart",
    at: { daysAgo: 12, clock: "13:18" },
    turns: ["Summarise the travel policy for me", "What is the hotel limit in Lisbon?"],
  },
  {
    person: "amelia-hart",
    at: { daysAgo: 15, clock: "10:55" },
    turns: ["Who approves 1,200 pounds?", "and 6,000 pounds?"],
  },
];

const tiago: readonly PlannedConversation[] = [
  {
    person: "tiago-moreira",
    at: { daysAgo: 1, clock: "09:48" },
    turns: ["What does BAT-2207 mean?"],
  },
  {
    person: "tiago-moreira",
    at: { daysAgo: 3, clock: "15:10" },
    turns: ["Show BRG-07-OLT-1", "and BRG-09-OLT-1?"],
  },
  {
    person: "tiago-moreira",
    at: { daysAgo: 8, clock: "10:05" },
    turns: [
      "What caused the outage of the ticket service?",
      "Who owns the action on the paper form for outages?",
    ],
  },
  {
    person: "tiago-moreira",
    at: { daysAgo: 10, clock: "17:20" },
    turns: ["Quanto posso gastar num hotel em Lisboa?"],
  },
  {
    person: "tiago-moreira",
    at: { daysAgo: 16, clock: "11:30" },
    turns: ["What is the threshold of OPT-4431?"],
  },
  {
    person: "tiago-moreira",
    at: { daysAgo: 21, clock: "14:44" },
    turns: ["Who reports to Patrícia Nogueira?"],
  },
];

const ruth: readonly PlannedConversation[] = [
  {
    person: "ruth-calloway",
    at: { daysAgo: 1, clock: "08:32" },
    turns: ["How many tickets are open by team?"],
  },
  {
    person: "ruth-calloway",
    at: { daysAgo: 5, clock: "12:15" },
    turns: ["Who of Front Line is away today?"],
  },
  {
    person: "ruth-calloway",
    at: { daysAgo: 9, clock: "11:42" },
    turns: [
      "How do we word an apology for an outage?",
      "Draft a reply to a complaint about a missed appointment",
    ],
  },
  {
    person: "ruth-calloway",
    at: { daysAgo: 14, clock: "16:25" },
    turns: ["What happens to my tools when I leave Northmere?"],
  },
  {
    person: "ruth-calloway",
    at: { daysAgo: 20, clock: "09:12" },
    turns: ["Who approves 3,400 pounds?"],
  },
];

const others: readonly PlannedConversation[] = [
  {
    person: "daniel-okafor",
    at: { daysAgo: 2, clock: "10:08" },
    turns: ["Which data may go to a language model?"],
  },
  {
    person: "daniel-okafor",
    at: { daysAgo: 6, clock: "15:50" },
    turns: ["Which teams are there in R&D?"],
  },
  {
    person: "daniel-okafor",
    at: { daysAgo: 17, clock: "11:03" },
    turns: ["Translate the security policy into Portuguese"],
  },
  {
    person: "ines-carvalho",
    at: { daysAgo: 1, clock: "10:36" },
    turns: ["Que dados são confidenciais?"],
  },
  {
    person: "ines-carvalho",
    at: { daysAgo: 11, clock: "14:20" },
    turns: ["Who approves 26,000 pounds?", "and 500 pounds?"],
  },
  {
    person: "ines-carvalho",
    at: { daysAgo: 19, clock: "09:40" },
    turns: ["What must be reported as a security incident?"],
  },
  {
    person: "oliver-finch",
    at: { daysAgo: 1, clock: "13:05" },
    turns: ["Compare FIB-100 and FIB-500", "What does FIB-1000 cost?"],
  },
  {
    person: "oliver-finch",
    at: { daysAgo: 4, clock: "10:47" },
    turns: ["@ticket-desk Show ticket T-4712", "What does roaming in the United States cost?"],
  },
  {
    person: "oliver-finch",
    at: { daysAgo: 13, clock: "15:33" },
    turns: ["@expense-service Which of my expense claims are not paid yet?"],
  },
  {
    person: "oliver-finch",
    at: { daysAgo: 22, clock: "11:16" },
    turns: [
      "Which mobile tariffs cost less than 20 pounds?",
      "What is included in the unlimited mobile tariff?",
    ],
  },
];

/** 30 conversations of six people. */
export const plannedConversations: readonly PlannedConversation[] = [...amelia, ...tiago, ...ruth, ...others];
