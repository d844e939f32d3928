/** Roaming zones and their prices. */

export type RoamingZoneCode = "A" | "B" | "C";

export type RoamingZone = {
  readonly code: RoamingZoneCode;
  readonly name: string;
  readonly dayPassGbp: number;
  readonly dayPassEur: number;
  /** Data in GB that a day pass (zone A: a month) includes. */
  readonly includedGb: number;
  /** Price of a minute without a pass. */
  readonly minuteGbp: number;
  readonly minuteEur: number;
  /** Price of a MB without a pass. */
  readonly megabyteGbp: number;
  readonly megabyteEur: number;
  readonly countries: readonly string[];
  readonly validFromDaysAgo: number;
};

export const roamingZones: readonly RoamingZone[] = [
  {
    code: "A",
    name: "Home and Europe",
    dayPassGbp: 0,
    dayPassEur: 0,
    includedGb: 25,
    minuteGbp: 0,
    minuteEur: 0,
    megabyteGbp: 0.003,
    megabyteEur: 0.0035,
    countries: [
      "Austria",
      "Belgium",
      "Bulgaria",
      "Croatia",
      "Cyprus",
      "Czechia",
      "Denmark",
      "Estonia",
      "Finland",
      "France",
      "Germany",
      "Greece",
      "Hungary",
      "Iceland",
      "Ireland",
      "Italy",
      "Latvia",
      "Lithuania",
      "Luxembourg",
      "Malta",
      "Netherlands",
      "Norway",
      "Poland",
      "Portugal",
      "Romania",
      "Slovakia",
      "Slovenia",
      "Spain",
      "Sweden",
      "United Kingdom",
    ],
    validFromDaysAgo: 120,
  },
  {
    code: "B",
    name: "Near world",
    dayPassGbp: 6,
    dayPassEur: 7,
    includedGb: 2,
    minuteGbp: 0.6,
    minuteEur: 0.7,
    megabyteGbp: 0.2,
    megabyteEur: 0.24,
    countries: [
      "Albania",
      "Australia",
      "Brazil",
      "Canada",
      "Cape Verde",
      "Israel",
      "Japan",
      "Mexico",
      "Morocco",
      "New Zealand",
      "Serbia",
      "South Africa",
      "South Korea",
      "Switzerland",
      "Turkey",
      "United States",
    ],
    validFromDaysAgo: 120,
  },
  {
    code: "C",
    name: "Wide world",
    dayPassGbp: 9.5,
    dayPassEur: 11,
    includedGb: 1,
    minuteGbp: 1.4,
    minuteEur: 1.6,
    megabyteGbp: 0.5,
    megabyteEur: 0.6,
    countries: [
      "Angola",
      "Argentina",
      "Chile",
      "China",
      "Egypt",
      "India",
      "Indonesia",
      "Kenya",
      "Malaysia",
      "Mozambique",
      "Nigeria",
      "Peru",
      "Philippines",
      "Singapore",
      "Thailand",
      "United Arab Emirates",
      "Vietnam",
    ],
    validFromDaysAgo: 120,
  },
];

/**
 * Planted contradiction 1: before the change 120 days ago a day pass for zone B cost less.
 * One old document still says so; the price list and the tariff guide give today's price.
 */
export const outdatedRoamingPrice = {
  zone: "B",
  dayPassGbp: 4.5,
  dayPassEur: 5.25,
  includedGb: 1,
  replacedDaysAgo: 120,
  document: "product-and-tariff-guide/roaming-quick-card.md",
  documentVerifiedDaysAgo: 402,
} as const;
