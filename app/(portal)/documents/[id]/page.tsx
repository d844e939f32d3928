import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { orNotFound } from "#app/or-not-found.ts";
import { mayReadSource } from "#lib/catalog/server/may-read-source.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { documentHref } from "#lib/knowledge/document-href.ts";
import { findDocument } from "#lib/knowledge/server/read-source.ts";

type DocumentByIdProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Leads from a document's id, as a citation holds it, to the document's own address. */
export default async function DocumentById({ params, searchParams }: DocumentByIdProps) {
  const viewer = await requireViewer();
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const place = await orNotFound(findDocument(viewer, id.data, mayReadSource));
  const { passage } = await searchParams;
  redirect(documentHref(place, typeof passage === "string" ? passage : undefined));
}
