import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createQueryClient } from "#components/providers/query-client.ts";
import { WholeResult } from "#components/tools/result/whole-result.tsx";
import { TooltipProvider } from "#components/ui/tooltip.tsx";
import type { ResultPage } from "#lib/tools/result-page.ts";

const callId = "0199f0a0-0000-7000-8000-000000000001";
const pages: readonly ResultPage[] = [
  { text: "the beginning ", offset: 0, nextOffset: 200_000, length: 250_000 },
  { text: "and the end", offset: 200_000, nextOffset: null, length: 250_000 },
];
const asked: string[] = [];
let isGone = false;

beforeEach(() => {
  isGone = false;
  asked.length = 0;
  vi.stubGlobal("fetch", async (address: string) => {
    asked.push(address);
    const offset = Number(new URL(address, "https://weft.example").searchParams.get("offset"));
    if (isGone) {
      const error = {
        code: "not-found",
        message: "The result was not found.",
        mend: "Look again.",
        fields: [],
      };
      return Response.json({ error: { ...error, details: null, requestId: "r-1" } }, { status: 404 });
    }
    return Response.json(pages.find((page) => page.offset === offset));
  });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <TooltipProvider>
        <WholeResult callId={callId} />
      </TooltipProvider>
    </QueryClientProvider>,
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const open = () => act(async () => void fireEvent.click(screen.getByRole("button", { name: "Show all" })));

const shownText = async () =>
  (await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "The whole result" })).value;

test("nothing is read before it is asked for, then page by page to the end", async () => {
  expect(asked).toEqual([]);
  await open();
  expect(await shownText()).toBe("the beginning ");
  expect(screen.getByRole("status").textContent).toBe("200,000 of 250,000 characters.");
  await act(async () => void fireEvent.click(screen.getByRole("button", { name: "Show more" })));
  expect(await screen.findByDisplayValue("the beginning and the end")).toHaveProperty("readOnly", true);
  expect(screen.getByRole("status").textContent).toBe("250,000 of 250,000 characters.");
  expect(screen.queryByRole("button", { name: "Show more" })).toBeNull();
  expect(asked).toEqual([0, 200_000].map((offset) => `/api/calls/${callId}/result?offset=${offset}`));
});

test("it is also a file", async () => {
  await open();
  const file = await screen.findByRole("link", { name: "Save as file" });
  expect([file.getAttribute("href"), file.hasAttribute("download")]).toEqual([
    `/api/calls/${callId}/result/file`,
    true,
  ]);
});

test("a result that is gone says so", async () => {
  isGone = true;
  await open();
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("The result was not found.");
  expect(alert.textContent).toContain("Look again.");
});
