import { expect, test } from "vitest";
import { alarmCodes } from "#demo/company/alarm-codes.ts";
import { priorityOfSeverity } from "#demo/company/facts.ts";
import { incidents } from "#demo/company/incidents.ts";
import { personById } from "#demo/company/organisation.ts";
import { bodyOf } from "./read-documents.ts";

const plain = (text: string) => text.replace(/\s+/g, " ");

test.each(alarmCodes)("the runbook of $code states what the facts state", (alarm) => {
  const body = plain(bodyOf(`network-runbooks/${alarm.runbook}.md`));
  const meaning = alarm.meaning.charAt(0).toLowerCase() + alarm.meaning.slice(1);
  expect(body).toContain(`${alarm.code} means that ${meaning}`);
  for (const check of alarm.firstChecks) expect(body).toContain(check.replace(/\.$/, ""));
  for (const value of alarm.threshold.match(/-?\d[\d.,]*/g) ?? []) expect(body).toContain(value);
  expect(body).toMatch(
    new RegExp(`cknowledge(?: the alarm)? within ${alarm.acknowledgeWithinMinutes} minutes`),
  );
  expect(body).toMatch(new RegExp(`\\b${alarm.escalateAfterMinutes} minutes`));
  expect(body).toContain(`${priorityOfSeverity[alarm.severity]} ticket`);
  const visit = {
    always: "A visit is always made",
    "if remote steps fail": "A visit is made if the remote steps fail",
    never: "never solved by a visit",
  };
  expect(body).toContain(visit[alarm.fieldVisit]);
});

test.each(incidents)("the review of $id states what the facts state", (incident) => {
  const body = plain(bodyOf(`incident-reviews/${incident.slug}.md`));
  const number = (value: number) => value.toLocaleString("en-GB");
  expect(body).toContain(incident.startedAt);
  expect(body).toMatch(new RegExp(`\\b${incident.minutes} minutes`));
  if (incident.customersAffected > 0) expect(body).toContain(number(incident.customersAffected));
  if (incident.failedCalls !== null)
    expect(body).toContain(`${incident.failedCalls} calls to the service failed`);
  for (const code of [...incident.sites, ...incident.alarmCodes]) expect(body).toContain(code);
  expect(body).toContain(personById(incident.ledBy).name);
  for (const { action, owner, done } of incident.actions) {
    const name = personById(owner).name;
    expect(body).toContain(`| ${action} | ${name} | ${done ? "Done" : "Open"} |`);
  }
});
