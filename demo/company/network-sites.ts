/** Sites and their duty areas. A site is an area code and a number (`BRG-07`); an element adds its kind and number (`BRG-07-OLT-1`). */
import type { ElementKind } from "./alarm-codes.ts";

export type DutyAreaSlug =
  | "bristol-east"
  | "bristol-west"
  | "severn"
  | "wales-and-south-west"
  | "porto"
  | "north-portugal";

export type DutyArea = {
  readonly slug: DutyAreaSlug;
  readonly name: string;
  readonly country: "GB" | "PT";
  /** People who take turns, week by week; the next in line is the backup. Nobody is first in two areas at once. */
  readonly engineers: readonly string[];
};

export const dutyAreas: readonly DutyArea[] = [
  {
    slug: "bristol-east",
    name: "Bristol East",
    country: "GB",
    engineers: ["bronwen-pugh", "dev-malhotra", "hannah-greaves"],
  },
  {
    slug: "bristol-west",
    name: "Bristol West",
    country: "GB",
    engineers: ["marcus-elwood", "rhys-tolland", "bronwen-pugh"],
  },
  {
    slug: "severn",
    name: "Severn",
    country: "GB",
    engineers: ["rhys-tolland", "grace-ollerton", "marcus-elwood"],
  },
  {
    slug: "wales-and-south-west",
    name: "Wales and South West",
    country: "GB",
    engineers: ["dev-malhotra", "marcus-elwood", "rhys-tolland"],
  },
  {
    slug: "porto",
    name: "Porto",
    country: "PT",
    engineers: ["joana-vilhena", "armando-sequeira", "tome-falcao"],
  },
  {
    slug: "north-portugal",
    name: "North Portugal",
    country: "PT",
    engineers: ["fernanda-castanho", "leandro-pestana", "armando-sequeira"],
  },
];

/** Those who take turns as duty manager, called when an alarm is escalated. */
export const dutyManagers: readonly string[] = ["samira-haddad", "callum-ridley", "patricia-nogueira"];

/** The rota changes every Monday at this hour, local time. */
export const handoverHour = 8;

export type SiteArea = {
  readonly code: string;
  readonly place: string;
  readonly country: "GB" | "PT";
  readonly sites: number;
  readonly dutyArea: DutyAreaSlug;
  readonly latitude: number;
  readonly longitude: number;
};

export const siteAreas: readonly SiteArea[] = [
  {
    code: "BRG",
    place: "Bristol",
    country: "GB",
    sites: 24,
    dutyArea: "bristol-east",
    latitude: 51.4545,
    longitude: -2.5879,
  },
  {
    code: "AVN",
    place: "Avonmouth",
    country: "GB",
    sites: 9,
    dutyArea: "bristol-west",
    latitude: 51.5018,
    longitude: -2.6992,
  },
  {
    code: "BTH",
    place: "Bath",
    country: "GB",
    sites: 10,
    dutyArea: "severn",
    latitude: 51.3811,
    longitude: -2.359,
  },
  {
    code: "GLS",
    place: "Gloucester",
    country: "GB",
    sites: 11,
    dutyArea: "severn",
    latitude: 51.8642,
    longitude: -2.2382,
  },
  {
    code: "SWN",
    place: "Swindon",
    country: "GB",
    sites: 10,
    dutyArea: "severn",
    latitude: 51.5558,
    longitude: -1.7797,
  },
  {
    code: "CDF",
    place: "Cardiff",
    country: "GB",
    sites: 14,
    dutyArea: "wales-and-south-west",
    latitude: 51.4816,
    longitude: -3.1791,
  },
  {
    code: "EXE",
    place: "Exeter",
    country: "GB",
    sites: 10,
    dutyArea: "wales-and-south-west",
    latitude: 50.7184,
    longitude: -3.5339,
  },
  {
    code: "PRT",
    place: "Porto",
    country: "PT",
    sites: 22,
    dutyArea: "porto",
    latitude: 41.1579,
    longitude: -8.6291,
  },
  {
    code: "GAI",
    place: "Vila Nova de Gaia",
    country: "PT",
    sites: 12,
    dutyArea: "porto",
    latitude: 41.1239,
    longitude: -8.6118,
  },
  {
    code: "MTS",
    place: "Matosinhos",
    country: "PT",
    sites: 9,
    dutyArea: "porto",
    latitude: 41.1821,
    longitude: -8.6891,
  },
  {
    code: "BGA",
    place: "Braga",
    country: "PT",
    sites: 11,
    dutyArea: "north-portugal",
    latitude: 41.5454,
    longitude: -8.4265,
  },
  {
    code: "AVR",
    place: "Aveiro",
    country: "PT",
    sites: 10,
    dutyArea: "north-portugal",
    latitude: 40.6405,
    longitude: -8.6538,
  },
  {
    code: "CMB",
    place: "Coimbra",
    country: "PT",
    sites: 10,
    dutyArea: "north-portugal",
    latitude: 40.2033,
    longitude: -8.4103,
  },
];

/** Short codes in element ids. */
export const elementKindCodes: Readonly<Record<ElementKind, string>> = {
  olt: "OLT",
  wdm: "WDM",
  router: "RTR",
  switch: "SWT",
  gnb: "GNB",
  microwave: "MWL",
  power: "PWR",
  climate: "AIR",
  cabinet: "CAB",
};

/** The duty area of a site. Bristol is divided: sites 1 to 8 are east, the rest west. */
export function dutyAreaOfSite(areaCode: string, siteNumber: number): DutyAreaSlug {
  const area = siteAreas.find((candidate) => candidate.code === areaCode);
  if (area === undefined) throw new Error(`No area has the code ${areaCode}`);
  if (area.code !== "BRG") return area.dutyArea;
  return siteNumber <= 8 ? "bristol-east" : "bristol-west";
}

/** `BRG` and 7 make `BRG-07`. */
export function siteIdOf(areaCode: string, siteNumber: number): string {
  return `${areaCode}-${String(siteNumber).padStart(2, "0")}`;
}

/** Alarms of today that the first ten minutes rely on; `minutesAgo` counts from the moment of seeding. */
export const plantedAlarms = [
  {
    element: "BRG-07-OLT-1",
    code: "LOS-4417",
    port: "1/1/4",
    minutesAgo: 26,
    customersAffected: 118,
    state: "active",
  },
  {
    element: "BRG-09-OLT-1",
    code: "LOS-4417",
    port: "1/1/2",
    minutesAgo: 11,
    customersAffected: 64,
    state: "active",
  },
  {
    element: "MTS-03-PWR-1",
    code: "PWR-2203",
    port: null,
    minutesAgo: 74,
    customersAffected: 0,
    state: "acknowledged",
  },
  {
    element: "PRT-05-RTR-1",
    code: "CPU-5217",
    port: null,
    minutesAgo: 190,
    customersAffected: 0,
    state: "acknowledged",
  },
] as const;
