import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { JsonValue } from "#components/ui/json-node.ts";
import { JsonView } from "#components/ui/json-view.tsx";
import { TooltipProvider } from "#components/ui/tooltip.tsx";

afterEach(cleanup);

const show = (value: JsonValue) =>
  render(
    <TooltipProvider>
      <JsonView value={value} label="Result" />
    </TooltipProvider>,
  );

test("two levels are open, deeper ones open on demand", () => {
  show({ site: { code: "BRG-07", feeds: [{ volts: 53.2 }] } });
  expect(screen.getByText('"BRG-07"')).toBeTruthy();
  expect(screen.queryByText("53.2")).toBeNull();
  const feeds = screen.getByRole("button", { name: /feeds: ?1 item/ });
  expect(feeds.getAttribute("aria-expanded")).toBe("false");
  fireEvent.click(feeds);
  fireEvent.click(screen.getByRole("button", { name: /0: ?1 field/ }));
  expect(screen.getByText("53.2")).toBeTruthy();
});

test("all branches open and close at once", () => {
  show({ a: { b: { c: { d: "deep" } } } });
  fireEvent.click(screen.getByRole("button", { name: "Open all" }));
  expect(screen.getByText('"deep"')).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Close all" }));
  expect(screen.queryByText('"deep"')).toBeNull();
});

test("long lists show a hundred and then more", () => {
  show({ list: Array.from({ length: 250 }, (_, index) => index) });
  fireEvent.click(screen.getByRole("button", { name: /list: ?250 items/ }));
  expect(screen.queryByText("149")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Show 100 more" }));
  expect(screen.getByText("149")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Show 50 more" }));
  expect(screen.getByText("249")).toBeTruthy();
});

test("text is quoted and escaped, and empty things keep their brackets", () => {
  show({ text: 'a "word"\n<b>', none: null, list: [], object: {} });
  expect(screen.getByText('"a \\"word\\"\\n<b>"')).toBeTruthy();
  expect(screen.getByText("null")).toBeTruthy();
  expect(screen.getByText("[]")).toBeTruthy();
  expect(screen.getByText("{}")).toBeTruthy();
});
