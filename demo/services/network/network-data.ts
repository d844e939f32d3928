import type { z } from "zod";
import { alarmCodes } from "#demo/company/alarm-codes.ts";
import { addMinutes } from "#demo/company/days.ts";
import { priorityOfSeverity } from "#demo/company/facts.ts";
import type { ServiceContext } from "../service-context.ts";
import type { Collection } from "../store/store.ts";
import { makeInventory } from "./inventory.ts";
import { makePlannedWorks } from "./planned-works.ts";
import type { alarmDetailSchema, NetworkAlarm, NetworkElement } from "./schema.ts";
import { makeAlarms } from "./seed-alarms.ts";

export type NetworkData = {
  readonly elements: readonly NetworkElement[];
  readonly elementById: ReadonlyMap<string, NetworkElement>;
  readonly alarms: Collection<NetworkAlarm>;
  readonly works: ReturnType<typeof makePlannedWorks>;
};

/** Inventory, alarms and planned works. */
export function openNetworkData(context: ServiceContext): NetworkData {
  const elements = makeInventory(context.day);
  return {
    elements,
    elementById: new Map(elements.map((element) => [element.id, element])),
    alarms: context.store.collection("alarms", makeAlarms(elements, context.day, context.seededAt)),
    works: makePlannedWorks(context.day),
  };
}

/** An alarm with what its code means and by when something must happen. */
export function describeAlarm(data: NetworkData, alarm: NetworkAlarm): z.infer<typeof alarmDetailSchema> {
  const code = alarmCodes.find((candidate) => candidate.code === alarm.code);
  const element = data.elementById.get(alarm.element);
  if (code === undefined || element === undefined)
    throw new Error(`Alarm ${alarm.id} does not fit the inventory`);
  return {
    ...alarm,
    meaning: code.meaning,
    effect: code.effect,
    usualCause: code.usualCause,
    firstChecks: [...code.firstChecks],
    runbook: `${code.code}: ${code.name}`,
    acknowledgeBy: addMinutes(alarm.raisedAt, code.acknowledgeWithinMinutes),
    escalateAt: addMinutes(alarm.raisedAt, code.escalateAfterMinutes),
    ticketPriority: priorityOfSeverity[alarm.severity],
    dutyArea: element.dutyArea,
  };
}
