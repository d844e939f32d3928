import { cleanup, render, screen } from "@testing-library/react";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { afterEach, expect, test } from "vitest";
import { CallResult } from "#components/runs/call-result.tsx";
import { ResultContent } from "#components/runs/try-it/result-content.tsx";
import { TooltipProvider } from "#components/ui/tooltip.tsx";
import type { LoopResult } from "#lib/runs/loop-result.ts";

afterEach(cleanup);

/** Markdown comes with a part of its own. */
const lazily = { timeout: 15_000 };

const step = {
  id: "call-1",
  title: "Count tickets",
  tool: "ticket-desk",
  toolName: "Ticket Desk",
  toolKind: "http",
  operation: "countTickets",
  status: "failed",
  reason: "Only Customer Service may count tickets.",
  output: null,
  outputSchema: null,
} as const;

const loop: LoopResult = {
  steps: [step],
  output: { text: "There are **some**." },
  model: "Model writer",
  limit: { of: "steps", sentence: "It stopped at its limit of 1 round of tool calls." },
  proposal: {
    tool: "ticket-desk",
    operation: "withdrawTicket",
    title: "Withdraw a ticket",
    arguments: { ticketId: "T-4711" },
  },
};

function show(content: LoopResult) {
  render(
    <NuqsTestingAdapter>
      <TooltipProvider>
        <ResultContent content={content} outputSchema={null} kind="agent" />
      </TooltipProvider>
    </NuqsTestingAdapter>,
  );
}

test("a loop's result shows what the model wrote, its calls, and what waits for the person", {
  timeout: 30_000,
}, async () => {
  show(loop);
  expect(await screen.findByText("some", { selector: "strong" }, lazily)).toBeTruthy();
  expect(screen.getByText("Written by Model writer")).toBeTruthy();
  expect(screen.getByText("Count tickets")).toBeTruthy();
  expect(screen.getByText("Only Customer Service may count tickets.")).toBeTruthy();
  expect(screen.getByText("Prepared, not run: Withdraw a ticket")).toBeTruthy();
  const href = screen.getByRole("link", { name: "Open the form" }).getAttribute("href");
  expect(href).toContain("T-4711");
});

test("a loop that called nothing shows its text alone", { timeout: 30_000 }, async () => {
  show({ ...loop, steps: [], proposal: null, output: { text: "Nothing to do." } });
  expect(await screen.findByText("Nothing to do.", {}, lazily)).toBeTruthy();
  expect(screen.queryByRole("listitem")).toBeNull();
});

test("in a thread the text, the limit and the calls of a loop stand in its call", () => {
  render(
    <TooltipProvider>
      <CallResult
        call={{
          type: "call",
          callId: "01990000-0000-7000-8000-000000000001",
          toolId: "01990000-0000-7000-8000-000000000002",
          toolSlug: "loop",
          toolName: "Loop",
          toolKind: "agent",
          ownerTeam: null,
          operationName: "work",
          title: "Work",
          status: "succeeded",
          arguments: {},
          isDestructive: false,
          result: { content: loop, truncated: false, bytes: 10, contentType: "application/json" },
          error: null,
          durationMs: 1,
          parentCallId: null,
          note: null,
        }}
      />
    </TooltipProvider>,
  );
  expect(screen.getByText("There are **some**.")).toBeTruthy();
  expect(screen.getByText("It stopped at its limit of 1 round of tool calls.")).toBeTruthy();
  expect(screen.getByText(/Ticket Desk/)).toBeTruthy();
});
