import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { dismissToast, showToast } from "#components/ui/toast-store.ts";
import { Toaster } from "#components/ui/toaster.tsx";
import { TooltipProvider } from "#components/ui/tooltip.tsx";

const ids: number[] = [];
const show = (input: Parameters<typeof showToast>[0]) => act(() => void ids.push(showToast(input)));

beforeEach(() => {
  vi.useFakeTimers();
  render(
    <TooltipProvider>
      <Toaster />
    </TooltipProvider>,
  );
});
afterEach(() => {
  act(() => ids.splice(0).forEach(dismissToast));
  cleanup();
  vi.useRealTimers();
});

test("a note goes by itself, a failure stays until it is dismissed", () => {
  show({ title: "Link copied" });
  show({ title: "The ticket was not created", tone: "danger", requestId: "req_1" });
  act(() => vi.advanceTimersByTime(7000));
  expect(screen.queryByText("Link copied")).toBeNull();
  expect(screen.getByText("req_1")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Dismiss" }));
  expect(screen.queryByText("The ticket was not created")).toBeNull();
});

test("it waits while it is looked at", () => {
  show({ title: "Renamed" });
  const item = screen.getByText("Renamed").closest("li");
  if (!item) throw new Error("no toast");
  fireEvent.pointerEnter(item);
  act(() => vi.advanceTimersByTime(20_000));
  expect(screen.getByText("Renamed")).toBeTruthy();
  fireEvent.pointerLeave(item);
  act(() => vi.advanceTimersByTime(7000));
  expect(screen.queryByText("Renamed")).toBeNull();
});

test("its act is done once and takes it away", () => {
  const undo = vi.fn();
  show({ title: "Deleted", action: { label: "Undo", onSelect: undo } });
  act(() => vi.advanceTimersByTime(20_000));
  fireEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(undo).toHaveBeenCalledTimes(1);
  expect(screen.queryByText("Deleted")).toBeNull();
});

test("at most three stand there", () => {
  for (const title of ["one", "two", "three", "four"]) show({ title });
  expect(screen.queryByText("one")).toBeNull();
  expect(screen.getAllByRole("listitem")).toHaveLength(3);
});
