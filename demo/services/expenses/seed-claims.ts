import { addDays, momentAt } from "#demo/company/days.ts";
import { travelAdvanceForm } from "#demo/company/facts.ts";
import { people } from "#demo/company/organisation.ts";
import { type SeededRandom, seededRandom } from "#demo/company/seeded-random.ts";
import { approverOf } from "./approver.ts";
import { perDiemIn, priceClaim } from "./price-claim.ts";
import type { Claim, Currency, NewItem, TravelAdvance } from "./schema.ts";

/** Numbers of seeded claims and advances stay at or below these. */
export const lastSeededClaim = 21_399;
export const lastSeededAdvance = 3_099;
const claimCount = 1_400;
const advanceCount = 100;

type Journey = {
  readonly purpose: string;
  readonly items: (day: string, currency: Currency, random: SeededRandom) => NewItem[];
};

const amount = (random: SeededRandom, low: number, high: number) =>
  random.between(low * 100, high * 100) / 100;

function receipt(
  category: Extract<NewItem, { kind: "receipt" }>["category"],
  spentOn: string,
  merchant: string,
  paid: number,
  guests?: number,
): NewItem {
  return {
    kind: "receipt",
    category,
    spentOn,
    merchant,
    amount: paid,
    hasReceipt: true,
    ...(guests === undefined ? {} : { guests }),
  };
}

const journeys: readonly (readonly [Journey, number])[] = [
  [
    {
      purpose: "Visit to the other office",
      items: (day, currency, random) => [
        receipt("travel-air", day, "Bristol to Porto and back", amount(random, 110, 290)),
        receipt("hotel", day, "Hotel, two nights", amount(random, 150, 260)),
        {
          kind: "per-diem",
          region: currency === "GBP" ? "portugal" : "united-kingdom",
          firstDay: day,
          days: 3,
        },
      ],
    },
    4,
  ],
  [
    {
      purpose: "Site visit",
      items: (day, _currency, random) => [
        { kind: "mileage", drivenOn: day, from: "Office", to: "Site", distance: random.between(8, 140) },
      ],
    },
    6,
  ],
  [
    {
      purpose: "Meeting with a customer",
      items: (day, _currency, random) => [
        receipt("travel-rail", day, "Return ticket", amount(random, 18, 120)),
        receipt("client-meal", day, "Lunch", amount(random, 40, 95), 3),
      ],
    },
    5,
  ],
  [
    {
      purpose: "Equipment for the home desk",
      items: (day, _currency, random) => [receipt("equipment", day, "Office shop", amount(random, 40, 250))],
    },
    3,
  ],
  [
    {
      purpose: "Course and exam",
      items: (day, _currency, random) => [
        receipt("training", day, "Training centre", amount(random, 240, 1900)),
      ],
    },
    2,
  ],
  [
    {
      purpose: "Test equipment on loan",
      items: (day, _currency, random) => [
        receipt("equipment", day, "Measuring devices", amount(random, 2200, 9800)),
      ],
    },
    1,
  ],
  [
    {
      purpose: "Conference",
      items: (day, _currency, random) => [
        receipt("training", day, "Ticket", amount(random, 420, 1300)),
        receipt("hotel", day, "Hotel, three nights", amount(random, 330, 460)),
        { kind: "per-diem", region: "other-europe", firstDay: day, days: 4 },
      ],
    },
    1,
  ],
];

/** Claims of the 180 days before `day`. */
export function makeClaims(day: string): readonly Claim[] {
  const random = seededRandom("northmere-claims");
  const claimants = people.filter((person) => person.leftDaysAgo === null);
  const days = Array.from({ length: claimCount }, () => random.between(1, 180)).sort((a, b) => b - a);
  return days.map((daysAgo, index): Claim => {
    const person = random.pick(claimants);
    const currency: Currency = person.office === "porto" ? "EUR" : "GBP";
    const journey = random.weighted(journeys);
    const spentOn = addDays(day, -daysAgo - random.between(0, 20));
    const submittedOn = addDays(day, -daysAgo);
    const priced = priceClaim(journey.items(spentOn, currency, random), currency, submittedOn);
    const approver = approverOf(person, priced.total, currency);
    const submittedAt = momentAt(
      submittedOn,
      `${String(random.between(8, 18)).padStart(2, "0")}:${random.between(10, 59)}`,
    );
    const decided = daysAgo > 4 ? random.chance(0.97) : daysAgo > 1 && random.chance(0.4);
    const decidedOn = addDays(submittedOn, random.between(1, Math.max(1, Math.min(daysAgo - 1, 3))));
    const isApproved = decided && random.chance(0.93);
    const isPaid = isApproved && daysAgo > 12;
    return {
      id: `E-${lastSeededClaim - claimCount + 1 + index}`,
      claimant: person.email,
      purpose: journey.purpose,
      currency,
      ...priced,
      status: isPaid ? "paid" : isApproved ? "approved" : decided ? "declined" : "submitted",
      approver,
      costCentre: `CC-${random.between(100, 260)}`,
      submittedAt,
      decidedAt: decided ? momentAt(decidedOn, `${random.between(10, 17)}:${random.between(10, 59)}`) : null,
      decidedBy: decided ? approver.email : null,
      decisionReason: decided && !isApproved ? "The receipt cannot be read; please send it again." : null,
      paidOn: isPaid ? addDays(decidedOn, random.between(3, 8)) : null,
    };
  });
}

/** Travel advances of the 150 days before `day`, all on the form of today. */
export function makeAdvances(day: string): readonly TravelAdvance[] {
  const random = seededRandom("northmere-advances");
  const travellers = people.filter((person) => person.leftDaysAgo === null);
  return Array.from({ length: advanceCount }, (_, index): TravelAdvance => {
    const person = random.pick(travellers);
    const currency: Currency = person.office === "porto" ? "EUR" : "GBP";
    const daysAgo = 150 - Math.floor((index * 149) / advanceCount);
    const length = random.between(1, 5);
    const region = random.pick(["united-kingdom", "portugal", "other-europe"] as const);
    const total = Math.round(perDiemIn(region, currency) * length * 100) / 100;
    const firstDay = addDays(day, -daysAgo + random.between(5, 20));
    return {
      id: `TA-${lastSeededAdvance - advanceCount + 1 + index}`,
      form: travelAdvanceForm.currentId,
      person: person.email,
      purpose: random.pick(["Visit to the other office", "Supplier visit", "Trade fair", "Training"]),
      amount: total,
      currency,
      region,
      firstDay,
      lastDay: addDays(firstDay, length - 1),
      status: daysAgo > 6 ? "paid" : "submitted",
      approver: approverOf(person, total, currency),
      requestedAt: momentAt(addDays(day, -daysAgo), "10:30"),
    };
  });
}
