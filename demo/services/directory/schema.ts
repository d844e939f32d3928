import { z } from "zod";
import { leaveKinds } from "#demo/company/facts.ts";
import { type DomainSlug, domains, type OfficeSlug, offices, teams } from "#demo/company/organisation.ts";
import { daySchema, staffEmailSchema } from "../http/fields.ts";

const slugs = <T extends string>(items: readonly { readonly slug: T }[]): [T, ...T[]] => {
  const [first, ...rest] = items.map((item) => item.slug);
  if (first === undefined) throw new Error("An empty list has no schema");
  return [first, ...rest];
};

export const domainSchema = z
  .enum<[DomainSlug, ...DomainSlug[]]>(slugs(domains))
  .describe("Business domain.");
export const teamSchema = z.enum(slugs(teams)).describe("Team.");
export const officeSchema = z.enum<[OfficeSlug, ...OfficeSlug[]]>(slugs(offices)).describe("Office.");

export const personKeySchema = z
  .string()
  .min(2)
  .max(80)
  .describe("E-mail address, staff number (N0123), or full name of the person.")
  .meta({ examples: ["amelia.hart@northmere.example"] });

const contactSchema = z
  .strictObject({ name: z.string(), email: z.string(), jobTitle: z.string() })
  .meta({ id: "Contact" });

export const personSchema = z
  .strictObject({
    staffNumber: z.string(),
    name: z.string(),
    email: z.string().meta({ format: "email" }),
    jobTitle: z.string(),
    team: z.strictObject({ slug: z.string(), name: z.string(), channel: z.string() }),
    domain: z.strictObject({ slug: z.string(), name: z.string() }),
    office: z.strictObject({ slug: officeSchema, name: z.string(), timeZone: z.string() }),
    extension: z.string().describe("Internal telephone number."),
    manager: contactSchema.nullable().describe("Null for the managing director."),
    joinedOn: z.iso.date(),
    leftOn: z.iso.date().nullable().describe("Last working day of somebody who left."),
  })
  .meta({ id: "Person" });

export const teamDetailSchema = z
  .strictObject({
    slug: z.string(),
    name: z.string(),
    domain: z.string(),
    purpose: z.string(),
    channel: z.string(),
    lead: contactSchema,
    people: z.int().describe("Number of people who work there now."),
  })
  .meta({ id: "Team" });

export const leaveKindSchema = z
  .enum([...leaveKinds])
  .describe("Kind of leave; annual is the ordinary holiday.");

export const leaveStatusSchema = z
  .enum(["requested", "approved", "declined", "cancelled"])
  .describe("Where the request stands.");

export const leaveRequestSchema = z
  .strictObject({
    id: z.string(),
    person: z.string().describe("E-mail address of the person who is away."),
    kind: leaveKindSchema,
    firstDay: z.iso.date(),
    lastDay: z.iso.date(),
    halfDay: z.enum(["morning", "afternoon"]).nullable(),
    workingDays: z.number().describe("Days that count, without weekends and public holidays."),
    status: leaveStatusSchema,
    note: z.string().nullable(),
    cover: z.string().nullable().describe("E-mail address of the colleague who stands in."),
    approver: z.string().describe("E-mail address of the manager who decides."),
    requestedAt: z.iso.datetime(),
    decidedAt: z.iso.datetime().nullable(),
    decisionReason: z.string().nullable(),
  })
  .meta({ id: "LeaveRequest" });
export type LeaveRequest = z.infer<typeof leaveRequestSchema>;

export const newLeaveRequestSchema = z
  .strictObject({
    person: staffEmailSchema.describe("E-mail address of the person who will be away."),
    kind: leaveKindSchema.default("annual"),
    firstDay: daySchema.describe("First day away."),
    lastDay: daySchema.describe("Last day away; the same as the first for one day."),
    halfDay: z
      .enum(["morning", "afternoon"])
      .optional()
      .describe("Only half of the day; first and last day are then the same."),
    note: z.string().max(500).optional().describe("What the manager should know."),
    cover: staffEmailSchema.optional().describe("E-mail address of the colleague who stands in."),
  })
  .meta({ id: "NewLeaveRequest" });

export const leaveDecisionSchema = z
  .strictObject({
    decision: z.enum(["approved", "declined"]).describe("What the manager decides."),
    decidedBy: staffEmailSchema.describe("E-mail address of the manager."),
    reason: z.string().max(300).optional().describe("Needed when declined."),
  })
  .meta({ id: "LeaveDecision" });

export const leaveBalanceSchema = z
  .strictObject({
    person: z.strictObject({ name: z.string(), email: z.string(), office: z.string() }),
    year: z.int(),
    asOf: z.iso.date(),
    annual: z.strictObject({
      entitled: z.number().describe("Days a year, with those for length of service."),
      carriedOver: z.number().describe("Days left from the year before."),
      carriedOverUntil: z.iso.date(),
      taken: z.number().describe("Approved days that are over."),
      booked: z.number().describe("Approved days still to come."),
      requested: z.number().describe("Days that wait for a decision."),
      left: z.number().describe("Days that can still be asked for."),
    }),
    otherKinds: z.array(
      z.strictObject({ kind: leaveKindSchema, daysTaken: z.number(), daysAllowed: z.number().nullable() }),
    ),
    publicHolidaysLeft: z.int().describe("Public holidays of the office still to come this year."),
  })
  .meta({ id: "LeaveBalance" });
