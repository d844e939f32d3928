import { describe, expect, inject, it, vi } from "vitest";
import { listen, notify } from "#lib/db/notify.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { transaction } from "#lib/db/transaction.ts";

const database = testDatabase({ isEmpty: true });

describe("notify and listen", () => {
  it("brings payloads to every listener of the channel until it stops", async () => {
    const [a, b, other] = [vi.fn(), vi.fn(), vi.fn()];
    const stopA = await listen("news", a);
    await listen("news", b);
    await listen("other_news", other);
    await notify("news", 'it\'s "new"');
    await vi.waitFor(() => expect(b).toHaveBeenCalledWith('it\'s "new"'));
    expect(a).toHaveBeenCalledTimes(1);
    await stopA();
    await notify("news", "again");
    await vi.waitFor(() => expect(b).toHaveBeenLastCalledWith("again"));
    expect(a).toHaveBeenCalledTimes(1);
    expect(other).not.toHaveBeenCalled();
  });

  it("sends with the commit, and nothing after a rollback", async () => {
    const heard: unknown[] = [];
    await listen("commits", (payload) => heard.push(payload));
    await transaction(async () => {
      await notify("commits", "lost");
      throw new Error("no");
    }).catch(() => undefined);
    await transaction(async () => {
      await notify("commits", "kept");
      expect(heard).toEqual([]);
    });
    await vi.waitFor(() => expect(heard).toEqual(["kept"]));
  });

  it("refuses payloads that are too long and channels that are no names", async () => {
    await expect(notify("news", "x".repeat(8_000))).rejects.toThrow("7900 bytes");
    await expect(notify('a"; DROP TABLE person', "")).rejects.toThrow("no channel name");
  });

  it.skipIf(inject("databaseTemplate").kind === "embedded")(
    "comes back after a lost connection and says that something may be missing",
    async () => {
      const heard: unknown[] = [];
      await listen("return", (payload) => heard.push(payload));
      await database.engine.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'weft-listen' AND datname = current_database()",
      );
      await vi.waitFor(() => expect(heard).toEqual([undefined]), { timeout: 10_000 });
      await notify("return", "here");
      await vi.waitFor(() => expect(heard).toEqual([undefined, "here"]));
    },
  );
});
