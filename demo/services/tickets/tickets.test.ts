import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServices, startTestServices } from "../services-fixture.ts";
import type { Ticket } from "./schema.ts";

let services: RunningServices;

beforeAll(async () => {
  services = await startTestServices("2026-11-20");
});
afterAll(() => services.stop());

type TicketList = { total: number; tickets: Ticket[]; nextCursor: string | null };

const fault = {
  title: "No light on BRG-07-OLT-1",
  category: "network-alarm",
  priority: "P1",
  site: "BRG-07",
  alarmCode: "LOS-4417",
};

async function list(query: string): Promise<TicketList> {
  const answer = await services.call("tickets", "GET", `/tickets${query}`);
  expect(answer.status).toBe(200);
  return answer.body as TicketList;
}

async function open(body: unknown = fault, headers: Record<string, string> = {}): Promise<Ticket> {
  const answer = await services.call("tickets", "POST", "/tickets", { body, headers });
  expect(answer.status).toBe(201);
  return answer.body as Ticket;
}

describe("finding tickets", () => {
  test("some thousands are there, and each filter narrows", async () => {
    const all = await list("?limit=1");
    expect(all.total).toBeGreaterThan(2000);
    const two = await list("?status=new&status=in-progress&limit=100");
    expect(two.total).toBeGreaterThan(20);
    expect(two.total).toBeLessThan(all.total);
    expect(new Set(two.tickets.map((ticket) => ticket.status))).toEqual(new Set(["new", "in-progress"]));
    const words = await list("?text=vpn%20mac");
    expect(words.total).toBeGreaterThan(0);
    for (const ticket of words.tickets) expect(`${ticket.title} ${ticket.description}`).toMatch(/vpn.*mac/i);
  });

  test("pages join without gap or repetition", async () => {
    const ids: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: TicketList = await list(
        `?category=it-access&limit=30${cursor === "" ? "" : `&cursor=${cursor}`}`,
      );
      ids.push(...page.tickets.map((ticket) => ticket.id));
      cursor = page.nextCursor;
      if (cursor === null) expect(ids).toHaveLength(page.total);
    }
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("nobody opened a ticket while the service was down, nine days ago from 10:12", async () => {
    const { tickets } = await list("?openedFrom=2026-11-11&openedTo=2026-11-11&limit=100");
    expect(tickets.length).toBeGreaterThan(10);
    const during = tickets.filter(
      (ticket) => ticket.openedAt >= "2026-11-11T10:12" && ticket.openedAt < "2026-11-11T10:57",
    );
    expect(during).toEqual([]);
  });

  test("counts add up to the total", async () => {
    const answer = await services.call("tickets", "GET", "/summary?groupBy=priority");
    const counts = answer.body as { total: number; groups: { name: string; count: number }[] };
    expect(counts.groups.map((group) => group.name).sort()).toEqual(["P1", "P2", "P3", "P4"]);
    expect(counts.groups.reduce((sum, group) => sum + group.count, 0)).toBe(counts.total);
  });

  test("a number is enough, with or without T-", async () => {
    for (const id of ["4712", "T-4712", "t-4712"]) {
      const answer = await services.call("tickets", "GET", `/tickets/${id}`);
      expect(answer.body).toMatchObject({ id: "T-4712", title: "Number still with the old company" });
    }
    expect((await services.call("tickets", "GET", "/tickets/999999")).status).toBe(404);
    const wrong = await services.call("tickets", "GET", "/tickets/seven");
    expect(wrong.status).toBe(422);
    expect(wrong.body).toMatchObject({ errors: [{ field: "ticketId" }] });
  });
});

describe("opening and changing tickets", () => {
  test("team and deadlines follow from category and priority", async () => {
    const ticket = await open(fault, { "X-On-Behalf-Of": "amelia.hart@northmere.example" });
    expect(ticket).toMatchObject({
      status: "new",
      team: "operations-centre",
      openedFor: "amelia.hart@northmere.example",
    });
    expect(Date.parse(ticket.respondBy) - Date.parse(ticket.openedAt)).toBe(15 * 60_000);
    expect(Date.parse(ticket.resolveBy) - Date.parse(ticket.openedAt)).toBe(4 * 3_600_000);
    expect((await list("?site=BRG-07&status=new")).tickets.map((found) => found.id)).toContain(ticket.id);
  });

  test("the same idempotency key opens one ticket", async () => {
    const headers = { "Idempotency-Key": "the same request" };
    const first = await open({ ...fault, title: "Opened only once" }, headers);
    const second = await services.call("tickets", "POST", "/tickets", {
      body: { ...fault, title: "Opened only once" },
      headers,
    });
    expect(second.body).toEqual(first);
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    const other = await services.call("tickets", "POST", "/tickets", { body: fault, headers });
    expect(other.status).toBe(422);
    expect(other.body).toMatchObject({ errors: [{ field: "Idempotency-Key" }] });
    expect((await list("?text=opened%20only%20once")).total).toBe(1);
  });

  test.each([
    [{ category: "billing" }, "title"],
    [{ title: "Something broke" }, "category"],
    [{ ...fault, priority: "P9" }, "priority"],
    [{ ...fault, site: "bristol" }, "site"],
    [{ ...fault, colour: "red" }, "colour"],
    [{ ...fault, watchers: ["nobody@northmere.example"] }, "watchers.0"],
    [{ ...fault, reportedBy: { kind: "customer", name: "Rosa Lima" } }, "reportedBy.customerNumber"],
    [{ ...fault, reportedBy: { kind: "ghost" } }, "reportedBy.kind"],
    [{ ...fault, resolveBy: "2020-01-01" }, "resolveBy"],
    [{ ...fault, resolveBy: "tomorrow" }, "resolveBy"],
    [[], "body"],
  ])("%j is refused because of %s", async (body, field) => {
    const before = (await list("?limit=1")).total;
    const answer = await services.call("tickets", "POST", "/tickets", { body });
    expect(answer.status).toBe(422);
    expect((answer.body as { errors: { field: string }[] }).errors.map((error) => error.field)).toContain(
      field,
    );
    expect((await list("?limit=1")).total).toBe(before);
  });

  test("a body that is no JSON, of another type or too large is refused", async () => {
    const status = async (body: unknown, headers: Record<string, string> = {}) =>
      (await services.call("tickets", "POST", "/tickets", { body, headers })).status;
    expect(await status("{")).toBe(400);
    expect(await status("title=x", { "content-type": "text/plain" })).toBe(415);
    expect(await status({ ...fault, description: "x".repeat(300_000) })).toBe(413);
  });

  test("a change needs the version that was seen, when one is named", async () => {
    const ticket = await open();
    const path = `/tickets/${ticket.id}`;
    const take = { status: "in-progress", assignee: "amelia.hart@northmere.example", reason: "Mine." };
    const changed = await services.call("tickets", "PATCH", path, {
      body: take,
      headers: { "If-Match": '"1"' },
    });
    expect(changed.body).toMatchObject({ status: "in-progress", version: 2 });
    const late = await services.call("tickets", "PATCH", path, {
      body: { priority: "P2" },
      headers: { "If-Match": '"1"' },
    });
    expect(late.status).toBe(412);
    const comments = await services.call("tickets", "GET", `${path}/comments`);
    expect(comments.body).toMatchObject({ comments: [{ text: "Mine.", audience: "internal" }] });
    expect((await services.call("tickets", "PATCH", path, { body: { reason: "nothing" } })).status).toBe(422);
  });

  test("a closed ticket takes no comment until it is opened again", async () => {
    const ticket = await open();
    const path = `/tickets/${ticket.id}`;
    const patch = (body: unknown) => services.call("tickets", "PATCH", path, { body });
    const comment = () =>
      services.call("tickets", "POST", `${path}/comments`, { body: { text: "Still broken." } });
    expect((await patch({ status: "closed" })).body).toMatchObject({ resolvedAt: expect.any(String) });
    expect((await comment()).status).toBe(409);
    expect((await patch({ title: "Another title" })).status).toBe(409);
    expect((await patch({ status: "in-progress" })).body).toMatchObject({ resolvedAt: null });
    expect((await comment()).status).toBe(201);
  });

  test("only a new ticket can be withdrawn, and its number is not given again", async () => {
    const ticket = await open();
    const path = `/tickets/${ticket.id}`;
    expect((await services.call("tickets", "DELETE", path)).status).toBe(204);
    expect((await services.call("tickets", "GET", path)).status).toBe(404);
    const next = await open();
    expect(next.id).not.toBe(ticket.id);
    await services.call("tickets", "PATCH", `/tickets/${next.id}`, { body: { status: "in-progress" } });
    expect((await services.call("tickets", "DELETE", `/tickets/${next.id}`)).status).toBe(409);
  });
});
