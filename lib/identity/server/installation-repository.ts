import "server-only";
import { db } from "#lib/db/client.ts";

export async function countInstallation(): Promise<{
  administrators: number;
  people: number;
  tools: number;
}> {
  const [administrators, people, tools] = await Promise.all([
    db().person.count({ where: { isActive: true, roles: { some: { role: "admin" } } } }),
    db().person.count(),
    db().tool.count(),
  ]);
  return { administrators, people, tools };
}
