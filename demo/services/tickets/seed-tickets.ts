import { alarmCodes } from "#demo/company/alarm-codes.ts";
import { addDays, addMinutes, momentAt, weekdayOf } from "#demo/company/days.ts";
import {
  priorityOfSeverity,
  type TicketCategory,
  type TicketPriority,
  ticketCategories,
  ticketPriorities,
} from "#demo/company/facts.ts";
import { incidents } from "#demo/company/incidents.ts";
import {
  englishFamilyNames,
  englishGivenNames,
  portugueseFamilyNames,
  portugueseGivenNames,
} from "#demo/company/names.ts";
import { siteAreas, siteIdOf } from "#demo/company/network-sites.ts";
import { people, personById } from "#demo/company/organisation.ts";
import { roamingZones } from "#demo/company/roaming.ts";
import { type SeededRandom, seededRandom } from "#demo/company/seeded-random.ts";
import type { Ticket, TicketComment } from "./schema.ts";
import { ticketTexts } from "./ticket-texts.ts";

/** Number of the last seeded ticket; new ones go on from here. */
export const lastSeededTicket = 4730;
const historyDays = 90;
const firstTicket = 2301;

const categoryWeights: readonly (readonly [TicketCategory, number])[] = [
  ["broadband-fault", 24],
  ["mobile-fault", 14],
  ["billing", 18],
  ["installation", 9],
  ["roaming", 8],
  ["number-transfer", 6],
  ["complaint", 7],
  ["network-alarm", 5],
  ["business-service", 6],
  ["it-access", 3],
];

const priorityWeights: readonly (readonly [TicketPriority, number])[] = [
  ["P1", 2],
  ["P2", 12],
  ["P3", 58],
  ["P4", 28],
];

/** By when a ticket of a priority must be answered and solved. */
export function deadlinesOf(
  priority: TicketPriority,
  openedAt: string,
): { respondBy: string; resolveBy: string } {
  const rule = ticketPriorities.find((candidate) => candidate.code === priority);
  if (rule === undefined) throw new Error(`No priority is called ${priority}`);
  return {
    respondBy: addMinutes(openedAt, rule.respondWithinMinutes),
    resolveBy: addMinutes(openedAt, rule.resolveWithinHours * 60),
  };
}

/** The team that works on tickets of a category. */
export function teamOfCategory(category: TicketCategory): Ticket["team"] {
  const rule = ticketCategories.find((candidate) => candidate.code === category);
  if (rule === undefined) throw new Error(`No category is called ${category}`);
  return rule.team;
}

// While the ticket service was down nobody could open a ticket.
function isDuringOutage(moment: string, day: string): boolean {
  return incidents.some((incident) => {
    if (incident.failedCalls === null) return false;
    const start = momentAt(addDays(day, -incident.daysAgo), incident.startedAt);
    return moment >= start && moment < addMinutes(start, incident.minutes);
  });
}

function openingMoments(day: string, random: SeededRandom): string[] {
  const moments: string[] = [];
  while (moments.length < lastSeededTicket - firstTicket + 1) {
    const opened = addDays(day, -random.between(1, historyDays));
    if (weekdayOf(opened) > 5 && random.chance(0.65)) continue;
    const hour = random.weighted(
      [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20].map((h) => [h, h < 9 || h > 17 ? 2 : 7]),
    );
    const clock = `${String(hour).padStart(2, "0")}:${String(random.between(0, 59)).padStart(2, "0")}`;
    const moment = momentAt(opened, clock);
    if (!isDuringOutage(moment, day)) moments.push(moment);
  }
  return moments.sort();
}

function statusOf(ageDays: number, random: SeededRandom): Ticket["status"] {
  const openShare = ageDays > 21 ? 0.005 : ageDays > 7 ? 0.05 : ageDays > 2 ? 0.25 : 0.8;
  if (!random.chance(openShare)) return ageDays > 10 || random.chance(0.4) ? "closed" : "resolved";
  return random.weighted<Ticket["status"]>([
    ["new", ageDays <= 2 ? 9 : 0],
    ["in-progress", 5],
    ["waiting-for-customer", 3],
  ]);
}

function customer(random: SeededRandom, isPortuguese: boolean): NonNullable<Ticket["reportedBy"]> {
  const given = random.pick(isPortuguese ? portugueseGivenNames : englishGivenNames);
  const family = random.pick(isPortuguese ? portugueseFamilyNames : englishFamilyNames);
  return {
    kind: "customer",
    customerNumber: `C-${random.between(100_000, 399_999)}`,
    name: `${given} ${family}`,
    contact: random.chance(0.7)
      ? {
          email: `customer${random.between(1000, 99_999)}@mail.example`,
          language: isPortuguese ? "pt" : "en",
        }
      : null,
  };
}

/** Some 2,400 tickets of the 90 days before `day`. */
export function makeTickets(day: string, seededAt: string): readonly Ticket[] {
  const random = seededRandom("northmere-tickets");
  const countries = roamingZones.flatMap((zone) => zone.countries);
  const tickets = openingMoments(day, random).map((openedAt, index): Ticket => {
    const category = random.weighted(categoryWeights);
    const area = random.pick(siteAreas);
    const site = siteIdOf(area.code, random.between(1, area.sites));
    const [title, text] = random.pick(ticketTexts[category]);
    const fill = (words: string) =>
      words
        .replaceAll("{place}", category === "network-alarm" ? site : area.place)
        .replaceAll("{days}", String(random.between(3, 14)))
        .replaceAll("{country}", random.pick(countries));
    const description = fill(text);
    const alarm = alarmCodes.find((candidate) => description.includes(candidate.code));
    const priority =
      alarm === undefined ? random.weighted(priorityWeights) : priorityOfSeverity[alarm.severity];
    const team = teamOfCategory(category);
    const members = people.filter((person) => person.team === team && person.leftDaysAgo === null);
    const ageDays = (Date.parse(seededAt) - Date.parse(openedAt)) / 86_400_000;
    const status = statusOf(ageDays, random);
    const deadlines = deadlinesOf(priority, openedAt);
    const isDone = status === "resolved" || status === "closed";
    const allowed = Date.parse(deadlines.resolveBy) - Date.parse(openedAt);
    const took = (allowed * (0.1 + random.next() * 1.1)) / 60_000;
    const latest = (Date.parse(seededAt) - Date.parse(openedAt)) / 60_000 - 5;
    const resolvedAt = isDone ? addMinutes(openedAt, Math.min(took, latest)) : null;
    const firstAnswer = addMinutes(openedAt, Math.min(random.between(2, 300), latest));
    return {
      id: `T-${firstTicket + index}`,
      title: fill(title),
      description,
      category,
      priority,
      site: category === "network-alarm" ? site : null,
      alarmCode: alarm?.code ?? null,
      tags: [category.split("-")[0] ?? category],
      status,
      team,
      assignee: status === "new" ? null : random.pick(members).email,
      reportedBy:
        category === "it-access" || category === "network-alarm"
          ? {
              kind: "employee",
              email: random.pick(people.filter((person) => person.leftDaysAgo === null)).email,
            }
          : customer(random, area.country === "PT"),
      watchers: [],
      openedAt,
      openedFor: null,
      updatedAt: resolvedAt ?? (status === "new" ? openedAt : firstAnswer),
      ...deadlines,
      resolvedAt,
      version: status === "new" ? 1 : isDone ? 3 : 2,
    };
  });
  return withKnownTicket(withIncidents(tickets, day));
}

/** The ticket that examples and guides name says the same on every day of seeding. */
const knownTicket = "T-4712";

function withKnownTicket(tickets: readonly Ticket[]): readonly Ticket[] {
  const category = "number-transfer";
  const team = teamOfCategory(category);
  const member = people.find((person) => person.team === team && person.leftDaysAgo === null);
  return tickets.map((ticket) => {
    if (ticket.id !== knownTicket) return ticket;
    return {
      ...ticket,
      title: "Number still with the old company",
      description: "Asked for 9 days ago; the old company says it never got the request.",
      category,
      site: null,
      alarmCode: null,
      tags: ["number"],
      team,
      status: "waiting-for-customer",
      assignee: member?.email ?? null,
      resolvedAt: null,
      version: 2,
      reportedBy: { kind: "customer", customerNumber: "C-204417", name: "Hannah Marsh", contact: null },
    };
  });
}

/** The first tickets after the start of an incident become those that the Operations Centre opened for its sites. */
function withIncidents(tickets: readonly Ticket[], day: string): readonly Ticket[] {
  const replaced = new Map<string, Ticket>();
  for (const incident of incidents) {
    const start = momentAt(addDays(day, -incident.daysAgo), incident.startedAt);
    const end = addMinutes(start, incident.minutes);
    const after = tickets.filter((ticket) => ticket.openedAt >= start).slice(0, incident.sites.length);
    incident.sites.forEach((site, index) => {
      const ticket = after[index];
      const alarm = alarmCodes.find((candidate) => candidate.code === incident.alarmCodes[0]);
      if (ticket === undefined || alarm === undefined) return;
      const openedAt = addMinutes(start, 3 + index);
      const priority = priorityOfSeverity[alarm.severity];
      const ledBy = personById(incident.ledBy).email;
      replaced.set(ticket.id, {
        ...ticket,
        title: `${incident.title}: ${alarm.code} at ${site}`,
        description: `Opened for ${incident.id}. ${incident.cause} ${incident.mended}`,
        category: "network-alarm",
        priority,
        site,
        alarmCode: alarm.code,
        tags: ["network", incident.id.toLowerCase()],
        status: "closed",
        team: "operations-centre",
        assignee: ledBy,
        reportedBy: { kind: "employee", email: ledBy },
        openedAt,
        updatedAt: end,
        ...deadlinesOf(priority, openedAt),
        resolvedAt: end,
      });
    });
  }
  return tickets.map((ticket) => replaced.get(ticket.id) ?? ticket);
}

/** The comments that colleagues left on seeded tickets. */
export function makeComments(tickets: readonly Ticket[]): readonly TicketComment[] {
  const random = seededRandom("northmere-ticket-comments");
  return tickets.flatMap((ticket) => {
    if (ticket.assignee === null) return [];
    const text =
      ticket.resolvedAt === null ? "Looked into it; waiting for an answer." : "Solved and confirmed.";
    const isForCustomer = random.chance(0.4);
    return [
      {
        id: `${ticket.id}-1`,
        ticket: ticket.id,
        text: isForCustomer ? "We have looked into this and will write to you by tomorrow." : text,
        audience: isForCustomer ? "customer" : "internal",
        author: ticket.assignee,
        writtenAt: ticket.updatedAt,
      },
    ];
  });
}
