import { z } from "zod";
import { alarmCodes, type ElementKind, elementKindNames } from "#demo/company/alarm-codes.ts";
import { type DutyAreaSlug, dutyAreas } from "#demo/company/network-sites.ts";

const nonEmpty = <T>(items: readonly T[]): [T, ...T[]] => {
  const [first, ...rest] = items;
  if (first === undefined) throw new Error("An empty list has no schema");
  return [first, ...rest];
};

// A format alone reads better in a tool's schema than the long pattern that zod would write.
const momentText = z.string().meta({ format: "date-time" });
const dayText = z.string().meta({ format: "date" });
const mailText = z.string().meta({ format: "email" });

export const siteIdSchema = z
  .string()
  .regex(/^[A-Z]{3}-\d{2}$/, "A site is three letters, a hyphen and two digits, such as BRG-07.")
  .describe("Site: area code and number.")
  .meta({ examples: ["BRG-07"] });

export const elementIdSchema = z
  .string()
  .regex(/^[A-Z]{3}-\d{2}-[A-Z]{3}-\d$/, "An element is a site, a kind and a number, such as BRG-07-OLT-1.")
  .describe("Network element: site, kind and number.")
  .meta({ examples: ["BRG-07-OLT-1"] });

export const alarmIdSchema = z
  .string()
  .regex(/^A-\d{5}$/, "An alarm is A- and five digits, such as A-88120.")
  .describe("Alarm number.")
  .meta({ examples: ["A-88120"] });

export const alarmCodeSchema = z
  .enum(nonEmpty(alarmCodes.map((alarm) => alarm.code)))
  .describe("Alarm code, such as LOS-4417 for loss of signal.");

export const elementKindSchema = z
  .enum(nonEmpty(Object.keys(elementKindNames) as ElementKind[]))
  .describe(
    "Kind of element: olt is an optical line terminal, wdm a wavelength multiplexer, gnb a 5G base station.",
  );

export const dutyAreaSchema = z
  .enum(nonEmpty(dutyAreas.map((area): DutyAreaSlug => area.slug)))
  .describe("Area that one engineer on call looks after.");

export const severitySchema = z
  .enum(["critical", "major", "minor", "warning"])
  .describe("How serious, the worst first.");

export const alarmStateSchema = z
  .enum(["active", "acknowledged", "cleared"])
  .describe("active: nobody looks at it yet; acknowledged: somebody does; cleared: over.");

export const elementSchema = z.strictObject({
  id: elementIdSchema,
  site: siteIdSchema,
  place: z.string(),
  kind: elementKindSchema,
  kindName: z.string(),
  vendor: z.string(),
  model: z.string(),
  software: z.string(),
  installedOn: dayText,
  ports: z.int(),
  customers: z.int().describe("Customers served through it."),
  state: z.enum(["in-service", "maintenance", "out-of-service"]),
  dutyArea: dutyAreaSchema,
});
export type NetworkElement = z.infer<typeof elementSchema>;

export const alarmSchema = z.strictObject({
  id: alarmIdSchema,
  code: alarmCodeSchema,
  name: z.string(),
  severity: severitySchema,
  state: alarmStateSchema,
  site: siteIdSchema,
  element: elementIdSchema,
  port: z.string().nullable(),
  customersAffected: z.int(),
  raisedAt: momentText,
  acknowledgedAt: momentText.nullable(),
  acknowledgedBy: mailText.nullable(),
  clearedAt: momentText.nullable(),
  note: z.string().nullable(),
});
export type NetworkAlarm = z.infer<typeof alarmSchema>;

export const alarmDetailSchema = alarmSchema.extend({
  meaning: z.string(),
  effect: z.string(),
  usualCause: z.string(),
  firstChecks: z.array(z.string()),
  runbook: z.string().describe("Title of the runbook."),
  acknowledgeBy: momentText,
  escalateAt: momentText,
  ticketPriority: z.enum(["P1", "P2", "P3", "P4"]).describe("Priority that its ticket gets."),
  dutyArea: dutyAreaSchema,
});

export const plannedWorkSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  sites: z.array(siteIdSchema),
  startsAt: momentText,
  endsAt: momentText,
  state: z.enum(["planned", "in-progress", "done", "cancelled"]),
  effect: z.enum(["none", "at-risk", "outage"]).describe("What customers notice."),
  customersAffected: z.int(),
  coordinator: mailText,
});
export type PlannedWork = z.infer<typeof plannedWorkSchema>;

const contactSchema = z.strictObject({
  name: z.string(),
  email: mailText,
  extension: z.string(),
  jobTitle: z.string(),
});

export const onCallSchema = z.strictObject({
  dutyArea: dutyAreaSchema,
  dutyAreaName: z.string(),
  from: momentText,
  until: momentText,
  primary: contactSchema.describe("Call first."),
  backup: contactSchema.describe("Call when the first does not answer within 10 minutes."),
  dutyManager: contactSchema.describe("Call to escalate."),
});
export type OnCall = z.infer<typeof onCallSchema>;
