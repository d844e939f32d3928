import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { dayOf } from "#lib/telemetry/portal-days.ts";

testDatabase();

/** Around midnight, in winter, in summer and where clocks change. */
const moments = [
  "2026-01-10T23:59:59.999Z",
  "2026-03-28T23:30:00.000Z",
  "2026-03-29T00:59:59.999Z",
  "2026-03-29T22:59:59.999Z",
  "2026-03-29T23:00:00.000Z",
  "2026-07-10T23:00:00.000Z",
  "2026-10-24T22:59:59.999Z",
  "2026-10-24T23:00:00.000Z",
  "2026-10-25T23:59:59.999Z",
  "2026-10-26T00:00:00.000Z",
];

test.each(["UTC", "Europe/London", "Europe/Lisbon", "Pacific/Auckland"])(
  "the database and the page agree on which day a moment belongs to in %s",
  async (zone) => {
    const rows = await db().$queryRaw<{ day: string }[]>`
      SELECT to_char(at AT TIME ZONE ${zone}, 'YYYY-MM-DD') AS day
      FROM unnest(${moments}::timestamptz[]) WITH ORDINALITY AS given(at, place) ORDER BY place`;
    expect(rows.map(({ day }) => day)).toEqual(moments.map((moment) => dayOf(new Date(moment), zone)));
  },
);
