import { addDays, dayOf, daysBetween, momentAt, mondayOf } from "#demo/company/days.ts";
import { type DutyAreaSlug, dutyAreas, dutyManagers, handoverHour } from "#demo/company/network-sites.ts";
import { personById } from "#demo/company/organisation.ts";
import type { OnCall } from "./schema.ts";

// Weeks are counted from a Monday, so that the rota never runs out in either direction.
const firstMonday = "2024-01-01";
const handoverClock = `${String(handoverHour).padStart(2, "0")}:00`;

function inTurn(ids: readonly string[], turn: number): OnCall["primary"] {
  const id = ids[((turn % ids.length) + ids.length) % ids.length];
  if (id === undefined) throw new Error("A rota without people");
  const { name, email, extension, jobTitle } = personById(id);
  return { name, email, extension, jobTitle };
}

/** Who is on call for a duty area at a moment. */
export function onCallFor(slug: DutyAreaSlug, at: string): OnCall {
  const area = dutyAreas.find((candidate) => candidate.slug === slug);
  if (area === undefined) throw new Error(`No duty area is called ${slug}`);
  const timeZone = area.country === "PT" ? "Europe/Lisbon" : "Europe/London";
  const thisMonday = mondayOf(dayOf(at, timeZone));
  const isBeforeHandover = at < momentAt(thisMonday, handoverClock, timeZone);
  const monday = isBeforeHandover ? addDays(thisMonday, -7) : thisMonday;
  const week = Math.floor(daysBetween(firstMonday, monday) / 7);
  return {
    dutyArea: slug,
    dutyAreaName: area.name,
    from: momentAt(monday, handoverClock, timeZone),
    until: momentAt(addDays(monday, 7), handoverClock, timeZone),
    primary: inTurn(area.engineers, week),
    backup: inTurn(area.engineers, week + 1),
    dutyManager: inTurn(dutyManagers, week),
  };
}
