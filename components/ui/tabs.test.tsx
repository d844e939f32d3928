import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Tabs } from "#components/ui/tabs.tsx";

afterEach(cleanup);

test("each tab is a link, the present one is said, and counts are grouped", () => {
  render(
    <Tabs
      label="Ticket desk"
      current="docs"
      items={[
        { id: "overview", label: "Overview", href: "/catalog/ticket-desk" },
        { id: "docs", label: "Docs", href: "/catalog/ticket-desk?tab=docs" },
        { id: "activity", label: "Activity", href: "/catalog/ticket-desk?tab=activity", count: 1204 },
      ]}
    />,
  );
  expect(screen.getByRole("navigation", { name: "Ticket desk" })).toBeTruthy();
  const docs = screen.getByRole("link", { name: "Docs" });
  expect(docs.getAttribute("href")).toBe("/catalog/ticket-desk?tab=docs");
  expect(docs.getAttribute("aria-current")).toBe("page");
  expect(screen.getByRole("link", { name: "Overview" }).hasAttribute("aria-current")).toBe(false);
  expect(screen.getByRole("link", { name: "Activity 1,204" })).toBeTruthy();
});
