import { z } from "zod";
import { dayOf } from "#demo/company/days.ts";
import { daySchema, hasWords, pageFields, pageOf, staffEmailSchema } from "../http/fields.ts";
import { defineOperation, type Operation } from "../http/operation.ts";
import { invalidField } from "../http/problem.ts";
import { alarmCodeSchema, siteIdSchema } from "../network/schema.ts";
import type { ServiceContext } from "../service-context.ts";
import {
  categorySchema,
  prioritySchema,
  statusSchema,
  type Ticket,
  ticketIdSchema,
  ticketSchema,
  ticketTeamSchema,
} from "./schema.ts";
import { type TicketData, ticketOrNotFound } from "./ticket-data.ts";

const openStatuses: readonly Ticket["status"][] = ["new", "in-progress", "waiting-for-customer"];

const filterFields = {
  status: z.array(statusSchema).optional().describe("One or several; repeat the parameter for each."),
  priority: z.array(prioritySchema).optional().describe("One or several priorities."),
  category: categorySchema.optional(),
  team: ticketTeamSchema.optional(),
  site: siteIdSchema.optional().describe("Only tickets about this site."),
  alarmCode: alarmCodeSchema.optional(),
  assignee: staffEmailSchema.optional().describe("Only tickets that this person works on."),
  customerNumber: z
    .string()
    .regex(/^C-\d{6}$/, "A customer number is C- and six digits.")
    .optional()
    .describe("Only tickets of this customer."),
  text: z
    .string()
    .min(2)
    .max(100)
    .optional()
    .describe("Words in title or description.")
    .meta({ examples: ["vpn mac"] }),
  openedFrom: daySchema.optional().describe("First day on which tickets were opened."),
  openedTo: daySchema.optional().describe("Last day on which tickets were opened."),
  overdue: z.boolean().optional().describe("true: only open tickets past their time to be solved."),
};

type Filter = { [K in keyof typeof filterFields]?: z.output<(typeof filterFields)[K]> };

function matches(ticket: Ticket, filter: Filter, now: string): boolean {
  const opened = dayOf(ticket.openedAt);
  const customerNumber =
    ticket.reportedBy?.kind === "customer" ? ticket.reportedBy.customerNumber : undefined;
  const isOverdue = openStatuses.includes(ticket.status) && ticket.resolveBy < now;
  return (
    (filter.status === undefined || filter.status.includes(ticket.status)) &&
    (filter.priority === undefined || filter.priority.includes(ticket.priority)) &&
    (filter.category === undefined || ticket.category === filter.category) &&
    (filter.team === undefined || ticket.team === filter.team) &&
    (filter.site === undefined || ticket.site === filter.site) &&
    (filter.alarmCode === undefined || ticket.alarmCode === filter.alarmCode) &&
    (filter.assignee === undefined || ticket.assignee === filter.assignee) &&
    (filter.customerNumber === undefined || customerNumber === filter.customerNumber) &&
    (filter.text === undefined || hasWords(`${ticket.title} ${ticket.description}`, filter.text)) &&
    (filter.openedFrom === undefined || opened >= filter.openedFrom) &&
    (filter.openedTo === undefined || opened <= filter.openedTo) &&
    (filter.overdue === undefined || isOverdue === filter.overdue)
  );
}

function checkDays(filter: Filter): void {
  if (
    filter.openedFrom !== undefined &&
    filter.openedTo !== undefined &&
    filter.openedTo < filter.openedFrom
  ) {
    throw invalidField("openedTo", "This day is before openedFrom.");
  }
}

const order: Record<string, (a: Ticket, b: Ticket) => number> = {
  newest: (a, b) => b.openedAt.localeCompare(a.openedAt),
  oldest: (a, b) => a.openedAt.localeCompare(b.openedAt),
  due: (a, b) => a.resolveBy.localeCompare(b.resolveBy),
  priority: (a, b) => a.priority.localeCompare(b.priority) || a.openedAt.localeCompare(b.openedAt),
};

/** Operations that only look. */
export function ticketReads(data: TicketData, context: ServiceContext): readonly Operation[] {
  return [
    defineOperation({
      operationId: "listTickets",
      method: "get",
      path: "/tickets",
      tag: "Tickets",
      summary: "Find tickets",
      description:
        "Lists tickets that match all filters given, newest first. Use it for questions such as which tickets are open for a site, a customer or a team, and which are overdue.",
      queryInput: z.strictObject({
        ...filterFields,
        sort: z
          .enum(["newest", "oldest", "due", "priority"])
          .default("newest")
          .describe("Order of the list."),
        ...pageFields,
      }),
      success: {
        status: 200,
        description: "One page of tickets.",
        schema: z.strictObject({
          total: z.int().describe("How many match in all."),
          tickets: z.array(ticketSchema),
          nextCursor: z.string().nullable().describe("Cursor of the next page; null on the last."),
        }),
      },
      handle: ({ query }) => {
        checkDays(query);
        const now = context.now();
        const found = data.tickets.list().filter((ticket) => matches(ticket, query, now));
        const { total, items, nextCursor } = pageOf(found.sort(order[query.sort]), query);
        return { body: { total, tickets: items, nextCursor } };
      },
    }),
    defineOperation({
      operationId: "getTicket",
      method: "get",
      path: "/tickets/{ticketId}",
      tag: "Tickets",
      summary: "Show a ticket",
      description:
        "Shows one ticket by its number: where it stands, who works on it, and by when it must be solved.",
      pathInput: z.strictObject({ ticketId: ticketIdSchema }),
      success: { status: 200, description: "The ticket. ETag holds its version.", schema: ticketSchema },
      refusals: { 404: "There is no such ticket." },
      handle: ({ path }) => {
        const ticket = ticketOrNotFound(data, path.ticketId);
        return { body: ticket, headers: { etag: `"${ticket.version}"` } };
      },
    }),
    defineOperation({
      operationId: "countTickets",
      method: "get",
      path: "/summary",
      tag: "Tickets",
      summary: "Count tickets",
      description:
        "Counts tickets that match all filters given, by status, priority, category, team, site or opening day. Use it for how many, not for which.",
      queryInput: z.strictObject({
        groupBy: z
          .enum(["status", "priority", "category", "team", "site", "day"])
          .default("status")
          .describe("What to count by."),
        ...filterFields,
      }),
      success: {
        status: 200,
        description: "Counts, the largest first; days in order.",
        schema: z
          .strictObject({
            total: z.int(),
            groupBy: z.string(),
            groups: z.array(z.strictObject({ name: z.string(), count: z.int() })),
          })
          .meta({ id: "TicketCounts" }),
        example: {
          total: 3,
          groupBy: "status",
          groups: [
            { name: "new", count: 2 },
            { name: "closed", count: 1 },
          ],
        },
      },
      handle: ({ query }) => {
        checkDays(query);
        const { groupBy, ...filter } = query;
        const now = context.now();
        const counts = new Map<string, number>();
        let total = 0;
        for (const ticket of data.tickets.list()) {
          if (!matches(ticket, filter, now)) continue;
          const name = groupBy === "day" ? dayOf(ticket.openedAt) : (ticket[groupBy] ?? "none");
          counts.set(name, (counts.get(name) ?? 0) + 1);
          total += 1;
        }
        const groups = [...counts].map(([name, count]) => ({ name, count }));
        groups.sort((a, b) => (groupBy === "day" ? a.name.localeCompare(b.name) : b.count - a.count));
        return { body: { total, groupBy, groups } };
      },
    }),
  ];
}
