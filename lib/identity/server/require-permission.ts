import "server-only";
import { AppError } from "#lib/errors.ts";
import { hasPermission, type Permission, type Viewer } from "#lib/identity/schema.ts";

/** Stops a use case for a viewer whose roles do not include a permission. */
export function requirePermission(viewer: Viewer, permission: Permission): void {
  if (hasPermission(viewer, permission)) return;
  throw new AppError("forbidden", "Your roles do not include this.", {
    mend: `It needs the permission ${permission}; an administrator grants roles.`,
  });
}
