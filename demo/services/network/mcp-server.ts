import { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { dutyAreas } from "#demo/company/network-sites.ts";
import { actingPersonSchema } from "../http/fields.ts";
import type { ServiceContext } from "../service-context.ts";
import { sites } from "./inventory.ts";
import { describeAlarm, type NetworkData } from "./network-data.ts";
import { onCallFor } from "./on-call.ts";
import { workAt } from "./planned-works.ts";
import {
  alarmCodeSchema,
  alarmDetailSchema,
  alarmIdSchema,
  alarmStateSchema,
  dutyAreaSchema,
  elementIdSchema,
  elementKindSchema,
  elementSchema,
  type NetworkAlarm,
  onCallSchema,
  plannedWorkSchema,
  severitySchema,
  siteIdSchema,
} from "./schema.ts";

import { registerSpareParts } from "./spare-parts.ts";

type ToolAnswer = {
  content: { type: "text"; text: string }[];
  structuredContent?: { [key: string]: unknown };
  isError?: boolean;
};

function found(value: { [key: string]: unknown }): ToolAnswer {
  return { content: [{ type: "text", text: JSON.stringify(value) }], structuredContent: value };
}

function refused(reason: string): ToolAnswer {
  return { content: [{ type: "text", text: reason }], isError: true };
}

const reads = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

const limitSchema = z.int().min(1).max(100).default(20).describe("How many to return at most.");
const momentSchema = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)), "Not a moment; write it like 2026-03-02T08:00:00Z.")
  .meta({ format: "date-time" });

const totalSchema = z.int().describe("How many match in all.");

function registerInventory(server: McpServer, data: NetworkData): void {
  server.registerTool(
    "find_network_elements",
    {
      title: "Find network elements",
      description:
        "Lists routers, switches, optical line terminals, base stations and other equipment, by site, kind, vendor or state. Use it to see what stands at a site.",
      inputSchema: z.strictObject({
        site: siteIdSchema.optional(),
        kind: elementKindSchema.optional(),
        vendor: z.string().min(2).optional().describe("Name of the maker, such as Halden."),
        state: z.enum(["in-service", "maintenance", "out-of-service"]).optional(),
        dutyArea: dutyAreaSchema.optional(),
        limit: limitSchema,
      }),
      outputSchema: z.strictObject({ total: totalSchema, elements: z.array(elementSchema) }),
      annotations: { title: "Find network elements", ...reads },
    },
    ({ site, kind, vendor, state, dutyArea, limit }) => {
      if (site !== undefined && !sites.some((candidate) => candidate.id === site)) {
        return refused(`There is no site ${site}.`);
      }
      const matches = data.elements.filter(
        (element) =>
          (site === undefined || element.site === site) &&
          (kind === undefined || element.kind === kind) &&
          (vendor === undefined || element.vendor.toLowerCase().includes(vendor.toLowerCase())) &&
          (state === undefined || element.state === state) &&
          (dutyArea === undefined || element.dutyArea === dutyArea),
      );
      return found({ total: matches.length, elements: matches.slice(0, limit) });
    },
  );

  server.registerTool(
    "get_network_element",
    {
      title: "Get a network element",
      description:
        "Shows one piece of equipment: make, software, state, customers served, and its open alarms.",
      inputSchema: z.strictObject({ element: elementIdSchema }),
      outputSchema: z.strictObject({ element: elementSchema, openAlarms: z.array(alarmDetailSchema) }),
      annotations: { title: "Get a network element", ...reads },
    },
    ({ element: id }) => {
      const element = data.elementById.get(id);
      if (element === undefined) return refused(`There is no network element ${id}.`);
      const open = data.alarms.list().filter((alarm) => alarm.element === id && alarm.state !== "cleared");
      return found({ element, openAlarms: open.map((alarm) => describeAlarm(data, alarm)) });
    },
  );
}

const severities = severitySchema.options;

function worstFirst(a: NetworkAlarm, b: NetworkAlarm): number {
  const bySeverity = severities.indexOf(a.severity) - severities.indexOf(b.severity);
  return bySeverity === 0 ? b.raisedAt.localeCompare(a.raisedAt) : bySeverity;
}

function registerAlarms(server: McpServer, data: NetworkData, context: ServiceContext): void {
  server.registerTool(
    "list_alarms",
    {
      title: "List alarms",
      description:
        "Lists network alarms with their meaning, the worst and newest first. Without a state it lists those that are not over (active and acknowledged). Use it to see what is wrong at a site, or where a code such as LOS-4417 is up.",
      inputSchema: z.strictObject({
        site: siteIdSchema.optional(),
        element: elementIdSchema.optional(),
        code: alarmCodeSchema.optional(),
        severity: severitySchema.optional(),
        state: alarmStateSchema.optional(),
        dutyArea: dutyAreaSchema.optional(),
        raisedAfter: momentSchema.optional().describe("Only alarms raised after this moment."),
        limit: limitSchema,
      }),
      outputSchema: z.strictObject({ total: totalSchema, alarms: z.array(alarmDetailSchema) }),
      annotations: { title: "List alarms", ...reads },
    },
    ({ site, element, code, severity, state, dutyArea, raisedAfter, limit }) => {
      const after = raisedAfter === undefined ? "" : new Date(raisedAfter).toISOString();
      const matches = data.alarms
        .list()
        .filter(
          (alarm) =>
            (state === undefined ? alarm.state !== "cleared" : alarm.state === state) &&
            (site === undefined || alarm.site === site) &&
            (element === undefined || alarm.element === element) &&
            (code === undefined || alarm.code === code) &&
            (severity === undefined || alarm.severity === severity) &&
            (dutyArea === undefined || data.elementById.get(alarm.element)?.dutyArea === dutyArea) &&
            alarm.raisedAt > after,
        )
        .sort(worstFirst);
      return found({
        total: matches.length,
        alarms: matches.slice(0, limit).map((alarm) => describeAlarm(data, alarm)),
      });
    },
  );

  server.registerTool(
    "get_alarm",
    {
      title: "Get an alarm",
      description:
        "Shows one alarm: what it means, its usual cause, first checks, runbook, and by when to act.",
      inputSchema: z.strictObject({ alarm: alarmIdSchema }),
      outputSchema: z.strictObject({ alarm: alarmDetailSchema }),
      annotations: { title: "Get an alarm", ...reads },
    },
    ({ alarm: id }) => {
      const alarm = data.alarms.get(id);
      return alarm === undefined
        ? refused(`There is no alarm ${id}.`)
        : found({ alarm: describeAlarm(data, alarm) });
    },
  );

  server.registerTool(
    "acknowledge_alarm",
    {
      title: "Acknowledge an alarm",
      description:
        "Records that somebody looks at an alarm, so that it is not escalated. It does not mend or clear anything. Doing it twice changes nothing.",
      inputSchema: z.strictObject({
        alarm: alarmIdSchema,
        acknowledgedBy: actingPersonSchema.describe("E-mail address of the person who looks at it."),
        note: z.string().max(500).optional().describe("What is being done."),
      }),
      outputSchema: z.strictObject({ alarm: alarmDetailSchema }),
      annotations: {
        title: "Acknowledge an alarm",
        readOnlyHint: false,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    ({ alarm: id, acknowledgedBy, note }) => {
      const alarm = data.alarms.get(id);
      if (alarm === undefined) return refused(`There is no alarm ${id}.`);
      if (alarm.state === "cleared") return refused(`Alarm ${id} is over; there is nothing to acknowledge.`);
      if (alarm.state === "acknowledged") return found({ alarm: describeAlarm(data, alarm) });
      const acknowledged: NetworkAlarm = {
        ...alarm,
        state: "acknowledged",
        acknowledgedBy,
        acknowledgedAt: context.now(),
        note: note ?? alarm.note,
      };
      context.store.together(() => data.alarms.put(acknowledged));
      return found({ alarm: describeAlarm(data, acknowledged) });
    },
  );
}

function registerPeopleAndWorks(server: McpServer, data: NetworkData, context: ServiceContext): void {
  server.registerTool(
    "list_planned_works",
    {
      title: "List planned works",
      description:
        "Lists announced works on the network, in the order in which they start. Without days it lists those that run now or start within seven days. Look here before treating an alarm as a fault.",
      inputSchema: z.strictObject({
        site: siteIdSchema.optional(),
        from: z
          .string()
          .regex(/^\d{4}-\d{2}-\d{2}$/)
          .optional()
          .describe("First day.")
          .meta({ format: "date" }),
        to: z
          .string()
          .regex(/^\d{4}-\d{2}-\d{2}$/)
          .optional()
          .describe("Last day.")
          .meta({ format: "date" }),
        effect: z.enum(["none", "at-risk", "outage"]).optional().describe("What customers notice."),
        limit: limitSchema,
      }),
      outputSchema: z.strictObject({ total: totalSchema, works: z.array(plannedWorkSchema) }),
      annotations: { title: "List planned works", ...reads },
    },
    ({ site, from, to, effect, limit }) => {
      const now = context.now();
      const start = from === undefined ? now : `${from}T00:00:00.000Z`;
      const weekLater = new Date(Date.parse(start) + 7 * 86_400_000).toISOString();
      const end = to === undefined ? weekLater : `${to}T23:59:59.999Z`;
      const matches = data.works.filter(
        (work) =>
          (site === undefined || work.sites.includes(site)) &&
          (effect === undefined || work.effect === effect) &&
          work.endsAt >= start &&
          work.startsAt <= end,
      );
      return found({
        total: matches.length,
        works: matches.slice(0, limit).map((work) => workAt(work, now)),
      });
    },
  );

  server.registerTool(
    "who_is_on_call",
    {
      title: "Who is on call",
      description:
        "Names the engineer on call, the backup and the duty manager, with extensions. Give a site such as BRG-07, or a duty area; without either it lists all areas.",
      inputSchema: z.strictObject({
        site: siteIdSchema.optional(),
        dutyArea: dutyAreaSchema.optional(),
        at: momentSchema.optional().describe("Moment asked about; now when left out."),
      }),
      outputSchema: z.strictObject({
        at: z.string().meta({ format: "date-time" }),
        onCall: z.array(onCallSchema),
      }),
      annotations: { title: "Who is on call", ...reads },
    },
    ({ site: siteId, dutyArea, at }) => {
      const moment = at === undefined ? context.now() : new Date(at).toISOString();
      const site = sites.find((candidate) => candidate.id === siteId);
      if (siteId !== undefined && site === undefined) return refused(`There is no site ${siteId}.`);
      const asked = site?.dutyArea ?? dutyArea;
      const areas = dutyAreas.filter((area) => asked === undefined || area.slug === asked);
      return found({ at: moment, onCall: areas.map((area) => onCallFor(area.slug, moment)) });
    },
  );
}

/** A server instance for one request; all instances share the same data. */
export function makeNetworkServer(data: NetworkData, context: ServiceContext): McpServer {
  const server = new McpServer(
    { name: "northmere-network", title: "Northmere network", version: "3.1.0" },
    {
      instructions:
        "Equipment, alarms, planned works and the on-call rota of Northmere's network. Sites are named like BRG-07, elements like BRG-07-OLT-1.",
    },
  );
  registerInventory(server, data);
  registerAlarms(server, data, context);
  registerPeopleAndWorks(server, data, context);
  registerSpareParts(server);
  return server;
}
