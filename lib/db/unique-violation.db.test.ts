import { expect, it } from "vitest";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { transaction } from "#lib/db/transaction.ts";
import { violatedUnique } from "#lib/db/unique-violation.ts";
import { newId } from "#lib/db/uuid.ts";

testDatabase();

it("names the index that a write ran into, in and outside transactions", async () => {
  const create = () => db().domain.create({ data: { id: newId(), slug: "finance", name: "Finance" } });
  await create();
  expect(violatedUnique(await create().catch((error: unknown) => error))).toBe("domain_slug_key");
  expect(violatedUnique(await transaction(create).catch((error: unknown) => error))).toBe("domain_slug_key");
});

it("keeps quiet about other errors", async () => {
  const orphan = db().team.create({ data: { id: newId(), slug: "a", name: "A", domainId: newId() } });
  expect(violatedUnique(await orphan.catch((error: unknown) => error))).toBeUndefined();
  expect(violatedUnique(new Error('unique constraint "x"'))).toBeUndefined();
});
