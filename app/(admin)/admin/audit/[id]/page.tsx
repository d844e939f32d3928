import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { auditAddress } from "#components/audit/audit-address.ts";

/** The short address of one event, for links from elsewhere: the explorer with its panel open. */
export default async function AuditEventPage({ params }: { params: Promise<{ id: string }> }) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  redirect(auditAddress({ event: id.data }));
}
