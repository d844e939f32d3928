import type { AuditEventInput } from "#lib/audit/schema.ts";
import type { UsageInput } from "#lib/telemetry/schema.ts";
import type { SeededPerson } from "../organisation.ts";

/** An event of the past with its moment and the place it came from. */
export type SampleEvent = {
  readonly at: Date;
  readonly input: AuditEventInput;
  /** Whose browser it was; null for the portal itself. */
  readonly from: SeededPerson | null;
  /** Events of one request share it. */
  readonly request: string | null;
};

export type SampleUsage = UsageInput & { readonly at: Date; readonly request: string | null };

export type SampleSession = {
  readonly id: string;
  readonly person: SeededPerson;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly endedAt: Date | null;
  readonly endedReason: "signed-out" | "deactivated" | null;
};

/** What happened before the first sign-in, as it is collected. */
export type SampleHistory = {
  readonly events: SampleEvent[];
  readonly usage: SampleUsage[];
  readonly sessions: SampleSession[];
};

export function actorOf(person: SeededPerson): { kind: "person"; id: string; name: string } {
  return { kind: "person", id: person.personId, name: person.name };
}
