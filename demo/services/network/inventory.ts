import { alarmCodes, type ElementKind, elementKindNames } from "#demo/company/alarm-codes.ts";
import { addDays } from "#demo/company/days.ts";
import { incidents } from "#demo/company/incidents.ts";
import {
  type DutyAreaSlug,
  dutyAreaOfSite,
  elementKindCodes,
  plantedAlarms,
  siteAreas,
  siteIdOf,
} from "#demo/company/network-sites.ts";
import { type SeededRandom, seededRandom } from "#demo/company/seeded-random.ts";
import type { NetworkElement } from "./schema.ts";

export type Site = {
  readonly id: string;
  readonly place: string;
  readonly country: "GB" | "PT";
  readonly dutyArea: DutyAreaSlug;
};

/** All 162 sites. */
export const sites: readonly Site[] = siteAreas.flatMap((area) =>
  Array.from({ length: area.sites }, (_, index) => ({
    id: siteIdOf(area.code, index + 1),
    place: `${area.place} ${String(index + 1).padStart(2, "0")}`,
    country: area.country,
    dutyArea: dutyAreaOfSite(area.code, index + 1),
  })),
);

const makes: Readonly<
  Record<ElementKind, readonly (readonly [vendor: string, model: string, ports: number])[]>
> = {
  olt: [
    ["Halden", "LT-16", 16],
    ["Corvane", "Access 8", 8],
  ],
  wdm: [
    ["Halden", "Prism 40", 40],
    ["Telmara", "Lambda 80", 80],
  ],
  router: [
    ["Corvane", "Edge 9", 48],
    ["Telmara", "Core R4", 96],
  ],
  switch: [
    ["Corvane", "S24", 24],
    ["Halden", "Flat 48", 48],
  ],
  gnb: [
    ["Telmara", "Sky 3", 6],
    ["Halden", "Radio 64T", 6],
  ],
  microwave: [["Telmara", "Hop 18", 2]],
  power: [["Ostrava Power", "DC-48", 12]],
  climate: [["Brisk", "Cool 5", 1]],
  cabinet: [["Northmere", "Cabinet C", 4]],
};

/** Kinds that a site must have, because an alarm of today or of an incident names them. */
function requiredKinds(site: string): Set<ElementKind> {
  const kinds = new Set<ElementKind>(["power", "climate", "cabinet", "switch"]);
  const codes = [
    ...incidents
      .filter((incident) => incident.sites.includes(site))
      .flatMap((incident) => incident.alarmCodes),
    ...plantedAlarms.filter((alarm) => alarm.element.startsWith(site)).map((alarm) => alarm.code),
  ];
  for (const alarm of alarmCodes) {
    const [firstKind] = alarm.raisedBy;
    if (codes.includes(alarm.code) && firstKind !== undefined) kinds.add(firstKind);
  }
  for (const planted of plantedAlarms) {
    const [area, number, code] = planted.element.split("-");
    const kind = (Object.keys(elementKindCodes) as ElementKind[]).find(
      (key) => elementKindCodes[key] === code,
    );
    if (`${area}-${number}` === site && kind !== undefined) kinds.add(kind);
  }
  if (site.endsWith("-01")) for (const kind of ["router", "wdm", "olt", "gnb"] as const) kinds.add(kind);
  return kinds;
}

const optionalKinds: readonly (readonly [kind: ElementKind, probability: number, most: number])[] = [
  ["olt", 0.85, 2],
  ["gnb", 0.75, 3],
  ["wdm", 0.4, 1],
  ["router", 0.35, 2],
  ["microwave", 0.25, 2],
];

function customersOf(kind: ElementKind, random: SeededRandom): number {
  if (kind === "olt") return random.between(180, 1400);
  if (kind === "gnb") return random.between(400, 2600);
  if (kind === "router" || kind === "wdm") return random.between(2_000, 24_000);
  return 0;
}

/** The network elements of all sites; installation dates count back from `day`. */
export function makeInventory(day: string): readonly NetworkElement[] {
  const random = seededRandom("northmere-inventory");
  return sites.flatMap((site) => {
    const counts = new Map<ElementKind, number>([...requiredKinds(site.id)].map((kind) => [kind, 1]));
    for (const [kind, probability, most] of optionalKinds) {
      if (random.chance(probability)) counts.set(kind, random.between(1, most));
    }
    return [...counts].flatMap(([kind, count]) =>
      Array.from({ length: count }, (_, index): NetworkElement => {
        const [vendor, model, ports] = random.pick(makes[kind]);
        return {
          id: `${site.id}-${elementKindCodes[kind]}-${index + 1}`,
          site: site.id,
          place: site.place,
          kind,
          kindName: elementKindNames[kind],
          vendor,
          model,
          software: `${random.between(3, 9)}.${random.between(0, 9)}.${random.between(0, 20)}`,
          installedOn: addDays(day, -random.between(120, 3200)),
          ports,
          customers: customersOf(kind, random),
          state: random.chance(0.985) ? "in-service" : random.pick(["maintenance", "out-of-service"]),
          dutyArea: site.dutyArea,
        };
      }),
    );
  });
}
