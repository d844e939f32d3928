import { db } from "#lib/db/client.ts";
import type { SeededOrganisation } from "./organisation.ts";
import { seedId } from "./seed-id.ts";
import type { SeedTime } from "./seed-time.ts";
import { toolIdOf } from "./tools.ts";

type PlannedQuestion = {
  readonly tool: string;
  readonly askedBy: string;
  readonly askedDaysAgo: number;
  readonly clock: string;
  readonly text: string;
  readonly answer?: { readonly by: string; readonly daysAgo: number; readonly text: string };
};

/** What people asked the owners. One question waits since six days. */
export const plannedQuestions: readonly PlannedQuestion[] = [
  {
    tool: "runbook-finder",
    askedBy: "dev-malhotra",
    askedDaysAgo: 6,
    clock: "15:48",
    text: "The runbook for BAT-2207 says to send the generator at once without mains. Does that hold for core sites with eight hours of battery as well?",
  },
  {
    tool: "ticket-desk",
    askedBy: "kofi-asante",
    askedDaysAgo: 58,
    clock: "10:22",
    text: "Customers ask what we last told them. Could the comments on a ticket be shown here, so that we need no second window?",
    answer: {
      by: "hugo-lancaster",
      daysAgo: 33,
      text: "Yes: version 2.3 reads the comments and adds one. Thank you for asking, you were the fourth.",
    },
  },
  {
    tool: "ticket-desk",
    askedBy: "mafalda-couto",
    askedDaysAgo: 27,
    clock: "09:37",
    text: "Does the customer get a message when I add a comment?",
    answer: {
      by: "eleanor-shipley",
      daysAgo: 26,
      text: "Only when you choose the audience customer. A comment for colleagues stays inside; the card shows which one it is before you run it.",
    },
  },
  {
    tool: "ticket-lookup",
    askedBy: "jack-prosser",
    askedDaysAgo: 43,
    clock: "11:56",
    text: "Will my saved links to Ticket Lookup go on working after its last day?",
    answer: {
      by: "hugo-lancaster",
      daysAgo: 42,
      text: "They will open this page, which leads to Ticket Desk. Tickets keep their numbers.",
    },
  },
  {
    tool: "adviser-guide",
    askedBy: "bianca-rolim",
    askedDaysAgo: 64,
    clock: "16:11",
    text: "Two documents give different prices for the zone B day pass. Which one is right?",
    answer: {
      by: "constanca-veiga",
      daysAgo: 62,
      text: "Roaming, verified this month, is right: 6.00 pounds. The quick card is from before the change. The page says so now.",
    },
  },
  {
    tool: "network-inventory",
    askedBy: "owen-birch",
    askedDaysAgo: 52,
    clock: "08:50",
    text: "May advisers acknowledge alarms, or is that for the Operations Centre only?",
    answer: {
      by: "raul-quintela",
      daysAgo: 52,
      text: "Please leave it to us. The card asks for the person who looks at it, and that is somebody on shift.",
    },
  },
  {
    tool: "expense-service",
    askedBy: "hannah-greaves",
    askedDaysAgo: 35,
    clock: "17:03",
    text: "Where do I attach the receipt when I hand in a claim from here?",
    answer: {
      by: "nelson-abreu",
      daysAgo: 34,
      text: "In the expense service's own pages, on the same day: open the claim by its number and add the photograph.",
    },
  },
  {
    tool: "leave-check",
    askedBy: "otavio-lameira",
    askedDaysAgo: 11,
    clock: "12:18",
    text: "Does it count the days that I have asked for but that are not decided yet?",
    answer: {
      by: "alison-redfern",
      daysAgo: 11,
      text: "Yes, they are taken off what is left, and shown on a line of their own.",
    },
  },
  {
    tool: "price-list",
    askedBy: "gareth-hollis",
    askedDaysAgo: 71,
    clock: "13:25",
    text: "Are prices for business customers with or without tax?",
    answer: {
      by: "amadeu-prata",
      daysAgo: 70,
      text: "Without. Household prices contain it. The answer of each operation says which.",
    },
  },
];

export function questionIdOf(question: PlannedQuestion, time: SeedTime): string {
  return seedId(
    `question ${question.tool} ${question.askedBy}`,
    time.at(question.askedDaysAgo, question.clock),
  );
}

/** Questions to owners with their answers. */
export async function seedQuestions(organisation: SeededOrganisation): Promise<void> {
  const { time } = organisation;
  await db().toolQuestion.createMany({
    data: plannedQuestions.map((question) => ({
      id: questionIdOf(question, time),
      toolId: toolIdOf(question.tool, time),
      askedById: organisation.person(question.askedBy).personId,
      text: question.text,
      askedAt: time.at(question.askedDaysAgo, question.clock),
      answer: question.answer?.text ?? null,
      answeredAt: question.answer ? time.at(question.answer.daysAgo, "14:05") : null,
      answeredById: question.answer ? organisation.person(question.answer.by).personId : null,
      source: "sample",
    })),
  });
}
