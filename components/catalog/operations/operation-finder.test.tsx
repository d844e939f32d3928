import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { OperationFinder } from "#components/catalog/operations/operation-finder.tsx";
import type { OperationView } from "#lib/catalog/schema.ts";

const operation = (at: number): OperationView => ({
  name: `change-${at}`,
  title: `Change record ${at}`,
  description: "",
  inputSchema: { type: "object" },
  outputSchema: null,
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  exampleInput: null,
  exampleRequests: [],
  route: null,
});
const all = Array.from({ length: 50 }, (_, at) => operation(at));
const asked: string[] = [];

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    const query = new URL(url, "https://weft.example").searchParams;
    const from = Number(query.get("from") ?? 0);
    const found = all.filter(({ title }) => title.endsWith(query.get("q") ?? ""));
    return Response.json({ operations: found.slice(from, from + 20), matching: found.length });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open(count: number) {
  const first = all.slice(0, Math.min(20, count));
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <OperationFinder slug="records" first={first} total={count}>
        {({ title }) => title}
      </OperationFinder>
    </QueryClientProvider>,
  );
}
const titles = () => screen.getAllByRole("listitem").map(({ textContent }) => textContent);

test("a few operations are a plain list, and nothing is asked for", () => {
  open(20);
  expect(titles()).toHaveLength(20);
  expect(screen.queryByRole("searchbox")).toBeNull();
  expect(asked).toEqual([]);
});

test("of many the first are there, and more follow in their order until all are shown", async () => {
  open(50);
  expect(screen.getByRole("status").textContent).toBe("20 of 50 operations");
  fireEvent.click(screen.getByRole("button", { name: "Show more" }));
  await waitFor(() => expect(titles()).toHaveLength(40));
  fireEvent.click(screen.getByRole("button", { name: "Show more" }));
  await waitFor(() => expect(titles()).toEqual(all.map(({ title }) => title)));
  expect(screen.queryByRole("button", { name: "Show more" })).toBeNull();
  expect(asked).toEqual(["/api/tools/records/operations?from=20", "/api/tools/records/operations?from=40"]);
});

test("typing finds among all, whatever is typed, and emptying shows the first again", async () => {
  open(50);
  const field = screen.getByRole("searchbox", { name: "Find an operation" });
  fireEvent.change(field, { target: { value: "record 47\0" } });
  await waitFor(() => expect(titles()).toEqual(["Change record 47"]));
  expect(asked).toEqual(["/api/tools/records/operations?q=record+47"]);
  fireEvent.change(field, { target: { value: "x".repeat(10_000) } });
  await waitFor(() =>
    expect(screen.getByRole("status").textContent).toBe("No operation has all of these words."),
  );
  expect(asked.at(-1)?.length).toBeLessThan(200);
  fireEvent.change(field, { target: { value: "" } });
  await waitFor(() => expect(titles()).toHaveLength(20));
});
