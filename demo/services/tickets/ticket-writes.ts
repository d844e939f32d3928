import { z } from "zod";
import { momentAt } from "#demo/company/days.ts";
import { actingForHeader } from "../http/fields.ts";
import { defineOperation, type Operation } from "../http/operation.ts";
import { invalidField, Problem } from "../http/problem.ts";
import type { ServiceContext } from "../service-context.ts";
import { newTicketSchema, type Ticket, ticketChangeSchema, ticketIdSchema, ticketSchema } from "./schema.ts";
import { deadlinesOf, lastSeededTicket, teamOfCategory } from "./seed-tickets.ts";
import { type TicketData, ticketOrNotFound } from "./ticket-data.ts";

type NewTicket = z.output<typeof newTicketSchema>;

function openTicket(number: number, input: NewTicket, openedFor: string | null, now: string): Ticket {
  const deadlines = deadlinesOf(input.priority, now);
  if (input.resolveBy !== undefined) {
    const asked = momentAt(input.resolveBy, "18:00");
    if (asked <= now) throw invalidField("resolveBy", "This day is over.");
    if (asked < deadlines.resolveBy) deadlines.resolveBy = asked;
  }
  const { reportedBy } = input;
  return {
    id: `T-${number}`,
    title: input.title,
    description: input.description,
    category: input.category,
    priority: input.priority,
    site: input.site ?? (reportedBy?.kind === "alarm" ? reportedBy.element.slice(0, 6) : null),
    alarmCode: input.alarmCode ?? (reportedBy?.kind === "alarm" ? reportedBy.code : null),
    tags: input.tags,
    status: "new",
    team: input.team ?? teamOfCategory(input.category),
    assignee: null,
    reportedBy:
      reportedBy === undefined
        ? null
        : reportedBy.kind === "customer"
          ? { ...reportedBy, contact: reportedBy.contact ?? null }
          : reportedBy,
    watchers: input.watchers,
    openedAt: now,
    openedFor,
    updatedAt: now,
    ...deadlines,
    resolvedAt: null,
    version: 1,
  };
}

const isDone = (status: Ticket["status"]) => status === "resolved" || status === "closed";

/** Operations that open, change or withdraw tickets. */
export function ticketWrites(data: TicketData, context: ServiceContext): readonly Operation[] {
  const nextNumber = context.store.counter("tickets", lastSeededTicket);
  return [
    defineOperation({
      operationId: "createTicket",
      method: "post",
      path: "/tickets",
      tag: "Tickets",
      summary: "Open a ticket",
      description:
        "Opens a new ticket. Only a title and a category are needed; the team and the deadlines follow from category and priority. Search first, so that no fault gets two tickets.",
      idempotent: true,
      headerInput: z.strictObject(actingForHeader),
      bodyInput: newTicketSchema,
      bodyExamples: {
        alarm: {
          summary: "A fault that an alarm reported",
          value: {
            title: "LOS-4417 on BRG-07-OLT-1, port 1/1/4",
            description: "118 customers without service. No planned works. Neighbouring ports have light.",
            category: "network-alarm",
            priority: "P1",
            site: "BRG-07",
            alarmCode: "LOS-4417",
            reportedBy: { kind: "alarm", element: "BRG-07-OLT-1", code: "LOS-4417" },
          },
        },
        customer: {
          summary: "A customer's question",
          value: {
            title: "Day pass charged twice in Japan",
            category: "roaming",
            priority: "P3",
            reportedBy: {
              kind: "customer",
              customerNumber: "C-204417",
              name: "Rosa Teixeira",
              contact: { email: "rosa@mail.example", language: "pt" },
            },
            tags: ["refund"],
          },
        },
      },
      success: { status: 201, description: "The ticket as it was opened.", schema: ticketSchema },
      handle: ({ body, headers }) => {
        const ticket = openTicket(nextNumber(), body, headers["X-On-Behalf-Of"] ?? null, context.now());
        data.tickets.put(ticket);
        return { body: ticket, headers: { location: `/tickets/v1/tickets/${ticket.id}` } };
      },
    }),
    defineOperation({
      operationId: "updateTicket",
      method: "patch",
      path: "/tickets/{ticketId}",
      tag: "Tickets",
      summary: "Change a ticket",
      description:
        "Changes status, priority, title, team, assignee or tags of a ticket; what is left out stays. A closed ticket can only be opened again.",
      pathInput: z.strictObject({ ticketId: ticketIdSchema }),
      headerInput: z.strictObject({
        "If-Match": z
          .string()
          .regex(/^"?\d+"?$/, "Send the version of the ticket.")
          .optional()
          .describe("Version of the ticket you looked at; the change is refused when somebody was faster."),
        ...actingForHeader,
      }),
      bodyInput: ticketChangeSchema,
      bodyExamples: {
        take: {
          summary: "Take it",
          value: { status: "in-progress", assignee: "amelia.hart@northmere.example" },
        },
        solve: { summary: "Solve it", value: { status: "resolved", reason: "Patch cord replaced." } },
      },
      success: { status: 200, description: "The ticket as it is now.", schema: ticketSchema },
      refusals: {
        404: "There is no such ticket.",
        409: "The ticket is closed.",
        412: "Somebody changed the ticket in the meantime.",
      },
      handle: ({ path, headers, body }) => {
        const ticket = ticketOrNotFound(data, path.ticketId);
        const expected = headers["If-Match"]?.replaceAll('"', "");
        if (expected !== undefined && Number(expected) !== ticket.version) {
          throw new Problem(
            412,
            `${ticket.id} is at version ${ticket.version}, not ${expected}. Look at it again.`,
          );
        }
        const { reason, ...change } = body;
        if (ticket.status === "closed" && (change.status === undefined || isDone(change.status))) {
          throw new Problem(409, `${ticket.id} is closed. Set its status to in-progress to open it again.`);
        }
        const now = context.now();
        const status = change.status ?? ticket.status;
        const priority = change.priority ?? ticket.priority;
        const changed: Ticket = {
          ...ticket,
          ...change,
          status,
          ...(priority === ticket.priority ? {} : deadlinesOf(priority, ticket.openedAt)),
          resolvedAt: isDone(status) ? (ticket.resolvedAt ?? now) : null,
          updatedAt: now,
          version: ticket.version + 1,
        };
        data.tickets.put(changed);
        if (reason !== undefined) {
          data.comments.put({
            id: `${ticket.id}-v${changed.version}`,
            ticket: ticket.id,
            text: reason,
            audience: "internal",
            author: headers["X-On-Behalf-Of"] ?? "unknown",
            writtenAt: now,
          });
        }
        return { body: changed, headers: { etag: `"${changed.version}"` } };
      },
    }),
    defineOperation({
      operationId: "withdrawTicket",
      method: "delete",
      path: "/tickets/{ticketId}",
      tag: "Tickets",
      summary: "Withdraw a ticket",
      description:
        "Removes a ticket that nobody has begun to work on, for instance one opened by mistake. It cannot be brought back.",
      pathInput: z.strictObject({ ticketId: ticketIdSchema }),
      success: { status: 204, description: "The ticket is gone." },
      refusals: { 404: "There is no such ticket.", 409: "Somebody works on the ticket already." },
      handle: ({ path }) => {
        const ticket = ticketOrNotFound(data, path.ticketId);
        if (ticket.status !== "new") {
          throw new Problem(409, `${ticket.id} is ${ticket.status}. Only new tickets can be withdrawn.`);
        }
        data.tickets.remove(ticket.id);
        return {};
      },
    }),
  ];
}
