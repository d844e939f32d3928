/** What Northmere sells and for how much. Monthly prices in pounds and euros, tax included for households, excluded for businesses. */

export type TariffKind =
  | "mobile"
  | "prepaid"
  | "home-broadband"
  | "business-mobile"
  | "business-broadband"
  | "add-on";

export type Tariff = {
  readonly code: string;
  readonly name: string;
  readonly kind: TariffKind;
  readonly segment: "household" | "business";
  readonly priceGbp: number;
  readonly priceEur: number;
  /** Mobile data in GB a month; null means unlimited or does not apply. */
  readonly dataGb: number | null;
  /** Download speed in Mbit/s, for fixed lines. */
  readonly speedMbit: number | null;
  readonly minimumTermMonths: number;
  readonly setupFeeGbp: number;
  readonly setupFeeEur: number;
  readonly summary: string;
};

export const tariffs: readonly Tariff[] = [
  {
    code: "MOB-5",
    name: "Mere 5",
    kind: "mobile",
    segment: "household",
    priceGbp: 9,
    priceEur: 10.5,
    dataGb: 5,
    speedMbit: null,
    minimumTermMonths: 1,
    setupFeeGbp: 0,
    setupFeeEur: 0,
    summary: "5 GB, unlimited calls and texts at home.",
  },
  {
    code: "MOB-20",
    name: "Mere 20",
    kind: "mobile",
    segment: "household",
    priceGbp: 14,
    priceEur: 16.5,
    dataGb: 20,
    speedMbit: null,
    minimumTermMonths: 12,
    setupFeeGbp: 0,
    setupFeeEur: 0,
    summary: "20 GB, unlimited calls and texts at home.",
  },
  {
    code: "MOB-60",
    name: "Mere 60",
    kind: "mobile",
    segment: "household",
    priceGbp: 19,
    priceEur: 22,
    dataGb: 60,
    speedMbit: null,
    minimumTermMonths: 12,
    setupFeeGbp: 0,
    setupFeeEur: 0,
    summary: "60 GB, unlimited calls and texts at home.",
  },
  {
    code: "MOB-MAX",
    name: "Mere Max",
    kind: "mobile",
    segment: "household",
    priceGbp: 27,
    priceEur: 31,
    dataGb: null,
    speedMbit: null,
    minimumTermMonths: 24,
    setupFeeGbp: 0,
    setupFeeEur: 0,
    summary: "Unlimited data, calls and texts at home.",
  },
  {
    code: "PRE-3",
    name: "Mere Prepaid",
    kind: "prepaid",
    segment: "household",
    priceGbp: 6,
    priceEur: 7,
    dataGb: 3,
    speedMbit: null,
    minimumTermMonths: 0,
    setupFeeGbp: 2,
    setupFeeEur: 2.5,
    summary: "3 GB for 30 days, topped up when needed.",
  },
  {
    code: "FIB-100",
    name: "Fibre 100",
    kind: "home-broadband",
    segment: "household",
    priceGbp: 26,
    priceEur: 28,
    dataGb: null,
    speedMbit: 100,
    minimumTermMonths: 18,
    setupFeeGbp: 25,
    setupFeeEur: 30,
    summary: "100 Mbit/s fibre at home.",
  },
  {
    code: "FIB-500",
    name: "Fibre 500",
    kind: "home-broadband",
    segment: "household",
    priceGbp: 34,
    priceEur: 36,
    dataGb: null,
    speedMbit: 500,
    minimumTermMonths: 18,
    setupFeeGbp: 25,
    setupFeeEur: 30,
    summary: "500 Mbit/s fibre at home.",
  },
  {
    code: "FIB-1000",
    name: "Fibre 1000",
    kind: "home-broadband",
    segment: "household",
    priceGbp: 44,
    priceEur: 46,
    dataGb: null,
    speedMbit: 1000,
    minimumTermMonths: 24,
    setupFeeGbp: 0,
    setupFeeEur: 0,
    summary: "1,000 Mbit/s fibre at home, no set-up fee.",
  },
  {
    code: "BMO-20",
    name: "Business Mobile 20",
    kind: "business-mobile",
    segment: "business",
    priceGbp: 16,
    priceEur: 18.5,
    dataGb: 20,
    speedMbit: null,
    minimumTermMonths: 24,
    setupFeeGbp: 0,
    setupFeeEur: 0,
    summary: "20 GB per line, shared across lines of a contract.",
  },
  {
    code: "BMO-100",
    name: "Business Mobile 100",
    kind: "business-mobile",
    segment: "business",
    priceGbp: 26,
    priceEur: 30,
    dataGb: 100,
    speedMbit: null,
    minimumTermMonths: 24,
    setupFeeGbp: 0,
    setupFeeEur: 0,
    summary: "100 GB per line, roaming zone B included for 10 days a year.",
  },
  {
    code: "BFI-500",
    name: "Business Fibre 500",
    kind: "business-broadband",
    segment: "business",
    priceGbp: 59,
    priceEur: 64,
    dataGb: null,
    speedMbit: 500,
    minimumTermMonths: 24,
    setupFeeGbp: 80,
    setupFeeEur: 90,
    summary: "500 Mbit/s, repair within 8 hours.",
  },
  {
    code: "BFI-1000",
    name: "Business Fibre 1000",
    kind: "business-broadband",
    segment: "business",
    priceGbp: 89,
    priceEur: 96,
    dataGb: null,
    speedMbit: 1000,
    minimumTermMonths: 36,
    setupFeeGbp: 0,
    setupFeeEur: 0,
    summary: "1,000 Mbit/s, repair within 4 hours, fixed address.",
  },
  {
    code: "ADD-DATA10",
    name: "Extra 10 GB",
    kind: "add-on",
    segment: "household",
    priceGbp: 5,
    priceEur: 6,
    dataGb: 10,
    speedMbit: null,
    minimumTermMonths: 0,
    setupFeeGbp: 0,
    setupFeeEur: 0,
    summary: "10 GB more until the end of the month.",
  },
  {
    code: "ADD-MESH",
    name: "Whole Home Wi-Fi",
    kind: "add-on",
    segment: "household",
    priceGbp: 4.5,
    priceEur: 5,
    dataGb: null,
    speedMbit: null,
    minimumTermMonths: 1,
    setupFeeGbp: 0,
    setupFeeEur: 0,
    summary: "Two extra Wi-Fi units.",
  },
  {
    code: "ADD-FIXIP",
    name: "Fixed Address",
    kind: "add-on",
    segment: "business",
    priceGbp: 6,
    priceEur: 7,
    dataGb: null,
    speedMbit: null,
    minimumTermMonths: 1,
    setupFeeGbp: 0,
    setupFeeEur: 0,
    summary: "One fixed internet address.",
  },
];

/** Fees that customers ask about most. */
export const fees = [
  {
    code: "FEE-LATE",
    name: "Late payment",
    gbp: 7.5,
    eur: 8,
    note: "From the eighth day after the due date.",
  },
  {
    code: "FEE-PAPER",
    name: "Paper bill",
    gbp: 1.75,
    eur: 1.5,
    note: "A month; free for people with a sight impairment.",
  },
  {
    code: "FEE-VISIT",
    name: "Engineer visit without a fault of ours",
    gbp: 65,
    eur: 55,
    note: "Waived on the first visit in 12 months.",
  },
  {
    code: "FEE-MISSED",
    name: "Missed appointment by the customer",
    gbp: 25,
    eur: 20,
    note: "Less than 24 hours' notice.",
  },
  {
    code: "FEE-SIM",
    name: "Replacement SIM",
    gbp: 5,
    eur: 5,
    note: "Free when stolen and reported to the police.",
  },
] as const;

/** What a customer is paid when Northmere is late. */
export const compensation = {
  perDayWithoutServiceGbp: 9.75,
  perDayWithoutServiceEur: 10,
  missedAppointmentGbp: 30,
  missedAppointmentEur: 30,
  afterFullWorkingDays: 2,
} as const;
