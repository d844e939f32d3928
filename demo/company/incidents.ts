/** The six incidents that have a review. Times are days before the day of seeding and local clock times. */

export type Incident = {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly daysAgo: number;
  /** Local time of the start, 24-hour clock. */
  readonly startedAt: string;
  readonly minutes: number;
  readonly service: string;
  readonly sites: readonly string[];
  readonly alarmCodes: readonly string[];
  readonly customersAffected: number;
  readonly failedCalls: number | null;
  readonly cause: string;
  readonly mended: string;
  /** Id of the incident manager. */
  readonly ledBy: string;
  /** Id of the person who verified the review. */
  readonly verifiedBy: string;
  readonly verifiedDaysAgo: number;
  readonly actions: readonly { readonly action: string; readonly owner: string; readonly done: boolean }[];
};

export const incidents: readonly Incident[] = [
  {
    id: "INC-2061",
    slug: "inc-2061-ticket-service-outage",
    title: "Ticket service down for 45 minutes",
    daysAgo: 9,
    startedAt: "10:12",
    minutes: 45,
    service: "Ticket service",
    sites: [],
    alarmCodes: [],
    customersAffected: 0,
    failedCalls: 212,
    cause: "A database update raised the number of connections above the limit; new calls were refused.",
    mended: "The update was rolled back and the connection limit raised from 40 to 120.",
    ledBy: "samira-haddad",
    verifiedBy: "simon-thackeray",
    verifiedDaysAgo: 6,
    actions: [
      { action: "Load test before every database update", owner: "ewan-drysdale", done: true },
      { action: "Alert at 80 percent of the connection limit", owner: "sofia-meireles", done: true },
      { action: "Advisers get a paper form for outages", owner: "owen-birch", done: false },
    ],
  },
  {
    id: "INC-2044",
    slug: "inc-2044-fibre-cut-east-bristol",
    title: "Fibre cut in East Bristol",
    daysAgo: 34,
    startedAt: "14:47",
    minutes: 312,
    service: "Home broadband",
    sites: ["BRG-05", "BRG-06", "BRG-07", "BRG-08"],
    alarmCodes: ["LOS-4417", "LNK-5204"],
    customersAffected: 1_840,
    failedCalls: null,
    cause:
      "A digger of a road works contractor cut the ring cable; the second path shared the same duct for 60 metres.",
    mended: "A temporary cable was pulled, and 96 fibres were spliced.",
    ledBy: "callum-ridley",
    verifiedBy: "gareth-hollis",
    verifiedDaysAgo: 27,
    actions: [
      { action: "Move the second path out of the shared duct", owner: "duarte-seixas", done: false },
      {
        action: "Send duct maps to the council's works register every month",
        owner: "ivy-cranmer",
        done: true,
      },
    ],
  },
  {
    id: "INC-2029",
    slug: "inc-2029-power-failure-matosinhos",
    title: "Power failure in Matosinhos",
    daysAgo: 58,
    startedAt: "02:20",
    minutes: 190,
    service: "Mobile",
    sites: ["MTS-03", "MTS-04"],
    alarmCodes: ["PWR-2203", "BAT-2207", "CEL-6134"],
    customersAffected: 6_200,
    failedCalls: null,
    cause:
      "Mains failed in a storm; a battery string at MTS-03 was nine years old and held 50 minutes instead of four hours.",
    mended: "The mobile generator was brought in; the battery string was replaced two days later.",
    ledBy: "patricia-nogueira",
    verifiedBy: "armando-sequeira",
    verifiedDaysAgo: 49,
    actions: [
      { action: "Replace all battery strings older than eight years", owner: "gareth-hollis", done: false },
      { action: "Second generator stationed in Porto", owner: "armando-sequeira", done: true },
    ],
  },
  {
    id: "INC-2013",
    slug: "inc-2013-routing-error-cardiff",
    title: "Routing error in Cardiff",
    daysAgo: 76,
    startedAt: "09:05",
    minutes: 38,
    service: "Internet access",
    sites: ["CDF-01", "BRG-01"],
    alarmCodes: ["BGP-5210", "CPU-5217"],
    customersAffected: 22_500,
    failedCalls: null,
    cause: "A filter was changed without a second pair of eyes; the router announced routes it should not.",
    mended: "The change was reverted and the one session cleared.",
    ledBy: "samira-haddad",
    verifiedBy: "leandro-pestana",
    verifiedDaysAgo: 68,
    actions: [
      { action: "Two-person rule for filters", owner: "duarte-seixas", done: true },
      {
        action: "Automatic comparison of routes before and after a change",
        owner: "leandro-pestana",
        done: true,
      },
    ],
  },
  {
    id: "INC-1990",
    slug: "inc-1990-overheating-gaia",
    title: "Overheating in Gaia",
    daysAgo: 112,
    startedAt: "15:30",
    minutes: 265,
    service: "Business fibre",
    sites: ["GAI-04"],
    alarmCodes: ["TMP-3102", "FAN-3108"],
    customersAffected: 310,
    failedCalls: null,
    cause:
      "A blocked filter stopped the cooling unit on the hottest day of the season; the alarm was acknowledged and forgotten at shift change.",
    mended: "The filter was replaced and cards were restarted one by one.",
    ledBy: "callum-ridley",
    verifiedBy: "joana-vilhena",
    verifiedDaysAgo: 101,
    actions: [
      {
        action: "Acknowledged alarms are read out at every shift change",
        owner: "patricia-nogueira",
        done: true,
      },
      { action: "Filters changed before summer at all core sites", owner: "gareth-hollis", done: true },
    ],
  },
  {
    id: "INC-1971",
    slug: "inc-1971-loss-of-timing-coimbra",
    title: "Loss of timing in Coimbra",
    daysAgo: 141,
    startedAt: "06:40",
    minutes: 84,
    service: "Mobile",
    sites: ["CMB-02", "CMB-03", "CMB-05"],
    alarmCodes: ["SYN-6120", "CEL-6134"],
    customersAffected: 4_100,
    failedCalls: null,
    cause: "The timing server stopped after an update, and the sites had no second server configured.",
    mended: "Sites were moved to the timing server in Porto.",
    ledBy: "patricia-nogueira",
    verifiedBy: "tome-falcao",
    verifiedDaysAgo: 133,
    actions: [
      { action: "Second timing server configured at all 162 sites", owner: "isobel-marsh", done: true },
      { action: "Updates of timing servers never on the same day", owner: "tome-falcao", done: true },
    ],
  },
];
