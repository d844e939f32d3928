/** The six people offered on the sign-in page, with what each can be tried for. */
import { type Person, personById } from "./organisation.ts";

export type SignInRole = "employee" | "owner" | "domain-lead" | "admin" | "auditor" | "sales";

export type SignInPerson = {
  readonly role: SignInRole;
  readonly person: Person;
  /** What this person does, in one sentence. */
  readonly job: string;
  /** Two things to try as this person. */
  readonly tryThis: readonly [string, string];
};

export const signInPeople: readonly SignInPerson[] = [
  {
    role: "employee",
    person: personById("amelia-hart"),
    job: "Answers customers in Customer Service.",
    tryThis: [
      "Ask what LOS-4417 on BRG-07 means and who is on call, then have a ticket drafted.",
      "Open Salary bands and see why it is refused, and whom to ask.",
    ],
  },
  {
    role: "owner",
    person: personById("tiago-moreira"),
    job: "Owns the network tools of Network Operations.",
    tryThis: [
      "Find the tool that failed nine days ago and read the failures.",
      "Change when not to use it, publish, and find the change in the trail.",
    ],
  },
  {
    role: "domain-lead",
    person: personById("ruth-calloway"),
    job: "Leads Customer Service and answers for its tools.",
    tryThis: [
      "See which tools of Customer Service need a review or an owner.",
      "Compare how often two of the domain's tools succeed.",
    ],
  },
  {
    role: "admin",
    person: personById("daniel-okafor"),
    job: "Runs the portal: people, rules, models.",
    tryThis: [
      "Ask whether Oliver Finch may use the expense service, and why.",
      "Block a tool and see that its next call is refused.",
    ],
  },
  {
    role: "auditor",
    person: personById("ines-carvalho"),
    job: "Checks what happened, for the Company Office.",
    tryThis: [
      "Find the night with 14 refused salary lookups and open one in its context.",
      "Find the rule that was changed on a Friday, and export the trail around it.",
    ],
  },
  {
    role: "sales",
    person: personById("oliver-finch"),
    job: "Sells to households; has fewer rights than Customer Service.",
    tryThis: [
      "Look up the roaming price for the United States in the price list.",
      "Search the catalog and compare what you may use with what Amelia may.",
    ],
  },
];
