import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { InboxList } from "#components/notifications/inbox-list.tsx";
import { NowProvider } from "#components/ui/now.tsx";
import { toastStore } from "#components/ui/toast-store.ts";
import { TooltipProvider } from "#components/ui/tooltip.tsx";
import type { Notification } from "#lib/notifications/schema.ts";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn(), push: vi.fn() }) }));

const message = (at: number, change: Partial<Notification> = {}): Notification => ({
  id: `01990000-0000-7000-8000-00000000000${at}`,
  kind: "question-asked",
  title: `Message ${at}`,
  body: "",
  href: `/catalog/tool-${at}`,
  createdAt: `2026-03-0${at}T10:00:00.000Z`,
  readAt: null,
  source: "live",
  ...change,
});

/** What the server has; a PATCH is answered when `release` says so. */
let stored: Notification[];
let sent: string[];
let answers: (() => void)[];
let fails: boolean;
const markedAt = "2026-03-09T10:00:00.000Z";

beforeEach(() => {
  stored = [message(3), message(2), message(1, { readAt: "2026-03-01T11:00:00.000Z" })];
  sent = [];
  answers = [];
  fails = false;
  vi.stubGlobal("fetch", async (url: string, init?: RequestInit) => {
    const body = init?.body ? JSON.parse(String(init.body)) : {};
    if (url.endsWith("/unread")) return Response.json({ unread: 0 });
    if (init?.method === "PATCH") {
      sent.push(`${url.at(-1)} ${body.isRead ? "read" : "unread"}`);
      await new Promise<void>((resolve) => answers.push(resolve));
      const error = {
        code: "internal",
        message: "No.",
        mend: null,
        fields: [],
        details: null,
        requestId: "r",
      };
      if (fails) return Response.json({ error }, { status: 500 });
      const one = stored.find(({ id }) => url.endsWith(id));
      const saved = one && { ...one, readAt: body.isRead ? markedAt : null };
      stored = stored.map((other) => (other.id === saved?.id ? saved : other));
      return Response.json(saved);
    }
    if (url.endsWith("/read-marks")) {
      sent.push(`all until ${body.until}`);
      return Response.json({ count: 2, readAt: markedAt });
    }
    if (url.endsWith("/undo")) {
      sent.push(`undo ${body.readAt}`);
      return Response.json({ count: 2 });
    }
    return Response.json({ notifications: stored, nextCursor: null });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open() {
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } })}>
      <NowProvider now={Date.parse("2026-03-03T12:00:00Z")}>
        <TooltipProvider>
          <InboxList filter={{ show: "all" }} first={{ notifications: stored, nextCursor: null }} />
        </TooltipProvider>
      </NowProvider>
    </QueryClientProvider>,
  );
}
const button = (name: string) => screen.getByRole("button", { name });
const answer = () => act(async () => answers.shift()?.());

test("two quick clicks are sent one after the other, and the last one holds", async () => {
  open();
  fireEvent.click(button("Mark as read: Message 3"));
  fireEvent.click(await screen.findByRole("button", { name: "Mark as unread: Message 3" }));
  await waitFor(() => expect(sent).toEqual(["3 read"]));
  await answer();
  await waitFor(() => expect(sent).toEqual(["3 read", "3 unread"]));
  await answer();
  await waitFor(() => expect(stored[0]?.readAt).toBeNull());
  expect(await screen.findByRole("button", { name: "Mark as read: Message 3" })).toBeTruthy();
});

test("opening marks as read, and what failed is shown as it is", async () => {
  open();
  fails = true;
  const link = screen.getByRole("link", { name: "Message 2" });
  link.addEventListener("click", (event) => event.preventDefault());
  fireEvent.click(link);
  expect(await screen.findByRole("button", { name: "Mark as unread: Message 2" })).toBeTruthy();
  await waitFor(() => expect(sent).toEqual(["2 read"]));
  await answer();
  expect(await screen.findByRole("button", { name: "Mark as read: Message 2" })).toBeTruthy();
});

test("all are marked up to the newest that is shown, and undone by the moment of the marking", async () => {
  open();
  fireEvent.click(button("Mark all as read"));
  await waitFor(() => expect(screen.queryByText("Unread:", { exact: false })).toBeNull());
  expect(sent).toEqual(["all until 2026-03-03T10:00:00.000Z"]);
  const toast = toastStore.read().at(-1);
  act(() => toast?.action?.onSelect());
  await waitFor(() => expect(sent.at(-1)).toBe(`undo ${markedAt}`));
  expect(await screen.findByRole("button", { name: "Mark as read: Message 2" })).toBeTruthy();
  // What was read before stays read.
  expect(button("Mark as unread: Message 1")).toBeTruthy();
});

test("arrow keys move between messages, and R marks the one that is looked at", async () => {
  open();
  const [first, second] = screen.getAllByRole("link");
  first?.focus();
  fireEvent.keyDown(first as HTMLElement, { key: "ArrowDown" });
  expect(document.activeElement).toBe(second);
  fireEvent.keyDown(second as HTMLElement, { key: "r" });
  expect(await screen.findByRole("button", { name: "Mark as unread: Message 2" })).toBeTruthy();
  fireEvent.keyDown(second as HTMLElement, { key: "ArrowUp" });
  expect(document.activeElement).toBe(first);
});

test("markup in a title or a body is shown as the text that it is", () => {
  const nasty = '<img src="x" onerror="alert(1)"><script>alert(1)</script>';
  stored = [message(3, { title: nasty, body: nasty })];
  open();
  expect(screen.getByRole("link").textContent).toBe(nasty);
  expect(screen.getAllByText(nasty)).toHaveLength(2);
  expect(document.querySelector("img, script")).toBeNull();
});
