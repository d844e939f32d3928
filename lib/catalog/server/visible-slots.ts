import "server-only";
import { clauseTest } from "#lib/catalog/server/clause-test.ts";
import type { ToolTable } from "#lib/catalog/server/tool-table.ts";
import { SlotSet } from "#lib/catalog/slot-set.ts";
import type { PolicyRule, PolicySubject } from "#lib/policy/schema.ts";
import { visibleTools } from "#lib/policy/visible-tools.ts";

/** The tools that a person may discover, and those of them that they may use. */
export type VisibleSlots = {
  readonly seen: SlotSet;
  readonly usable: SlotSet;
  /** Room for what a reader makes of each slot while the sets hold. */
  readonly notes: Map<string, Uint8Array>;
};

type Remembered = VisibleSlots & { readonly table: ToolTable; readonly version: number };

/** People whose sets are remembered; two sets of 10,000 tools take 2.5 KB. */
const mostRemembered = 400;
const remembered = new Map<string, Remembered>();

function compute(table: ToolTable, subject: PolicySubject, rules: readonly PolicyRule[]): VisibleSlots {
  const maySee = clauseTest(visibleTools("discover", subject, rules));
  const mayUse = clauseTest(visibleTools("use", subject, rules));
  const seen = new SlotSet(table.capacity);
  const usable = new SlotSet(table.capacity);
  for (const slot of table.slots()) {
    const facts = table.at(slot)?.facts;
    if (!facts || !maySee(facts)) continue;
    seen.add(slot);
    if (mayUse(facts)) usable.add(slot);
  }
  return { seen, usable, notes: new Map() };
}

/** Everything that the sets depend on beside the table; the rules are those of this moment. */
export function subjectKey(subject: PolicySubject, rules: readonly PolicyRule[]): string {
  return JSON.stringify([subject, rules]);
}

/**
 * What a person may discover and use at this moment. Made once for each state of table, rules and person, and
 * remembered for the people who asked last.
 */
export function visibleSlots(
  table: ToolTable,
  key: string,
  subject: PolicySubject,
  rules: readonly PolicyRule[],
): VisibleSlots {
  const known = remembered.get(key);
  remembered.delete(key);
  const isFitting = known !== undefined && known.table === table && known.version === table.version;
  const visible = isFitting ? known : { ...compute(table, subject, rules), table, version: table.version };
  remembered.set(key, visible);
  const [oldest] = remembered.keys();
  if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
  return visible;
}
