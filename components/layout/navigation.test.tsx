import { expect, test } from "vitest";
import { adminItem, adminPages, isCurrent, phonePlace } from "#components/layout/navigation.ts";
import { readPaletteGroups } from "#components/layout/palette-source.ts";
import { staticEntries } from "#components/layout/palette-static.ts";

const viewer = (...roles: string[]) => ({
  id: "1",
  name: "Ines",
  email: "ines@northmere.example",
  roles,
  teamName: null,
  domainName: null,
});

test("administration is there for those who have one", () => {
  expect(adminItem(viewer("employee"))).toBeNull();
  expect(adminItem(viewer("employee", "auditor"))?.href).toBe("/admin/audit");
  expect(adminItem(viewer("auditor", "admin"))?.href).toBe("/admin");
  expect(adminPages(["auditor"]).map((page) => page.href)).toEqual(["/admin/audit", "/admin/policies"]);
  expect(adminItem(viewer("employee", "domain-lead"))?.href).toBe("/admin/policies");
  expect(adminPages(["domain-lead"]).map((page) => page.href)).toEqual([
    "/admin/policies",
    "/admin/ownership",
  ]);
  expect(adminPages(["employee"])).toEqual([]);
});

test("a part of the portal is current on all of its pages and only there", () => {
  expect(isCurrent("home", "/")).toBe(true);
  expect(isCurrent("home", "/catalog")).toBe(false);
  expect(isCurrent("tools", "/catalog/ticket-desk")).toBe(true);
  expect(isCurrent("tools", "/catalogue")).toBe(false);
  expect(isCurrent("my", "/owner/ticket-desk")).toBe(true);
  expect(isCurrent("/domains/sales", "/domains/sales")).toBe(true);
});

test("the phone's back arrow leads one step up", () => {
  expect(phonePlace("/catalog")).toEqual({ title: "Tools", backHref: null });
  expect(phonePlace("/catalog/ticket-desk")).toEqual({ title: "Tools", backHref: "/catalog" });
  expect(phonePlace("/admin/policies").backHref).toBe("/admin");
});

test("the palette works without the server, by role and by word", () => {
  const commands = { setTheme: () => undefined, showHelp: () => undefined };
  const labels = (roles: string[], query: string) => {
    const groups = staticEntries(viewer(...roles), query, commands);
    return [...(groups.pages ?? []), ...(groups.commands ?? [])].map((entry) => entry.label);
  };
  expect(labels(["employee"], "pol")).toEqual([]);
  expect(labels(["admin"], "pol")).toEqual(["Policies"]);
  expect(labels(["employee"], "dark th")).toEqual(["Use the dark theme"]);
});

test("of the server's answer only well formed links into the portal are kept", () => {
  const groups = readPaletteGroups({
    tools: [
      { id: "1", label: "Ticket desk", hint: "Customer Service", href: "/catalog/ticket-desk" },
      { id: "2", label: "Elsewhere", href: "https://example.com" },
      { id: 3, label: "Broken", href: "/x" },
    ],
    surprises: [{ id: "9", label: "No", href: "/no" }],
    people: "none",
  });
  expect(groups).toEqual({
    tools: [{ id: "1", label: "Ticket desk", hint: "Customer Service", href: "/catalog/ticket-desk" }],
  });
  expect(readPaletteGroups(null)).toEqual({});
});
