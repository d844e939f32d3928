import { type AlarmCode, alarmCodes } from "#demo/company/alarm-codes.ts";
import { addDays, addMinutes, momentAt } from "#demo/company/days.ts";
import { incidents } from "#demo/company/incidents.ts";
import { plantedAlarms } from "#demo/company/network-sites.ts";
import { personById } from "#demo/company/organisation.ts";
import { seededRandom } from "#demo/company/seeded-random.ts";
import type { NetworkAlarm, NetworkElement } from "./schema.ts";

const watchers = ["raul-quintela", "callum-ridley", "samira-haddad"] as const;
const plantedSites = new Set(plantedAlarms.map((alarm) => alarm.element.slice(0, 6)));

// Fixed, so that documents and tests can name the alarms of the day.
const firstPlantedNumber = 88_120;

type Draft = Omit<NetworkAlarm, "id" | "name" | "severity" | "site">;

function alarmCode(code: string): AlarmCode {
  const found = alarmCodes.find((alarm) => alarm.code === code);
  if (found === undefined) throw new Error(`No alarm has the code ${code}`);
  return found;
}

/** Alarms of the last 90 days and those that are up at the moment of seeding. */
export function makeAlarms(
  elements: readonly NetworkElement[],
  day: string,
  seededAt: string,
): readonly NetworkAlarm[] {
  const random = seededRandom("northmere-alarms");
  const watcher = () => personById(random.pick(watchers)).email;
  const drafts: Draft[] = [];

  function draft(element: NetworkElement, code: AlarmCode, raisedAt: string): Draft {
    return {
      code: code.code,
      state: "active",
      element: element.id,
      port: element.ports > 1 && element.kind !== "power" ? `1/1/${random.between(1, element.ports)}` : null,
      customersAffected: code.severity === "critical" ? Math.round(element.customers * random.next()) : 0,
      raisedAt,
      acknowledgedAt: null,
      acknowledgedBy: null,
      clearedAt: null,
      note: null,
    };
  }

  function cleared(open: Draft, afterMinutes: number, note: string | null): Draft {
    const acknowledgedAt = addMinutes(open.raisedAt, random.between(1, Math.min(25, afterMinutes)));
    return {
      ...open,
      state: "cleared",
      acknowledgedAt,
      acknowledgedBy: watcher(),
      clearedAt: addMinutes(open.raisedAt, afterMinutes),
      note,
    };
  }

  const likely = alarmCodes.map((code) => {
    const weight = { critical: 1, major: 3, minor: 5, warning: 6 }[code.severity];
    return [code, weight] as const;
  });
  for (let daysAgo = 90; daysAgo >= 1; daysAgo -= 1) {
    for (let count = random.between(6, 14); count > 0; count -= 1) {
      const code = random.weighted(likely);
      const element = random.pick(elements.filter((candidate) => code.raisedBy.includes(candidate.kind)));
      const clock = `${String(random.between(0, 23)).padStart(2, "0")}:${String(random.between(0, 59)).padStart(2, "0")}`;
      const open = draft(element, code, momentAt(addDays(day, -daysAgo), clock));
      const stillUp = daysAgo <= 3 && !plantedSites.has(element.site) && random.chance(0.4);
      if (!stillUp) drafts.push(cleared(open, random.between(4, Math.min(900, daysAgo * 700)), null));
      else if (random.chance(0.6)) {
        const acknowledgedAt = addMinutes(open.raisedAt, random.between(2, 40));
        drafts.push({ ...open, state: "acknowledged", acknowledgedAt, acknowledgedBy: watcher() });
      } else drafts.push(open);
    }
  }

  for (const incident of incidents) {
    const startedAt = momentAt(addDays(day, -incident.daysAgo), incident.startedAt);
    for (const site of incident.sites) {
      for (const code of incident.alarmCodes.map(alarmCode)) {
        const element = elements.find(
          (candidate) => candidate.site === site && code.raisedBy.includes(candidate.kind),
        );
        if (element === undefined) continue;
        const open = draft(element, code, addMinutes(startedAt, random.between(0, 6)));
        const share = Math.round(incident.customersAffected / incident.sites.length);
        drafts.push(
          cleared({ ...open, customersAffected: share }, incident.minutes - 6, `Part of ${incident.id}.`),
        );
      }
    }
  }

  const named = (alarm: Draft, number: number): NetworkAlarm => {
    const { name, severity } = alarmCode(alarm.code);
    return { id: `A-${number}`, name, severity, site: alarm.element.slice(0, 6), ...alarm };
  };
  const history = drafts
    .sort((a, b) => a.raisedAt.localeCompare(b.raisedAt))
    .map((alarm, index) => named(alarm, 86_500 + index));

  const today = plantedAlarms.map((alarm, index) => {
    const element = elements.find((candidate) => candidate.id === alarm.element);
    if (element === undefined) throw new Error(`The inventory lacks ${alarm.element}`);
    const raisedAt = addMinutes(seededAt, -alarm.minutesAgo);
    const isAcknowledged = alarm.state === "acknowledged";
    const open = {
      ...draft(element, alarmCode(alarm.code), raisedAt),
      port: alarm.port,
      customersAffected: alarm.customersAffected,
      state: alarm.state,
      acknowledgedAt: isAcknowledged ? addMinutes(raisedAt, 4) : null,
      acknowledgedBy: isAcknowledged ? personById("raul-quintela").email : null,
    };
    return named(open, firstPlantedNumber + index);
  });
  return [...history, ...today];
}
