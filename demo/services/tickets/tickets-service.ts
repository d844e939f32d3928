import { apiKeySecurity, type DemoCredentials } from "../credentials.ts";
import type { ServiceDefinition } from "../http/service.ts";
import type { ServiceContext } from "../service-context.ts";
import { commentOperations } from "./comment-operations.ts";
import { makeComments, makeTickets } from "./seed-tickets.ts";
import type { TicketData } from "./ticket-data.ts";
import { ticketReads } from "./ticket-reads.ts";
import { ticketWrites } from "./ticket-writes.ts";

/** The ticket service: faults, questions and complaints of customers and colleagues. */
export function ticketsService(context: ServiceContext, credentials: DemoCredentials): ServiceDefinition {
  const seeded = makeTickets(context.day, context.seededAt);
  const data: TicketData = {
    tickets: context.store.collection("tickets", seeded),
    comments: context.store.collection("ticket-comments", makeComments(seeded)),
  };
  return {
    slug: "tickets",
    title: "Northmere tickets",
    version: "2.3.0",
    description:
      "Tickets of customers and colleagues: find, open, change and comment on them. Times are in UTC. Lists are paged by cursor.",
    openapi: "3.1.0",
    basePath: "/tickets/v1",
    contact: { name: "Digital Platforms", email: "platforms@northmere.example" },
    tags: {
      Tickets: "Tickets and what happens to them.",
      Comments: "What was written on a ticket.",
    },
    security: apiKeySecurity(credentials.tickets.header, credentials.tickets.key),
    operations: [
      ...ticketReads(data, context),
      ...ticketWrites(data, context),
      ...commentOperations(data, context),
    ],
  };
}
