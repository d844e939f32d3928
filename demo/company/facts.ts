/** Rules and figures that documents and services state alike. Amounts in pounds (GBP) and euros (EUR). */

export type DataClass = "public" | "internal" | "confidential" | "restricted";

/** Who may approve an expense claim up to which amount. Above the last limit the board decides. */
export const approvalLimits = [
  { level: "team-lead", name: "Team lead", limitGbp: 500, limitEur: 600 },
  { level: "domain-lead", name: "Domain lead", limitGbp: 5_000, limitEur: 6_000 },
  { level: "finance-director", name: "Finance Director", limitGbp: 25_000, limitEur: 30_000 },
  { level: "managing-director", name: "Managing Director", limitGbp: 100_000, limitEur: 120_000 },
] as const;

export const expenseRules = {
  receiptFromGbp: 10,
  receiptFromEur: 12,
  claimWithinDays: 60,
  paidWithinWorkingDays: 10,
  mileageGbpPerMile: 0.45,
  mileageEurPerKilometre: 0.4,
  rail: "Standard class; first class when it is cheaper on the day of booking.",
  flight: "Economy; premium economy from six hours, with the domain lead's approval.",
  bookAheadDays: 14,
  clientMealPerPersonGbp: 35,
  clientMealPerPersonEur: 40,
} as const;

export const perDiems = [
  {
    region: "united-kingdom",
    name: "United Kingdom",
    currency: "GBP",
    perDay: 45,
    hotelPerNight: 140,
    exceptions: "London: hotel up to 190",
  },
  {
    region: "portugal",
    name: "Portugal",
    currency: "EUR",
    perDay: 50,
    hotelPerNight: 120,
    exceptions: "Lisbon: hotel up to 150",
  },
  {
    region: "other-europe",
    name: "Rest of Europe",
    currency: "EUR",
    perDay: 65,
    hotelPerNight: 160,
    exceptions: "Zurich and Oslo: hotel up to 220",
  },
  {
    region: "rest-of-world",
    name: "Rest of the world",
    currency: "EUR",
    perDay: 80,
    hotelPerNight: 190,
    exceptions: "New York and Singapore: hotel up to 280",
  },
] as const;

export const expenseCategories = [
  { code: "travel-rail", name: "Rail" },
  { code: "travel-air", name: "Flight" },
  { code: "travel-car", name: "Own car" },
  { code: "travel-taxi", name: "Taxi" },
  { code: "hotel", name: "Hotel" },
  { code: "meal", name: "Meal on the road" },
  { code: "client-meal", name: "Meal with customers" },
  { code: "equipment", name: "Equipment" },
  { code: "training", name: "Training" },
  { code: "phone", name: "Phone and internet" },
] as const;

/** Planted contradiction 2: one old page still asks for the first form; it was replaced by the second. */
export const travelAdvanceForm = {
  supersededId: "EXP-12",
  supersededName: "Travel advance request (paper)",
  currentId: "EXP-21",
  currentName: "Travel advance request",
  replacedDaysAgo: 154,
  howNow: "Filed online in the expense service, approved like a claim, paid within 5 working days.",
  document: "travel-and-expenses/travel-advance-note.md",
  documentVerifiedDaysAgo: 377,
} as const;

export const ticketCategories = [
  { code: "broadband-fault", name: "Broadband fault", team: "front-line" },
  { code: "mobile-fault", name: "Mobile fault", team: "front-line" },
  { code: "installation", name: "Installation", team: "field-engineering" },
  { code: "billing", name: "Billing", team: "billing-support" },
  { code: "roaming", name: "Roaming", team: "front-line" },
  { code: "number-transfer", name: "Number transfer", team: "front-line" },
  { code: "complaint", name: "Complaint", team: "service-quality" },
  { code: "network-alarm", name: "Network alarm", team: "operations-centre" },
  { code: "business-service", name: "Business service", team: "business-support" },
  { code: "it-access", name: "IT access", team: "digital-platforms" },
] as const;

export type TicketCategory = (typeof ticketCategories)[number]["code"];

export const ticketPriorities = [
  {
    code: "P1",
    name: "Critical",
    meaning: "Service down for many customers or an emergency line.",
    respondWithinMinutes: 15,
    resolveWithinHours: 4,
  },
  {
    code: "P2",
    name: "High",
    meaning: "Service down for one business or several households.",
    respondWithinMinutes: 60,
    resolveWithinHours: 8,
  },
  {
    code: "P3",
    name: "Normal",
    meaning: "Service impaired, or one household without service.",
    respondWithinMinutes: 240,
    resolveWithinHours: 48,
  },
  {
    code: "P4",
    name: "Low",
    meaning: "Question or wish, no loss of service.",
    respondWithinMinutes: 1440,
    resolveWithinHours: 120,
  },
] as const;

export type TicketPriority = (typeof ticketPriorities)[number]["code"];

export const ticketStatuses = ["new", "in-progress", "waiting-for-customer", "resolved", "closed"] as const;

export type TicketStatus = (typeof ticketStatuses)[number];

/** Priority that a network alarm's ticket gets. */
export const priorityOfSeverity = { critical: "P1", major: "P2", minor: "P3", warning: "P4" } as const;

export const leaveRules = {
  annualDays: { bristol: 25, porto: 25 },
  publicHolidays: { bristol: 8, porto: 13 },
  extraDaysAfterYears: [
    { years: 5, days: 2 },
    { years: 10, days: 4 },
  ],
  carryOverDays: 5,
  carryOverUntil: "31 March",
  requestAheadDays: 14,
  answerWithinWorkingDays: 3,
  longestWithoutDirectorDays: 15,
  selfCertifiedSickDays: { bristol: 7, porto: 3 },
  bereavementDays: 5,
  carerDays: 5,
  studyDays: 5,
  volunteerDays: 2,
  movingHouseDays: 1,
  parentalWeeksFullPay: { bristol: 18, porto: 17 },
  partnerWeeksFullPay: { bristol: 4, porto: 4 },
  sabbaticalAfterYears: 6,
  sabbaticalWeeks: 8,
} as const;

export const leaveKinds = [
  "annual",
  "sick",
  "parental",
  "carer",
  "study",
  "bereavement",
  "volunteer",
  "unpaid",
] as const;

export const remoteWorkRules = {
  daysPerWeek: 3,
  coreHours: "10:00 to 15:00",
  abroadDaysPerYear: 20,
  abroadLongestStretchDays: 10,
  abroadNoticeDays: 30,
  abroadApprovedBy: "the team lead and People Partners",
  equipmentAllowanceGbp: 250,
  equipmentAllowanceEur: 290,
  equipmentEveryYears: 3,
} as const;

export const dataClasses = [
  {
    code: "public",
    name: "Public",
    meaning: "Anybody may read it.",
    examples: ["price list", "press releases", "coverage map"],
    mayLeaveCompany: true,
    externalModel: "allowed",
    keepYears: null,
  },
  {
    code: "internal",
    name: "Internal",
    meaning: "Everybody at Northmere may read it.",
    examples: ["handbook", "runbooks", "staff directory"],
    mayLeaveCompany: false,
    externalModel: "allowed under contract",
    keepYears: 3,
  },
  {
    code: "confidential",
    name: "Confidential",
    meaning: "Only those who need it for their work.",
    examples: ["customer tickets", "expense claims", "contract drafts"],
    mayLeaveCompany: false,
    externalModel: "only models in our own data centres",
    keepYears: 7,
  },
  {
    code: "restricted",
    name: "Restricted",
    meaning: "Named people only; every access is recorded.",
    examples: ["salary bands", "health records", "board papers"],
    mayLeaveCompany: false,
    externalModel: "never",
    keepYears: 10,
  },
] as const;

export const securityRules = {
  passwordLength: 14,
  screenLockMinutes: 5,
  reportWithinMinutes: 60,
  reportTo: "the security desk, extension 4444, security@northmere.example",
  vpnRequiredOn: "every network outside the two offices",
  laptopPatchDays: 14,
  accessReviewMonths: 6,
  usbStorage: "blocked; exceptions last 30 days and are approved by the Security Officer",
} as const;

export const contractTerms = {
  governingLaw: { GB: "England and Wales", PT: "Portugal" },
  paymentDays: 30,
  liabilityCap: "100 percent of the fees of the last 12 months",
  noticeDaysHousehold: 30,
  noticeDaysBusiness: 90,
  coolingOffDays: 14,
  repairHoursBusinessFibre: { "BFI-500": 8, "BFI-1000": 4 },
  serviceCreditPerHour: "5 percent of the monthly fee for each full hour late, at most 50 percent",
  availabilityPercent: 99.9,
  priceChangeNoticeDays: 30,
} as const;
