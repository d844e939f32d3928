import type { TicketCategory } from "#demo/company/facts.ts";

type Text = readonly [title: string, description: string];

/** What tickets say, by category. `{place}`, `{days}` and `{country}` are filled in. */
export const ticketTexts: Readonly<Record<TicketCategory, readonly Text[]>> = {
  "broadband-fault": [
    ["No internet since this morning", "The light of the box blinks red. Restarted twice, no change."],
    [
      "Connection drops every evening",
      "Drops between 19:00 and 22:00, for {days} days now. Wired as well as wireless.",
    ],
    ["Far slower than promised", "Measured 38 Mbit/s on a 500 Mbit/s line, by cable, three times."],
    [
      "Wi-Fi does not reach the first floor",
      "Asked for advice on Whole Home Wi-Fi for a house of three floors in {place}.",
    ],
    ["Internet box makes a noise", "A high tone since the storm. Works otherwise."],
  ],
  "mobile-fault": [
    ["No mobile signal at home", "No bars in {place} for {days} days; neighbours have the same."],
    ["Calls drop while driving", "Drops on the same stretch near {place} each day."],
    ["Text messages arrive hours late", "Bank codes come too late. Other numbers of the family are fine."],
    ["No data although the plan has some left", "The app shows 14 GB left, pages do not load."],
  ],
  installation: [
    ["Fibre appointment moved twice", "The customer took a day off each time. Wants a fixed hour."],
    ["Socket mounted in the wrong room", "Agreed was the study; it is in the hall."],
    ["New line for a flat in {place}", "House has no duct yet. Survey needed."],
    ["Engineer did not come", "Waited from 8 to 12, no call. Asks for the compensation."],
  ],
  billing: [
    ["Charged for a month after leaving", "Contract ended {days} days ago; the bill still came."],
    ["Late fee although paid on time", "Payment left the bank two days before the due date."],
    ["Set-up fee was promised to be free", "The shop in {place} said so when Fibre 1000 was sold."],
    ["Wants to pay in three parts", "Lost the job last month. Asks for a payment plan."],
    ["Paper bill fee for a person who cannot see", "Fee to be taken off and refunded."],
  ],
  roaming: [
    [
      "Day pass charged twice in {country}",
      "Two passes on one day because the phone was switched off and on.",
    ],
    ["No data abroad", "In {country} since yesterday, calls work, data does not."],
    ["Old roaming price quoted by us", "The customer was told 4.50 pounds for zone B; the bill says 6.00."],
    ["Which zone is {country} in?", "Travels next week and wants to know the price of a day pass."],
  ],
  "number-transfer": [
    [
      "Number still with the old company",
      "Asked for {days} days ago; the old company says it never got the request.",
    ],
    ["Wrong number was moved", "The partner's number came over instead of the customer's."],
    ["Wants to keep the number after moving", "Moves from {place} within the month."],
  ],
  complaint: [
    ["Waited 50 minutes on the phone", "And was then cut off. Wants somebody to call back."],
    ["Rude answer in the chat", "Transcript attached. The customer asks for an apology."],
    [
      "Third engineer visit without result",
      "Same fault in {place} since {days} days. Wants to leave without a fee.",
    ],
    ["Price rise letter not understood", "Asks why the monthly price went up and what can be done."],
  ],
  "network-alarm": [
    ["Optical power falls at {place}", "OPT-4431 came and went five times within {days} days."],
    ["Fan to be replaced at {place}", "FAN-3108, one of four fans stands still."],
    ["Door contact at {place}", "DOR-7001 each time the wind is strong."],
    ["Battery test failed at {place}", "BAT-2207 after 40 minutes of a four-hour test."],
  ],
  "business-service": [
    ["Branch in {place} without service", "Business Fibre 500, twelve people cannot work."],
    ["Fixed address to be moved to a new router", "Change window agreed for Thursday after 18:00."],
    ["Report of availability for the last quarter", "The customer needs it for its own audit."],
    ["Voice quality poor between two branches", "Worse from 9 to 11. Trace attached."],
  ],
  "it-access": [
    ["VPN does not connect on a Mac", "After the update of last week. Windows laptop works."],
    [
      "No access to the billing system",
      "Changed teams {days} days ago; the old rights are gone, the new ones not there.",
    ],
    ["New starter needs accounts", "Begins on Monday in {place}."],
    ["Locked out after holiday", "Password ran out while away."],
  ],
};
