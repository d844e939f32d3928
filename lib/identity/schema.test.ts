import { describe, expect, test } from "vitest";
import { roleChangeSchema } from "#lib/identity/person.ts";
import { hasPermission, permissions, permissionsOfRole, roles, viewerSchema } from "#lib/identity/schema.ts";

const id = "01999999-9999-7999-8999-999999999999";
const viewer = (held: readonly string[]) =>
  viewerSchema.parse({
    id,
    sessionId: id,
    name: "A",
    email: "a@example.com",
    jobTitle: "",
    language: "en",
    roles: held,
    teamId: null,
    teamName: null,
    domainId: null,
    domainName: null,
    domainSlug: null,
    leadOf: [],
  });

describe("permissions", () => {
  test("administrators have all, and only they administer people, models and rules", () => {
    expect(permissions.every((permission) => hasPermission(viewer(["admin"]), permission))).toBe(true);
    for (const permission of [
      "person:administer",
      "model:administer",
      "policy:write",
      "admin:read",
    ] as const) {
      const holders = roles.filter((role) => permissionsOfRole[role].includes(permission));
      expect(holders).toEqual(["admin"]);
    }
  });

  test("the trail is read by auditors and administrators", () => {
    const readers = roles.filter((role) => hasPermission(viewer([role]), "audit:read"));
    expect(readers).toEqual(["auditor", "admin"]);
  });

  test("add up over roles, and nobody without a role may do anything", () => {
    expect(hasPermission(viewer(["employee", "auditor"]), "audit:read")).toBe(true);
    expect(permissions.some((permission) => hasPermission(viewer([]), permission))).toBe(false);
  });
});

describe("a change of role", () => {
  const change = (rest: object) => roleChangeSchema.safeParse({ reason: "because", ...rest });
  test("names a domain for a domain lead, and none otherwise", () => {
    expect(change({ role: "domain-lead", domainId: id }).success).toBe(true);
    expect(change({ role: "auditor" }).data).toMatchObject({ domainId: null });
    expect(change({ role: "domain-lead" }).success).toBe(false);
    expect(change({ role: "auditor", domainId: id }).success).toBe(false);
  });
  test("needs a reason, and cannot give the roles that follow from facts", () => {
    expect(change({ role: "auditor", reason: "  " }).success).toBe(false);
    expect(change({ role: "owner" }).success).toBe(false);
    expect(change({ role: "employee" }).success).toBe(false);
  });
});
