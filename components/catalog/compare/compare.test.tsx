import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { comparedSlugs, compareHref } from "#components/catalog/compare/compare-address.ts";
import { CompareBar } from "#components/catalog/compare/compare-bar.tsx";
import { CompareBox } from "#components/catalog/compare/compare-box.tsx";
import { setPicks, togglePick } from "#components/catalog/compare/picks.ts";

let pathname = "/catalog";
vi.mock("next/navigation", () => ({ usePathname: () => pathname }));

const tool = (name: string) => ({ slug: name.toLowerCase(), name });

beforeEach(() => {
  pathname = "/catalog";
  sessionStorage.clear();
  setPicks([]);
});
afterEach(cleanup);

describe("the address of a comparison", () => {
  test("names each tool once, whatever stands between them", () => {
    expect(comparedSlugs("a,b,, a ,c")).toEqual(["a", "b", "c"]);
    expect(comparedSlugs(["a", "b,c"])).toEqual(["a", "b", "c"]);
    expect(comparedSlugs(undefined)).toEqual([]);
    expect(comparedSlugs(Array.from({ length: 500 }, (_, at) => `t${at}`).join(","))).toHaveLength(20);
  });

  test("is written so that it reads back", () => {
    expect(compareHref(["a", "b"])).toBe("/catalog/compare?tools=a,b");
    expect(compareHref(["a", "b"], true)).toBe("/catalog/compare?tools=a,b&show=differences");
    expect(compareHref([])).toBe("/catalog/compare");
    const odd = new URL(compareHref(["a&b=c", "d#e"]), "http://weft.example").searchParams.get("tools");
    expect(comparedSlugs(odd ?? "")).toEqual(["a&b=c", "d#e"]);
  });
});

describe("picking", () => {
  test("takes four and refuses a fifth, until one goes", () => {
    for (const name of ["A", "B", "C", "D"]) expect(togglePick(tool(name))).toBe(true);
    expect(togglePick(tool("E"))).toBe(false);
    expect(togglePick(tool("B"))).toBe(true);
    expect(togglePick(tool("E"))).toBe(true);
    render(<CompareBar />);
    expect(screen.getByRole<HTMLAnchorElement>("link", { name: "Compare" }).href).toContain("tools=a,c,d,e");
  });

  test("a box and the bar tell the same, and the bar is there only while something is picked", () => {
    render(
      <>
        <CompareBox tool={tool("Desk")} />
        <CompareBar />
      </>,
    );
    const box = screen.getByRole<HTMLInputElement>("checkbox", { name: "Compare Desk" });
    expect(screen.queryByRole("region", { name: "Tools to compare" })).toBeNull();
    fireEvent.click(box);
    expect(box.checked).toBe(true);
    expect(screen.getByText("Choose one more to compare.")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Remove Desk" }));
    expect(box.checked).toBe(false);
    expect(screen.queryByRole("region", { name: "Tools to compare" })).toBeNull();
  });

  test("the bar stays away from chat and from the comparison itself", () => {
    togglePick(tool("Desk"));
    for (const elsewhere of ["/chat", "/catalog/compare", "/admin"]) {
      pathname = elsewhere;
      render(<CompareBar />);
      expect(screen.queryByRole("region", { name: "Tools to compare" })).toBeNull();
    }
  });
});
