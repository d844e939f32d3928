import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import { makePerson } from "#lib/identity/testing/make-people.ts";
import { startJobs } from "#lib/jobs/start-jobs.ts";
import { sendMailAgain, sendMailSoon } from "#lib/notifications/server/mail-jobs.ts";
import { notifyPeople } from "#lib/notifications/server/notify-people.ts";
import { openPostOffice } from "#lib/notifications/server/post-office.ts";
import { sendWaitingMail } from "#lib/notifications/server/send-waiting-mail.ts";
import { type MailServer, startMailServer, startOddServer } from "#lib/notifications/testing/mail-server.ts";

const from = "Weft <weft@portal.example>";
const portal = "https://weft.example.com";
/** The server that this process is set up for, before anything reads its settings. */
const configured = await vi.hoisted(async () => {
  const { startMailServer } = await import("#lib/notifications/testing/mail-server.ts");
  const server = await startMailServer();
  vi.stubEnv("WEFT_SMTP_URL", server.url);
  vi.stubEnv("WEFT_MAIL_FROM", "Weft <weft@portal.example>");
  vi.stubEnv("WEFT_PUBLIC_URL", "https://weft.example.com");
  return server;
});

testDatabase();
const open: Pick<MailServer, "close">[] = [];
const kept = <Server extends Pick<MailServer, "close">>(server: Server): Server => {
  open.push(server);
  return server;
};
beforeEach(async () => {
  await db().notification.deleteMany({});
});
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

type Facts = { title?: string; body?: string; name?: string; email?: string; hoursAgo?: number };
async function waitingMail({
  title = "News",
  body = "",
  hoursAgo = 0,
  ...person
}: Facts = {}): Promise<string> {
  const { id: personId } = await makePerson(person);
  const id = newId();
  const createdAt = new Date(Date.now() - hoursAgo * 3_600_000);
  const words = { kind: "question-asked", title, body, href: "/owner/ticket-desk", key: id };
  await db().notification.create({ data: { id, personId, ...words, mail: "waiting", createdAt } });
  return id;
}
const stateOf = async (id: string) =>
  (await db().notification.findUniqueOrThrow({ where: { id }, select: { mail: true } })).mail;
const quick = { connectMs: 300, silenceMs: 300, wholeMs: 1500 };
const never = new AbortController().signal;
const send = (url: string, signal = never) =>
  sendWaitingMail(openPostOffice({ smtpUrl: url, from }, quick), portal, signal);
/** As if the pause after a try were over. */
const letTimePass = () => db().notification.updateMany({ data: { mailedAt: null } });

describe("a mail that is sent", () => {
  test("goes out with the change that it tells of, once, as text and HTML with a link", async () => {
    const vera = await makePerson({ name: "Vera Küster", email: "vera@portal.example" });
    const news = {
      title: "Ticket Desk <2.4.0> is there",
      body: "Read <b>this</b>.",
      href: "/catalog/a?b=1&c",
    };
    const runner = await startJobs([sendMailSoon, sendMailAgain], { pollMs: 100 });
    try {
      await notifyPeople([vera.id], { kind: "question-answered", ...news, key: "k" });
      await notifyPeople([vera.id], { kind: "question-answered", ...news, key: "k" });
      await vi.waitFor(() => expect(configured.taken).toHaveLength(1), { timeout: 5000 });
      await vi.waitFor(async () => {
        expect(await db().notification.findMany({ select: { mail: true } })).toEqual([{ mail: "sent" }]);
      });
    } finally {
      await runner.stop();
    }
    const [{ to, source } = { to: [], source: "" }] = configured.taken;
    expect(to).toEqual(["vera@portal.example"]);
    expect(source).toMatch(/^From: Weft <weft@portal\.example>\r$/m);
    expect(source).toMatch(/^To: =\?UTF-8\?Q\?Vera_K=C3=BCster\?= <vera@portal\.example>\r$/m);
    expect(source).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(source).toContain("https://weft.example.com/catalog/a?b=3D1&c");
    expect(source).toContain("Read &lt;b&gt;this&lt;/b&gt;.");
    expect(source).toMatch(/^Message-ID: <[0-9a-f-]{36}@portal\.example>\r$/m);
    await configured.close();
  });

  test("is sent by one of several senders", async () => {
    const server = kept(await startMailServer());
    const ids: string[] = [];
    for (let at = 0; at < 30; at += 1) ids.push(await waitingMail({ title: `No ${at}` }));
    const rounds = await Promise.all([send(server.url), send(server.url), send(server.url)]);
    expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBe(30);
    expect(new Set(server.taken.map(({ source }) => /^Message-ID: (.*)\r$/m.exec(source)?.[1])).size).toBe(
      30,
    );
    expect(await db().notification.count({ where: { mail: "sent" } })).toBe(30);
  });

  test("carries no second header, whatever stands in title and name", async () => {
    const server = kept(await startMailServer());
    await waitingMail({
      title: "Hello\r\nBcc: all@portal.example\r\n\r\n<script>",
      name: 'Eve"\r\nBcc: all@portal.example, <eve@evil.example>',
      email: "eve@portal.example",
    });
    await send(server.url);
    const [mail] = server.taken;
    expect(mail?.to).toEqual(["eve@portal.example"]);
    expect(mail?.source.split("\r\n\r\n")[0]).not.toMatch(/^Bcc:/im);
  });

  test("does not go to an address that is none, to somebody who left, or about what was read", async () => {
    const server = kept(await startMailServer());
    const several = await waitingMail({ email: "a@portal.example, b@portal.example" });
    const left = await waitingMail();
    await db().person.updateMany({
      where: { notifications: { some: { id: left } } },
      data: { isActive: false },
    });
    const read = await waitingMail();
    await db().notification.update({ where: { id: read }, data: { readAt: new Date() } });
    await send(server.url);
    expect(server.taken).toEqual([]);
    expect([await stateOf(several), await stateOf(left), await stateOf(read)]).toEqual([
      "failed",
      "none",
      "none",
    ]);
  });
});

describe("a mail server that is not well", () => {
  test("that refuses a person for good fails that mail and takes the next", async () => {
    const server = kept(
      await startMailServer({
        onRcptTo({ address }, _, done) {
          const isNobody = address.startsWith("nobody@");
          done(isNobody ? Object.assign(new Error("No such mailbox"), { responseCode: 550 }) : undefined);
        },
      }),
    );
    const nobody = await waitingMail({ email: "nobody@portal.example" });
    const somebody = await waitingMail();
    expect(await send(server.url)).toEqual({ sent: 1, isReachable: true });
    expect([await stateOf(nobody), await stateOf(somebody)]).toEqual(["failed", "sent"]);
  });

  test("that asks to come back later gets the mail once, after a pause", async () => {
    let isLater = true;
    const server = kept(
      await startMailServer({
        onRcptTo(_, __, done) {
          done(isLater ? Object.assign(new Error("Greylisted"), { responseCode: 450 }) : undefined);
        },
      }),
    );
    const id = await waitingMail();
    await send(server.url);
    await send(server.url);
    expect([await stateOf(id), server.connections()]).toEqual(["waiting", 1]);
    isLater = false;
    await letTimePass();
    await send(server.url);
    await send(server.url);
    expect([await stateOf(id), server.taken.length]).toEqual(["sent", 1]);
  });

  test.each([
    ["hangs without a greeting", () => undefined],
    ["is cut after its greeting", (socket) => socket.end("220 hello\r\n")],
    ["is no mail server", (socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")],
    ["closes at once", (socket) => socket.destroy()],
    [
      "is cut before it says yes to a mail",
      (socket) => {
        let isReading = false;
        socket.write("220 hello\r\n");
        socket.on("data", (data) => {
          if (isReading && data.toString().endsWith("\r\n.\r\n")) socket.destroy();
          if (isReading) return;
          isReading = data.toString().startsWith("DATA");
          socket.write(isReading ? "354 go on\r\n" : "250 ok\r\n");
        });
      },
    ],
    [
      "says something for ever",
      (socket) => {
        const timer = setInterval(() => socket.write("220-still here\r\n"), 50);
        socket.on("close", () => clearInterval(timer));
      },
    ],
    ["is at its limit", (socket) => socket.end("421 too many connections\r\n")],
  ] as [string, Parameters<typeof startOddServer>[0]][])(
    "that %s is asked once in a round, and everything waits on",
    async (_, behave) => {
      const server = kept(await startOddServer(behave));
      const ids = [await waitingMail(), await waitingMail(), await waitingMail()];
      expect(await send(server.url)).toEqual({ sent: 0, isReachable: false });
      expect(server.connections()).toBe(1);
      for (const id of ids) expect(await stateOf(id)).toBe("waiting");
      const well = kept(await startMailServer());
      expect(await send(well.url)).toEqual({ sent: 3, isReachable: true });
    },
  );

  test("that is not there at all lets everything wait", async () => {
    const server = await startMailServer();
    await server.close();
    const id = await waitingMail();
    expect(await send(server.url)).toEqual({ sent: 0, isReachable: false });
    expect(await stateOf(id)).toBe("waiting");
  });

  test("for a day gets none of yesterday's mail", async () => {
    const server = kept(await startMailServer());
    const old = await waitingMail({ hoursAgo: 25 });
    const recent = await waitingMail({ hoursAgo: 23 });
    await send(server.url);
    expect([await stateOf(old), await stateOf(recent), server.taken.length]).toEqual(["failed", "sent", 1]);
  });

  test("and a process that stops meanwhile gives back what it had taken", async () => {
    const server = kept(await startOddServer(() => undefined));
    const ids = [await waitingMail(), await waitingMail()];
    const stop = new AbortController();
    const round = send(server.url, stop.signal);
    setTimeout(() => stop.abort(), 50);
    expect(await round).toEqual({ sent: 0, isReachable: false });
    const rows = await db().notification.findMany({ where: { id: { in: ids } }, select: { mailedAt: true } });
    expect(rows).toEqual([{ mailedAt: null }, { mailedAt: null }]);
  });
});

test("what waits is found by an index of its own, which the rest does not fill", async () => {
  const plan = await db().$transaction(async (inside) => {
    // The table of a test is so small that reading it whole is always cheaper.
    await inside.$executeRaw`SET LOCAL enable_seqscan = off`;
    await inside.$executeRaw`SET LOCAL enable_bitmapscan = off`;
    return inside.$queryRaw<Record<string, string>[]>`
      EXPLAIN SELECT id FROM notification WHERE mail = 'waiting' ORDER BY created_at, id LIMIT 10`;
  });
  expect(plan.map((row) => Object.values(row)[0]).join("\n")).toContain("notification_waiting_mail_idx");
});
