import { notFound } from "../http/problem.ts";
import type { Collection } from "../store/store.ts";
import { fullTicketId, type Ticket, type TicketComment } from "./schema.ts";

export type TicketData = {
  readonly tickets: Collection<Ticket>;
  readonly comments: Collection<TicketComment>;
};

/** The ticket with a number as people type it; throws a 404. */
export function ticketOrNotFound(data: TicketData, id: string): Ticket {
  const ticket = data.tickets.get(fullTicketId(id));
  if (ticket === undefined) throw notFound(`ticket ${fullTicketId(id)}`);
  return ticket;
}
