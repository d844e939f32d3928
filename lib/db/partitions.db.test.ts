import { beforeAll, describe, expect, it } from "vitest";
import { ensurePartitions } from "#lib/db/partitions.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { lowerBound, newId } from "#lib/db/uuid.ts";

const database = testDatabase({ isEmpty: true });

beforeAll(async () => {
  await database.engine.execute(`
    CREATE TABLE fact (id uuid PRIMARY KEY, note text) PARTITION BY RANGE (id);
    CREATE TABLE fact_default PARTITION OF fact DEFAULT;
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'append-only'; END $$;
    CREATE TRIGGER fact_append_only BEFORE DELETE OR UPDATE ON fact FOR EACH ROW EXECUTE FUNCTION refuse();`);
});

const options = { tables: ["fact"], now: new Date("2026-11-20T12:00:00Z"), monthsBack: 0, monthsAhead: 1 };

async function placeOf(id: string): Promise<unknown> {
  const rows = await database.engine.query(
    "SELECT tableoid::regclass::text AS place FROM fact WHERE id = $1",
    [id],
  );
  return rows[0]?.place;
}

async function insertAt(time: string): Promise<string> {
  const id = lowerBound(new Date(time)).slice(0, 13) + newId().slice(13);
  await database.engine.query("INSERT INTO fact VALUES ($1, 'x')", [id]);
  return id;
}

describe("ensurePartitions", () => {
  it("makes the months around now, once, and ids find their month", async () => {
    expect(await ensurePartitions(database.engine, options)).toEqual(["fact_2026_11", "fact_2026_12"]);
    expect(await ensurePartitions(database.engine, options)).toEqual([]);
    expect(await placeOf(await insertAt("2026-11-01T00:00:00.000Z"))).toBe("fact_2026_11");
    expect(await placeOf(await insertAt("2026-11-30T23:59:59.999Z"))).toBe("fact_2026_11");
    expect(await placeOf(await insertAt("2026-12-01T00:00:00.000Z"))).toBe("fact_2026_12");
  });

  it("keeps what has no month, and moves it when its month comes, past append-only triggers", async () => {
    const early = await insertAt("2026-10-31T23:59:59.999Z");
    const later = await insertAt("2027-01-15T08:00:00.000Z");
    expect(await placeOf(early)).toBe("fact_default");
    expect(await placeOf(later)).toBe("fact_default");

    expect(await ensurePartitions(database.engine, { ...options, monthsAhead: 2 })).toEqual(["fact_2027_01"]);
    expect(await placeOf(early)).toBe("fact_default");
    expect(await placeOf(later)).toBe("fact_2027_01");
    for (const id of [early, later]) {
      await expect(database.engine.query("DELETE FROM fact WHERE id = $1", [id])).rejects.toThrow(
        "append-only",
      );
    }
  });

  it("bears two processes at once", async () => {
    const further = { ...options, monthsAhead: 6 };
    await Promise.all([
      ensurePartitions(database.engine, further),
      ensurePartitions(database.engine, further),
    ]);
    expect(await placeOf(await insertAt("2027-05-05T00:00:00Z"))).toBe("fact_2027_05");
  });

  it("leaves tables alone that do not exist", async () => {
    expect(await ensurePartitions(database.engine, { tables: ["nothing"] })).toEqual([]);
  });
});
