import { addDays, addMinutes, momentAt } from "#demo/company/days.ts";
import { plantedAlarms } from "#demo/company/network-sites.ts";
import { personById } from "#demo/company/organisation.ts";
import { seededRandom } from "#demo/company/seeded-random.ts";
import { sites } from "./inventory.ts";
import type { PlannedWork } from "./schema.ts";

type Work = Omit<PlannedWork, "state"> & { readonly isCancelled: boolean };

const kinds = [
  { title: "Software update of the optical line terminals", effect: "outage", hours: 2, clock: "02:00" },
  { title: "Battery replacement", effect: "at-risk", hours: 4, clock: "10:00" },
  { title: "Splicing works on the ring cable", effect: "at-risk", hours: 6, clock: "09:00" },
  { title: "Router software update", effect: "outage", hours: 1, clock: "03:00" },
  { title: "Filter change of the cooling units", effect: "none", hours: 2, clock: "11:00" },
  { title: "Antenna alignment", effect: "at-risk", hours: 5, clock: "13:00" },
  { title: "Card replacement in the multiplexer", effect: "outage", hours: 3, clock: "01:00" },
] as const;

const coordinators = ["ivy-cranmer", "duarte-seixas", "hannah-greaves"] as const;
const sitesWithAlarms = new Set(plantedAlarms.map((alarm) => alarm.element.slice(0, 6)));

/** Planned works from four weeks before `day` to six weeks after it. */
export function makePlannedWorks(day: string): readonly Work[] {
  const random = seededRandom("northmere-works");
  const works: Work[] = [];
  for (let offset = -28; offset <= 42; offset += 1) {
    for (let count = random.between(1, 3); count > 0; count -= 1) {
      const kind = random.pick(kinds);
      const first = random.between(0, sites.length - 1);
      const near = sites.slice(first, first + random.between(1, 3)).map((site) => site.id);
      // What is wrong at these sites today must not look like announced works.
      const affected = Math.abs(offset) <= 1 ? near.filter((site) => !sitesWithAlarms.has(site)) : near;
      if (affected.length === 0) continue;
      const startsAt = momentAt(addDays(day, offset), kind.clock);
      works.push({
        id: `PW-${1200 + works.length}`,
        title: kind.title,
        description: `${kind.title} at ${affected.join(", ")}. ${
          kind.effect === "none" ? "Customers notice nothing." : "Customers were told by text message."
        }`,
        sites: affected,
        startsAt,
        endsAt: addMinutes(startsAt, kind.hours * 60),
        effect: kind.effect,
        customersAffected: kind.effect === "none" ? 0 : random.between(40, 900) * affected.length,
        coordinator: personById(random.pick(coordinators)).email,
        isCancelled: random.chance(0.05),
      });
    }
  }
  const startsAt = momentAt(addDays(day, 3), "02:00");
  works.push({
    id: `PW-${1200 + works.length}`,
    title: "Second path moved out of the shared duct",
    description: "Follow-up of INC-2044: the ring's second path gets a duct of its own.",
    sites: ["BRG-05", "BRG-06", "BRG-07", "BRG-08"],
    startsAt,
    endsAt: addMinutes(startsAt, 180),
    effect: "at-risk",
    customersAffected: 1840,
    coordinator: personById("ivy-cranmer").email,
    isCancelled: false,
  });
  return works.sort((a, b) => a.startsAt.localeCompare(b.startsAt));
}

/** A work as it stands at a moment. */
export function workAt(work: Work, now: string): PlannedWork {
  const { isCancelled, ...rest } = work;
  if (isCancelled) return { ...rest, state: "cancelled" };
  if (now < work.startsAt) return { ...rest, state: "planned" };
  return { ...rest, state: now < work.endsAt ? "in-progress" : "done" };
}
