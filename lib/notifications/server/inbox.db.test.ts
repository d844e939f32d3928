import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asSampleAt } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { encodeCursor } from "#lib/db/pagination.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { transaction } from "#lib/db/transaction.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makePerson, makeViewer } from "#lib/identity/testing/make-people.ts";
import { inboxQuerySchema, readAllSchema } from "#lib/notifications/schema.ts";
import { countUnread, listNotifications } from "#lib/notifications/server/list-notifications.ts";
import {
  markAllRead,
  markNotification,
  undoMarkAllRead,
} from "#lib/notifications/server/mark-notifications.ts";
import { type News, notifyPeople } from "#lib/notifications/server/notify-people.ts";
import { changePreference, listPreferences } from "#lib/notifications/server/preferences.ts";

let viewer: Viewer;
let other: Viewer;

testDatabase();
beforeAll(async () => {
  viewer = await makeViewer({ name: "Vera" });
  other = await makeViewer({ name: "Otto" });
});
beforeEach(async () => {
  await db().notification.deleteMany({});
  await db().notificationPreference.deleteMany({});
});

const news = (change: Partial<News> = {}): News => ({
  kind: "release-published",
  title: "Ticket Desk 2.4.0 is there",
  body: "",
  href: "/catalog/ticket-desk",
  key: crypto.randomUUID(),
  ...change,
});
const inbox = (who: Viewer, query: Record<string, unknown> = {}) =>
  listNotifications(who, inboxQuerySchema.parse(query));
const titles = async (who: Viewer, query?: Record<string, unknown>) =>
  (await inbox(who, query)).notifications.map(({ title }) => title);
const at = <T>(time: string, work: () => Promise<T>) => asSampleAt(() => new Date(time), work);
const later = "2100-01-01T00:00:00.000Z";

describe("who is told", () => {
  test("each person once, and not who did it or has left", async () => {
    const gone = await makePerson();
    await db().person.update({ where: { id: gone.id }, data: { isActive: false } });
    const said = news({ exceptId: other.id });
    await notifyPeople([viewer.id, viewer.id, null, undefined, other.id, gone.id], said);
    await notifyPeople([viewer.id], said);
    expect(await db().notification.findMany({ select: { personId: true, mail: true } })).toEqual([
      { personId: viewer.id, mail: "none" },
    ]);
  });

  test("nobody, when what they are told of did not happen", async () => {
    const failing = transaction(async () => {
      await notifyPeople([viewer.id], news());
      throw new Error("it did not happen");
    });
    await expect(failing).rejects.toThrow("it did not happen");
    expect(await countUnread(viewer)).toBe(0);
  });

  test("not who switched a kind off, but everybody of what somebody waits for", async () => {
    await changePreference(viewer, "release-published", { inbox: false, mail: false });
    await notifyPeople([viewer.id, other.id], news());
    expect([await countUnread(viewer), await countUnread(other)]).toEqual([0, 1]);
    const required = changePreference(viewer, "transfer-offered", { inbox: false, mail: false });
    await expect(required).rejects.toMatchObject({ code: "invalid-input", fields: [{ path: "inbox" }] });
    // Even a row that should not be there does not keep it out.
    await db().notificationPreference.create({
      data: { personId: viewer.id, kind: "transfer-offered", inbox: false, mail: false },
    });
    await notifyPeople([viewer.id], news({ kind: "transfer-offered" }));
    expect(await countUnread(viewer)).toBe(1);
  });
});

describe("the inbox", () => {
  test("lists newest first, page by page, by kind and state, and only one's own", async () => {
    for (const hour of [1, 2, 3, 4, 5]) {
      const kind = hour % 2 === 0 ? "question-asked" : "release-published";
      await at(`2026-03-0${hour}T10:00:00Z`, () =>
        notifyPeople([viewer.id], news({ kind, title: `N${hour}` })),
      );
    }
    await notifyPeople([other.id], news({ title: "Not Vera's" }));
    const first = await inbox(viewer, { limit: 2 });
    const second = await inbox(viewer, { limit: 2, cursor: first.nextCursor });
    const third = await inbox(viewer, { limit: 2, cursor: second.nextCursor });
    const pages = [first, second, third].map((page) => page.notifications.map(({ title }) => title));
    expect(pages).toEqual([["N5", "N4"], ["N3", "N2"], ["N1"]]);
    expect(third.nextCursor).toBeNull();
    expect(await titles(viewer, { kind: "question-asked" })).toEqual(["N4", "N2"]);
    await markNotification(viewer, first.notifications[0]?.id ?? "", true);
    expect(await titles(viewer, { show: "unread", limit: 2 })).toEqual(["N4", "N3"]);
    const ancient = encodeCursor({ value: "0000-01-01T00:00:00.000Z", id: viewer.id });
    for (const cursor of ["nonsense", ancient]) {
      await expect(inbox(viewer, { cursor })).rejects.toMatchObject({ code: "invalid-input" });
    }
    expect(readAllSchema.safeParse({ kind: null, until: "0000-01-01T00:00:00Z" }).success).toBe(false);
  });

  test("several of one moment are neither lost nor doubled between pages", async () => {
    await at("2026-03-01T10:00:00Z", async () => {
      for (const name of ["a", "b", "c"]) await notifyPeople([viewer.id], news({ title: name }));
    });
    const first = await inbox(viewer, { limit: 2 });
    const second = await inbox(viewer, { limit: 2, cursor: first.nextCursor });
    const seen = [...first.notifications, ...second.notifications].map(({ title }) => title);
    expect(seen.toSorted()).toEqual(["a", "b", "c"]);
  });

  test("leads nowhere but into the portal", async () => {
    await notifyPeople([viewer.id], news({ href: "https://elsewhere.example/" }));
    await notifyPeople([viewer.id], news({ href: "//elsewhere.example/" }));
    const { notifications } = await inbox(viewer);
    expect(notifications.map(({ href }) => href)).toEqual(["/", "/"]);
  });
});

describe("reading", () => {
  test("counts what is unread; marking twice keeps the first moment; nobody marks for others", async () => {
    await notifyPeople([viewer.id], news());
    const [one] = (await inbox(viewer)).notifications;
    const id = one?.id ?? "";
    const read = await markNotification(viewer, id, true);
    expect(await countUnread(viewer)).toBe(0);
    expect(await markNotification(viewer, id, true)).toEqual(read);
    expect((await markNotification(viewer, id, false)).readAt).toBeNull();
    await expect(markNotification(other, id, true)).rejects.toMatchObject({ code: "not-found" });
    expect(await countUnread(viewer)).toBe(1);
  });

  test("all at once leaves out what came later, and is undone without what was read before", async () => {
    await at("2026-03-01T10:00:00Z", () => notifyPeople([viewer.id], news({ title: "read before" })));
    await at("2026-03-02T10:00:00Z", () => notifyPeople([viewer.id], news({ title: "seen" })));
    await at("2026-03-03T10:00:00Z", () =>
      notifyPeople([viewer.id, other.id], news({ title: "came later" })),
    );
    const { notifications } = await inbox(viewer);
    await markNotification(viewer, notifications[2]?.id ?? "", true);
    const marked = await markAllRead(viewer, { kind: null, until: notifications[1]?.createdAt ?? "" });
    expect(marked.count).toBe(1);
    expect(await titles(viewer, { show: "unread" })).toEqual(["came later"]);
    const again = await markAllRead(viewer, { kind: null, until: notifications[1]?.createdAt ?? "" });
    expect(again.count).toBe(0);
    expect(await undoMarkAllRead(other, marked.readAt)).toEqual({ count: 0 });
    expect(await undoMarkAllRead(viewer, marked.readAt)).toEqual({ count: 1 });
    expect(await titles(viewer, { show: "unread" })).toEqual(["came later", "seen"]);
  });

  test("all of one kind leaves the others, and what never was in the inbox stays out of it", async () => {
    await notifyPeople([viewer.id], news({ title: "release" }));
    await notifyPeople([viewer.id], news({ title: "answer", kind: "question-answered" }));
    await db().notification.updateMany({ where: { title: "release" }, data: { inInbox: false } });
    expect(await titles(viewer)).toEqual(["answer"]);
    expect((await markAllRead(viewer, { kind: "release-published", until: later })).count).toBe(0);
    expect((await markAllRead(viewer, { kind: "question-answered", until: later })).count).toBe(1);
  });

  test("more than a hundred count as a hundred", async () => {
    await db().notification.createMany({
      data: Array.from({ length: 130 }, () => {
        const { kind, title, body, href, key } = news();
        const createdAt = new Date();
        return { id: crypto.randomUUID(), personId: viewer.id, kind, title, body, href, key, createdAt };
      }),
    });
    expect(await countUnread(viewer)).toBe(100);
  });
});

describe("what a person chose", () => {
  test("stands beside the standard of each kind, and is noted once in the trail", async () => {
    const before = await listPreferences(viewer);
    expect(before.sendsMail).toBe(false);
    const kindOf = (list: typeof before, kind: string) => list.kinds.find((one) => one.kind === kind);
    expect(kindOf(before, "question-answered")).toMatchObject({ inbox: true, mail: true, isRequired: false });
    const chosen = { inbox: true, mail: false };
    const events = () => db().auditEvent.count({ where: { type: "notification.preference-changed" } });
    const count = await events();
    await changePreference(viewer, "question-answered", chosen);
    await changePreference(viewer, "question-answered", chosen);
    expect(await events()).toBe(count + 1);
    expect(kindOf(await listPreferences(viewer), "question-answered")).toMatchObject(chosen);
    expect(kindOf(await listPreferences(other), "question-answered")).toMatchObject({ mail: true });
  });

  test("two changes at once leave one of them whole", async () => {
    const choices = [
      { inbox: true, mail: false },
      { inbox: false, mail: true },
    ];
    await Promise.all(choices.map((choice) => changePreference(viewer, "review-written", choice)));
    const rows = await db().notificationPreference.findMany({ select: { inbox: true, mail: true } });
    expect(rows).toHaveLength(1);
    expect(choices).toContainEqual(rows[0]);
  });
});
