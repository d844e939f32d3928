import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { tryHref } from "#components/runs/try-it/try-address.ts";
import { TryIt } from "#components/runs/try-it/try-it.tsx";
import { TooltipProvider } from "#components/ui/tooltip.tsx";
import type { OperationView } from "#lib/catalog/schema.ts";

type Kept = { id: string; name: string; input: Record<string, unknown>; savedAt: string };
const kept: Kept[] = [];
const past: unknown[] = [];

/** What the portal keeps for this person: saved forms and their calls. */
function answerKept(url: string, method: string, body: { name: string; input: Record<string, unknown> }) {
  if (method === "GET") return Response.json(url.endsWith("/inputs") ? { inputs: kept } : { calls: past });
  if (method === "DELETE") {
    kept.splice(0, kept.length, ...kept.filter(({ id }) => !url.endsWith(id)));
    return Response.json({ deleted: true });
  }
  const one = { id: crypto.randomUUID(), ...body, savedAt: "2026-06-01T10:00:00.000Z" };
  kept.splice(0, kept.length, one, ...kept.filter(({ name }) => name !== one.name));
  return Response.json(one);
}

type Sent = { url: string; body: unknown; signal: AbortSignal };
const sent: Sent[] = [];
let answer: (sent: Sent) => Promise<Response>;

const succeeded = (content: unknown) => ({
  callId: "01990000-0000-7000-8000-000000000001",
  requestId: "request-1234",
  version: "2.3.0",
  outcome: {
    status: "succeeded",
    result: { content, truncated: false, bytes: 10, contentType: "application/json" },
    durationMs: 41,
    attempts: 1,
  },
});

beforeEach(() => {
  sent.length = 0;
  kept.length = 0;
  past.length = 0;
  answer = async () => Response.json(succeeded({ number: "T-4712", isOpen: true }));
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    const body = init.body ? JSON.parse(String(init.body)) : undefined;
    if (init.method === "GET" || url.includes("/inputs")) return answerKept(url, init.method ?? "GET", body);
    const one = { url, body, signal: init.signal as AbortSignal };
    sent.push(one);
    return answer(one);
  });
  vi.stubGlobal("scrollTo", () => undefined);
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const operation = (facts: Partial<OperationView>): OperationView => ({
  name: "find",
  title: "Find tickets",
  description: "",
  inputSchema: {
    type: "object",
    required: ["text"],
    properties: { text: { type: "string", title: "Text" } },
  },
  outputSchema: null,
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  exampleInput: { text: "no light" },
  exampleRequests: [],
  route: null,
  ...facts,
});
const opening = operation({
  name: "open",
  title: "Open a ticket",
  annotations: { readOnly: false, destructive: false, idempotent: false, openWorld: false },
});

function open(operations: readonly OperationView[], address = "", toolKind = "http") {
  render(
    <NuqsTestingAdapter searchParams={address} hasMemory>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <TooltipProvider>
          <TryIt
            slug="ticket-desk"
            toolName="Ticket Desk"
            toolKind={toolKind}
            cookie="weft-session"
            operations={operations}
            total={operations.length}
            isFormInAddress={address.includes("form=")}
          />
        </TooltipProvider>
      </QueryClientProvider>
    </NuqsTestingAdapter>,
  );
}
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const text = () => screen.getByLabelText<HTMLInputElement>(/^Text/);

test("a form that lacks something is not sent, and says what", () => {
  open([operation({})]);
  press("Run");
  expect(screen.getByText("Text is missing.")).toBeTruthy();
  expect(sent).toEqual([]);
});

test("a reading operation runs at once with exactly what was typed, and shows result, time and request id", async () => {
  open([operation({})]);
  press("Fill in the example");
  expect(text().value).toBe("no light");
  fireEvent.change(text(), { target: { value: "no power" } });
  press("Run");
  expect(await screen.findByText("T-4712")).toBeTruthy();
  expect(sent.map(({ url, body }) => ({ url, body }))).toEqual([
    { url: "/api/tools/ticket-desk/operations/find/calls", body: { arguments: { text: "no power" } } },
  ]);
  expect(screen.getByText(/took 41.ms/)).toBeTruthy();
  expect(screen.getByText("request-1234")).toBeTruthy();
});

test("an operation that changes something is asked about first and shows what will be sent", async () => {
  open([opening]);
  press("Fill in the example");
  press("Run");
  const question = await screen.findByRole("alertdialog");
  expect(within(question).getByText(/no light/)).toBeTruthy();
  fireEvent.click(within(question).getByRole("button", { name: "Cancel" }));
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  expect(sent).toEqual([]);
  press("Run");
  fireEvent.click(within(await screen.findByRole("alertdialog")).getByRole("button", { name: "Run" }));
  await screen.findByText("T-4712");
  expect(sent[0]?.body).toEqual({ arguments: { text: "no light" } });
});

test("fields that the server refuses are marked until they are changed", async () => {
  answer = async () =>
    Response.json(
      {
        error: {
          code: "invalid-input",
          message: "/text: must have at least 3 characters.",
          mend: "Change the marked fields and send again.",
          fields: [{ path: "/text", message: "must have at least 3 characters." }],
          details: null,
          requestId: "r",
        },
      },
      { status: 422 },
    );
  open([operation({})]);
  fireEvent.change(text(), { target: { value: "ab" } });
  press("Run");
  expect(await screen.findByText("Text must have at least 3 characters.")).toBeTruthy();
  fireEvent.change(text(), { target: { value: "abc" } });
  expect(screen.queryByText("Text must have at least 3 characters.")).toBeNull();
});

test("a run is cancelled, and says of a change that it may have happened", async () => {
  answer = ({ signal }) =>
    new Promise((_, reject) => {
      signal.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
    });
  open([opening]);
  press("Fill in the example");
  press("Run");
  fireEvent.click(within(await screen.findByRole("alertdialog")).getByRole("button", { name: "Run" }));
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  fireEvent.click(await screen.findByRole("button", { name: "Cancel" }));
  expect(await screen.findByText(/If Ticket Desk had already begun, it may have finished/)).toBeTruthy();
  expect(sent[0]?.signal.aborted).toBe(true);
});

test("earlier runs of the visit stay, and give their values back", async () => {
  open([operation({}), opening]);
  fireEvent.change(text(), { target: { value: "first" } });
  press("Run");
  await screen.findByText("T-4712");
  answer = async () => Response.json(succeeded("second answer"));
  fireEvent.change(text(), { target: { value: "second" } });
  press("Run");
  await screen.findByText("second answer");
  const earlier = screen.getByRole("region", { name: "Earlier in this visit" });
  fireEvent.click(within(earlier).getByRole("button", { name: "Use these values again", hidden: true }));
  expect(text().value).toBe("first");
});

test("a shared link fills the form and runs nothing; one that cannot be read says so", () => {
  const href = tryHref("ticket-desk", "open", { text: "from a link" }) ?? "";
  expect(href.startsWith("/catalog/ticket-desk?")).toBe(true);
  open([operation({}), opening], new URL(href, "https://weft.example").search);
  expect(text().value).toBe("from a link");
  expect(screen.getByLabelText<HTMLSelectElement>("What to run").value).toBe("open");
  expect(screen.getByText(/Nothing has run/)).toBeTruthy();
  expect(sent).toEqual([]);
  cleanup();
  open([operation({})], "?tab=try&form=%7Bbroken");
  expect(screen.getByText(/could not be read/)).toBeTruthy();
  expect(tryHref("ticket-desk", "open", { text: "x".repeat(7000) })).toBeNull();
});

test("an agent's prepared step leads to its filled form", async () => {
  const step = {
    id: "draft",
    title: "Draft",
    tool: "ticket-desk",
    toolName: "Ticket Desk",
    toolKind: "http",
  };
  answer = async () =>
    Response.json(
      succeeded({
        steps: [
          {
            ...step,
            operation: "open",
            status: "proposed",
            reason: "It waits.",
            output: null,
            outputSchema: null,
          },
        ],
        output: {},
        proposal: {
          tool: "ticket-desk",
          operation: "open",
          title: "Open a ticket",
          arguments: { text: "LOS-4417" },
        },
      }),
    );
  open([operation({})], "", "agent");
  press("Fill in the example");
  press("Run");
  const link = await screen.findByRole<HTMLAnchorElement>("link", { name: "Open the form" });
  expect(new URL(link.href).searchParams.get("form")).toBe('{"text":"LOS-4417"}');
});

const secretive = operation({
  inputSchema: {
    type: "object",
    properties: {
      text: { type: "string", title: "Text" },
      pin: { type: "string", title: "Pin", format: "password" },
    },
  },
  exampleInput: { text: "no light", pin: "4711" },
});

test("a filled form is saved under a name, without its secrets, and fills the form again", async () => {
  open([secretive]);
  press("Fill in the example");
  press("Save");
  const name = await screen.findByLabelText("Name");
  fireEvent.change(name, { target: { value: "Every Monday" } });
  const popover = name.closest("form") as HTMLElement;
  fireEvent.click(within(popover).getByRole("button", { name: "Save" }));
  const use = await screen.findByRole("button", { name: "Every Monday" });
  expect(kept.map(({ name, input }) => ({ name, input }))).toEqual([
    { name: "Every Monday", input: { text: "no light" } },
  ]);
  expect(sent).toEqual([]);
  fireEvent.change(text(), { target: { value: "something else" } });
  fireEvent.click(use);
  expect(text().value).toBe("no light");
});

test("a saved form is deleted", async () => {
  kept.push({
    id: "01990000-0000-7000-8000-00000000000a",
    name: "Old",
    input: { text: "old" },
    savedAt: "2026-06-01T10:00:00.000Z",
  });
  open([operation({})]);
  fireEvent.click(await screen.findByRole("button", { name: "Delete “Old”" }));
  await waitFor(() => expect(screen.queryByRole("button", { name: "Old" })).toBeNull());
  expect(kept).toEqual([]);
});

test("a call can be copied as code and the form as a link, both without secrets", async () => {
  const copied: string[] = [];
  vi.stubGlobal("navigator", {
    ...navigator,
    clipboard: { writeText: async (value: string) => copied.push(value) },
  });
  open([secretive]);
  press("Fill in the example");
  for (const item of ["As curl", "Link to this form"]) {
    fireEvent.pointerDown(screen.getByRole("button", { name: "Copy" }), { button: 0, ctrlKey: false });
    fireEvent.click(await screen.findByRole("menuitem", { name: item }));
    await waitFor(() => expect(screen.queryByRole("menuitem")).toBeNull());
  }
  await waitFor(() => expect(copied).toHaveLength(2));
  expect(copied[0]).toMatch(/^curl .*\/api\/tools\/ticket-desk\/operations\/find\/calls/);
  expect(new URL(copied[1] ?? "").searchParams.get("form")).toBe('{"text":"no light"}');
  expect(copied.join()).not.toContain("4711");
});

test("the person's own calls are listed when asked for, and fill the form again", async () => {
  past.push({
    id: "01990000-0000-7000-8000-00000000000b",
    createdAt: "2026-06-01T10:00:00.000Z",
    channel: "chat",
    status: "failed",
    durationMs: 1200,
    error: "The desk did not answer.",
    arguments: { text: "from last week" },
    conversationId: null,
  });
  open([operation({})]);
  const history = screen.getByText("Your calls of this operation").closest("details") as HTMLDetailsElement;
  history.open = true;
  fireEvent(history, new Event("toggle"));
  expect(await screen.findByText("The desk did not answer.")).toBeTruthy();
  expect(screen.getByText(/in a chat/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Fill again", hidden: true }));
  expect(text().value).toBe("from last week");
});
