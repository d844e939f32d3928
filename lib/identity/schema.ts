import { z } from "zod";
import { keyScopeSchema } from "#lib/identity/access-key.ts";

export const roles = ["employee", "owner", "domain-lead", "auditor", "admin"] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** What a role may do at all; whether it may do it to a given row is decided by the row's use case. */
export const permissions = [
  "portal:read",
  "tool:call",
  "tool:edit",
  "chat:use",
  "audit:read",
  "policy:read",
  "policy:write",
  "model:administer",
  "person:administer",
  "admin:read",
] as const;
export type Permission = (typeof permissions)[number];

const everyone: readonly Permission[] = ["portal:read", "tool:call", "chat:use"];

export const permissionsOfRole: Readonly<Record<Role, readonly Permission[]>> = {
  employee: everyone,
  owner: [...everyone, "tool:edit"],
  "domain-lead": [...everyone, "tool:edit", "policy:read"],
  auditor: [...everyone, "audit:read", "policy:read"],
  admin: [...permissions],
};

export const viewerSchema = z.object({
  id: z.uuid(),
  sessionId: z.uuid(),
  name: z.string(),
  email: z.string(),
  jobTitle: z.string(),
  language: z.enum(["en", "pt"]),
  roles: z.array(roleSchema),
  teamId: z.uuid().nullable(),
  teamName: z.string().nullable(),
  domainId: z.uuid().nullable(),
  domainName: z.string().nullable(),
  domainSlug: z.string().nullable(),
  /** Ids of the domains this person leads. */
  leadOf: z.array(z.uuid()),
  /** The access key with which a program asks for this person; `sessionId` is then no session. */
  key: z.object({ id: z.uuid(), name: z.string(), scopes: z.array(keyScopeSchema) }).optional(),
});

/** The signed-in person with the rights of this moment. Only `lib/identity/server` makes one. */
export type Viewer = Readonly<z.infer<typeof viewerSchema>>;

export function hasPermission(viewer: Viewer, permission: Permission): boolean {
  return viewer.roles.some((role) => permissionsOfRole[role].includes(permission));
}

export const personRefSchema = z.object({ id: z.uuid(), name: z.string() });
export type PersonRef = z.infer<typeof personRefSchema>;
