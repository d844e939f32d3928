import { z } from "zod";
import { ticketCategories, ticketPriorities, ticketStatuses } from "#demo/company/facts.ts";
import { teams } from "#demo/company/organisation.ts";
import { staffEmailSchema } from "../http/fields.ts";
import { alarmCodeSchema, elementIdSchema, siteIdSchema } from "../network/schema.ts";

const [firstCategory, ...otherCategories] = ticketCategories.map((category) => category.code);
const [firstPriority, ...otherPriorities] = ticketPriorities.map((priority) => priority.code);
const [firstTeam, ...otherTeams] = teams.map((team) => team.slug);
if (firstCategory === undefined || firstPriority === undefined || firstTeam === undefined) {
  throw new Error("The facts lack categories, priorities or teams");
}

export const categorySchema = z
  .enum([firstCategory, ...otherCategories])
  .describe("What the ticket is about. network-alarm is for faults that an alarm reported.");

export const prioritySchema = z
  .enum([firstPriority, ...otherPriorities])
  .describe(
    "P1: down for many; P2: down for a business or several households; P3: impaired, or one household; P4: a question.",
  );

export const statusSchema = z.enum([...ticketStatuses]).describe("Where the ticket stands.");

export const ticketTeamSchema = z.enum([firstTeam, ...otherTeams]).describe("Team that works on the ticket.");

// People type the number alone as often as the whole of it.
export const ticketIdSchema = z
  .string()
  .regex(/^(T-)?\d{4,6}$/i, "A ticket is T- and four to six digits, such as T-4712.")
  .describe("Ticket number; T- may be left out.")
  .meta({ examples: ["T-4712"] });

/** `4712` and `t-4712` are `T-4712`. */
export function fullTicketId(id: string): string {
  return `T-${id.replace(/^T-/i, "")}`;
}

const customerNumberSchema = z
  .string()
  .regex(/^C-\d{6}$/, "A customer number is C- and six digits.")
  .describe("Customer number.")
  .meta({ examples: ["C-204417"] });

const byCustomer = z
  .strictObject({
    kind: z.literal("customer"),
    customerNumber: customerNumberSchema,
    name: z.string().min(2).max(80).describe("Name of the customer."),
    contact: z
      .strictObject({
        phone: z.string().max(30).optional(),
        email: z.email("This is not an e-mail address.").optional(),
        language: z.enum(["en", "pt"]).default("en"),
      })
      .optional()
      .describe("How to reach the customer."),
  })
  .meta({ id: "ReportedByCustomer", title: "A customer" });

const byEmployee = z
  .strictObject({ kind: z.literal("employee"), email: staffEmailSchema })
  .meta({ id: "ReportedByEmployee", title: "A colleague" });

const byAlarm = z
  .strictObject({ kind: z.literal("alarm"), element: elementIdSchema, code: alarmCodeSchema })
  .meta({ id: "ReportedByAlarm", title: "An alarm" });

export const reporterSchema = z
  .discriminatedUnion("kind", [byCustomer, byEmployee, byAlarm])
  .describe("Who or what reported it.");

const ticketFields = {
  title: z
    .string()
    .trim()
    .min(5, "Use at least 5 characters.")
    .max(140)
    .describe("What is wrong, in a few words."),
  description: z.string().max(4_000).describe("What happened, since when, what was tried."),
  category: categorySchema,
  priority: prioritySchema,
  site: siteIdSchema.nullable(),
  alarmCode: alarmCodeSchema.nullable(),
  tags: z.array(z.string().min(2).max(30)).max(10).describe("Words to find it by."),
};

export const ticketSchema = z
  .strictObject({
    id: z.string().describe("Ticket number."),
    ...ticketFields,
    status: statusSchema,
    team: ticketTeamSchema,
    assignee: z.string().nullable().describe("E-mail address of the person who works on it."),
    reportedBy: z
      .discriminatedUnion("kind", [
        byCustomer.extend({ contact: byCustomer.shape.contact.unwrap().nullable() }).meta({ id: "Customer" }),
        z.strictObject({ kind: z.literal("employee"), email: z.string() }).meta({ id: "Employee" }),
        byAlarm.meta({ id: "Alarm" }),
      ])
      .nullable(),
    watchers: z.array(z.string()).describe("E-mail addresses that get a message about each change."),
    openedAt: z.iso.datetime(),
    openedFor: z.string().nullable().describe("On whose behalf a program opened it."),
    updatedAt: z.iso.datetime(),
    respondBy: z.iso.datetime().describe("By when somebody must answer."),
    resolveBy: z.iso.datetime().describe("By when it must be solved."),
    resolvedAt: z.iso.datetime().nullable(),
    version: z.int().describe("Grows with each change."),
  })
  .meta({ id: "Ticket" });
export type Ticket = z.infer<typeof ticketSchema>;

export const newTicketSchema = z
  .strictObject({
    title: ticketFields.title.meta({ examples: ["No light on BRG-07-OLT-1 port 1/1/4"] }),
    description: ticketFields.description.default(""),
    category: ticketFields.category,
    priority: ticketFields.priority.default("P3"),
    site: siteIdSchema.optional().describe("Site the ticket is about."),
    alarmCode: alarmCodeSchema.optional().describe("Alarm code the ticket is about."),
    reportedBy: reporterSchema.optional(),
    team: ticketTeamSchema.optional().describe("Team that works on it; by category when left out."),
    tags: ticketFields.tags.default([]),
    watchers: z.array(staffEmailSchema).max(20).default([]).describe("Who gets a message about each change."),
    resolveBy: z.iso
      .date("This is not a day; write it like 2026-03-02.")
      .optional()
      .describe("Day by which it must be solved, when earlier than the priority says."),
  })
  .meta({ id: "NewTicket" });

export const ticketChangeSchema = z
  .strictObject({
    status: statusSchema.optional(),
    priority: prioritySchema.optional(),
    title: ticketFields.title.optional(),
    team: ticketTeamSchema.optional(),
    assignee: staffEmailSchema.nullable().optional().describe("Who works on it; null for nobody."),
    tags: ticketFields.tags.optional(),
    reason: z.string().max(300).optional().describe("Why it changes; stored as an internal comment."),
  })
  .refine(
    (change) => Object.keys(change).some((key) => key !== "reason"),
    "Name at least one value to change.",
  )
  .meta({ id: "TicketChange" });

export const commentSchema = z
  .strictObject({
    id: z.string(),
    ticket: z.string(),
    text: z.string(),
    audience: z.enum(["internal", "customer"]),
    author: z.string(),
    writtenAt: z.iso.datetime(),
  })
  .meta({ id: "Comment" });
export type TicketComment = z.infer<typeof commentSchema>;

export const newCommentSchema = z
  .strictObject({
    text: z.string().trim().min(1, "Write something.").max(4_000).describe("What to add."),
    audience: z
      .enum(["internal", "customer"])
      .default("internal")
      .describe("customer: it is also sent to the customer."),
  })
  .meta({ id: "NewComment" });
