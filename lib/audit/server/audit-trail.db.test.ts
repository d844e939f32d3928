import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type AuditFilter, outcomes } from "#lib/audit/schema.ts";
import { leafHash } from "#lib/audit/server/canonical-event.ts";
import { eventHistogram } from "#lib/audit/server/event-histogram.ts";
import { exportEvents } from "#lib/audit/server/export-events.ts";
import { filterChoices } from "#lib/audit/server/filter-choices.ts";
import { getEvent } from "#lib/audit/server/get-event.ts";
import { nameFilter } from "#lib/audit/server/name-filter.ts";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { countEvents, findEvents } from "#lib/audit/server/repository.ts";
import { searchEvents } from "#lib/audit/server/search-events.ts";
import { makeEvents, testPeople, testTools } from "#lib/audit/testing/make-events.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";

const database = testDatabase();
const start = new Date("2026-03-02T08:00:00.000Z");
const made = 240;
const minute = (at: number) => new Date(start.getTime() + at * 60_000).toISOString();
const auditor = { id: newId(), name: "Ines Auditor", roles: ["auditor"] };
const seeded: AuditFilter = { from: minute(0), to: minute(made) };

beforeAll(() => makeEvents(made, start));

async function readAll(filter: AuditFilter, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let before: string | undefined;
  do {
    const page = await searchEvents(auditor, filter, { before, limit });
    ids.push(...page.events.map(({ id }) => id));
    before = page.nextCursor ?? undefined;
  } while (before);
  return ids;
}

describe("search", () => {
  it("is for auditors and administrators", async () => {
    const other = { ...auditor, roles: ["employee", "owner", "domain-lead"] };
    await expect(searchEvents(other, {}, { limit: 10 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(getEvent(other, newId())).rejects.toMatchObject({ code: "forbidden" });
    await expect(filterChoices(other, "")).rejects.toMatchObject({ code: "forbidden" });
  });

  it("gives every event once, newest first, however small the pages are", async () => {
    const ids = await readAll(seeded, 37);
    expect(ids).toHaveLength(made);
    expect(new Set(ids).size).toBe(made);
    expect(ids).toEqual(ids.toSorted().toReversed());
  });

  it("takes the beginning of a stretch of time and leaves its end out", async () => {
    const page = await searchEvents(auditor, { from: minute(10), to: minute(13) }, { limit: 50 });
    expect(page.events.map(({ occurredAt }) => occurredAt)).toEqual([minute(12), minute(11), minute(10)]);
    expect(page).toMatchObject({ total: 3, hasMore: false, nextCursor: null });
  });

  it("is an event itself, once per search and not once per page", async () => {
    const reads = () => db().auditEvent.count({ where: { type: "audit.read", actorId: auditor.id } });
    const before = await reads();
    await readAll({ ...seeded, outcome: "refused" }, 5);
    expect(await reads()).toBe(before + 1);
  });

  it("can leave reads of the trail out", async () => {
    const { events } = await searchEvents(auditor, { reads: "hidden" }, { limit: 200 });
    expect(events.length).toBeGreaterThan(0);
    expect(events.filter(({ type }) => type.startsWith("audit."))).toEqual([]);
  });

  it("finds words with signs that mean something in SQL as they are", async () => {
    const found = await searchEvents(auditor, { ...seeded, words: "100%_price\\" }, { limit: 200 });
    expect(found.total).toBeGreaterThan(0);
    expect(new Set(found.events.map(({ target }) => target?.name))).toEqual(new Set([testTools[2]?.name]));
    expect((await searchEvents(auditor, { ...seeded, words: "%" }, { limit: 5 })).total).toBe(found.total);
  });

  it("finds an event by any id that it holds", async () => {
    const [callId, runId] = [newId(), newId()];
    const id = await recordEvent({
      type: "tool.called",
      actor: { kind: "system", name: "Weft" },
      callId,
      runId,
    });
    for (const words of [callId, runId, id]) {
      expect((await searchEvents(auditor, { words }, { limit: 5 })).events.map((event) => event.id)).toEqual([
        id,
      ]);
    }
  });

  it("counts no further than it says", async () => {
    expect(await countEvents(seeded, 100)).toBe(100);
  });
});

const filters: fc.Arbitrary<AuditFilter> = fc.record(
  {
    actorId: fc.constantFrom(...testPeople.map(({ id }) => id), newId()),
    targetId: fc.constantFrom(...testTools.map(({ id }) => id)),
    type: fc.constantFrom("tool.called", "tool.", "policy.", "audit.read", "x.y"),
    outcome: fc.constantFrom(...outcomes),
    source: fc.constantFrom("live", "sample"),
    reads: fc.constantFrom("shown", "hidden"),
    from: fc.nat({ max: made }).map(minute),
    to: fc.nat({ max: made }).map(minute),
    words: fc.constantFrom("ana", "REASON 1", "desk", "tool.", "\\", "_", testTools[0]?.id ?? ""),
  },
  { requiredKeys: [] },
);

describe("histogram", () => {
  it("counts what the search finds, whatever the filter", async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (narrowing) => {
        const filter = { ...seeded, ...narrowing };
        const [{ buckets }, rows] = await Promise.all([
          eventHistogram(auditor, filter),
          findEvents(filter, 500),
        ]);
        const sum = (key: "total" | "refused" | "failed") =>
          buckets.reduce((all, bucket) => all + bucket[key], 0);
        if (filter.from && filter.to && filter.from < filter.to) {
          expect(sum("total")).toBe(rows.length);
          expect(sum("refused")).toBe(rows.filter(({ outcome }) => outcome === "refused").length);
          expect(sum("failed")).toBe(rows.filter(({ outcome }) => outcome === "failed").length);
        } else expect(rows).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("cuts any stretch of time into at most 97 equal buckets", async () => {
    for (const days of [0.01, 1, 30, 90, 4000]) {
      const to = new Date(start.getTime() + days * 86_400_000).toISOString();
      const { buckets, bucketSeconds } = await eventHistogram(auditor, { from: minute(0), to });
      expect(buckets.length).toBeLessThanOrEqual(97);
      expect(Date.parse(buckets.at(-1)?.start ?? "") + bucketSeconds * 1000).toBeGreaterThanOrEqual(
        Date.parse(to),
      );
    }
  });
});

describe("choices", () => {
  it("are the types that occur, and people and things by any part of their name", async () => {
    const all = await filterChoices(auditor, "");
    expect(all.types).toEqual(expect.arrayContaining(["policy.refused", "tool.called", "tool.published"]));
    expect(new Set(all.types).size).toBe(all.types.length);
    expect(all.actors.map(({ name }) => name)).toEqual(
      expect.arrayContaining(testPeople.map(({ name }) => name)),
    );
    await recordEvent({ type: "session.ended", actor: { kind: "person", id: newId(), name: "Inês Rua" } });
    expect((await filterChoices(auditor, "rua ines")).actors.map(({ name }) => name)).toEqual(["Inês Rua"]);
    const some = await filterChoices(auditor, "SALARY");
    expect(some.targets).toEqual([testTools[0]]);
    expect(some.actors).toEqual([]);
  });

  it("name a person as the latest event does", async () => {
    const [ana] = testPeople;
    if (!ana) throw new Error("There is one.");
    await recordEvent({ type: "session.ended", actor: { ...ana, name: "Ana Prates-Lima" } });
    expect(await nameFilter(auditor, { actorId: ana.id })).toEqual({
      actor: "Ana Prates-Lima",
      target: null,
    });
    expect((await filterChoices(auditor, "prates")).actors).toEqual([
      { id: ana.id, name: "Ana Prates-Lima" },
    ]);
  });
});

describe("one event", () => {
  it("stands between what came before and after in its run", async () => {
    const runId = newId();
    const ids: string[] = [];
    for (let at = 0; at < 20; at += 1) {
      ids.push(await recordEvent({ type: "tool.called", actor: { kind: "system", name: "Weft" }, runId }));
      await recordEvent({ type: "tool.called", actor: { kind: "system", name: "Weft" } });
    }
    const found = await getEvent(auditor, ids[10] ?? "");
    expect(found).toMatchObject({ contextBy: "run", contexts: ["run", "time"], isIntact: true });
    expect(found.before.map(({ id }) => id)).toEqual(ids.slice(2, 10));
    expect(found.after.map(({ id }) => id)).toEqual(ids.slice(11, 19));
    const byTime = await getEvent(auditor, ids[10] ?? "", "time");
    expect(byTime.contextBy).toBe("time");
    expect(byTime.before.at(-1)?.id).not.toBe(ids[9]);
  });

  it("that changed something stands among the other changes of the same thing", async () => {
    const target = { kind: "rule", id: newId(), name: "Pay only for Reward" };
    const [actor] = testPeople;
    if (!actor) throw new Error("There is one.");
    const friday = await recordEvent({
      type: "rule.changed",
      actor,
      target,
      changes: { before: { a: 1 }, after: { a: 2 } },
    });
    const monday = await recordEvent({
      type: "rule.changed",
      actor,
      target,
      changes: { before: { a: 2 }, after: { a: 1 } },
    });
    const found = await getEvent(auditor, friday);
    expect(found.contextBy).toBe("target");
    expect(found.after.map(({ id }) => id)).toEqual([monday]);
  });

  it("is kept as the very bytes that were hashed", async () => {
    const id = await recordEvent({
      type: "tool.published",
      actor: { kind: "system", name: "Weft" },
      reason: "ü 😀 \u0001",
      changes: { before: { z: 1, a: [1.5, null] }, after: {} },
    });
    const { canonical, event, isIntact } = await getEvent(auditor, id);
    expect(isIntact).toBe(true);
    expect(Buffer.from(leafHash(new TextEncoder().encode(canonical))).toString("hex")).toBe(event.leafHash);
    expect(JSON.parse(canonical)).toMatchObject({ id, reason: event.reason, changes: event.changes });
  });

  it("tells when bytes and hash do not belong together", async () => {
    const id = newId();
    await db().$executeRaw`
      INSERT INTO audit_event (id, type, schema_version, occurred_at, actor_kind, actor_name, outcome, rule_ids, source, canonical, leaf_hash)
      VALUES (${id}::uuid, 'tool.called', 1, now(), 'system', 'Weft', 'succeeded', '{}', 'live', ${Buffer.from("{}")}, ${Buffer.from("no hash")})`;
    expect((await getEvent(auditor, id)).isIntact).toBe(false);
  });
});

describe("export", () => {
  it("holds every match as hashed, and is in the trail before its first line", async () => {
    const filter: AuditFilter = { ...seeded, outcome: "refused" };
    const stream = await exportEvents(auditor, filter);
    const expected = await countEvents(filter);
    const record = await db().auditEvent.findFirst({
      where: { type: "audit.exported" },
      orderBy: { id: "desc" },
    });
    expect(record).toMatchObject({
      actorId: auditor.id,
      details: { filter, events: expected, format: "ndjson" },
    });
    const lines = (await new Response(stream).text()).trimEnd().split("\n");
    expect(lines).toHaveLength(expected);
    for (const line of lines) {
      const [, canonical = ""] = /^\{"event":(.*),"leafHash":"[0-9a-f]{64}"\}$/.exec(line) ?? [];
      const { event, leafHash: hash } = JSON.parse(line);
      expect(event.outcome).toBe("refused");
      expect(Buffer.from(leafHash(new TextEncoder().encode(canonical))).toString("hex")).toBe(hash);
    }
  });

  it("of nothing is empty", async () => {
    expect(await new Response(await exportEvents(auditor, { words: "no such thing" })).text()).toBe("");
  });
});

describe("the table", () => {
  it("refuses to change or delete an event, whoever asks", async () => {
    const where = `WHERE occurred_at < '${minute(5)}'`;
    for (const statement of [
      `UPDATE audit_event SET reason = 'another' ${where}`,
      `DELETE FROM audit_event ${where}`,
    ]) {
      await expect(db().$executeRawUnsafe(statement), database.kind).rejects.toThrow(/append-only/);
    }
    expect(await countEvents(seeded)).toBe(made);
  });
});
