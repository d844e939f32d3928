/** Texts of charts of use. */
export const telemetry = {
  noCalls: "No calls in {days} days.",
  allWell: "{calls} calls, none failed.",
  someFailed: "{calls} calls, {failed} of them failed.",
  mostPerDay: "at most {count} a day",
  showTable: "Show table",
  day: "Day",
  calls: "Calls",
  failed: "Failed",
} as const;
