import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { catalogHref, readCatalogParams, toQueryText } from "#components/catalog/list/catalog-params.ts";
import { CatalogView } from "#components/catalog/list/catalog-view.tsx";
import { rangeWords } from "#components/catalog/list/result-bar.tsx";
import { catalogKeys } from "#components/catalog/queries.ts";
import type { CatalogResult } from "#lib/catalog/schema.ts";
import { noUsage } from "#lib/telemetry/schema.ts";

const asked: string[] = [];
const empty: CatalogResult = {
  total: 0,
  page: 1,
  pageSize: 24,
  hits: [],
  facets: [],
  showingResultsFor: null,
};
const domain = { id: "01990000-0000-7000-8000-000000000001", slug: "support", name: "Support" };

function result(name: string): CatalogResult {
  return {
    ...empty,
    total: 1,
    hits: [
      {
        id: domain.id,
        slug: "ticket-desk",
        name,
        kind: "http",
        purpose: "Finds tickets.",
        domain,
        team: null,
        lifecycle: "published",
        dataClass: "internal",
        tags: [],
        version: "1.0.0",
        readiness: { state: "works-now", label: "Works now" },
        successor: null,
        ownerConfirmedAt: null,
        isUnowned: false,
        trust: null,
        usage: noUsage,
        highlights: [[6, 13]],
        why: null,
        docsMatch: null,
      },
    ],
    facets: [
      {
        key: "tag",
        values: Array.from({ length: 7 }, (_, at) => ({
          value: `tag-${at}`,
          label: `tag ${at}`,
          count: 7 - at,
          isChosen: false,
        })),
        valueCount: 7,
      },
    ],
  };
}

// What asks the server is loaded on demand; here it is there from the start, because the clock stands still.
beforeAll(() => import("#components/catalog/requests.ts"));
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  asked.length = 0;
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    asked.push(init.method === "POST" ? `note ${init.body}` : url);
    return Response.json(init.method === "POST" ? { results: 1 } : result("Found"));
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function open(address = "") {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000, retry: false } } });
  const first = readCatalogParams(new URLSearchParams(address));
  client.setQueryData(catalogKeys.list(toQueryText(first, false)), result("First"));
  render(
    <NuqsTestingAdapter searchParams={address} hasMemory>
      <QueryClientProvider client={client}>
        <CatalogView />
      </QueryClientProvider>
    </NuqsTestingAdapter>,
  );
}
const field = () => screen.getByRole<HTMLInputElement>("searchbox");
/** Lets time pass in small steps, so that answers that come in it are read and shown. */
async function pass(milliseconds: number) {
  for (let left = milliseconds; left > 0; left -= 20) {
    await act(async () => {
      await vi.advanceTimersByTimeAsync(Math.min(20, left));
      await new Promise((resolve) => setImmediate(resolve));
    });
  }
}
async function type(text: string) {
  for (let end = 1; end <= text.length; end += 1) {
    fireEvent.change(field(), { target: { value: text.slice(0, end) } });
    await pass(40);
  }
}

test("what the server sent is shown without asking again", async () => {
  open("?q=ticket");
  expect(screen.getByRole("heading", { name: "First" })).toBeTruthy();
  expect(screen.getByText("tickets", { selector: "mark" })).toBeTruthy();
  await pass(5000);
  expect(asked).toEqual([]);
});

test("typing asks once it rests, with the last word unfinished, and keeps the search later and once", async () => {
  open();
  await type("ticket");
  expect(asked).toEqual([]);
  await pass(200);
  expect(asked).toEqual(["/api/catalog?q=ticket&typing=1"]);
  expect(screen.getByText("1 to 1 of 1 for “ticket”")).toBeTruthy();
  expect(screen.getByRole("heading", { name: "Found" })).toBeTruthy();
  await pass(2000);
  expect(asked.slice(1)).toEqual(['note {"q":"ticket"}']);
  fireEvent.keyDown(field(), { key: "Enter" });
  await pass(2000);
  expect(asked.slice(2)).toEqual(["/api/catalog?q=ticket"]);
});

test("Enter and opening a result finish a search at once", async () => {
  open();
  await type("desk");
  fireEvent.keyDown(field(), { key: "Enter" });
  await pass(40);
  expect(asked).toContain('note {"q":"desk"}');
  await pass(500);
  fireEvent.click(screen.getByRole("link", { name: "Found" }));
  await pass(40);
  expect(asked.filter((one) => one.startsWith("note"))).toEqual([
    'note {"q":"desk"}',
    `note {"q":"desk","opened":"${domain.id}"}`,
  ]);
});

test("a choice shows at once, and what is chosen is never folded away", async () => {
  open("?tag=tag-6");
  const boxes = () => screen.getAllByRole<HTMLInputElement>("checkbox");
  expect(boxes()).toHaveLength(6);
  expect(boxes().at(-1)?.checked).toBe(true);
  fireEvent.click(screen.getByRole("checkbox", { name: /tag 0/ }));
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: /tag 0/ }).checked).toBe(true);
  await pass(300);
  expect(asked).toEqual(["/api/catalog?tag=tag-6%2Ctag-0"]);
});

test("a value among thousands is found by typing", async () => {
  const many = result("First");
  for (const facet of many.facets) facet.valueCount = 4000;
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    const value = { value: "zebra", label: "zebra", count: 3, isChosen: false };
    return Response.json(url.includes("/facets/") ? { values: [value], matching: 1 } : many);
  });
  open("?q=ticket&kind=http");
  fireEvent.change(field(), { target: { value: "ticket desk" } });
  await pass(300);
  fireEvent.click(screen.getByRole("button", { name: "3,995 more" }));
  await act(() => import("#components/catalog/list/facet-finder.tsx"));
  await pass(100);
  const finder = screen.getByRole("combobox", { name: "Tag: find a value" });
  fireEvent.change(finder, { target: { value: "zeb" } });
  await pass(300);
  expect(asked.at(-1)).toBe("/api/catalog/facets/tag?kind=http&q=zeb&words=ticket+desk");
  expect(screen.getByRole("option", { name: /zebra/ }).textContent).toContain("3 tools");
  fireEvent.keyDown(finder, { key: "Enter" });
  await pass(300);
  expect(asked.at(-1)).toContain("tag=zebra");
});

test("until the answer is there, what is shown says which search it belongs to", async () => {
  vi.stubGlobal("fetch", () => new Promise(() => undefined));
  open("?q=ticket");
  await type("ticket desk");
  await pass(300);
  expect(screen.getByText("1 to 1 of 1 for “ticket”")).toBeTruthy();
  expect(screen.getByRole("region", { name: "Results" }).getAttribute("aria-busy")).toBe("true");
});

test("nothing found says what to do next", async () => {
  vi.stubGlobal("fetch", async () => Response.json(empty));
  open("?domain=support");
  await type("vpn mac");
  await pass(300);
  expect(screen.getByText(/No tool that you may find matches “vpn mac”/)).toBeTruthy();
  expect(screen.getByRole<HTMLAnchorElement>("link", { name: "Ask in chat" }).href).toContain(
    "ask=vpn%20mac",
  );
  expect(screen.getByRole("button", { name: "Clear all filters" })).toBeTruthy();
});

test("addresses hold only what differs, and a change leads to the first page", async () => {
  const params = readCatalogParams(new URLSearchParams("?q=a&page=3&sort=name&kind=http,mcp&view=nonsense"));
  expect(params).toMatchObject({ page: 3, sort: "name", kind: ["http", "mcp"], view: "cards" });
  expect(catalogHref(params, { kind: ["http"] })).toBe("/catalog?q=a&kind=http&sort=name");
  expect(catalogHref(params, { page: 4 })).toContain("page=4");
  expect(toQueryText({ ...params, page: -2 }, true)).toEqual({
    q: "a",
    kind: "http,mcp",
    sort: "name",
    typing: "1",
  });
});

test("the range is said in words", () => {
  expect(rangeWords({ ...empty, total: 41 }, "")).toBe("1 to 24 of 41");
  expect(rangeWords({ ...empty, total: 41, page: 2 }, "x")).toBe("25 to 41 of 41 for “x”");
  expect(rangeWords(empty, "x")).toBe("No tools for “x”");
});
