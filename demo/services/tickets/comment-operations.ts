import { z } from "zod";
import { actingForHeader } from "../http/fields.ts";
import { defineOperation, type Operation } from "../http/operation.ts";
import { Problem } from "../http/problem.ts";
import type { ServiceContext } from "../service-context.ts";
import { commentSchema, newCommentSchema, type TicketComment, ticketIdSchema } from "./schema.ts";
import { type TicketData, ticketOrNotFound } from "./ticket-data.ts";

/** Operations on what is written on a ticket. */
export function commentOperations(data: TicketData, context: ServiceContext): readonly Operation[] {
  const commentsOf = (ticket: string) => data.comments.list().filter((comment) => comment.ticket === ticket);
  return [
    defineOperation({
      operationId: "listComments",
      method: "get",
      path: "/tickets/{ticketId}/comments",
      tag: "Comments",
      summary: "Read the comments on a ticket",
      description: "Lists what was written on a ticket, the oldest first.",
      pathInput: z.strictObject({ ticketId: ticketIdSchema }),
      queryInput: z.strictObject({
        audience: z
          .enum(["internal", "customer"])
          .optional()
          .describe("Only comments for colleagues, or for the customer."),
      }),
      success: {
        status: 200,
        description: "The comments.",
        schema: z.strictObject({ ticket: z.string(), comments: z.array(commentSchema) }),
      },
      refusals: { 404: "There is no such ticket." },
      handle: ({ path, query }) => {
        const ticket = ticketOrNotFound(data, path.ticketId);
        const comments = commentsOf(ticket.id)
          .filter((comment) => query.audience === undefined || comment.audience === query.audience)
          .sort((a, b) => a.writtenAt.localeCompare(b.writtenAt));
        return { body: { ticket: ticket.id, comments } };
      },
    }),
    defineOperation({
      operationId: "addComment",
      method: "post",
      path: "/tickets/{ticketId}/comments",
      tag: "Comments",
      summary: "Comment on a ticket",
      description:
        "Adds a comment for colleagues, or for the customer as well. Comments cannot be changed later.",
      idempotent: true,
      pathInput: z.strictObject({ ticketId: ticketIdSchema }),
      headerInput: z.strictObject(actingForHeader),
      bodyInput: newCommentSchema,
      bodyExamples: {
        internal: {
          summary: "For colleagues",
          value: { text: "Called the customer, no answer. Again at 16:00." },
        },
      },
      success: { status: 201, description: "The comment as it was stored.", schema: commentSchema },
      refusals: { 404: "There is no such ticket.", 409: "The ticket is closed." },
      handle: ({ path, body, headers }) => {
        const ticket = ticketOrNotFound(data, path.ticketId);
        if (ticket.status === "closed") throw new Problem(409, `${ticket.id} is closed.`);
        const now = context.now();
        const comment: TicketComment = {
          id: `${ticket.id}-c${commentsOf(ticket.id).length + 1}`,
          ticket: ticket.id,
          text: body.text,
          audience: body.audience,
          author: headers["X-On-Behalf-Of"] ?? "unknown",
          writtenAt: now,
        };
        data.comments.put(comment);
        data.tickets.put({ ...ticket, updatedAt: now, version: ticket.version + 1 });
        return { body: comment };
      },
    }),
  ];
}
