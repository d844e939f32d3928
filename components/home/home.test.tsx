import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { AskField } from "#components/home/ask-field.tsx";
import { changeItem, firstSentence } from "#components/home/change-words.tsx";
import { greetingAt } from "#components/home/greeting.tsx";
import { waitingItems } from "#components/home/waiting-items.tsx";
import type { Suggestions } from "#lib/catalog/schema.ts";
import type { DeskTool } from "#lib/publishing/my-tools.ts";

const push = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));

const id = "01990000-0000-7000-8000-000000000001";
const suggestions: Suggestions = {
  tools: [
    {
      id,
      slug: "runbook-finder",
      name: "Runbook Finder",
      kind: "knowledge",
      purpose: "Answers what to do about an alarm.",
      readiness: { state: "works-now", label: "Works now" },
      domain: "Network Operations",
    },
  ],
  passages: [
    {
      passageId: "p1",
      documentId: id,
      documentSlug: "los",
      sourceSlug: "runbooks",
      document: "LOS-4417",
      headingPath: ["LOS-4417", "1. Symptom"],
      page: 1,
      date: "2026-05-09T00:00:00.000Z",
      verifiedBy: null,
      text: "Before. **LOS-4417** means no light. After.",
      tableHead: null,
      language: "en",
      start: 0,
      end: 43,
      best: { start: 8, end: 36 },
      matchedWords: [],
      score: 1,
    },
  ],
};

describe("the question field", () => {
  const notes: unknown[] = [];
  beforeEach(() => {
    notes.length = 0;
    push.mockReset();
    vi.stubGlobal("fetch", async (_url: string, init: RequestInit) => {
      if (init.method === "POST") notes.push(init.body);
      return Response.json(init.method === "POST" ? { results: 1 } : suggestions);
    });
    render(
      <QueryClientProvider client={new QueryClient()}>
        <AskField />
      </QueryClientProvider>,
    );
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });
  const field = () => screen.getByRole<HTMLInputElement>("searchbox");
  const type = async (words: string) => {
    fireEvent.focus(field());
    fireEvent.change(field(), { target: { value: words } });
    await screen.findByRole("link", { name: /Runbook Finder/ });
  };
  const links = () =>
    screen.getAllByRole<HTMLAnchorElement>("link").map(({ href }) => href.replace(/^.*?\/\/[^/]+/, ""));

  test("answers with tools first, then documents, then chat and the catalog", async () => {
    await type("what does LOS mean");
    expect(links()).toEqual([
      "/catalog/runbook-finder",
      "/sources/runbooks/los?passage=p1&words=8-36#passage",
      "/chat?ask=what%20does%20LOS%20mean",
      "/catalog?q=what%20does%20LOS%20mean",
    ]);
    expect(screen.getByText("LOS-4417 means no light.")).toBeTruthy();
  });

  test("is used with the keyboard alone", async () => {
    await type("what does LOS mean");
    const [first, second] = screen.getAllByRole("link");
    fireEvent.keyDown(field(), { key: "ArrowDown" });
    expect(document.activeElement).toBe(first);
    fireEvent.keyDown(document.activeElement ?? field(), { key: "ArrowDown" });
    expect(document.activeElement).toBe(second);
    fireEvent.keyDown(document.activeElement ?? field(), { key: "ArrowUp" });
    fireEvent.keyDown(document.activeElement ?? field(), { key: "ArrowUp" });
    expect(document.activeElement).toBe(field());
    fireEvent.keyDown(field(), { key: "Escape" });
    expect(screen.queryByRole("link")).toBeNull();
    expect(field().value).toBe("what does LOS mean");
  });

  test("Enter asks in chat and keeps the search; an empty field does nothing", async () => {
    fireEvent.keyDown(field(), { key: "Enter" });
    expect(push).not.toHaveBeenCalled();
    await type("who is on call");
    fireEvent.keyDown(field(), { key: "Enter" });
    expect(push).toHaveBeenCalledWith("/chat?ask=who%20is%20on%20call");
    await waitFor(() => expect(notes).toEqual(['{"q":"who is on call"}']));
  });
});

test("a greeting fits the hour", () => {
  expect([4, 5, 11, 12, 17, 18].map((hour) => greetingAt(hour, "Ana"))).toEqual([
    "Good evening, Ana",
    "Good morning, Ana",
    "Good morning, Ana",
    "Good afternoon, Ana",
    "Good afternoon, Ana",
    "Good evening, Ana",
  ]);
});

test("release notes are told by their first sentence, and changes lead where they can be read", () => {
  expect(firstSentence("Version 2.3 reads comments. It also writes them.")).toBe(
    "Version 2.3 reads comments.",
  );
  expect(firstSentence(`${"long ".repeat(60)}.`)).toHaveLength(138);
  const tool = { slug: "ticket-desk", name: "Ticket Desk" };
  const change = { id, at: "2026-05-09T00:00:00.000Z", tool, note: "" };
  expect(changeItem({ ...change, kind: "published", detail: "2.3.0" })).toMatchObject({
    text: "Ticket Desk 2.3.0",
    href: "/catalog/ticket-desk?tab=versions",
  });
  expect(changeItem({ ...change, kind: "deprecated", detail: "Price List" })).toMatchObject({
    text: "Ticket Desk is deprecated, use Price List",
    href: "/catalog/ticket-desk",
  });
});

test("what waits leads to where it is answered, what others wait for most first", () => {
  const at = "2026-05-09T00:00:00.000Z";
  const conversation = { id, title: "Leave", updatedAt: at, source: "live" } as const;
  const desk = {
    card: { id, slug: "desk", name: "Desk", version: "1.0.0" },
    suspended: 1,
    openQuestions: 2,
    request: null,
    draft: { updatedAt: at, updatedBy: "A" },
  };
  const items = waitingItems({
    approvals: [
      {
        id,
        askedAt: at,
        tool: { slug: "desk", name: "Desk" },
        operationName: "open",
        operationTitle: "Open a ticket",
        conversationId: "c1",
      },
    ],
    conversations: [
      { ...conversation, runStatus: "waiting-input" },
      { ...conversation, runStatus: "completed" },
    ],
    myTools: [desk as unknown as DeskTool],
    releases: [
      {
        id,
        tool: { id, slug: "desk", name: "Desk" },
        version: "2.0.0",
        notes: "",
        status: "in-review",
        requestedBy: { id, name: "Bo" },
        requestedAt: at,
        closedAt: null,
        approvals: [],
        mine: ["domain-lead"],
        whyNot: null,
      },
    ],
    offers: [{ id, tool: { slug: "wiki", name: "Wiki" }, offeredBy: "Ana", expiresAt: at }],
  });
  expect(items.map(({ text, href }) => `${text} → ${href}`)).toEqual([
    `Desk 2.0.0 waits for your approval → /approvals/${id}`,
    "Ana offers you Wiki → /owner/wiki/people",
    "Desk asks whether to run “Open a ticket” → /chat/c1",
    `“Leave” needs an input from you → /chat/${id}`,
    "1 operation of Desk is suspended until you decide → /owner/desk/contracts",
    "2 questions about Desk have no answer → /owner/desk#questions",
    "The draft of Desk is not published → /owner/desk/edit",
  ]);
});
