import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { afterCommit, isInTransaction, transaction } from "#lib/db/transaction.ts";

testDatabase({ isEmpty: true });

beforeAll(async () => {
  await db().$executeRaw`CREATE TABLE note (text text PRIMARY KEY)`;
});
beforeEach(async () => {
  await db().$executeRaw`DELETE FROM note`;
});

async function add(text: string): Promise<void> {
  await db().$executeRaw`INSERT INTO note VALUES (${text})`;
}

async function notes(): Promise<string[]> {
  const rows = await db().$queryRaw<{ text: string }[]>`SELECT text FROM note ORDER BY text`;
  return rows.map(({ text }) => text);
}

describe("transaction", () => {
  it("commits what was written and returns the value", async () => {
    const value = await transaction(async () => {
      await add("a");
      return 7;
    });
    expect(value).toBe(7);
    expect(await notes()).toEqual(["a"]);
  });

  it("rolls everything back when the work fails", async () => {
    const failed = transaction(async () => {
      await add("a");
      await pause(5);
      await add("b");
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    expect(await notes()).toEqual([]);
  });

  it("is not left by calls made deep inside it", async () => {
    await expect(
      transaction(async () => {
        await Promise.all([add("a"), pause(1).then(() => add("b"))]);
        expect(await notes()).toEqual(["a", "b"]);
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await notes()).toEqual([]);
  });

  it("joins the surrounding one", async () => {
    await expect(
      transaction(async () => {
        await transaction(() => add("inner"));
        throw new Error("outer");
      }),
    ).rejects.toThrow("outer");
    expect(await notes()).toEqual([]);
  });

  it("rolls back when joined work failed, even if that was caught", async () => {
    const outer = transaction(async () => {
      await add("outer");
      await transaction(async () => {
        await add("half");
        throw new Error("inner");
      }).catch(() => undefined);
    });
    await expect(outer).rejects.toThrow("inner");
    expect(await notes()).toEqual([]);
  });

  it("refuses work that outlives it", async () => {
    const late: { work?: Promise<void> } = {};
    await transaction(async () => {
      late.work = pause(50).then(() => add("late"));
      late.work.catch(() => undefined);
    });
    await expect(late.work).rejects.toThrow("after its transaction had ended");
    expect(await notes()).toEqual([]);
  });

  it("fails when the commit fails", async () => {
    await db().$executeRaw`CREATE TABLE child (text text REFERENCES note DEFERRABLE INITIALLY DEFERRED)`;
    const orphan = transaction(async () => {
      await db().$executeRaw`INSERT INTO child VALUES ('nobody')`;
    });
    await expect(orphan).rejects.toThrow();
    expect(await db().$queryRaw`SELECT * FROM child`).toEqual([]);
    await db().$executeRaw`DROP TABLE child`;
  });

  it("lets forty at once succeed", async () => {
    await add("0");
    const work = Array.from({ length: 40 }, () =>
      transaction(async () => {
        const before = await db().$queryRaw<{ text: string }[]>`SELECT text FROM note FOR UPDATE`;
        await pause(100);
        await db().$executeRaw`UPDATE note SET text = ${String(Number(before[0]?.text) + 1)}`;
      }),
    );
    await Promise.all(work);
    expect(await notes()).toEqual(["40"]);
  });
});

describe("afterCommit", () => {
  it("runs outside the transaction once it has committed", async () => {
    const seen: unknown[] = [];
    await transaction(async () => {
      await afterCommit(async () => seen.push(await notes(), isInTransaction()));
      await add("a");
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual([["a"], false]);
  });

  it("does not run after a rollback", async () => {
    const seen: string[] = [];
    const failed = transaction(async () => {
      await afterCommit(() => seen.push("ran"));
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    expect(seen).toEqual([]);
  });

  it("leaves the commit standing when it fails", async () => {
    const value = await transaction(async () => {
      await afterCommit(() => {
        throw new Error("later");
      });
      await add("a");
      return "done";
    });
    expect(value).toBe("done");
    expect(await notes()).toEqual(["a"]);
  });
});
