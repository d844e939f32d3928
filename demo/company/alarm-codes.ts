/** The 14 alarm codes of the network. Each has a runbook of its own. */

export type AlarmSeverity = "critical" | "major" | "minor" | "warning";

export type ElementKind =
  | "olt"
  | "wdm"
  | "router"
  | "switch"
  | "gnb"
  | "microwave"
  | "power"
  | "climate"
  | "cabinet";

export const elementKindNames: Readonly<Record<ElementKind, string>> = {
  olt: "Optical line terminal",
  wdm: "Wavelength multiplexer",
  router: "Router",
  switch: "Access switch",
  gnb: "5G base station",
  microwave: "Microwave link",
  power: "Power plant",
  climate: "Cooling unit",
  cabinet: "Street cabinet",
};

export type AlarmCode = {
  readonly code: string;
  readonly name: string;
  readonly severity: AlarmSeverity;
  /** One sentence that says what the code means. */
  readonly meaning: string;
  readonly effect: string;
  readonly usualCause: string;
  readonly raisedBy: readonly ElementKind[];
  /** Measured value that raises the alarm. */
  readonly threshold: string;
  /** Minutes within which somebody must acknowledge it. */
  readonly acknowledgeWithinMinutes: number;
  /** Minutes after which the duty manager is called. */
  readonly escalateAfterMinutes: number;
  readonly firstChecks: readonly string[];
  readonly fieldVisit: "always" | "if remote steps fail" | "never";
  readonly runbook: string;
};

export const alarmCodes: readonly AlarmCode[] = [
  {
    code: "LOS-4417",
    name: "Loss of signal",
    severity: "critical",
    meaning: "The optical receiver gets no light at all on the named port.",
    effect: "Every customer behind the port is without service.",
    usualCause: "A cut fibre, an unplugged patch cord or a dead transmitter at the far end.",
    raisedBy: ["olt", "wdm"],
    threshold: "received power below -34 dBm for 3 seconds",
    acknowledgeWithinMinutes: 5,
    escalateAfterMinutes: 20,
    firstChecks: [
      "Look for planned works on the site and on the next site along the ring.",
      "Read the received power of the neighbouring ports: one port means a patch cord, all ports mean the cable.",
      "Check the far end for PWR-2203 before anybody drives.",
    ],
    fieldVisit: "if remote steps fail",
    runbook: "los-4417-loss-of-signal",
  },
  {
    code: "LOF-4418",
    name: "Loss of frame",
    severity: "major",
    meaning: "Light arrives, but the receiver cannot find the start of a frame.",
    effect: "The affected wavelength carries no traffic; protection normally takes over.",
    usualCause: "A card with the wrong line rate after a change, or a dying transmitter.",
    raisedBy: ["wdm", "router"],
    threshold: "no frame alignment for 3 milliseconds, held for 10 seconds",
    acknowledgeWithinMinutes: 10,
    escalateAfterMinutes: 30,
    firstChecks: [
      "Compare the line rate at both ends.",
      "See whether a card was changed in the last 24 hours.",
      "Confirm that traffic moved to the protection path.",
    ],
    fieldVisit: "if remote steps fail",
    runbook: "lof-4418-loss-of-frame",
  },
  {
    code: "BER-4425",
    name: "Bit error rate high",
    severity: "major",
    meaning: "The line delivers more wrong bits than error correction can mend.",
    effect: "Slow or broken sessions; voice calls with gaps.",
    usualCause: "A dirty connector, a bent fibre, or rain on a microwave path.",
    raisedBy: ["wdm", "microwave"],
    threshold: "more than 1 wrong bit in 1,000,000 over 15 minutes",
    acknowledgeWithinMinutes: 10,
    escalateAfterMinutes: 45,
    firstChecks: [
      "Read the error counters of both ends and note which direction is worse.",
      "For microwave, read the rain radar for the path.",
      "Look for OPT-4431 on the same port.",
    ],
    fieldVisit: "if remote steps fail",
    runbook: "ber-4425-bit-error-rate-high",
  },
  {
    code: "OPT-4431",
    name: "Optical power low",
    severity: "minor",
    meaning: "The receiver still works, but gets less light than planned.",
    effect: "None yet; LOS-4417 often follows within days.",
    usualCause: "A dirty connector, a tight bend, or an ageing laser.",
    raisedBy: ["olt", "wdm"],
    threshold: "received power between -28 and -34 dBm for 10 minutes",
    acknowledgeWithinMinutes: 60,
    escalateAfterMinutes: 480,
    firstChecks: [
      "Compare today's received power with the value at acceptance.",
      "See whether works took place on the cable in the last seven days.",
      "Plan cleaning within five working days.",
    ],
    fieldVisit: "always",
    runbook: "opt-4431-optical-power-low",
  },
  {
    code: "PWR-2203",
    name: "Mains supply failed",
    severity: "critical",
    meaning: "The site lost mains power and runs from its batteries.",
    effect: "None while the batteries last: 4 hours at a site, 8 at a core site.",
    usualCause: "A fault of the electricity network, or a tripped main switch.",
    raisedBy: ["power"],
    threshold: "mains below 180 volts for 30 seconds",
    acknowledgeWithinMinutes: 5,
    escalateAfterMinutes: 30,
    firstChecks: [
      "Ask the electricity network operator for its outage map.",
      "Read the battery voltage and work out the hours left.",
      "Send the mobile generator when fewer than 2 hours are left.",
    ],
    fieldVisit: "if remote steps fail",
    runbook: "pwr-2203-mains-supply-failed",
  },
  {
    code: "BAT-2207",
    name: "Battery low",
    severity: "major",
    meaning: "The batteries of the site are nearly empty or no longer hold a charge.",
    effect: "The site goes dark within 60 minutes if mains is away.",
    usualCause: "A long mains failure, or a battery string older than eight years.",
    raisedBy: ["power"],
    threshold: "battery below 46.0 volts",
    acknowledgeWithinMinutes: 10,
    escalateAfterMinutes: 20,
    firstChecks: [
      "See whether PWR-2203 is active at the same site.",
      "With mains present, start a battery test and plan replacement.",
      "Without mains, send the generator at once.",
    ],
    fieldVisit: "always",
    runbook: "bat-2207-battery-low",
  },
  {
    code: "TMP-3102",
    name: "Cabinet temperature high",
    severity: "major",
    meaning: "The air at the intake of the equipment is hotter than allowed.",
    effect: "Cards switch themselves off from 55 degrees.",
    usualCause: "A failed cooling unit, a blocked filter, or a door left open in summer.",
    raisedBy: ["climate", "cabinet"],
    threshold: "intake air above 42 degrees Celsius for 10 minutes",
    acknowledgeWithinMinutes: 10,
    escalateAfterMinutes: 45,
    firstChecks: [
      "Read the temperature trend of the last six hours.",
      "Look for DOR-7001 and FAN-3108 at the same site.",
      "Switch the second cooling unit on by remote control.",
    ],
    fieldVisit: "if remote steps fail",
    runbook: "tmp-3102-cabinet-temperature-high",
  },
  {
    code: "FAN-3108",
    name: "Fan failed",
    severity: "minor",
    meaning: "One fan of the shelf stands still or turns too slowly.",
    effect: "None while the other fans turn; TMP-3102 may follow.",
    usualCause: "Worn bearings after four to five years.",
    raisedBy: ["olt", "router", "switch"],
    threshold: "below 1,200 turns a minute for 5 minutes",
    acknowledgeWithinMinutes: 60,
    escalateAfterMinutes: 480,
    firstChecks: [
      "Count the fans that still turn: fewer than two is treated as TMP-3102.",
      "Order the fan tray for the kind of shelf.",
      "Replace within three working days.",
    ],
    fieldVisit: "always",
    runbook: "fan-3108-fan-failed",
  },
  {
    code: "LNK-5204",
    name: "Link down",
    severity: "major",
    meaning: "An Ethernet port that should be up is down.",
    effect: "Traffic takes the second path; without one, the site is cut off.",
    usualCause: "A port switched off by a change, or a cable that was moved.",
    raisedBy: ["router", "switch"],
    threshold: "port down for 30 seconds",
    acknowledgeWithinMinutes: 10,
    escalateAfterMinutes: 30,
    firstChecks: [
      "Read the change log of both ends for the last 24 hours.",
      "Check that the second path is up and not full.",
      "Switch the port off and on once; a second time needs the shift lead.",
    ],
    fieldVisit: "if remote steps fail",
    runbook: "lnk-5204-link-down",
  },
  {
    code: "BGP-5210",
    name: "Routing session down",
    severity: "critical",
    meaning: "A routing session with a neighbour network ended.",
    effect: "Destinations behind the neighbour are slow or out of reach.",
    usualCause: "Works of the neighbour, a filter that was changed, or an expired session key.",
    raisedBy: ["router"],
    threshold: "session not established for 90 seconds",
    acknowledgeWithinMinutes: 5,
    escalateAfterMinutes: 15,
    firstChecks: [
      "Look at the neighbour's works calendar.",
      "Compare the number of routes received with yesterday's.",
      "Never clear all sessions of a router: clear the one session.",
    ],
    fieldVisit: "never",
    runbook: "bgp-5210-routing-session-down",
  },
  {
    code: "CPU-5217",
    name: "Processor load high",
    severity: "warning",
    meaning: "The control processor has been busy for too long.",
    effect: "Slow answers to management; routing may become unstable.",
    usualCause: "A polling script gone wild, or a loop in the access network.",
    raisedBy: ["router", "switch"],
    threshold: "above 90 percent for 15 minutes",
    acknowledgeWithinMinutes: 30,
    escalateAfterMinutes: 120,
    firstChecks: [
      "List the five busiest processes.",
      "Stop scripts of the monitoring account first.",
      "Look for the same alarm on neighbouring switches: that points to a loop.",
    ],
    fieldVisit: "never",
    runbook: "cpu-5217-processor-load-high",
  },
  {
    code: "SYN-6120",
    name: "Clock out of step",
    severity: "major",
    meaning: "The site lost its timing source and runs on its own clock.",
    effect: "Calls drop at handover within 4 hours; cells switch off after 24.",
    usualCause: "A satellite antenna without sight, or a timing server that stopped.",
    raisedBy: ["gnb", "wdm"],
    threshold: "more than 1.5 microseconds off for 60 seconds",
    acknowledgeWithinMinutes: 15,
    escalateAfterMinutes: 60,
    firstChecks: [
      "Count the sites with the same alarm: more than three means the timing server.",
      "Read the number of satellites in sight.",
      "Move the site to the second timing server.",
    ],
    fieldVisit: "if remote steps fail",
    runbook: "syn-6120-clock-out-of-step",
  },
  {
    code: "CEL-6134",
    name: "Cell out of service",
    severity: "critical",
    meaning: "A mobile cell no longer carries traffic.",
    effect: "No mobile service in the area unless neighbours cover it.",
    usualCause: "A software fault after an update, loss of the backhaul link, or lack of timing.",
    raisedBy: ["gnb"],
    threshold: "no traffic and no broadcast for 2 minutes",
    acknowledgeWithinMinutes: 5,
    escalateAfterMinutes: 20,
    firstChecks: [
      "Look for LNK-5204, SYN-6120 and PWR-2203 at the same site first.",
      "Restart the cell, not the base station.",
      "Ask Radio Network to widen the neighbours when the outage will last over an hour.",
    ],
    fieldVisit: "if remote steps fail",
    runbook: "cel-6134-cell-out-of-service",
  },
  {
    code: "DOR-7001",
    name: "Door open",
    severity: "warning",
    meaning: "The door of a site or cabinet is open and nobody announced a visit.",
    effect: "Risk of theft, water and heat.",
    usualCause: "A visit that was not announced, or a worn door contact.",
    raisedBy: ["cabinet", "climate"],
    threshold: "open for 2 minutes with no visit announced",
    acknowledgeWithinMinutes: 15,
    escalateAfterMinutes: 60,
    firstChecks: [
      "Check planned works and the visit list.",
      "Call the engineer last seen at the site.",
      "Without an answer within 15 minutes, call the security desk.",
    ],
    fieldVisit: "always",
    runbook: "dor-7001-door-open",
  },
];
